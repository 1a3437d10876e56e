# SPDX-License-Identifier: Apache-2.0
"""Follows what the documents for people name: README, handbook, CONTRIBUTING, CHANGELOG and the architecture of the core.

A relative link leads to a file or folder, and to a heading of it where it names one. A path in back quotes, or one of this
repository in a block of code, exists: as from the top folder or from that of the document. In a path, "*" and a word in
capitals (FLOOR) stand for any name, and one of them has to exist.
"""

import pathlib
import re
import sys

DOCUMENTS = ("README.md", "resources/handbook/handbook.md", "CONTRIBUTING.md", "CHANGELOG.md", "installer-core/README.md",
             "packaging/ansible/README.md")
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
FENCED = re.compile(r"^```.*?^```$", re.M | re.S)
QUOTED = re.compile(r"`([^`]+)`")
PATH = re.compile(r"[\w.*+-]+(?:/[\w.*+-]+)+/?")
# Not of the repository: what a build or the media has, and what a command is called with.
ELSEWHERE = ("build/", "packages/", "bin/")


def exists(root, folder, path):
    pattern = re.sub(r"\b[A-Z]{2,}\b(?!\.md)", "*", path.rstrip("/"))
    return any(next(base.glob(pattern), None) is not None for base in (root, folder))


def headings(text):
    """As links name them: "#a-first-look"."""
    titles = re.findall(r"^#+ (.+)$", text, re.M)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def problems_of_links(root, name, text):
    for target in LINK.findall(text):
        path, _, heading = target.partition("#")
        if "://" in target or target.startswith("mailto:"):
            continue
        file = (root / name).parent / path if path else root / name
        if not file.exists():
            yield f"{name}: the link {target} leads nowhere"
        elif heading and heading not in headings(text if not path else file.read_text(encoding="utf-8")):
            yield f"{name}: the link {target} names no heading"


def problems_of_paths(root, name, text):
    ours = {entry.name for entry in root.iterdir() if entry.is_dir()}
    prose = FENCED.sub("", text)
    blocks = "\n".join([*FENCED.findall(text), *(line for line in prose.splitlines() if line.startswith("    "))])
    words = {word for quoted in QUOTED.findall(prose) for word in quoted.split()}
    words |= {word for word in blocks.split() if word.split("/")[0] in ours}
    for word in sorted(words):
        path = word.strip("()[]<>,;:'\"…").split(":")[0]
        if PATH.fullmatch(path) and not path.startswith(ELSEWHERE) and not exists(root, (root / name).parent, path):
            yield f"{name}: there is no {path}"


def problems(root, documents):
    return [problem for name, text in documents.items()
            for rule in (problems_of_links, problems_of_paths) for problem in rule(root, name, text)]


def overlooked(root):
    """Mistakes that are not found, and what is no mistake and is found."""
    mistakes = ("[a](tests/nowhere)", "[a](README.md#no-such-heading)", "`tests/nowhere.py`", "`tests/nowhere.py --option`",
                "`nowhere/at/all.cpp`", "    bash tests/nowhere.sh", "`tests/unit/FLOOR/nowhere.txt`",
                "```\nbash tests/nowhere.sh\n```", "```\nls\n```\n`tests/nowhere.py`")
    right = ("[a](tests)", "[a](https://example.org/x)", "`tests/unit/FLOOR/CMakeLists.txt`", "`/etc/passwd`", "`packaging/test --help`",
             "    cat build/dev/nothing", "```\nMail01/Acme\n```", "`a / b`", "`installer-core/host/root.hpp:12`")
    return [text for text in mistakes if not problems(root, {"README.md": text})] + [
        text for text in right if problems(root, {"README.md": text})]


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    documents = {name: (root / name).read_text(encoding="utf-8") for name in DOCUMENTS}
    found = problems(root, documents) or [f"this test judges wrongly: {text}" for text in overlooked(root)]
    print(*found, f"{len(documents)} documents, {len(found)} problems", sep="\n")
    return 1 if found else 0


sys.exit(main())
