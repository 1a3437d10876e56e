#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""database_away.py COMMAND...: at some moment of each the BlackBerry Configuration Database goes away: its file is renamed,
something else stands in its place, or another program keeps it locked. The computer is then as before the command or as after
it all the same, `status` tells what the database is still owed, and when it is back `recover` settles that; the same command
succeeds."""

import shlex
import sys

from commands import named_commands
from practice import State
from sweep import NIGHTLY, Point, Site, chosen, sweep

LOCKS = 12  # so many points only: setup waits for a lock before it gives up


class Away:
    """How the database goes away and comes back, each as a command of the shell."""

    def __init__(self, name, go, come):
        self.name = name
        self.go = go
        self.come = come


# As soon as setup does not hold it itself.
LOCK = """
import sqlite3, sys, time
sql = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=600)
sql.execute("BEGIN EXCLUSIVE")
open(sys.argv[1] + ".locked", "w").close()
time.sleep(600)
"""

RENAMED = Away("renamed", "mv {db} {db}.away", "mv {db}.away {db}")
REPLACED = Away("replaced by a folder", "mv {db} {db}.away && mkdir {db}", "rmdir {db} && mv {db}.away {db}")
LOCKED = Away("locked",
                f"{sys.executable} -c {shlex.quote(LOCK)} {{db}} </dev/null >/dev/null 2>&1 & echo $! >{{db}}.holder;"
                " for i in 1 2 3 4 5 6 7 8 9 10; do [ -e {db}.locked ] || sleep 0.1; done",
                "kill $(cat {db}.holder); rm -f {db}.holder {db}.locked; sleep 0.2")


def moments(calls):
    """Numbers of some calls, and of the first at the database's file in every row of them."""
    of_database = [call.number for before, call in zip(calls, calls[1:])
                   if "BESMgmt.db" in call.path and "BESMgmt.db" not in before.path]
    return sorted({*chosen(calls, 8), *of_database})


def sweep_away(site, away, points):
    def database_goes(number):
        computer = site.fresh()
        database = shlex.quote(str(computer.database))
        code, output, calls = computer.run_with([f"do@{number}"], site.words(computer), away.go.format(db=database))
        if len(calls) < number:
            return ["was over before"]
        where = f"where the database is {away.name} at {calls[number - 1]}"
        try:
            if code == 126 or code < 0:
                raise Point(f"{where} {site.command.name} ends with {code}: {output}")
            words = ["succeeds all the same" if code == 0 else f"ends with {code}"]
            computer_is = site.kind(State(computer.tree(), site.before.rows))
            told = computer.run(computer.setup("status", "--local"))[1]
        finally:
            computer.run(["sh", "-c", away.come.format(db=database)])
        if code == 0:
            site.expect(computer, {"after"}, where)
        elif "is not finished yet" in output:
            if "Still to do" not in told:
                raise Point(f"{where} status does not tell what is not done: {told}")
            words.append("then finished by recover: " + site.expect_recover(computer, {"after"}, where))
        else:
            if computer_is != "before":
                raise Point(f"{where} the computer is {computer_is}: {output}")
            if computer.rows() != site.before.rows:
                if "Still to roll back" not in told:
                    raise Point(f"{where} status does not tell what is not undone: {told}")
                words.append("status tells")
            words.append("then undone by recover: " + site.expect_recover(computer, {"before"}, where))
        site.expect_again(computer, where)
        return words + ["healed"]

    return sweep(f"database {away.name} in {site.command.name}", points, database_goes)


def sweep_command(command):
    site = Site(command)
    points = moments(site.calls)
    held = [sweep_away(site, away, points) for away in (RENAMED, REPLACED)]
    if NIGHTLY:
        held.append(sweep_away(site, LOCKED, points[::max(1, len(points) // LOCKS)]))
    elif command.name == "install":
        held.append(sweep_away(site, LOCKED, points[len(points) // 2:][:1]))
    return all(held)


held = [sweep_command(command) for command in named_commands()]
sys.exit(0 if all(held) else 1)
