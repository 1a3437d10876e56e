# SPDX-License-Identifier: Apache-2.0
"""Holds the handbook to the program that it describes.

Each step of the wizard has a section with the step's title (F1 opens it), and no two sections have one title. Commands, options,
ids of findings, exit codes and JSON schemas of the handbook are those of the program. It keeps to the Markdown that GitHub,
Python-Markdown and QTextDocument all show: no HTML, tables with as many cells in each row, code in closed fences, and each
picture in a line of its own, which is left out where pictures can't be shown (app/documents/write-handbook). The pictures
are there, and it shows at least three.
"""

import pathlib
import re
import sys

import ids_table

HANDBOOK = "resources/handbook/handbook.md"
STEP = re.compile(r'QT_TRANSLATE_NOOP\("Steps", "([^"]+)"\)')
HEADING = re.compile(r"^#+ (.+)$", re.M)
FENCED = re.compile(r"^```.*?^```$", re.M | re.S)
QUOTED = re.compile(r"`([^`]+)`")
NAME = re.compile(r'"([a-z][a-z0-9.-]*)"')
COMMAND = re.compile(r'\{\.name = "([a-z ]+)",')
OPTION = re.compile(r"(?<![\w-])--([a-z][a-z.-]*)")
SCHEMA = re.compile(r"[a-z0-9-]+\.schema\.json")
# which other schemas refer to; no document names them
PARTS = {"common-1.schema.json", "domino-answers-1.schema.json", "request-1.schema.json"}
PICTURE = re.compile(r"^!\[[^\]]{10,}\]\(\.\./screenshots/([^)]+)\)$", re.M)
CODE = re.compile(r"ExitCodeEntry\{\s*ExitCode::")
PROGRAMS = ("bes-standby-setup", "bes-standby-wizard")


def sources(root, *folders):
    return "\n".join(path.read_text(encoding="utf-8") for folder in folders for path in sorted((root / folder).rglob("*.cpp")))


class Program:
    def __init__(self, root):
        self.steps = STEP.findall((root / "wizard/pages/steps.cpp").read_text(encoding="utf-8"))
        self.commands = set(COMMAND.findall(sources(root, "app/setup/commands")))
        self.names = set(NAME.findall(sources(root, "app", "installer-core")))
        tables = ids_table.ids(root)
        self.messages = tables["findings"] | tables["failures"]
        self.schemas = {path.name for path in (root / "resources/json-schemas").iterdir()} - PARTS
        self.schemas |= set(SCHEMA.findall((root / "app/documents/main.cpp").read_text(encoding="utf-8")))
        self.pictures = {f"../screenshots/{path.name}" for path in (root / "resources/screenshots").iterdir()}
        self.codes = len(CODE.findall((root / "installer-core/model/exit_code.cpp").read_text(encoding="utf-8")))


def typed(text):
    """What is typed in the handbook: lines of code, and words in back quotes."""
    blocks = "\n".join(FENCED.findall(text)).replace("\\\n", " ")
    quoted = (" ".join(words.split()) for words in QUOTED.findall(FENCED.sub("", text)))
    return [line.split(" #")[0] for line in blocks.splitlines()] + list(quoted)


def problems_of_sections(program, text):
    titles = HEADING.findall(FENCED.sub("", text))
    for step in program.steps:
        if f"### {step}\n" not in text:
            yield f"the wizard's step has no section: ### {step}"
    for title in sorted({title for title in titles if titles.count(title) > 1}):
        yield f"two sections have the title {title}"


def problems_of_words(program, text):
    for words in typed(text):
        for call in re.finditer(r"bes-standby-setup ([a-z]+)(?: ([a-z]+))?", words):
            one, two = call.groups()
            if one not in program.commands and f"{one} {two}" not in program.commands:
                yield f"there is no command {one} {two or ''}".rstrip()
        if any(name in words for name in PROGRAMS) or words.startswith("--"):
            for option in OPTION.findall(words):
                if option not in program.names:
                    yield f"there is no option --{option}"


def problems_of_findings(program, text):
    for row in re.findall(r"^\| (`[a-z]+\.[a-z-]+`.*)$", text, re.M):
        finding, codes = row.split(" | ")[:2]
        for name in QUOTED.findall(finding):
            if name not in program.messages and "…" not in name:
                yield f"there is no finding {name}"
        for code in re.findall(r"\d+", codes):
            if int(code) >= program.codes:
                yield f"there is no exit code {code}"


def problems_of_schemas(program, text):
    named = set(SCHEMA.findall(text))
    yield from (f"there is no schema {name}" for name in sorted(named - program.schemas))
    yield from (f"the schema {name} is not in the handbook" for name in sorted(program.schemas - named))


def problems_of_format(_, text):
    prose = FENCED.sub("", text)
    if "```" in prose:
        yield "a fence is not closed"
    for tag in re.findall(r"<[a-z/][^>]*>", QUOTED.sub("", prose)):
        yield f"{tag} is HTML"
    if re.search(r"^ {4,}\S", prose, re.M):
        yield "a line begins with four blanks: that is code without a fence"
    for table in re.findall(r"(?:^\|.*\n)+", prose, re.M):
        cells = [len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()]
        if len(set(cells)) > 1:
            yield f"rows of a table differ in their cells: {table.splitlines()[0]}"


def problems_of_pictures(program, text):
    for line in [line for line in text.splitlines() if "![" in line]:
        shown = PICTURE.fullmatch(line)
        if not shown:
            yield f"a picture needs a line of its own and a text: {line[-60:]}"
        elif f"../screenshots/{shown[1]}" not in program.pictures:
            yield f"there is no picture {shown[1]}"
    if len(PICTURE.findall(text)) < 3:
        yield "there are fewer than three pictures"


RULES = (problems_of_pictures, problems_of_sections, problems_of_words, problems_of_findings, problems_of_schemas, problems_of_format)


def problems(program, text):
    return [problem for rule in RULES for problem in rule(program, text)]


def overlooked(program, text):
    """Mistakes that are not found: each is made in a copy."""
    step = program.steps[1]
    more = ("```\nbes-standby-setup instal\n```", "`bes-standby-setup media eat`", "`bes-standby-setup check --al`",
            "```\nbes-standby-setup check \\\n  --answerfile x\n```", "`--media.folders DIR`", f"### {step}",
            "| `media.nothing` | 5 |", "| `media.folder` | 5 |", "| `media.license` | 99 |", "`no-1.schema.json`", "a <b>word</b>", "![a](b.png)", "![A long text](../screenshots/none.png)", "see ![A long text](../screenshots/domino.png)", "```\nopen", "    code",
            "| a | b |\n|---|---|\n| c |")
    wrong = [text.replace(f"### {step}\n", "### Else\n"), text.replace("`status-1.schema.json`", "`status`"), *(f"{text}\n{mistake}\n" for mistake in more)]
    right = ("`systemctl --now`", "```\nopenssl x509 -in a --no-such\n```", "`<(decrypt)`")
    return ([each[-40:] for each in wrong if not problems(program, each)] +
            [each for each in right if problems(program, f"{text}\n{each}\n")])


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    program = Program(root)
    text = (root / HANDBOOK).read_text(encoding="utf-8")
    found = problems(program, text) or [f"this test judges wrongly: {mistake}" for mistake in overlooked(program, text)]
    if len(program.steps) < 2 or not program.commands or program.codes < 2:
        found.append("this test no longer finds steps, commands or exit codes in the sources")
    print(*found, f"{len(found)} problems", sep="\n")
    return 1 if found else 0


sys.exit(main())
