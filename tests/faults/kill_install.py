#!/usr/bin/env python3
"""Kills install at every state-changing system call. No file under a final name may be torn, and the same install then
succeeds: the computer and the database are exactly as after an installation that nothing disturbed."""

import sys

from sweep import Point, Site, chosen, sweep

site = Site()


def killed_at(number):
    computer = site.fresh(f"killed-{number}")
    code, output, calls = computer.run_with([f"kill@{number}"], computer.install())
    if code != 137:
        raise Point(f"install was not killed but ended with {code}: {output}")
    where = f"after a kill at {calls[-1]}"
    state = computer.state()
    if torn := state.torn(site.before, site.after):
        raise Point(f"{where} these are torn: {torn}")
    words = [f"left {site.kind(state)}"]
    site.expect_install(computer, where)
    computer.remove()
    return words + ["healed"]


sys.exit(0 if sweep("kill of install", chosen(site.calls, 60), killed_at) else 1)
