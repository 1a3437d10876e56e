# SPDX-License-Identifier: Apache-2.0
"""Runs a program that hangs, sends it a signal, and tells how and when it ended: CODE MILLISECONDS OUTPUT.

    endings.py SIGNAL SECONDS PROGRAM...     the signal comes after so many seconds
    endings.py prompt SIGNAL PROGRAM...      on a terminal, when it asks for something; ECHO or SILENT in the place of the output
"""
import os
import pty
import select
import signal
import subprocess
import sys
import termios
import time


def ended(process, begin):
    code = process.wait(timeout=60)
    return code, int((time.monotonic() - begin) * 1000)


def hanging(name, seconds, words):
    process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                               start_new_session=True)
    time.sleep(float(seconds))
    if process.poll() is not None:
        return "ended-by-itself", 0, process.stdout.read().decode()
    begin = time.monotonic()
    process.send_signal(getattr(signal, name))
    code, took = ended(process, begin)
    return code, took, process.stdout.read().decode()


def prompt(name, words):
    ours, theirs = pty.openpty()

    def own_terminal():
        os.setsid()
        import fcntl
        fcntl.ioctl(theirs, termios.TIOCSCTTY, 0)

    process = subprocess.Popen(words, stdin=theirs, stdout=theirs, stderr=theirs, preexec_fn=own_terminal)
    while True:  # until it asks, and the terminal is silent
        select.select([ours], [], [], 20)
        os.read(ours, 1000)
        time.sleep(0.2)
        if not termios.tcgetattr(theirs)[3] & termios.ECHO:
            break
    begin = time.monotonic()
    process.send_signal(getattr(signal, name))
    code, took = ended(process, begin)
    return code, took, "ECHO" if termios.tcgetattr(theirs)[3] & termios.ECHO else "SILENT"


if sys.argv[1] == "prompt":
    result = prompt(sys.argv[2], sys.argv[3:])
else:
    result = hanging(sys.argv[1], sys.argv[2], sys.argv[3:])
print(*result)
