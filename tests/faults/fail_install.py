#!/usr/bin/env python3
"""Lets state-changing system calls of install fail: one with ENOSPC, EIO or EACCES, or from one on all that need room. A run
that says success has installed, one that fails has a documented exit code, a reason and a remedy, and everything is exactly
as before; where it says that it could not undo everything, recover does when there is room again. The install then succeeds."""

import re
import sys

from sweep import NIGHTLY, Point, Site, chosen, sweep

site = Site()
EXIT_CODES = {int(number) for number in re.findall(
    r"^\s*(\d+)\s", site.template.run([*site.template.install()[:1], "help", "exit-codes"])[1], re.MULTILINE)}
INTERNAL_ERROR = 1
UNDO_INCOMPLETE = 19


def failing(fault):
    number = int(re.findall(r"\d+", fault)[0])
    computer = site.fresh(f"failing-{fault}")
    code, output, calls = computer.run_with([fault], computer.install())
    call = next((call for call in calls if call.number == number), "a call that did not come")
    where = f"after {fault} at {call}"
    if code not in EXIT_CODES or code == INTERNAL_ERROR:
        raise Point(f"{where} the exit code is {code}: {output}")
    if code != 0 and not re.search(r"why: +\S.*remedy: +\S", output, re.DOTALL):
        raise Point(f"{where} no reason or no remedy is said: {output}")
    words = ["succeeds all the same" if code == 0 else f"ends with {code}"]
    if code == UNDO_INCOMPLETE:
        code, output = computer.run(computer.recover())
        if code != 0:
            raise Point(f"{where} recover ends with {code}: {output}")
        words.append("recovered to " + site.expect(computer, {"before"}, f"{where} and recover"))
    elif code != 0:
        words.append("is " + site.expect(computer, {"before"}, where, {"setup.db-journal"}))
    site.expect_install(computer, where)
    computer.remove()
    return words + ["healed"]


def faults(errors, onwards=""):
    numbers = chosen(site.calls, 30)
    if NIGHTLY:
        return [f"{error}@{number}{onwards}" for number in numbers for error in errors]
    return [f"{errors[i % len(errors)]}@{number}{onwards}" for i, number in enumerate(numbers)]


held = [sweep("one failing call of install", faults(["ENOSPC", "EIO", "EACCES"]), failing),
        sweep("a disk that becomes full in install", faults(["ENOSPC"], "+"), failing)]
sys.exit(0 if all(held) else 1)
