# SPDX-License-Identifier: Apache-2.0
"""Runs many points of one kind, as many at once as there are processors, and counts how they ended."""

import collections
import concurrent.futures
import os
import pathlib
import random
import sys
import tempfile
import threading
import time

from practice import OTHERS, Computer

# All points, which takes long, or as many as take less than a minute.
NIGHTLY = bool(os.environ.get("BES_FAULTS_ALL"))
# Setup with sanitizers is several times as slow: each point is a place where they look, and a third of them reach the same code.
SHARE = 3 if os.environ.get("BES_SANITIZED") else 1
SEED = 20261122
# The same threads for all sweeps: each has computers of its own.
THREADS = concurrent.futures.ThreadPoolExecutor(os.cpu_count())


class Point(Exception):
    """A point that did not end as it has to, with what was seen."""


class Place:
    """Where one thread has its computer: always the same folder, because what is installed knows where it is."""

    def __init__(self, folder, template, command):
        folder.mkdir()
        folder.chmod(0o755)
        self.computer = Computer(folder / "computer")
        self.kept = {}
        template.copy(self.computer.folder)
        command.make_ready(self.computer)
        self.before = self.computer.state()
        self.keep("before")

    def keep(self, name):
        self.kept[name] = self.computer.copy(self.computer.folder.with_name(name))

    def have(self, name):
        self.computer.remove()
        return self.kept[name].copy(self.computer.folder)


class Site:
    """A practice computer before and after a command. Every point takes a computer that is as before."""

    def __init__(self, command):
        # In memory: what a disk takes for its syncs is not looked at here.
        memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
        self.folder = tempfile.TemporaryDirectory(prefix="bes-faults-", dir=memory)
        os.chmod(self.folder.name, 0o755)  # Domino's account looks for its files here
        self.command = command
        self.template = Computer.make(pathlib.Path(self.folder.name) / "template")
        self.own = threading.local()
        good = self.fresh()
        code, output, self.calls = good.run_with([], self.words(good))
        if code != 0:
            sys.exit(f"{command.name} without a fault ended with {code}:\n{output}")
        self.after = good.state()
        if command.gives_back:
            self.expect_given_back()

    def expect_given_back(self):
        """What others had where the standby was stands there again, to the bit."""
        was = self.template.state()
        for path in OTHERS:
            now, then = self.after.tree.get(path), was.tree[path]
            if now is None or now.appearance() != then.appearance() or now.changed != then.changed:
                sys.exit(f"{self.command.name} does not give back {path}")
        if left := [path for path in self.after.tree if "kept-by-bes-standby-setup" in path]:
            sys.exit(f"{self.command.name} leaves {left}")

    def words(self, computer):
        return self.command.words(computer)

    @property
    def place(self):
        """Of this thread."""
        if not hasattr(self.own, "place"):
            folder = pathlib.Path(self.folder.name) / f"place-{threading.get_ident()}"
            self.own.place = Place(folder, self.template, self.command)
        return self.own.place

    @property
    def before(self):
        return self.place.before

    def fresh(self, like="before"):
        """This thread's computer, which is no other one then, as it was before or was kept."""
        return self.place.have(like)

    def kind(self, state):
        if not state.differences(self.before, times=True):
            return "before"
        return "after" if not state.differences(self.after) else "between"

    def expect(self, computer, kinds, what, may_be_left=()):
        """Exactly before or exactly after. Returns which."""
        state = computer.state()
        kind = self.kind(state)
        if kind not in kinds:
            closest = min((state.differences(self.before, times=True), state.differences(self.after)), key=len)
            raise Point(f"{what} it is {kind}: " + "; ".join(closest[:8]))
        if left := [name for name in computer.leftovers() if name not in may_be_left]:
            raise Point(f"{what} there is left: " + ", ".join(left))
        return kind

    def expect_recover(self, computer, kinds, what, *how):
        code, output = computer.run(computer.setup("recover", *how))
        if code != 0:
            raise Point(f"{what} {' '.join(['recover', *how])} ends with {code}: {output}")
        kind = self.expect(computer, kinds, f"{what} and {' '.join(['recover', *how])}")
        if "Rolled back" in output and kind != "before":
            raise Point(f"{what} it is {kind} and recover says: {output}")
        return kind

    def expect_again(self, computer, what):
        """The same command succeeds and all is as after it."""
        code, output = computer.run(self.words(computer))
        if code not in (0, self.command.when_done):
            raise Point(f"{what} {self.command.name} ends with {code}: {output}")
        self.expect(computer, {"after"}, f"{what} and {self.command.name}")


def chosen(calls, number):
    """Numbers of the calls at which a fault comes: all of them, or about `number`."""
    if NIGHTLY:
        return [call.number for call in calls]
    every = max(1, min(len(calls), len(calls) * SHARE // number))
    return [call.number for call in calls[random.Random(SEED).randrange(every)::every]]


def around_commit(calls, number):
    """Numbers of about so many of the last calls; where SQLite writes many pages in a row, only of the first and the last."""
    last = calls[-250:]
    kinds = [(call.name, call.path) for call in last]
    changes = [call for before, kind, after, call in zip([None, *kinds], kinds, [*kinds[1:], None], last)
               if before != kind or after != kind]
    return chosen(changes, number)


def sweep(title, points, run_point):
    """run_point(point) returns the words to count it under, or raises Point. Prints a table line; returns whether all held."""
    begin = time.monotonic()
    counts = collections.Counter()
    broken = []

    def one(point):
        try:
            return run_point(point)
        except Point as problem:
            broken.append(f"{point}: {problem}")
            return ["NOT SO"]

    for words in THREADS.map(one, points):
        counts.update(words)
    seconds = time.monotonic() - begin
    print(f"{title}: {len(points)} points, " + ", ".join(f"{count} {word}" for word, count in sorted(counts.items())) +
          f" ({seconds:.0f} s)")
    for problem in broken[:40]:
        print(f"  NOT SO: {problem}")
    sys.stdout.flush()
    return not broken
