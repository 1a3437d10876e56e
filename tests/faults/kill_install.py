#!/usr/bin/env python3
"""Kills install at every state-changing system call. No file under a final name may be torn. After `recover` the computer
and the database are exactly as before or exactly as installed, after `recover --resume` as installed where the run had
begun; and the same install succeeds, also without recover before it."""

import sys

from sweep import Point, Site, around_commit, chosen, sweep

site = Site()


def recovered(computer, resume, where):
    words = computer.recover("--resume") if resume else computer.recover()
    code, output = computer.run(words)
    if code != 0:
        raise Point(f"{where} {'resume' if resume else 'recover'} ends with {code}: {output}")
    kind = site.expect(computer, {"before", "after"}, f"{where} and recover")
    if "It is undone" in output and kind != "before":
        raise Point(f"{where} it is {kind} and recover says: {output}")
    return f"{'resumed' if resume else 'recovered'} to {kind}"


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
    if number % 3:
        words.append(recovered(computer, number % 3 == 2, where))
    site.expect_install(computer, where)
    computer.remove()
    return words + ["healed"]


points = sorted({*chosen(site.calls, 60), *around_commit(site.calls)})
sys.exit(0 if sweep("kill of install", points, killed_at) else 1)
