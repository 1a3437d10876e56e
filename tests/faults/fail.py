#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""fail.py COMMAND...: lets state-changing system calls of each fail: one with ENOSPC, EIO or EACCES, or from one on all that
need room. A run that fails has a documented exit code, a reason and a remedy, and everything is exactly as before; where it
says that it could not undo everything, or that it is not finished, recover undoes or finishes it when there is room again. The
same command then succeeds."""

import re
import sys

from commands import named_commands
from sweep import NIGHTLY, Point, Site, chosen, sweep

INTERNAL_ERROR = 1
UNDO_INCOMPLETE = 19


def exit_codes(computer):
    return {int(number) for number in re.findall(r"^\s*(\d+)\s", computer.run(
        [*computer.install()[:1], "help", "exit-codes"])[1], re.MULTILINE)}


def faults(calls, errors, onwards=""):
    numbers = chosen(calls, 9)
    if NIGHTLY:
        return [f"{error}@{number}{onwards}" for number in numbers for error in errors]
    return [f"{errors[i % len(errors)]}@{number}{onwards}" for i, number in enumerate(numbers)]


def sweep_failures(command):
    site = Site(command)
    documented = exit_codes(site.template) - {INTERNAL_ERROR}

    def failing(fault):
        number = int(re.findall(r"\d+", fault)[0])
        computer = site.fresh()
        code, output, calls = computer.run_with([fault], site.words(computer))
        call = next((call for call in calls if call.number == number), "a call that did not come")
        where = f"after {fault} at {call}"
        if code not in documented:
            raise Point(f"{where} the exit code is {code}: {output}")
        if code != 0 and not re.search(r"why: +\S.*remedy: +\S", output, re.DOTALL):
            raise Point(f"{where} no reason or no remedy is said: {output}")
        words = ["succeeds all the same" if code == 0 else f"ends with {code}"]
        if code == UNDO_INCOMPLETE:
            words.append("recovered to " + site.expect_recover(computer, {"before"}, where))
        elif "is not finished yet" in output:
            words.append("recovered to " + site.expect_recover(computer, {"after"}, where))
        elif code != 0:
            words.append("is " + site.expect(computer, {"before"}, where, {"setup.db-journal"}))
        site.expect_again(computer, where)
        return words + ["healed"]

    return all([sweep(f"one failing call of {command.name}", faults(site.calls, ["ENOSPC", "EIO", "EACCES"]), failing),
                sweep(f"a disk that becomes full in {command.name}", faults(site.calls, ["ENOSPC"], "+"), failing)])


held = [sweep_failures(command) for command in named_commands()]
sys.exit(0 if all(held) else 1)
