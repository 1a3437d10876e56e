#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""cancel.py COMMAND...: cancels each by SIGINT or SIGTERM at its state-changing system calls, and again while it undoes; stops
and kills it at random moments. A cancelled run undoes everything and says so by its exit code, whatever signals come while it
does; one that had already committed is finished. While a run is stopped it keeps the lock."""

import random
import signal
import subprocess
import sys
import time

from commands import named_commands
from practice import ENVIRONMENT
from sweep import NIGHTLY, Point, SEED, Site, chosen, sweep

BUSY = 20
CANCELLED = 21


def stop_and_kill(site, moment):
    """Stopped, it keeps the lock; then it is killed."""
    computer = site.fresh()
    run = subprocess.Popen(site.words(computer), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL, env=ENVIRONMENT)
    time.sleep(moment)
    run.send_signal(signal.SIGSTOP)
    words = []
    code, output = computer.run(computer.setup("recover"))
    if code == BUSY:
        words.append("kept the lock")
        if str(run.pid) not in output:
            raise Point(f"who holds the lock is not said: {output}")
    elif code != 0 or "Nothing to recover" not in output:
        raise Point(f"beside a stopped run recover ends with {code}: {output}")
    run.send_signal(signal.SIGKILL)
    run.wait()
    words.append("recovered to " + site.expect_recover(computer, {"before", "after"}, "after SIGKILL"))
    site.expect_again(computer, "then")
    return words + ["healed"]


def sweep_cancels(command):
    site = Site(command)
    chance = random.Random(SEED)

    def cancelled(faults):
        computer = site.fresh()
        code, output, _ = computer.run_with(faults, site.words(computer))
        if code not in (0, CANCELLED):
            raise Point(f"{command.name} ends with {code}: {output}")
        words = [site.expect(computer, {"after" if code == 0 else "before"}, f"ended with {code}")]
        site.expect_again(computer, "then")
        return words + ["healed"]

    begin = time.monotonic()
    whole = site.fresh()
    whole.run(site.words(whole))
    length = time.monotonic() - begin

    numbers = chosen(site.calls, 10)
    once = [[f"{'int' if i % 2 else 'term'}@{number}"] for i, number in enumerate(numbers)]
    twice = [[f"int@{number}", f"int@{number + chance.randint(1, 40)}", f"term@{number + chance.randint(40, 200)}"]
             for number in numbers[::2]]
    moments = [chance.uniform(length / 2, length) for _ in range(200 if NIGHTLY else 4)]
    return all([sweep(f"SIGINT or SIGTERM in {command.name}", once, cancelled),
                sweep(f"signals while {command.name} undoes", twice, cancelled),
                sweep(f"{command.name}: SIGSTOP, then SIGKILL", moments, lambda moment: stop_and_kill(site, moment))])


held = [sweep_cancels(command) for command in named_commands()]
sys.exit(0 if all(held) else 1)
