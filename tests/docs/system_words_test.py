# SPDX-License-Identifier: Apache-2.0
"""Holds what the program for Windows says to words that its administrator understands.

linux_words.txt has the words that only a computer with Linux understands. A text of the program that has one of them is
chosen by the system where it is made: its statement names Windows, as in "onWindows(situation) ? … : …". Or it says itself
of which system it speaks, as the tables of ids do. Or only a computer with Linux comes to it, and LINUX_ALONE says why.
What findings, titles of steps and the help of answers are made of at run time is looked at by tests/unit (windows_words_test.cpp).
"""

import pathlib
import re
import sys

LITERAL = re.compile(r'R"\(.*?\)"|"(?:\\.|[^"\\\n])*"', re.DOTALL)
BETWEEN = re.compile(r'"\s*"')  # a text that goes on in the next line
TOKENS = re.compile(rf"(?P<literal>(?:{LITERAL.pattern})(?:\s*(?:{LITERAL.pattern}))*)|//[^\n]*|/\*.*?\*/"
                    r"|#include[^\n]*|'(?:\\.|[^'\\])'", re.DOTALL)
# Where another statement, or another line of a table, begins.
BORDER = re.compile(r";|\b(?:IdEntry|ExitCodeEntry|NamedFact)\{|\{\{?\.name\b")
CHOSEN = re.compile(r"windows|textFor\(|freeMemory\(", re.IGNORECASE)
SYSTEM = re.compile(r"\b(?:Windows|Linux)\b")
TABLE = re.compile(r"installer-core/model/(?:ids_\w+|exit_code)\.cpp")  # where "of systemd" says it too

# Texts that no run on Windows comes to: the file, a part of the text, why.
LINUX_ALONE = [
    ("installer-core/answers/account_names.cpp", "must not be root", "the names of Linux"),
    ("installer-core/check/computer_rules.cpp", "hostnamectl", "remedyForName has another one for Windows"),
    ("installer-core/check/folder_place_rules.cpp", "The units hide home folders", "checkHidden is not called on Windows"),
    ("installer-core/check/folder_place_rules.cpp", "such as in /opt", "checkHidden is not called on Windows"),
    ("installer-core/check/folder_place_rules.cpp", "belongs to systemd", "places of Linux"),
    ("installer-core/check/folder_rules.cpp", "mounted noexec", "no folder of Windows is"),
    ("installer-core/check/folder_rules.cpp", "free inodes", "Windows counts none"),
    ("installer-core/check/relation_rules.cpp", "", "nothing adds to a service of Windows from outside"),
    ("installer-core/check/setup_rules.cpp", "The service account has the rights of root", "checkAccountThatExists: Linux"),
    ("installer-core/check/setup_rules.cpp", "is not in /etc/passwd", "checkAccountThatExists: Linux"),
    ("installer-core/check/setup_rules.cpp", "groupadd", "checkAccountThatExists: Linux"),
    ("installer-core/check/setup_rules.cpp", "useradd", "checkNewAccount: Linux"),
    ("installer-core/check/space_rules.cpp", "ulimit -H -f", "no process of Windows has that limit"),
    ("installer-core/check/space_rules.cpp", "limits.conf", "no process of Windows has that limit"),
    ("installer-core/check/surroundings_rules.cpp", "", "checkSystemd: where systemd is known"),
    ("installer-core/database/sqlserver_client.cpp", "tdsodbc", "the driver of Linux; refused before on Windows"),
    ("installer-core/detect/computer.cpp", "/etc/hostname", "images, of which there are none of Windows"),
    ("installer-core/detect/place_look.cpp", "units and rules", "lookAtUnits is not called on Windows"),
    ("installer-core/detect/place_look.cpp", "masks the unit", "lookAtUnits is not called on Windows"),
    ("installer-core/detect/unit_places.cpp", "", "lookAtUnits is not called on Windows"),
    ("installer-core/media/package_tree.cpp", "set-user-ID", "no file of Windows has the bit"),
    ("installer-core/media/package_tree.cpp", "Remove the bit with chmod", "no file of Windows has the bit"),
    ("installer-core/model/catalog_json.cpp", "is not a valid unit name", "catalogues for Linux"),
    ("app/setup/commands/practice.cpp", "", "no command of the program for Windows"),
    ("app/setup/report_sources.cpp", "in systemd's journal", "Windows has no such journal, and unitJournal fails there"),
    ("app/setup/output/explanation_view.cpp", '\\"unit\\"', "a member of the catalogue, looked for"),
    ("app/setup/output/man_page.cpp", "", "manual pages are Linux'"),
]


def linux_words(root):
    lines = (root / "tests/docs/linux_words.txt").read_text(encoding="utf-8").splitlines()
    return re.compile("|".join(f"(?:{line})" for line in lines if line and not line.startswith("#")), re.IGNORECASE)


def texts(path):
    """Each text of a source file that people could read: its line, itself, and the statement that it is a part of."""
    source = path.read_text(encoding="utf-8")
    blank = lambda found: re.sub(r"[^\n]", " ", found[0])  # neither a text nor a comment has a border in it
    code = TOKENS.sub(blank, source)
    borders = [0, *(found.start() for found in BORDER.finditer(code)), len(code)]
    for found in TOKENS.finditer(source):
        if found["literal"] and re.search(r"\s", found["literal"].strip()):
            begin = max(border for border in borders if border <= found.start())
            end = min(border for border in borders if border >= found.end())
            yield source.count("\n", 0, found.start()) + 1, BETWEEN.sub("", found["literal"]), code[begin:end]


def main(root):
    words = linux_words(root)
    wrong = []
    used = set()
    for folder in ("installer-core", "app/setup"):
        for path in sorted((root / folder).rglob("*")):
            name = str(path.relative_to(root))
            if path.suffix not in (".cpp", ".hpp") or name.startswith("installer-core/host/linux/"):
                continue
            for line, text, statement in texts(path):
                found = words.search(text.replace("target.root", ""))
                if not found or SYSTEM.search(text) or CHOSEN.search(statement):
                    continue
                if TABLE.fullmatch(name) and "systemd" in text:
                    continue
                known = [entry for entry in LINUX_ALONE if entry[0] == name and entry[1] in text]
                used.update(known)
                if not known:
                    wrong.append(f"{name}:{line}: only a computer with Linux understands \"{found[0].strip()}\": choose the text "
                                 f"by the system, or say in LINUX_ALONE of this test why Windows does not come to it: {text}")
    wrong += [f"{entry[0]} no more has the text \"{entry[1]}\", which is in the list of this test"
              for entry in LINUX_ALONE if entry not in used]
    print("\n".join(wrong))
    return 1 if wrong else 0


sys.exit(main(pathlib.Path(sys.argv[1])))
