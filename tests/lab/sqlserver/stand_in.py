#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A stand-in for Microsoft SQL Server, to which the real ODBC driver connects: stand_in.py OPTIONS

It speaks TDS 7.3 on "localhost", takes one account, and says what a script tells it to, at a login or a statement: errors by
their numbers, rows, nothing at all, or the end of the connection. All other statements run on a SQLite file. It is no SQL
Server: that a statement is right T-SQL is not seen here.

It prints its port in one line and ends with its standard input. A script is a JSON list of rules, read anew at each login and
statement. A rule is {"at": "login" or a part of a statement, "times": how often it counts (always), "skip": how often not
before, and what to do: "errors": [[number, words], …], "rows": {"names": […], "rows": [[…], …]}, "cut": "before" or "after" it
is done, "silent": true, "endless": "words" or "rows"}.
"""

import argparse
import collections
import json
import os
import socket
import socketserver
import sys
import threading
import time

import tds
import tds_tls
from sqlite_behind import Refused, SqliteBehind

ENCRYPTION = {"login": 0, "on": 1, "none": 2, "required": 3}


def type_of(values):
    if any(isinstance(value, int) for value in values):
        return int
    return tds.LONG if any(value is not None and len(value) > 4000 for value in values) else str


class Script:
    """What is to happen where."""

    def __init__(self, path):
        self.path = path
        self.met = collections.Counter()
        self.lock = threading.Lock()

    def rule_for(self, place):
        if not self.path or not os.path.exists(self.path):
            return {}
        with self.lock, open(self.path, encoding="utf-8") as file:
            for rule in json.load(file):
                if rule["at"] not in place:
                    continue
                key = json.dumps(rule)
                self.met[key] += 1
                skip = rule.get("skip", 0)
                if skip < self.met[key] <= skip + rule.get("times", 1 << 60):
                    return rule
        return {}


class Connection(socketserver.BaseRequestHandler):
    """From the first packet to the end."""

    def handle(self):
        try:
            self.begin()
            while True:
                self.answer(*tds.receive_message(self.stream))
        except (tds.Closed, ConnectionError, OSError):
            pass
        finally:
            if getattr(self, "behind", None):
                self.behind.close()

    def begin(self):
        options = self.server.options
        self.stream = self.request
        if options.silent:
            time.sleep(3600)
        _, content = tds.receive_message(self.stream)
        wanted = tds.encryption_of(content)
        here = ENCRYPTION[options.encryption]
        answer = 2 if here == 2 else max(here, wanted)
        tds.send_message(self.stream, tds.ANSWER, tds.prelogin(options.version, answer))
        if options.breaks_off:  # in the middle of agreeing on encryption
            time.sleep(3600 if options.breaks_off == "silent" else 0)
            raise tds.Closed
        if answer != 2:
            plain = self.stream
            self.stream = tds_tls.Encrypted(plain, self.server.tls)
            kind, content = tds.receive_message(self.stream)
            if answer == 0:
                self.stream = plain  # only the login was encrypted
        else:
            kind, content = tds.receive_message(self.stream)
        self.login(tds.login_of(content) if kind == tds.LOGIN else None)

    def login(self, login):
        options = self.server.options
        if login is None:
            raise tds.Closed
        self.note("login " + json.dumps({name: value for name, value in login.items() if name != "password"}))
        if self.obey(self.server.script.rule_for("login")):
            return
        if (login["user"], login["password"]) != (options.user, options.password):
            self.refuse([(18456, f"Login failed for user '{login['user']}'.")])
            raise tds.Closed
        self.behind = SqliteBehind(options.database)
        self.send(tds.login_acknowledged(options.version) + tds.done())

    def answer(self, kind, content):
        if kind == tds.ATTENTION:
            self.send(tds.done(tds.ATTENDED))
            return
        statement, parameters = (tds.batch_text(content), {}) if kind == tds.BATCH else tds.call_of(content)
        self.note(statement)
        rule = self.server.script.rule_for(statement)
        if self.obey(rule):
            return
        try:
            names, rows, count = self.behind.run(statement, parameters)
        except Refused as refused:
            self.refuse(refused.errors, kind)
            return
        if rule.get("cut") == "after":
            self.end()
        self.send_rows(names, rows, count, kind)

    def obey(self, rule):
        """True where nothing else is to be done."""
        if rule.get("cut") == "before":
            self.end()
        if rule.get("silent"):
            time.sleep(3600)
        if rule.get("endless"):
            self.talk_without_end(rule["endless"])
        if "errors" in rule:
            self.refuse([tuple(each) for each in rule["errors"]])
        elif "rows" in rule:
            self.send_rows(rule["rows"]["names"], rule["rows"]["rows"], None, tds.BATCH)
        return "errors" in rule or "rows" in rule

    def end(self):
        self.request.shutdown(socket.SHUT_RDWR)
        raise tds.Closed

    def talk_without_end(self, what):
        if what == "rows":
            self.send(tds.columns(["one"], [str]), last=False)
        part = tds.row(["x" * 1000], [str]) if what == "rows" else tds.information(5701, "\x1b[2J" + "word " * 80)
        while True:
            self.send(part * 20, last=False)

    def refuse(self, errors, kind=tds.BATCH):
        tokens = b"".join(tds.error(number, words) for number, words in errors)
        self.send(tokens + tds.done(tds.ERROR, token=0xFD if kind == tds.BATCH else 0xFE))

    def send_rows(self, names, rows, count, kind):
        types = [type_of([row[i] for row in rows]) for i in range(len(names))]
        tokens = b""
        if names:
            tokens = tds.columns(names, types) + b"".join(tds.row(row, types) for row in rows)
            count = len(rows)
        if kind == tds.BATCH:
            self.send(tokens + tds.done(count=count))
        else:
            self.send(tokens + tds.done(tds.MORE, count, token=0xFF) + b"\x79\0\0\0\0" + tds.done(token=0xFE))

    def send(self, tokens, last=True):
        if last:
            tds.send_message(self.stream, tds.ANSWER, tokens)
        else:
            for at in range(0, len(tokens), 4000):
                part = tokens[at : at + 4000]
                self.stream.sendall(bytes([tds.ANSWER, 0]) + (len(part) + 8).to_bytes(2, "big") + b"\0\0\1\0" + part)

    def note(self, text):
        if self.server.options.log:
            with self.server.lock, open(self.server.options.log, "a", encoding="utf-8") as log:
                log.write(text.replace("\n", "\n\t") + "\n")


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 100

    def __init__(self, options):
        super().__init__(("127.0.0.1", options.port), Connection)
        self.options = options
        self.script = Script(options.script)
        self.lock = threading.Lock()
        self.tls = tds_tls.context(options.certificate, options.key, options.old_tls) if options.certificate else None


def options():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--database", default=":memory:", help="the SQLite file")
    parser.add_argument("--user", default="besadmin")
    parser.add_argument("--password", default="")
    parser.add_argument("--version", default="10.50.1600", help="10.50: SQL Server 2008 R2")
    parser.add_argument("--encryption", choices=ENCRYPTION, default="on")
    parser.add_argument("--certificate")
    parser.add_argument("--key")
    parser.add_argument("--old-tls", action="store_true", help="TLS 1.0 and nothing newer")
    parser.add_argument("--silent", action="store_true", help="takes connections and says nothing")
    parser.add_argument("--breaks-off", choices=("silent", "closed"), help="after the first answer, before TLS")
    parser.add_argument("--script")
    parser.add_argument("--log", help="logins and statements")
    chosen = parser.parse_args()
    chosen.version = tuple(int(number) for number in chosen.version.split("."))
    return chosen


def main():
    server = Server(options())
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_address[1], flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
