#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""handbook_commands.py HANDBOOK: runs every block of commands of the handbook, in its order, as root on the practice computer where
this is called (handbook_commands.sh made the places that the handbook names). A block that needs what is not there is in OMITTED,
with who runs it instead. Ends with 1 where a command fails, or where a line of OMITTED, BEFORE or ENDS_WITH fits no block."""

import pathlib
import re
import subprocess
import sys

FENCED = re.compile(r"^```\n(.*?)^```$", re.M | re.S)
# A line that begins with one of these is typed; others are what was answered.
TYPED = re.compile(r"(?:sudo )?(?:apt|bes-standby-setup|cp|install|jsonschema|ls|mkdir|openssl|printf|rm) |GRANT |schemas=")

OMITTED = {
    "apt install ./bes-standby-setup": "packaging/try-packages installs the packages",
    "reg export": "a command of Windows; tests/system/capture.sh has such exports",
    "groups:": "rules of Prometheus; tests/system/metrics.sh has them checked where promtool is there",
    "GRANT SELECT": "tests/unit/database/postgresql_rights_test.cpp grants it",
    "--database.backend postgresql": "needs a server; tests/system/postgresql_root.sh has one",
    "database show --database.backend sqlserver": "needs a server; tests/unit/database has one",
    "ansible-galaxy collection build": "tests/system/ansible.sh builds and installs it, and plays",
    "- role: bes.standby.standby": "tests/system/fleet.sh has such a play",
    "sudo apt install ./bes-standby-practice": "packaging/try-packages rehearses",
}
# What stands between two blocks in words.
BEFORE = {
    "bes-standby-setup plan --answer-file": "sed -i 's/^#* *accept *=.*/accept = yes/' standby.ini",
    "database copy": "printf '[database]\\nlocation = /srv/bes/copied.db\\n' >server.ini",
    "status --metrics": "mkdir -p /var/lib/prometheus/node-exporter",
    "answers seal": "install -m 600 /dev/stdin /root/passphrase <<<secret",
    "jsonschema": "bes-standby-setup plan --answer-file standby.ini --json >plan.json",
    "database release": "bes-standby-setup install --answer-file standby.ini >/dev/null",
    "bes-standby-setup recover": "true",
}
# Exit codes beside 0: of the last command of the block.
ENDS_WITH = {"bes-standby-setup status\n": {25}}


def commands(block):
    """The lines that are typed, with those that go on from them."""
    typed, goes_on = [], False
    for line in block.splitlines():
        if goes_on or TYPED.match(line):
            typed.append(line)
            goes_on = line.endswith(("\\", "||"))
    return "\n".join(typed)


def fitting(table, block, used):
    for key in table:
        if key in block:
            used.add(key)
            return table[key]
    return None


def run(script):
    return subprocess.run(["bash", "-euo", "pipefail", "-c", script], stdin=subprocess.DEVNULL, capture_output=True, text=True)


def main():
    blocks = FENCED.findall(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    used, failed, ran = set(), [], 0
    for block in blocks:
        if fitting(OMITTED, block, used):
            continue
        script = commands(block)
        if not script:
            failed.append(f"no line of this block is typed:\n{block}")
            continue
        first = fitting(BEFORE, block, used)
        if first and (ended := run(first)).returncode:
            failed.append(f"{first}: {ended.returncode}\n{ended.stdout}{ended.stderr}")
        ended = run(script)
        ran += 1
        if ended.returncode not in {0} | (fitting(ENDS_WITH, block, used) or set()):
            failed.append(f"{script}\nended with {ended.returncode}\n{ended.stdout[-2000:]}{ended.stderr}")
    failed += [f"no block has {key}" for key in (OMITTED | BEFORE | ENDS_WITH) if key not in used]
    print(*failed, f"{ran} blocks ran, {len(failed)} problems", sep="\n")
    return 1 if failed or ran < 15 else 0


sys.exit(main())
