# SPDX-License-Identifier: Apache-2.0
"""Holds every text that people read to the rules of CONTRIBUTING.md, "Style of words".

Retired words (retired_words.txt) are in no string literal of the program and in no document. In the core, no literal names an
option: a remedy names answers as data (model/remedy.hpp), so that the command line and the wizard each say how it is carried
out. Only a command that is copied as a whole, and what is handed to other programs, has options.
"""

import pathlib
import re
import sys

LITERAL = re.compile(r'R"\(.*?\)"|"(?:\\.|[^"\\\n])*"', re.DOTALL)
COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)
BETWEEN = re.compile(r'"\s*"')  # a text that goes on in the next line
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z.-]+")
COMMAND = re.compile(r'"(?:bes-standby-setup|journalctl|useradd|systemctl|openssl|groupadd)\b')

# What is handed to other programs, and where options are declared or typed.
WITH_OPTIONS = {
    "installer-core/answers": "declares and renders them",
    "installer-core/domino/ask_probe.cpp": "starts the probe",
    "installer-core/host/linux/accounts.cpp": "starts useradd",
    "installer-core/host/linux/service_records.cpp": "starts systemctl and journalctl",
    "installer-core/host/linux/systemctl.cpp": "starts systemctl",
    "installer-core/host/linux/systemd.cpp": "starts systemctl and journalctl",
    "installer-core/host/linux/systemd_state.cpp": "starts systemctl",
    "installer-core/host/windows/scm_services.cpp": "the command line of a service",
    "installer-core/services/unit_files.cpp": "the command line of a service",
    "installer-core/check/maintenance.cpp": "completes a command of setup's own",
    "installer-core/database/pair.cpp": "completes a command of setup's own",
}


def retired(root):
    for line in (root / "tests/docs/retired_words.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            word, instead = re.split(r" {2,}", line, maxsplit=1)
            yield re.compile(word, re.IGNORECASE), instead


def literals(path):
    """The string literals of a source file, each with its line; one that goes on in the next line is one."""
    text = path.read_text(encoding="utf-8")
    tokens = re.compile(f"(?P<literal>(?:{LITERAL.pattern})(?:\\s*(?:{LITERAL.pattern}))*)|{COMMENT.pattern}"
                        r"|(?P<include>#include[^\n]*)|'(?:\\.|[^'\\])'", re.DOTALL)
    for found in tokens.finditer(text):
        if found["literal"]:
            yield text.count("\n", 0, found.start()) + 1, BETWEEN.sub("", found["literal"])


def sources(root, *folders):
    for folder in folders:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in (".cpp", ".hpp"):
                yield path, str(path.relative_to(root))


def main(root):
    wrong = []
    words = list(retired(root))

    def look(name, line, text):
        if not re.search(r"\s", text.strip()):
            return  # a name
        for word, instead in words:
            if found := word.search(text):
                wrong.append(f"{name}:{line}: \"{found[0]}\" is a retired word: {instead}")

    for path, name in sources(root, "installer-core", "app", "wizard"):
        for line, literal in literals(path):
            look(name, line, literal)
            free = any(name.startswith(known) for known in WITH_OPTIONS)
            if name.startswith("installer-core/") and not free and not COMMAND.match(literal):
                if found := OPTION.search(literal):
                    wrong.append(f"{name}:{line}: names the option {found[0]}: a remedy names answers as data")
    for path in [root / "README.md", root / "resources/handbook/handbook.md", *sorted((root / "resources/translations").glob("*.ts"))]:
        name = str(path.relative_to(root))
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".ts":  # the source texts; translations are in another language
            text = re.sub(r"<translation.*?</translation>", lambda m: "\n" * m[0].count("\n"), text, flags=re.DOTALL)
        for number, line in enumerate(text.splitlines(), 1):
            look(name, number, line)
    for known in WITH_OPTIONS:
        if not (root / known).exists():
            wrong.append(f"{known} is in the list of this test, and is gone")
    print("\n".join(wrong))
    return 1 if wrong else 0


sys.exit(main(pathlib.Path(sys.argv[1])))
