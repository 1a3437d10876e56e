#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""forge_media.py GOOD TREE KEY CERTIFICATE OUT < TABLE: for line N of the table copies OUT/N-FORM that differ in one name, of the media GOOD,
whole and signed, and of the TREE that it was made of. Says for each "N<tab>FORM<tab>KIND<tab>TEXT": TEXT is how setup names what it refuses.

A line is "KIND NAME", the name with Python's escapes; a second name, after " + ", is that of another file. The FORM is "listed" (media.json and
archive have the name), "hidden" (the archive alone has it) or "tree" (the tree has it, where Linux has such names). KIND says where it is:
  alias    of the file share/README in the archive: hidden
  link     the target of a symbolic link; package, archive, program: the id of a package, its archive, the program of a service: listed
  deep     of a new file in new folders, good ones: listed, tree
  another  of a new file
"""
import copy
import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import tarfile
import unicodedata

CONTENT = b"x"
TYPES = {"file": tarfile.REGTYPE, "folder": tarfile.DIRTYPE, "link": tarfile.SYMTYPE}
good, tree, key, certificate, out = sys.argv[1:]
with open(os.path.join(good, "media.json"), encoding="utf-8") as good_json:
    good_manifest = json.load(good_json)


def package_of(manifest):
    return next(package for package in manifest["packages"] if package["id"] == "alert")


def zstd(bytes_, *options):
    return subprocess.run(["zstd", "-q", *options], input=bytes_, stdout=subprocess.PIPE, check=True).stdout


def unpacked(path):
    with open(path, "rb") as file, tarfile.open(fileobj=io.BytesIO(zstd(file.read(), "-d"))) as archive:
        return {entry.name: archive.extractfile(entry).read() for entry in archive if entry.isreg()}


contents = unpacked(os.path.join(good, package_of(good_manifest)["archive"]))


def packed(files):
    tar = io.BytesIO()
    with tarfile.open(fileobj=tar, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for file in files:
            entry = tarfile.TarInfo(file["path"])
            entry.type, entry.mode, entry.linkname = TYPES[file["type"]], int(file["mode"], 8), file.get("target", "")
            entry.size = file.get("size", 0)
            archive.addfile(entry, io.BytesIO(contents.get(file["path"], contents["share/README"] if entry.size > 1 else CONTENT)))
    return zstd(tar.getvalue())


def by_path(file):
    return file["path"].encode()


def with_files(files, names):
    """The files of the package, and those of that name, each in a folder that is listed."""
    all_files = {file["path"]: file for file in files}
    for name in names:
        parts = name.split("/")
        for i in range(1, len(parts)):
            all_files.setdefault("/".join(parts[:i]), {"path": "/".join(parts[:i]), "type": "folder", "mode": "0755"})
        all_files[name] = {"path": name, "type": "file", "mode": "0755", "size": 1, "sha256": hashlib.sha256(CONTENT).hexdigest()}
    return sorted(all_files.values(), key=by_path)


def write_archive(folder, package, files):
    archive = packed(files)
    package["size"], package["sha256"] = len(archive), hashlib.sha256(archive).hexdigest()
    with open(os.path.join(folder, package["archive"]), "wb") as file:
        file.write(archive)


def spoil(folder, manifest, form, kind, names):
    package = package_of(manifest)
    if kind == "program":
        component = next(component for component in manifest["catalog"]["components"] if component["package"] == "alert")
        component["services"][0]["program"] = names[0]
    elif kind in ("package", "archive"):
        old = package["archive"]
        package["archive"] = f"packages/{names[0]}"
        if kind == "package":
            package["id"] = names[0]
            manifest["packages"].sort(key=lambda other: other["id"])
        os.rename(os.path.join(folder, old), os.path.join(folder, package["archive"]))
    elif kind == "alias":
        write_archive(folder, package, [file | {"path": names[0]} if file["path"] == "share/README" else file for file in package["files"]])
    else:
        files = with_files(package["files"], names)
        if kind == "link":
            link = {"path": "link", "type": "link", "mode": "0777", "target": names[0]}
            files = sorted(package["files"] + [link], key=by_path)
        package["files"] = files if form == "listed" else with_files(package["files"], names[1:])
        write_archive(folder, package, files)


def sign(folder):
    content = os.path.join(folder, "media.json")
    subprocess.run(["openssl", "cms", "-sign", "-binary", "-noattr", "-md", "sha256", "-outform", "DER", "-signer", certificate, "-inkey", key]
                   + ["-in", content, "-out", content + ".p7s"], check=True)


def forms_of(kind, names):
    if kind == "alias":
        return ("hidden",)
    if kind in ("link", "package", "archive", "program"):
        return ("listed",)
    seen_alone = kind == "deep" or not all(map(str.isascii, names[1:]))
    return ("listed", "tree") if seen_alone else ("listed", "hidden", "tree")


def make_media(folder, form, kind, names):
    shutil.copytree(good, folder)
    manifest = copy.deepcopy(good_manifest)
    spoil(folder, manifest, form, kind, names)
    with open(os.path.join(folder, "media.json"), "w", encoding="utf-8") as file:
        json.dump(manifest, file, indent=2)
    sign(folder)


def make_tree(folder, names):
    shutil.copytree(tree, folder, copy_function=os.link)
    for name in names:
        path = os.path.join(folder, "alert", name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(CONTENT)


LONGEST = 100  # setup cuts names that are much longer


def text_of(form, kind, name):
    if form == "hidden":  # libarchive gives a name that it translates for Windows with its accents composed
        name = unicodedata.normalize("NFC", name)
    shown = "".join(c if c.isprintable() else "?" for c in name.removesuffix("/f"))
    whole = len(shown) <= LONGEST and kind != "deep"
    if form == "tree":  # what Windows takes for separators is in names of a folder of Linux only, and seen through Wine
        above = "" if ":" in shown or shown.startswith("\\\\") else "alert/"
        return above + shown[:LONGEST].replace("\\", "/")
    texts = {"link": '"link"', "package": f"package {shown}:", "archive": f'"packages/{shown}"'}
    return texts.get(kind, f'"{shown}"' if whole else f'"{shown[:LONGEST]}')


for number, line in enumerate(sys.stdin.read().splitlines()):
    kind, _, text = line.partition(" ")
    names = [name.encode("latin-1").decode("unicode_escape") for name in text.split(" + ")]
    for form in forms_of(kind, names):
        folder = os.path.join(out, f"{number}-{form}")
        try:
            if form == "tree":
                make_tree(folder, names)
            else:
                make_media(folder, form, kind, names)
        except OSError as error:
            print(f"no {folder}: {error.strerror}", file=sys.stderr)
        else:
            print(number, form, kind, text_of(form, kind, names[0]), sep="\t")
