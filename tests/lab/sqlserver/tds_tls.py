# SPDX-License-Identifier: Apache-2.0
"""TLS as TDS has it: the handshake goes within packets of the prelogin, what follows does not."""

import ssl

import tds


class Encrypted:
    """A stream with TLS on top of another one."""

    def __init__(self, stream, context):
        self.stream = stream
        self.incoming, self.outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self.tls = context.wrap_bio(self.incoming, self.outgoing, server_side=True)
        self._shake_hands()

    def _shake_hands(self):
        while True:
            try:
                self.tls.do_handshake()
                finished = True
            except ssl.SSLWantReadError:
                finished = False
            if self.outgoing.pending:
                tds.send_message(self.stream, tds.PRELOGIN, self.outgoing.read())
            if finished:
                return
            self.incoming.write(tds.receive_message(self.stream)[1])

    def recv(self, count):
        while True:
            try:
                return self.tls.read(count)
            except ssl.SSLWantReadError:
                data = self.stream.recv(65536)
                if not data:
                    raise tds.Closed from None
                self.incoming.write(data)

    def sendall(self, data):
        self.tls.write(data)
        self.stream.sendall(self.outgoing.read())


def context(certificate, key, old):
    """With TLS 1.2; `old`: with TLS 1.0 and nothing newer."""
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.set_ciphers("ALL:@SECLEVEL=0")
    made.minimum_version = ssl.TLSVersion.TLSv1 if old else ssl.TLSVersion.TLSv1_2
    made.maximum_version = ssl.TLSVersion.TLSv1 if old else ssl.TLSVersion.TLSv1_2
    made.load_cert_chain(certificate, key)
    return made
