# SPDX-License-Identifier: Apache-2.0
"""The wire of SQL Server's protocol TDS 7.3, as far as a client that logs in and runs statements needs it."""

import struct

BATCH, RPC, ANSWER, ATTENTION, LOGIN, PRELOGIN = 0x01, 0x03, 0x04, 0x06, 0x10, 0x12
COLLATION = b"\x09\x04\xd0\x00\x34"
MORE, ERROR, COUNT, ATTENDED = 0x01, 0x02, 0x10, 0x20
EXECUTE_SQL = 10
LONG = "nvarchar(max)"  # beside str, which is nvarchar(4000), and int


class Closed(Exception):
    """The other side has closed the connection."""


def counted(text):
    return bytes([len(text)]) + text.encode("utf-16-le")


def long_counted(text):
    return struct.pack("<H", len(text.encode("utf-16-le")) // 2) + text.encode("utf-16-le")


def receive(stream, count):
    data = b""
    while len(data) < count:
        part = stream.recv(count - len(data))
        if not part:
            raise Closed
        data += part
    return data


def receive_message(stream):
    """Type and content of a message, which may be several packets."""
    content = b""
    while True:
        kind, status, size = struct.unpack(">BBH", receive(stream, 8)[:4])
        content += receive(stream, size - 8)
        if status & 1:
            return kind, content


def send_message(stream, kind, content):
    most = 4096 - 8
    parts = [content[i : i + most] for i in range(0, len(content), most)] or [b""]
    for number, part in enumerate(parts):
        last = number + 1 == len(parts)
        stream.sendall(struct.pack(">BBHHBB", kind, last, len(part) + 8, 0, (number + 1) % 256, 0) + part)


def prelogin(version, encryption):
    """What a server says: its version (major, minor, build), and the byte about encryption."""
    major, minor, build = version
    values = [(0, struct.pack(">BBHH", major, minor, build, 0)), (1, bytes([encryption])), (2, b"\0"), (3, b"")]
    at = 5 * len(values) + 1
    table = body = b""
    for option, value in values:
        table += struct.pack(">BHH", option, at + len(body), len(value))
        body += value
    return table + b"\xff" + body


def encryption_of(prelogin_content):
    """The byte about encryption that a client sent."""
    at = 0
    while prelogin_content[at] != 0xFF:
        option, begin, _ = struct.unpack(">BHH", prelogin_content[at : at + 5])
        if option == 1:
            return prelogin_content[begin]
        at += 5
    return 2


def login_of(content):
    """Texts of a login, with the password as it was typed."""
    def text(at):
        begin, size = struct.unpack("<HH", content[at : at + 4])
        return content[begin : begin + 2 * size]

    plain = bytes(((byte ^ 0xA5) << 4 | (byte ^ 0xA5) >> 4) & 0xFF for byte in text(44))
    names = {"user": 40, "program": 48, "language": 64, "database": 68}
    return {"password": plain.decode("utf-16-le")} | {name: text(at).decode("utf-16-le") for name, at in names.items()}


def login_acknowledged(version, packet_size=4096):
    major, minor, build = version
    body = b"\x01\x73\x0b\x00\x03" + counted("Microsoft SQL Server") + struct.pack(">BBH", major, minor, build)
    change = b"\x04" + counted(str(packet_size)) + counted("4096")
    return (b"\xe3" + struct.pack("<H", len(change)) + change + b"\xad" + struct.pack("<H", len(body)) + body)


def error(number, words, severity=16, state=1):
    body = struct.pack("<iBB", number, state, severity) + long_counted(words) + counted("stand-in") + counted("") + struct.pack("<I", 1)
    return b"\xaa" + struct.pack("<H", len(body)) + body


def information(number, words):
    body = struct.pack("<iBB", number, 1, 0) + long_counted(words) + counted("stand-in") + counted("") + struct.pack("<I", 1)
    return b"\xab" + struct.pack("<H", len(body)) + body


def done(status=0, count=None, token=0xFD):
    return struct.pack("<BHHQ", token, status | (COUNT if count is not None else 0), 0xC1, count or 0)


def columns(names, types):
    token = b"\x81" + struct.pack("<H", len(names))
    for name, kind in zip(names, types):
        info = b"\x26\x08" if kind is int else b"\xe7" + (b"\xff\xff" if kind is LONG else b"\x40\x1f") + COLLATION
        token += struct.pack("<IH", 0, 1) + info + counted(name)
    return token


def row(values, types):
    token = b"\xd1"
    for value, kind in zip(values, types):
        if kind is int:
            token += b"\0" if value is None else b"\x08" + struct.pack("<q", value)
        elif value is None:
            token += b"\xff" * (8 if kind is LONG else 2)
        elif kind is LONG:
            text = value.encode("utf-16-le")
            token += struct.pack("<QI", len(text), len(text)) + text + bytes(4)
        else:
            text = str(value).encode("utf-16-le")
            token += struct.pack("<H", len(text)) + text
    return token


def batch_text(content):
    """The statements of a batch."""
    return content[struct.unpack("<I", content[:4])[0] :].decode("utf-16-le")


class _Reader:
    def __init__(self, content):
        self.content = content
        self.at = struct.unpack("<I", content[:4])[0]

    def take(self, form):
        values = struct.unpack_from("<" + form, self.content, self.at)
        self.at += struct.calcsize("<" + form)
        return values[0]

    def bytes(self, count):
        self.at += count
        return self.content[self.at - count : self.at]

    def value(self):
        kind = self.take("B")
        if kind == 0xE7:  # nvarchar
            most = self.take("H")
            self.bytes(5)
            if most == 0xFFFF:
                return self.long_text()
            size = self.take("H")
            return None if size == 0xFFFF else self.bytes(size).decode("utf-16-le")
        if kind == 0x63:  # ntext
            self.take("I")
            self.bytes(5)
            size = self.take("i")
            return None if size < 0 else self.bytes(size).decode("utf-16-le")
        if kind == 0x26:  # integer that may be null
            self.take("B")
            size = self.take("B")
            return int.from_bytes(self.bytes(size), "little", signed=True) if size else None
        if kind == 0x7F:
            return self.take("q")
        raise ValueError(f"a parameter of type {kind:#x}")

    def long_text(self):
        total = self.take("Q")
        text = b""
        while total != 0xFFFFFFFFFFFFFFFF and (size := self.take("I")):
            text += self.bytes(size)
        return None if total == 0xFFFFFFFFFFFFFFFF else text.decode("utf-16-le")


def call_of(content):
    """Statement and parameters of a call of sp_executesql."""
    reader = _Reader(content)
    length = reader.take("H")
    procedure = reader.take("H") if length == 0xFFFF else reader.bytes(2 * length).decode("utf-16-le")
    if procedure not in (EXECUTE_SQL, "sp_executesql"):
        raise ValueError(f"a call of {procedure}")
    reader.take("H")
    values = []
    while reader.at < len(content):
        name = reader.bytes(2 * reader.take("B")).decode("utf-16-le")
        reader.take("B")
        values.append((name, reader.value()))
    return values[0][1], {f"P{number}": value for number, (_, value) in enumerate(values[2:], 1)}
