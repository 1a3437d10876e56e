#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""trial.py KIND: runs install, repair, modify, remove and recover as root while another account (Domino's, or the service's)
swaps what is in its own folder, as racer.cpp says, or, for KIND exact, at the very moment of a system call. Setup may succeed
or refuse. Outside that account's folder nothing may change, and it may get no file with rights of root's."""

import collections
import contextlib
import os
import pathlib
import random
import shlex
import stat
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "faults"))
from commands import COMMANDS, have_damage, have_installed, have_installed_some, modify  # noqa: E402
from practice import BUILD, ENVIRONMENT, Computer, Entry  # noqa: E402

TRIES = 1000 if os.environ.get("BES_FAULTS_ALL") else 25
RACER = BUILD / "tests/hostile/racer"
NOBODY = 65534
SET_ID = stat.S_ISUID | stat.S_ISGID
DATA = "local/notesdata"


def skip(why):
    print(f"SKIPPED: {why}")
    sys.exit(1 if os.environ.get("BES_NO_SKIP") else 77)


def as_account(user, *words):
    return ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups", "--", *map(str, words)]


class Place:
    """A practice computer, and beside it what root owns and the account wants."""

    def __init__(self, computer):
        self.computer = computer
        self.victims = computer.folder / "victims"

    @classmethod
    def make(cls, folder):
        place = cls(Computer.make(folder))
        (place.victims / "generators").mkdir(parents=True)
        (place.victims / "logs").mkdir()
        place.computer.folder.chmod(0o755)
        for name, mode in (("program", 0o4755), ("shadow", 0o640), ("logs/notes.ini", 0o600)):
            path = place.victims / name
            path.write_text(f"[Notes]\nprecious {name}\nServerTasks=Update\n")
            path.chmod(mode)
        # Domino's account may swap its data folder too
        os.chown(place.computer.root / "local", NOBODY, NOBODY)
        return place

    def copy(self, folder):
        return Place(self.computer.copy(folder))

    def outside(self):
        return {str(path.relative_to(self.victims)): Entry(path, b"\0").appearance() for path in sorted(self.victims.rglob("*"))}

    def own_rights(self, folder):
        """What in an account's folder has rights that the account does not have."""
        found = []
        for path in folder.rglob("*"):
            entry = path.lstat()
            if stat.S_ISREG(entry.st_mode) and entry.st_mode & SET_ID:
                found.append(f"{path} has mode {entry.st_mode:o} and is of {entry.st_uid}")
        return found


def ready_to_recover(computer):
    """An installation that was killed after it had written notes.ini."""
    calls = computer.folder / "calls-of-whole"
    whole = computer.copy(computer.folder.with_name(computer.folder.name + "-whole"))
    _, _, traced = whole.run_with([], whole.install())
    whole.remove()
    at = next(call.number for call in traced if call.name.startswith("rename") and f"/{DATA}/.notes.ini" in call.path)
    code, output, _ = computer.run_with([f"kill@{at + 2}"], computer.install())
    if code != 137:
        sys.exit(f"the installation was not killed but ended with {code}: {output} ({calls})")


RUNS = {
    # the account that swaps is the one of the probe, which can only keep itself waiting
    "install": (lambda computer: None, lambda computer: computer.install("--domino.time-limit", "5")),
    "repair": (have_damage, lambda computer: computer.setup("repair")),
    "modify": (have_installed_some, modify),
    "remove": (have_installed, lambda computer: computer.setup("remove", "--remove-logs")),
}
if (BUILD / "tests/faults/fault-at").exists():
    RUNS["recover"] = (ready_to_recover, lambda computer: computer.setup("recover"))


def has_log_folders(place):
    """With what the services wrote, deep. Returns the folder and the number of its account."""
    folder = place.computer.root / "var/log/bes-standby"
    user = folder.stat().st_uid
    for name in ("a/b/c", "d/e", "f"):
        (folder / name).mkdir(parents=True)
        (folder / name / "log").write_text("log\n")
    for path in folder.rglob("*"):
        os.chown(path, user, user)
    return folder, user


class Trial:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.counts = collections.Counter()
        self.broken = []
        self.kept = {}

    def fresh(self, name):
        """A computer that is ready for a command; each is made once."""
        if name not in self.kept:
            place = Place.make(self.folder / "place")
            RUNS[name][0](place.computer)
            self.kept[name] = place.copy(self.folder / f"kept-{name}")
            self.kept[name].outside()
            place.computer.remove()
        return self.kept[name].copy(self.folder / "place")

    def judge(self, what, place, before, code, output, folder):
        self.counts["succeeded" if code == 0 else f"refused with {code}"] += 1
        after = place.outside()
        changed = [f"{name}: {before.get(name)} became {after.get(name)}" for name in before.keys() | after.keys()
                   if before.get(name) != after.get(name)] + place.own_rights(folder)
        if code not in range(1, 30) and code != 0:
            changed.append(f"setup ended with {code}")
        if changed:
            self.broken.append(f"{what}: " + "; ".join(changed) + f"\n{output[-2000:]}")

    def race(self, kind, number):
        names = ["remove"] if kind == "logs" else list(RUNS)
        name = names[number % len(names)]
        place = self.fresh(name)
        folder, user = has_log_folders(place) if kind == "logs" else (place.computer.root / DATA, NOBODY)
        before = place.outside()
        with subprocess.Popen(as_account(user, RACER, kind, folder, place.victims, number), stdout=subprocess.PIPE,
                              stdin=subprocess.DEVNULL, text=True) as racer:
            racer.stdout.readline()
            code, output = place.computer.run(RUNS[name][1](place.computer))
            racer.kill()
        self.judge(f"try {number}, {name} beside {kind}", place, before, code, output, folder.parent)
        place.computer.remove()

    def exact(self):
        """At every call that changes something in Domino's folder, each of the swaps."""
        swaps = {
            "symlink": "mv notes.ini .good; ln -s {victims}/program notes.ini",
            "hardlink": "mv notes.ini .good; ln {victims}/program notes.ini || ln .good notes.ini",
            "pipe": "mv notes.ini .good; mkfifo notes.ini",
            "data": "cd ..; mv notesdata aside; ln -s {victims}/logs notesdata",
            "temporary": "for file in .notes.ini.bes-*; do mv $file .taken; ln -s {victims}/program $file; done",
        }
        for name in ("install", "remove", "recover", "repair"):
            place = self.fresh(name)
            words = RUNS[name][1](place.computer)
            _, _, calls = place.computer.run_with([], words)
            place.computer.remove()
            points = [(call, swap) for call in calls if f"/{DATA}/" in call.path and call.own for swap in swaps]
            if TRIES < 1000:
                points = random.Random(name).sample(points, min(len(points), TRIES // 2))
            for call, swap in points:
                place = self.fresh(name)
                before = place.outside()
                script = f"cd {shlex.quote(str(place.computer.root / DATA))}; " + swaps[swap].format(
                    victims=shlex.quote(str(place.victims)))
                code, output, _ = place.computer.run_with([f"do@{call.number}"], words,
                                                          shlex.join(as_account(NOBODY, "sh", "-c", script)) + " || true")
                self.judge(f"{name}: {swap} at {call}", place, before, code, output, place.computer.root / "local")
                place.computer.remove()


def main(kind):
    if os.geteuid() != 0:
        skip("needs root, to be another account than root")
    os.umask(0o022)
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="bes-hostile-", dir=memory) as folder:
        os.chmod(folder, 0o755)
        trial = Trial(folder)
        if kind == "exact":
            trial.exact()
        else:
            for number in range(TRIES):
                trial.race(kind, number)
        print(f"{kind}: {sum(trial.counts.values())} tries, " +
              ", ".join(f"{count} {how}" for how, count in sorted(trial.counts.items())) +
              f", {len(trial.broken)} with changes outside")
        for problem in trial.broken[:10]:
            print(f"  NOT SO: {problem}")
        return 1 if trial.broken else 0


with contextlib.suppress(KeyboardInterrupt):
    sys.exit(main(sys.argv[1]))
