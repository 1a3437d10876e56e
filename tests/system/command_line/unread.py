#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""unread.py STREAMS SIGNAL COMMAND...: runs it with a full pipe, which nobody reads, as output (o), errors (e) or both
(oe). Sends SIGNAL after two seconds. Ends as it ended; with 99 where it had ended before, 98 where it goes on."""
import os
import signal
import subprocess
import sys

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
try:
    child.wait(2)
    sys.exit(99)
except subprocess.TimeoutExpired:
    child.send_signal(getattr(signal, "SIG" + name))
try:
    sys.exit(child.wait(3))
except subprocess.TimeoutExpired:
    child.kill()
    child.wait()
    sys.exit(98)
