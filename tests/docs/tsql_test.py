# SPDX-License-Identifier: Apache-2.0
"""Reads the scripts for SQL Server as T-SQL, with sqlfluff: tsql_test.py ROOT

In the schema dbo, in which they are written, and in another one, as 'database create --script --schema' prints them. A script
that is spoilt must be noticed. Without sqlfluff it is skipped (exit code 77).
"""

import pathlib
import re
import shutil
import subprocess
import sys

SKIPPED = 77


def problems(text):
    """What sqlfluff can't read."""
    outcome = subprocess.run(["sqlfluff", "parse", "--dialect", "tsql", "-"], input=text, capture_output=True, text=True, check=False)
    found = [line for line in outcome.stdout.splitlines() if line.startswith("L:") and "PRS" in line]
    if not found and outcome.returncode != 0:
        found.append(outcome.stdout[-500:] + outcome.stderr[-500:])
    return found


# The clients that administrators have (sqlcmd, bsqldb, FreeTDS' tsql) take a line that begins so as a command of their own.
COMMANDS = re.compile(r"^\s*(?:version|exit|quit|bye|reset|ed|:\w+|!!|go(?!\s*$))\b", re.I)


def commands_of_clients(text):
    return [f"a client takes this line as its own command: {line}" for line in text.splitlines() if COMMANDS.match(line)]


def main():
    if not shutil.which("sqlfluff"):
        print("SKIPPED: sqlfluff is not installed")
        return SKIPPED
    scripts = sorted((pathlib.Path(sys.argv[1]) / "resources/schema/sqlserver").rglob("*.sql"))
    bad = 0
    for script in scripts:
        text = script.read_text(encoding="utf-8")
        for version in (text, "CREATE SCHEMA [bes_setup];\nGO\n\n" + text.replace("dbo.", "[bes_setup].")):
            for problem in problems(version) + commands_of_clients(version):
                print(f"{script}: {problem}")
                bad += 1
        if not problems(text.replace("CREATE", "CREATE TABEL", 1)) or not commands_of_clients(text + "  Version int,\n"):
            print(f"{script}: a mistake in it is not found")
            bad += 1
    print(f"{len(scripts)} scripts, {bad} problems")
    return 1 if bad or not scripts else 0


if __name__ == "__main__":
    sys.exit(main())
