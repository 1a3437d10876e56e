#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""kill.py COMMAND...: kills each at every state-changing system call. No file under a final name may be torn. After `recover`
the computer and the database are exactly as before or exactly as after the command, after `recover --resume` as after it
where the run had begun; and the same command succeeds, also without recover before it."""

import sys

from commands import named_commands
from sweep import Point, Site, around_commit, chosen, sweep


def sweep_kills(command):
    site = Site(command)

    def killed_at(number):
        computer = site.fresh()
        code, output, calls = computer.run_with([f"kill@{number}"], site.words(computer))
        if code == 0:  # with some calls less than the run that was counted
            return ["over before: " + site.expect(computer, {"after"}, "in time")]
        if code != 137:
            raise Point(f"{command.name} was not killed but ended with {code}: {output}")
        where = f"after a kill at {calls[-1]}"
        state = computer.state()
        if torn := state.torn(site.before, site.after):
            raise Point(f"{where} these are torn: {torn}")
        words = [f"left {site.kind(state)}"]
        if number % 3 == 1:
            words.append("recovered to " + site.expect_recover(computer, {"before", "after"}, where))
        elif number % 3 == 2:
            words.append("resumed to " + site.expect_recover(computer, {"before", "after"}, where, "--resume"))
        site.expect_again(computer, where)
        return words + ["healed"]

    points = sorted({*chosen(site.calls, 16), *around_commit(site.calls, 8)})
    return sweep(f"kill of {command.name}", points, killed_at)


held = [sweep_kills(command) for command in named_commands()]
sys.exit(0 if all(held) else 1)
