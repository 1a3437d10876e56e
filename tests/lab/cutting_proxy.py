#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""cutting_proxy.py PORT CHANCE SEED: stands between programs and the server on PORT of this computer, and cuts connections as a
bad network does. Prints the port that it listens on. Of all connections the share CHANCE (0 to 1) is cut, each after a number of
bytes that is drawn: in the greeting, in a statement, or between a commit and its answer. Cut is by a reset, on both sides, and
what was on its way is lost. SIGUSR1: cuts no more. Runs until it is ended."""

import random
import selectors
import signal
import socket
import struct
import sys

# What setup and a server exchange for one piece of work, TLS included, is some 10 KiB.
MOST_BYTES = 12000


def reset(connection):
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


class Pair:
    def __init__(self, client, server, bytes_left):
        self.other = {client: server, server: client}
        self.bytes_left = bytes_left

    def pass_on(self, source):
        """False where both sides are closed now."""
        try:
            data = source.recv(16384)
            if not data:
                return False
            if self.bytes_left is not None:
                self.bytes_left -= len(data)
                if self.bytes_left < 0:
                    return None
            self.other[source].sendall(data)
            return True
        except OSError:
            return None


class Proxy:
    def __init__(self, port, chance, seed):
        self.port, self.chance = port, chance
        self.draw = random.Random(seed)
        self.listener = socket.create_server(("localhost", 0), backlog=128)
        self.selector = selectors.DefaultSelector()
        self.selector.register(self.listener, selectors.EVENT_READ)

    def welcome(self):
        client, _ = self.listener.accept()
        try:
            server = socket.create_connection(("localhost", self.port))
        except OSError:
            return reset(client)
        cut = self.draw.random() < self.chance
        pair = Pair(client, server, self.draw.randrange(MOST_BYTES) if cut else None)
        for side in (client, server):
            self.selector.register(side, selectors.EVENT_READ, pair)

    def serve(self):
        while True:
            for key, _ in self.selector.select():
                if key.fileobj is self.listener:
                    self.welcome()
                elif key.fileobj.fileno() >= 0:
                    self.go_on(key.data, key.fileobj)

    def go_on(self, pair, source):
        done = pair.pass_on(source)
        if done:
            return
        for side in pair.other:
            self.selector.unregister(side)
            side.close() if done is False else reset(side)


def main():
    proxy = Proxy(int(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3]))

    def cut_no_more(*_):
        proxy.chance = 0

    signal.signal(signal.SIGUSR1, cut_no_more)
    print(proxy.listener.getsockname()[1], flush=True)
    proxy.serve()


main()
