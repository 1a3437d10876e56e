"""Runs many points of one kind, as many at once as there are processors, and counts how they ended."""

import collections
import concurrent.futures
import os
import pathlib
import random
import sys
import tempfile
import time

from practice import Computer

# All points, which takes long, or as many as take less than a minute.
NIGHTLY = bool(os.environ.get("BES_FAULTS_ALL"))
SEED = 20261122


class Point(Exception):
    """A point that did not end as it has to, with what was seen."""


class Site:
    """The practice computer before and after an installation, from which every point takes a copy."""

    def __init__(self):
        # In memory: what a disk takes for its syncs is not looked at here.
        memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
        self.folder = tempfile.TemporaryDirectory(prefix="bes-faults-", dir=memory)
        os.chmod(self.folder.name, 0o755)  # Domino's account looks for its files here
        self.template = Computer.make(pathlib.Path(self.folder.name) / "template")
        self.before = self.template.state()
        good = self.fresh("good")
        code, output, self.calls = good.run_with([], good.install())
        if code != 0:
            sys.exit(f"the installation without a fault ended with {code}:\n{output}")
        self.after = good.state()
        good.remove()

    def fresh(self, name):
        return self.template.copy(pathlib.Path(self.folder.name) / name)

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

    def expect_install(self, computer, what):
        """The same command succeeds and all is as installed."""
        code, output = computer.run(computer.install())
        if code != 0:
            raise Point(f"{what} install ends with {code}: {output}")
        self.expect(computer, {"after"}, f"{what} and install")


def chosen(calls, number):
    """Numbers of the calls at which a fault comes: all of them, or about `number`."""
    if NIGHTLY:
        return [call.number for call in calls]
    every = max(1, len(calls) // number)
    return [call.number for call in calls[random.Random(SEED).randrange(every)::every]]


def around_commit(calls):
    """Numbers of the last calls; where SQLite writes many pages in a row, only the first and the last."""
    last = calls[-250:]
    kinds = [(call.name, call.path) for call in last]
    return [call.number for before, kind, after, call in zip([None, *kinds], kinds, [*kinds[1:], None], last)
            if before != kind or after != kind]


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

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for words in pool.map(one, points):
            counts.update(words)
    seconds = time.monotonic() - begin
    print(f"{title}: {len(points)} points, " + ", ".join(f"{count} {word}" for word, count in sorted(counts.items())) +
          f" ({seconds:.0f} s)")
    for problem in broken[:40]:
        print(f"  NOT SO: {problem}")
    sys.stdout.flush()
    return not broken
