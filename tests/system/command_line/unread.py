#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""unread.py STREAMS SIGNAL COMMAND...: runs it with a full pipe, which nobody reads, as output (o), errors (e) or both
(oe). Sends SIGNAL when it has done nothing any more for a second. Ends as it ended; with 99 where it had ended before, 98
where it goes on."""
import os
import signal
import subprocess
import sys
import time



def work_done(process):
    """Its processor time, in ticks: of all its threads."""
    with open(f"/proc/{process}/stat") as stat:
        after_name = stat.read().rpartition(")")[2].split()
    return int(after_name[11]) + int(after_name[12])


def wait_until_idle(process):
    """For 2 to 60 seconds: a busy machine takes its time until the program is at its output."""
    before, end = -1, time.monotonic() + 60
    while time.monotonic() < end:
        try:
            process.wait(1)
            sys.exit(99)
        except subprocess.TimeoutExpired:
            now = work_done(process.pid)
        if now == before:
            return
        before = now


streams, name, command = sys.argv[1], sys.argv[2], sys.argv[3:]
reader, writer = os.pipe()
os.set_blocking(writer, False)
try:
    while True:
        os.write(writer, b"x")
except BlockingIOError:
    os.set_blocking(writer, True)
child = subprocess.Popen(command, stdin=subprocess.DEVNULL,
                         stdout=writer if "o" in streams else subprocess.DEVNULL,
                         stderr=writer if "e" in streams else subprocess.DEVNULL)
wait_until_idle(child)
child.send_signal(getattr(signal, "SIG" + name))
try:
    sys.exit(child.wait(3))
except subprocess.TimeoutExpired:
    child.kill()
    child.wait()
    sys.exit(98)
