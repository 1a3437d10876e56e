# SPDX-License-Identifier: Apache-2.0
"""Holds the ids in the code to the tables of them, installer-core/model/ids_*.cpp.

Whatever in the code has the form of an id ("media.signature") is in one of them, or is something else that this test knows: an answer,
an entry of a plan's basis, the name of a file. Where a finding, a failure or a step is made, its id is in the table of just that.
No entry of a table has nothing in the code.
"""

import collections
import pathlib
import re
import sys

import ids_table

ID = r'"([a-z]+\.[a-z][a-z0-9]*(?:-[a-z0-9]+)*)"'
WORD = re.compile(ID)
FIRST = r"\(\s*"
# "ExitCode::media, ", or a choice of two codes
SECOND = r"[({]\s*[\w:=!?<>()\s]*,\s*"
MADE = {
    "findings": re.compile(r"\b(?:passed|information|warning)" + FIRST + ID + r"|\b(?:blocker|unknownBlocker)" + SECOND + ID),
    "failures": re.compile(r"\bfail" + SECOND + ID + r"|\bFailure(?: \w+)?" + SECOND + ID + r"|\breturn \{ExitCode::\w+,\s*" + ID),
    "steps": re.compile(r"\.id = " + ID + r"|\b(?:add|takeOut)" + FIRST + ID),
}
ANSWER = re.compile(r'\.name = "([a-z]+\.[a-z-]+)"')
SETTABLE = re.compile(r'\{\{"([a-z.-]+)", "')
BASIS = re.compile(r'\{"([a-z]+\.[a-z-]+)"')
# names of files; an attribute of files
OTHERS = re.compile(r".+\.(hpp|nsf|ini|json|db|db-journal|dll|so|target|html|md|defs|txt)$|security\.capability$")


def sources(root):
    for folder in ("installer-core", "app", "wizard"):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in (".cpp", ".hpp") and path.relative_to(root).as_posix() not in ids_table.SOURCES.values():
                yield path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")


def made(text):
    """(table, id) of what is made in a source"""
    for table, pattern in MADE.items():
        for match in pattern.finditer(text):
            yield table, next(word for word in match.groups() if word)


def problems(tables, code, known):
    all_ids = set().union(*tables.values())
    used = set()
    for name, text in code:
        words = set(WORD.findall(text))
        used |= words
        for word in sorted(words - all_ids - known):
            if not OTHERS.match(word):
                yield f"{name}: {word} is in none of {', '.join(ids_table.SOURCES.values())}"
        for table, word in sorted(set(made(text))):
            if word not in tables[table]:
                yield f"{name}: {word} is not in {ids_table.SOURCES[table]}"
    for table, words in tables.items():
        for word in sorted(words - used):
            yield f"{ids_table.SOURCES[table]}: no code has {word}"


def overlooked(tables, known):
    """Mistakes that are not found."""
    whole = " ".join(f'"{word}"' for words in tables.values() for word in words)
    mistakes = ('fail(ExitCode::usage, "no.such", what)', 'passed("domino.accept-unknown", "x")', 'const std::string id = "no.such";',
                'Failure{ExitCode::usage, "folders.install"', '{.id = "folders.install",', 'add("media.trust", x)',
                'return {ExitCode::usage, "folders.install"', 'blocker(ExitCode::media,\n  "media.read", "x")', 'unknownBlocker(ExitCode::domino, "http.tls"')
    found = [mistake for mistake in mistakes if not list(problems(tables, [("", f"{whole} {mistake}")], known))]
    return found if list(problems(tables, [("", whole.replace('"srp.key"', ""))], known)) else [*found, "an entry that nothing uses"]


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    tables = ids_table.ids(root)
    code = list(sources(root))
    known = {word for name, text in code if name.startswith("installer-core/answers/") for word in ANSWER.findall(text)}
    known |= {word for name, text in code if name == "installer-core/plan/make_plan.cpp" for word in BASIS.findall(text)}
    known |= {word for name, text in code if name == "installer-core/what_if.cpp" for word in SETTABLE.findall(text)}
    found = list(problems(tables, code, known))
    found += [f"this test judges wrongly: {mistake}" for mistake in overlooked(tables, known)]
    counts = collections.Counter(table for _, text in code for table, _ in set(made(text)))
    if any(counts[table] < 20 for table in MADE) or len(known) < 20:
        found.append("this test no longer finds findings, failures, steps or answers in the sources")
    print(*found, f"{len(found)} problems", sep="\n")
    return 1 if found else 0


sys.exit(main())
