#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""report_secrets.py SECRETS NAMES FOLDER: looks in every file of the folder for each line of both files. Secrets in every writing that a
program makes of them: as they are, percent-encoded, hexadecimal, base64 at each place and of UTF-16 too, UTF-16, without hyphens, in
capital letters. Names as they are, percent-encoded, in base64 and in UTF-16. Ends with 1 and says where, when one is found."""

import base64
import pathlib
import re
import sys
import urllib.parse


def in_base64(raw):
    """What base64 has of the bytes wherever they stand, without what depends on their neighbours."""
    for shift in range(3):
        text = base64.b64encode(bytes(shift) + raw)
        begin, end = -(-shift * 8 // 6), (shift + len(raw)) * 8 // 6
        yield text[begin:end]
        yield text[begin:end].translate(bytes.maketrans(b"+/", b"-_"))


def writings(text):
    raw = text.encode()
    yield raw
    yield urllib.parse.quote(text, safe="").encode()
    yield urllib.parse.quote_plus(text).encode()
    yield raw.hex().encode()
    for encoding in ("utf-16-le", "utf-16-be"):
        yield text.encode(encoding)
        yield from in_base64(text.encode(encoding))
    yield from in_base64(raw)


def all_writings(secret):
    for text in {secret, secret.replace("-", ""), secret.upper(), secret.lower(), secret.replace("-", "").upper()}:
        yield from writings(text)


def lines(file):
    return [line for line in pathlib.Path(file).read_text(encoding="utf-8").split("\n") if line]


def is_in(form, content):
    """A number may be a part of a longer one, as in a digest."""
    return form in content and (not form.isdigit() or re.search(rb"(?<![0-9a-fA-F])" + form + rb"(?![0-9a-fA-F])", content))


def main(secrets, names, folder):
    wanted = {form: text for text in lines(secrets) for form in all_writings(text)}
    wanted |= {form: text for text in lines(names) for form in writings(text)}
    found = []
    files = [file for file in pathlib.Path(folder).rglob("*") if file.is_file()]
    for file in files:
        content = str(file.relative_to(folder)).encode() + b"\n" + file.read_bytes()
        found += [f"{file.name} has {text!r} as {form[:60]!r}" for form, text in wanted.items() if is_in(form, content)]
    print(*found[:20], f"{len(wanted)} writings looked for in {len(files)} files, {len(found)} found", sep="\n")
    return 1 if found or len(files) < 4 or len(wanted) < 1000 else 0


sys.exit(main(*sys.argv[1:]))
