#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""kill_recover.py COMMAND...: interrupts each at some moments of what it changes, and kills the recovery, `recover` and
`recover --resume`, at every state-changing system call. The next `recover` then leaves the computer and the database exactly
as before or exactly as after the command, and the same command succeeds."""

import sys

from commands import named_commands
from practice import OWN_LOGS, OWN_STATE
from sweep import Point, Site, chosen, sweep


def interruptions(calls):
    """Numbers of the calls in the first, second and third quarter of what is changed beside setup's own record, and of one
    at the end, after the commit."""
    changes = [call.number for call in calls if "/root/" in call.path and not
               any(f"/{own}" in call.path for own in (OWN_STATE, OWN_LOGS))]
    return [changes[len(changes) * quarter // 4] for quarter in (1, 2, 3)] + [changes[-2]]


def interrupted(site, number):
    """Made once in each place."""
    name = f"interrupted-{number}"
    if name not in site.place.kept:
        computer = site.fresh()
        code, output = computer.run_with([f"kill@{number}"], site.words(computer))[:2]
        if code != 137:
            raise Point(f"{site.command.name} was not killed but ended with {code}: {output}")
        site.place.keep(name)
    return site.fresh(name)


def sweep_recovery(site, interruption, how):
    def killed_at(number):
        computer = interrupted(site, interruption)
        code, output, calls = computer.run_with([f"kill@{number}"], computer.setup("recover", *how))
        if code not in (0, 137):
            raise Point(f"recover ends with {code}: {output}")
        where = f"after a kill at {calls[-1]}"
        if torn := computer.state().torn(site.before, site.after):
            raise Point(f"{where} these are torn: {torn}")
        next_how = ["--resume"] if number % 2 else []
        words = ["then " + site.expect_recover(computer, {"before", "after"}, where, *next_how)]
        site.expect_again(computer, where)
        return words + ["healed"]

    whole = interrupted(site, interruption)
    code, output, calls = whole.run_with([], whole.setup("recover", *how))
    call = site.calls[interruption - 1]
    title = " ".join(["kill of recover", *how, f"of {site.command.name} that was killed at call {call.number} of"
                      f" {len(site.calls)} ({call.name})"])
    if code != 0:
        print(f"NOT SO: {title}: without a kill it ends with {code}: {output}")
        return False
    return sweep(title, chosen(calls, 3), killed_at)


def sweep_recoveries(command):
    site = Site(command)
    return all([sweep_recovery(site, at, how) for at in interruptions(site.calls) for how in ([], ["--resume"])])


held = [sweep_recoveries(command) for command in named_commands()]
sys.exit(0 if all(held) else 1)
