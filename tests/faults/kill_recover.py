#!/usr/bin/env python3
"""Kills the recovery of an interrupted install at every state-changing system call: of `recover` and of `recover --resume`,
from interruptions in the middle of publishing, before the commit, and after it. The next `recover` then leaves the computer
and the database exactly as before or exactly as installed, and the install succeeds."""

import sys

from sweep import Point, Site, chosen, sweep

site = Site()


def middle_of(what, calls):
    numbers = [call.number for call in calls if what(call)]
    return numbers[len(numbers) // 2]


INTERRUPTIONS = {
    "in publishing": middle_of(lambda call: call.name == "rename" and "/.staging/" in call.path, site.calls),
    "before the commit": max(call.number for call in site.calls if call.name == "rename" and "/.notes.ini." in call.path) + 5,
    "after the commit": middle_of(lambda call: call.name.startswith("unlink") and "/.staging" in call.path, site.calls),
}


def interrupted(name, number):
    computer = site.fresh(name)
    code, output = computer.run_with([f"kill@{number}"], computer.install())[:2]
    if code != 137:
        raise Point(f"install was not killed but ended with {code}: {output}")
    return computer


def sweep_recovery(when, how):
    def killed_at(number):
        computer = interrupted(f"killed-{number}", INTERRUPTIONS[when])
        code, output, calls = computer.run_with([f"kill@{number}"], computer.recover(*how))
        if code not in (0, 137):
            raise Point(f"recover ends with {code}: {output}")
        where = f"after a kill at {calls[-1]}"
        if torn := computer.state().torn(site.before, site.after):
            raise Point(f"{where} these are torn: {torn}")
        code, output = computer.run(computer.recover())
        if code != 0:
            raise Point(f"{where} the next recover ends with {code}: {output}")
        words = ["then " + site.expect(computer, {"before", "after"}, f"{where} and recover")]
        site.expect_install(computer, where)
        computer.remove()
        return words + ["healed"]

    whole = interrupted("whole", INTERRUPTIONS[when])
    code, output, calls = whole.run_with([], whole.recover(*how))
    whole.remove()
    title = " ".join(["kill of recover", *how, "of an install that was killed", when])
    if code != 0:
        print(f"NOT SO: {title}: without a kill it ends with {code}: {output}")
        return False
    return sweep(title, chosen(calls, 8), killed_at)


held = [sweep_recovery(when, how) for when in INTERRUPTIONS for how in ([], ["--resume"])]
sys.exit(0 if all(held) else 1)
