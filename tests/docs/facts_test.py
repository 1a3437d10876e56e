# SPDX-License-Identifier: Apache-2.0
"""Follows every reference to resources/facts, of the form "FILE §NUMBER", and reads the facts.

A reference leads to a section that exists, and names its file: a list may name it once ("FILE §A, §B and §C"). Every
section with a number is a section of facts: something outside resources/facts refers to it, and each of its paragraphs, items
and rows says how sure it is. What is documented names a document of the list at the end of its file. Sections without a
number are overviews.
"""

import pathlib
import re
import shutil
import subprocess
import sys

FACTS = "resources/facts/"
WORDS = ("*documented*", "*recalled*", "*our own design*", "*tried*")
GAP = r"(?:[ \t]|\n[ \t]*(?:///?<?|#|--|\*)?)+"  # also where a comment goes on in the next line
SECTION = r"§\d+(?:\.\d+)?"
REFERENCE = re.compile(rf"([\w-]+)\.md{GAP}({SECTION}(?:(?:,{GAP}|{GAP}and{GAP}){SECTION})*)")
HEADING = re.compile(r"## (\d+(?:\.\d+)?) \S")


def tracked(root):
    words = ["git", "-C", root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(words, capture_output=True, text=True) if shutil.which("git") else None
    if listed and listed.returncode == 0:
        return [root / name for name in listed.stdout.split("\0") if name]
    ignored = {line.strip("/\n") for line in open(root / ".gitignore", encoding="utf-8")} | {".git"}
    return [path for path in root.rglob("*") if path.relative_to(root).parts[0] not in ignored]


def read(root):
    texts = {}
    for path in tracked(root):
        try:
            texts[str(path.relative_to(root))] = path.read_text(encoding="utf-8")
        except (UnicodeDecodeError, OSError):
            pass  # a picture, a folder, a link to nowhere
    return texts


def sections(text):
    """(number or "", first line, lines) of each section."""
    found = [("", 1, [])]
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("#"):
            heading = HEADING.match(line)
            found.append((heading.group(1) if heading else "", number, []))
        else:
            found[-1][2].append((number, line))
    return found


def facts(lines):
    """(first line, text) of each paragraph, item and row of a table, with the block of code below it."""
    found = []
    inside = False
    for number, line in lines:
        row = line.startswith("|")
        if line.startswith("    ") or (inside and line.strip() and not row and not line.startswith("* ")):
            found[-1][1] += "\n" + line
        elif line.strip():
            found.append([number, line])
        inside = bool(line.strip()) and not row
    # Above the line that closes it, a table has its head.
    rule = [i for i, (_, text) in enumerate(found) if re.fullmatch(r"[|\- ]+", text)]
    return [fact for i, fact in enumerate(found) if i not in rule and i + 1 not in rule]


def problems_of_facts(path, text):
    found = []
    ending = text.split("\n## Documents\n")
    documents = set(re.findall(r"^\* \[([^\]]+)\]", ending[1] if len(ending) == 2 else "", re.M))
    unused = set(documents)
    numbers = [number for number, _, _ in sections(text) if number]
    found += [f"{path}: §{number} stands there twice" for number in set(numbers) if numbers.count(number) > 1]
    for number, _, lines in sections(text):
        for line, fact in facts(lines) if number else []:
            if not any(word in re.sub(r"\s+", " ", fact) for word in WORDS):
                found.append(f"{path}:{line}: a fact says neither of {', '.join(WORDS)}")
            named = set(re.findall(r"(?<!`)\[([A-Za-z][^\]]*)\]", fact.replace("\n  ", " ")))
            unused -= named
            found += [f"{path}:{line}: the document [{name}] is not listed" for name in sorted(named - documents)]
            if WORDS[0] in fact and not named & documents:
                found.append(f"{path}:{line}: {WORDS[0]}, but where? A document in brackets is missing")
    return found + [f"{path}: nothing refers to the document [{name}]" for name in sorted(unused)]


def problems(texts):
    """What is wrong with a tree of texts by path, and how many references there are."""
    files = {pathlib.PurePath(path).stem: path for path in texts if path.startswith(FACTS) and path.endswith(".md")}
    known = {name: {number for number, _, _ in sections(texts[path]) if number} for name, path in files.items()}
    mention = re.compile(rf"(?<!{FACTS})\b({'|'.join(files)})\.md\b")
    found = []
    referred = set()
    count = 0
    for path, text in texts.items():
        inside = path.startswith(FACTS)

        def problem(at, what):
            found.append(f"{path}:{text.count(chr(10), 0, at) + 1}: {what}")

        good = set()
        for reference in REFERENCE.finditer(text):
            name = reference.group(1)
            for section in re.finditer(SECTION, reference.group(2)):
                good.add(reference.start(2) + section.start())
                number = section.group()[1:]
                count += not inside
                if number not in known.get(name, ()):
                    problem(reference.start(), f"{FACTS}{name}.md has no section {number}")
                elif not inside:
                    referred.add((name, number))
            good.add(reference.start())
            if text[: reference.start()].endswith(FACTS):
                problem(reference.start(), f"a reference is short: {name}.md, without {FACTS}")
        for other in mention.finditer(text):
            if not inside and other.start() not in good:
                problem(other.start(), f"{other.group()} is named without a section, or without {FACTS}")
        for section in re.finditer(SECTION, text):
            if section.start() in good:
                continue
            if not inside:
                problem(section.start(), f"{section.group()} of which file?")
            elif section.group()[1:] not in known[pathlib.PurePath(path).stem]:
                problem(section.start(), f"there is no {section.group()} here")
    for name, path in files.items():
        found += [f"{path}: nothing refers to §{number}" for number in sorted(known[name] - {n for f, n in referred if f == name})]
        found += problems_of_facts(path, texts[path])
    if not files or not count:
        found.append(f"no facts in {FACTS}, or no reference to them")
    return found, count


def overlooked(texts):
    """Mistakes that are not found: each is made in a copy of the part of the tree that refers to facts."""
    texts = {each: text for each, text in texts.items() if "\N{SECTION SIGN}" in text}
    name = "bes" + ".md"
    path = FACTS + name
    text = texts[path]
    sign = "\N{SECTION SIGN}"
    more = {
        "a section that does not exist": {"a.cpp": f"// {name} {sign}99.9"},
        "a file that does not exist": {"a.cpp": f"// exchange.md {sign}1.1"},
        "a section in the next line that does not exist": {"a.cpp": f"// {name}\n// {sign}99.9"},
        "the second of a list that does not exist": {"a.cpp": f"// {name} {sign}1.1 and {sign}99.9"},
        "a section without its file": {"a.cpp": f"// {sign}1.1"},
        "a file without a section": {"a.cpp": f"// see {name}"},
        "a section that nothing refers to": {path: text.replace("\n## Documents", "\n## 99.9 X\n\n* A. *recalled*\n\n## Documents")},
        "a fact without a word": {path: text.replace("\n## Documents", "\n* A fact.\n\n## Documents")},
        "a row without a word": {path: text.replace("| *recalled* |\n", "| |\n", 1)},
        "a documented fact without a document": {path: text.replace("*documented* [standby page]", "*documented*", 1)},
        "a document that is not listed": {path: text.replace("*documented* [standby page]", "*documented* [x]", 1)},
        "a document that nothing names": {path: text + "* [x] A document\n"},
        "no facts at all": {each: "" for each in texts if each.startswith(FACTS)},
    }
    return [mistake for mistake, change in more.items() if not problems({**texts, **change})[0]]


def main():
    texts = read(pathlib.Path(sys.argv[1]).resolve())
    found, count = problems(texts)
    found = found or [f"this test overlooks {mistake}" for mistake in overlooked(texts)]
    print(*found, f"{count} references to facts, {len(found)} problems", sep="\n")
    return 1 if found else 0


sys.exit(main())
