#!/usr/bin/env python3
"""Cancels install by SIGINT or SIGTERM at its state-changing system calls, and again while it undoes; stops and kills it at
random moments. A cancelled run undoes everything and says so by its exit code, whatever signals come while it does; one that
had already committed is installed. While a run is stopped it keeps the lock."""

import random
import signal
import subprocess
import sys
import time

from practice import ENVIRONMENT
from sweep import NIGHTLY, Point, SEED, Site, chosen, sweep

site = Site()
chance = random.Random(SEED)
BUSY = 20
CANCELLED = 21


def cancelled(faults):
    computer = site.fresh("cancelled-" + "-".join(faults))
    code, output, _ = computer.run_with(faults, computer.install())
    if code not in (0, CANCELLED):
        raise Point(f"install ends with {code}: {output}")
    words = [site.expect(computer, {"after" if code == 0 else "before"}, f"ended with {code}")]
    site.expect_install(computer, "then")
    computer.remove()
    return words + ["healed"]


def stopped(moment):
    computer = site.fresh(f"stopped-{moment}")
    run = subprocess.Popen(computer.install(), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL, env=ENVIRONMENT)
    time.sleep(moment)
    run.send_signal(signal.SIGSTOP)
    words = []
    code, output = computer.run(computer.recover())
    if code == BUSY:
        words.append("kept the lock")
        if str(run.pid) not in output:
            raise Point(f"who holds the lock is not said: {output}")
    elif code != 0 or "Nothing to recover" not in output:
        raise Point(f"beside a stopped run recover ends with {code}: {output}")
    run.send_signal(signal.SIGKILL)
    run.wait()
    code, output = computer.run(computer.recover())
    if code != 0:
        raise Point(f"recover ends with {code}: {output}")
    words.append("recovered to " + site.expect(computer, {"before", "after"}, "after recover"))
    site.expect_install(computer, "then")
    computer.remove()
    return words + ["healed"]


begin = time.monotonic()
whole = site.fresh("whole")
whole.run(whole.install())
length = time.monotonic() - begin
whole.remove()

numbers = chosen(site.calls, 40)
once = [[f"{'int' if i % 2 else 'term'}@{number}"] for i, number in enumerate(numbers)]
twice = [[f"int@{number}", f"int@{number + chance.randint(1, 40)}", f"term@{number + chance.randint(40, 200)}"]
         for number in numbers[::2]]
moments = [chance.uniform(length / 2, length) for _ in range(200 if NIGHTLY else 12)]
held = [sweep("SIGINT or SIGTERM in install", once, cancelled),
        sweep("signals while install undoes", twice, cancelled),
        sweep("SIGSTOP, then SIGKILL", moments, stopped)]
sys.exit(0 if all(held) else 1)
