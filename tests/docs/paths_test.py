# SPDX-License-Identifier: Apache-2.0
"""Holds the code to the two functions in which paths and text meet: utf8() and pathOf() of installer-core/text/path_text.hpp. And to
the one that has the reasons of the system, systemReason() of installer-core/host/system_reason.hpp. And to those that take paths of any
length on Windows: entriesIn() of installer-core/host/folder_entries.hpp and streamPath() of installer-core/host/reached.hpp.

What the standard library makes of a text is another thing on another system: its own forms are found here. What stands in a class of
a system (host/linux), and what is only for practice, may make paths of what that system told.
"""

import pathlib
import re
import sys

TO_TEXT = re.compile(r"\.(?:generic_|u8)?string\(\)")
FROM_TEXT = re.compile(r"\b(?:fs|filesystem)::path\((?!\))")
REASON = re.compile(r"\.message\(\)")
LISTED = re.compile(r"directory_iterator|directory_entry")
OPENED = re.compile(r"\bfstream \w+[({]|\b[io]fstream \w+[({]|std::ios::binary\b")
ALLOWED = {
    "installer-core/text/path_text.cpp": "the two functions",
    "installer-core/database/": "not there yet",
    "installer-core/answers/fields.hpp": "takes fields that are paths and fields that are texts",
    "installer-core/media/create.cpp": "links inside a package are text with '/'",
    "app/practice/": "for one system only",
}
REASON_ALLOWED = ("installer-core/host/", "installer-core/database/", "app/setup/commands/status.cpp", "app/practice/")  # two: not there yet
SYSTEM = "installer-core/host/"
ONE_SYSTEM = ("installer-core/host/linux/", "app/practice/", "app/documents/")


def short_paths(name, text):
    """The library's own take no path of more than 259 characters on Windows."""
    if name.startswith(ONE_SYSTEM):
        return
    for number, line in enumerate(text.splitlines(), 1):
        code = line.split("//")[0]
        if LISTED.search(code):
            yield f"{name}:{number}: folders are listed by host::entriesIn(): {line.strip()}"
        if OPENED.search(code) and "streamPath" not in code:
            yield f"{name}:{number}: a stream opens streamPath(path): {line.strip()}"


def problems(name, text):
    yield from short_paths(name, text)
    for number, line in enumerate(text.splitlines(), 1):
        if REASON.search(line.split("//")[0]) and not name.startswith(REASON_ALLOWED):
            yield f"{name}:{number}: reasons of the system come from systemReason(): {line.strip()}"
    if any(name.startswith(allowed) for allowed in ALLOWED):
        return
    for number, line in enumerate(text.splitlines(), 1):
        code = line.split("//")[0]
        if TO_TEXT.search(code) or (FROM_TEXT.search(code) and not name.startswith(SYSTEM)):
            yield f"{name}:{number}: paths and text meet in utf8() and pathOf(): {line.strip()}"


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    sources = [path for folder in ("installer-core", "app", "wizard") for path in sorted((root / folder).rglob("*"))
               if path.suffix in (".cpp", ".hpp")]
    found = [problem for path in sources for problem in problems(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"))]
    for mistake in ("file.string()", "path.generic_string() + x", "fs::path(text) / name", "error.message()",
                    "std::ifstream file(path);", "file.open(path, std::ios::in | std::ios::binary)", "fs::directory_iterator(folder)"):
        if not list(problems("installer-core/plan/x.cpp", mistake)):
            found.append(f"this test overlooks {mistake}")
    if len(sources) < 500:
        found.append("this test no longer finds the sources")
    print(*found, f"{len(found)} problems", sep="\n")
    return 1 if found else 0


sys.exit(main())
