#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Installs onto a disk with too little room, which is seen before anything is changed, and onto one without room for more
files, which is seen in the middle. As root."""

import os
import re
import subprocess
import sys

from commands import COMMANDS
from sweep import Site

NOT_POSSIBLE = 77
DISK_SPACE = 6
if os.geteuid() != 0:
    print("SKIPPED: needs root")
    sys.exit(1 if os.environ.get("BES_NO_SKIP") else NOT_POSSIBLE)

site = Site(COMMANDS["install"])
failures = 0


def expect(what, holds, seen=""):
    global failures
    failures += not holds
    print(f"ok: {what}" if holds else f"NOT SO: {what}: {seen}")


def on_disk(options, what, check):
    """The earlier files are on the small disk too."""
    computer = site.fresh()
    programs = computer.root / "opt/bes-standby"
    subprocess.run(["cp", "-a", programs, computer.folder / "programs"], check=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"mode=755,{options}", "small", programs], check=True)
    try:
        subprocess.run(["cp", "-a", f"{computer.folder}/programs/.", programs], check=True)
        code, output = computer.run(computer.install())
        expect(f"{what}: install ends with {DISK_SPACE}", code == DISK_SPACE, f"{code}: {output}")
        check(output)
        differences = computer.state().differences(site.before, times=True)
        expect(f"{what}: everything is as before", not differences and not computer.leftovers(),
               f"{differences} {computer.leftovers()}")
        subprocess.run(["mount", "-o", "remount,size=50m,nr_inodes=10000", programs], check=True)
        code, output = computer.run(computer.install())
        expect(f"{what}: with room the same install succeeds", code == 0, output)
        expect(f"{what}: as elsewhere", not computer.state().differences(site.after))
    finally:
        subprocess.run(["umount", programs], check=True)


on_disk("size=300k", "too few bytes",
        lambda output: expect("what is needed and free, and where, is said",
                              re.search(r"[Nn]eeds? [\d.]+ [KM]iB.*[\d.]+ (KiB|MiB|B|bytes).*/opt", output, re.DOTALL), output))
on_disk("nr_inodes=60", "too few files",
        lambda output: expect("the reason and the place are said",
                              re.search(r"\[disk\.files\].*/opt/bes-standby needs up to \d+, \d+ are free on \S*/opt/bes-standby", output,
                                        re.DOTALL), output))
sys.exit(1 if failures else 0)
