# SPDX-License-Identifier: Apache-2.0
"""A practice computer as a folder, with its BlackBerry Configuration Database: how it is made, how setup is called on it,
and how its state is compared."""

import contextlib
import hashlib
import json
import os
import pathlib
import shutil
import sqlite3
import stat
import subprocess

BUILD = pathlib.Path(os.environ["BES_BUILD"])
SOURCE = pathlib.Path(__file__).resolve().parents[2]
SETUP = BUILD / "bin/bes-standby-setup"
FAULT_AT = BUILD / "tests/faults/fault-at"
LAB = BUILD / "tests/lab/practice"

OWN_STATE = "var/lib/bes-standby-setup"  # journal and receipt
READABLE_RECEIPT = "var/lib/bes-standby/receipt.json"
OWN_LOGS = "var/log/bes-standby-setup"
STAND_IN_NOTES = "notes-stand-in."  # what the stand-in for Domino notes about its caller
ACCOUNT_FILES = {f"etc/{name}" for name in ("passwd", "group", "shadow", "gshadow")}
# In the places of setup's own: it keeps them, and removing the standby puts them back.
FILES_OF_OTHERS = {
    "opt/bes-standby/router/bin/bes-router": ("earlier content\n", 0o751),
    "opt/bes-standby/policy": ("a file where a folder has to be\n", 0o644),
    "opt/bes-standby/attachment/bin/bes-attachment/inside": ("in a folder where a file has to be\n", 0o600),
    "etc/bes-standby/standby.ini": ("; mine\n", 0o600),
    "etc/systemd/system/bes-router.service": ("# mine\n", 0o640),
}
LINKS_OF_OTHERS = {
    "etc/systemd/system/bes-alert.service": "/dev/null",  # masked
    "etc/systemd/system/multi-user.target.wants/bes-router.service": "../bes-router.service",  # enabled
}
FOLDERS_OF_OTHERS = ["opt/bes-standby/dispatcher"]
OTHERS = [*FILES_OF_OTHERS, *LINKS_OF_OTHERS, *FOLDERS_OF_OTHERS]
# A leak can't be looked for in a process that is traced.
ENVIRONMENT = os.environ | {"ASAN_OPTIONS": "detect_leaks=0", "LC_ALL": "C.UTF-8"}


class Computer:
    """root/ is its file system, BESMgmt.db the database."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.root = self.folder / "root"
        self.database = self.folder / "BESMgmt.db"

    @classmethod
    def make(cls, folder):
        """With files of the administrator's where setup puts some of its own."""
        computer = cls(folder)
        computer.folder.mkdir(parents=True)
        subprocess.run([SOURCE / "tests/lab/make-computer", LAB, computer.root], check=True)
        shutil.copy(LAB / "BESMgmt.db", computer.database)
        computer.write("etc/shadow", "root:*:19000:0:99999:7:::\n", 0o640)
        for path, (content, mode) in FILES_OF_OTHERS.items():
            computer.write(path, content, mode)
        for path, target in LINKS_OF_OTHERS.items():
            computer.link(path, target)
        for path in FOLDERS_OF_OTHERS:
            (computer.root / path).mkdir(parents=True)
            (computer.root / path).chmod(0o777)  # as if it were somebody's who runs a program there
        return computer

    def programs(self):
        """Paths below /opt as they are now. Unlike pathlib this takes folders that go while it looks."""
        return sorted(os.path.join(folder, name) for folder, folders, files in os.walk(self.root / "opt") for name in folders + files)

    def write(self, name, content, mode):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
        path.chmod(mode)
        os.utime(path, ns=(10**18, 10**18 + 123456789))

    def link(self, name, target):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.symlink_to(target)

    def copy(self, folder):
        # Hard links would be written to; files are small.
        subprocess.run(["cp", "-a", self.folder, folder], check=True)
        return Computer(folder)

    def remove(self):
        shutil.rmtree(self.folder)

    # How setup is called.

    def install(self, *more):
        return self.setup("install", "--answer-file", LAB / "standby.ini", "--standby.computer", "standby1.example.org",
                          "--database.location", self.database, "--existing.files", "keep", *more)

    def setup(self, command, *more):
        return [SETUP, command, "--root", self.root, *more]

    def run(self, words, environment=ENVIRONMENT):
        """Exit code and output."""
        done = subprocess.run(words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              text=True, env=environment, check=False, timeout=300)
        return done.returncode, done.stdout

    def run_with(self, faults, words, do=""):
        """The same under fault-at, with the calls that it counted. At a fault `do` the shell runs what is named so."""
        calls = self.folder / "calls"
        code, output = self.run([FAULT_AT, calls, *faults, "--", *words], ENVIRONMENT | {"FAULT_DO": do})
        return code, output, [Call(line) for line in calls.read_text(errors="replace").splitlines()]

    # What it is like.

    def state(self):
        return State(self.tree(), self.rows())

    def tree(self):
        entries = {}
        for folder, folders, files in os.walk(self.root):
            for name in folders + files:
                path = os.path.join(folder, name)
                relative = os.path.relpath(path, self.root)
                if not relative.startswith((OWN_STATE, OWN_LOGS)) and not name.startswith(STAND_IN_NOTES):
                    entries[relative] = Entry(path, os.fsencode(self.folder))
        return entries

    def rows(self):
        """Of all tables, without what differs from run to run. Read from a copy: reading takes back what was cut off."""
        look = self.folder / "look"
        look.mkdir()
        for file in self.folder.glob("BESMgmt.db*"):
            shutil.copy(file, look)
        with contextlib.closing(sqlite3.connect(look / "BESMgmt.db")) as sql:
            sql.row_factory = sqlite3.Row
            tables = [name for (name,) in sql.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
            rows = {table: sorted(repr({key: row[key] for key in row.keys() if key not in ("RunId", "Since")})
                                  for row in sql.execute(f"SELECT * FROM {table}"))
                    for table in tables}
        shutil.rmtree(look)
        return rows

    def leftovers(self):
        """What setup itself must not leave behind when it has ended: unfinished runs, files beside the journal."""
        state = self.root / OWN_STATE
        entries = [entry for entry in state.iterdir() if entry.name not in ("setup.db", "lock")] if state.is_dir() else []
        entries += [entry for entry in self.folder.iterdir() if entry.name.startswith("BESMgmt.db-")]
        left = [entry.name for entry in entries if not is_void_journal(entry)]
        if (state / "setup.db").exists():
            with contextlib.closing(sqlite3.connect(state / "setup.db")) as sql:
                if sql.execute("SELECT 1 FROM sqlite_schema WHERE name = 'run'").fetchone():
                    left += [f"{command} is {state}" for command, state in sql.execute(
                        "SELECT command, state FROM run WHERE state NOT IN ('ended', 'undone')")]
        return left


def is_void_journal(path):
    """A rollback journal of SQLite in which nothing is to be taken back: the next one that writes uses it anew."""
    return path.name.endswith("-journal") and path.read_bytes()[:1] in (b"", b"\0")


class Call:
    """A state-changing call as fault-at tells it."""

    def __init__(self, line):
        number, process, self.name, self.path = line.split(" ", 3)
        self.number = int(number)
        self.own = process == "own"

    def __str__(self):
        return f"{self.number} {self.name} {self.path}"


def without_what_runs_differ_in(receipt):
    """Its name and time, and the digest of the configuration, in which the folder of the practice computer stands."""
    try:
        entries = json.loads(receipt)
    except ValueError:
        return receipt
    for name in ("run", "installed_at"):
        entries.pop(name, None)
    for file in entries.get("files", []):
        if file["path"].startswith("/etc/bes-standby/"):
            file["sha256"] = file["size"] = None
    return json.dumps(entries, sort_keys=True).encode()


class Entry:
    """A file, folder or link with all that has to come back."""

    def __init__(self, path, elsewhere):
        """Where a file names the folder `elsewhere`, which is another one for each point, that does not count."""
        found = os.lstat(path)
        self.type = stat.S_IFMT(found.st_mode)
        self.mode = stat.S_IMODE(found.st_mode) if self.type != stat.S_IFLNK else None
        self.owner = (found.st_uid, found.st_gid)
        self.changed = found.st_mtime_ns if self.type == stat.S_IFREG else None
        self.content = None
        if self.type == stat.S_IFLNK:
            self.content = os.readlink(path)
        elif self.type == stat.S_IFREG:
            with open(path, "rb") as file:
                content = file.read().replace(elsewhere, b"")
            if str(path).endswith(READABLE_RECEIPT):
                content = without_what_runs_differ_in(content)
            self.content = hashlib.sha256(content).hexdigest()

    def appearance(self):
        return self.type, self.mode, self.owner, self.content


class State:
    def __init__(self, tree, rows):
        self.tree = tree
        self.rows = rows

    def differences(self, wanted, times=False):
        """From another state; with `times` also in the times of files, but of those that list accounts."""
        found = []
        for path in sorted(self.tree.keys() | wanted.tree.keys()):
            mine, other = self.tree.get(path), wanted.tree.get(path)
            if mine is None:
                found.append(f"{path} is missing")
            elif other is None:
                found.append(f"{path} should not be there")
            elif mine.appearance() != other.appearance():
                found.append(f"{path} is {mine.appearance()}, not {other.appearance()}")
            elif times and mine.changed != other.changed and path not in ACCOUNT_FILES:
                found.append(f"{path} has another time")
        for table in sorted(self.rows.keys() | wanted.rows.keys()):
            if self.rows.get(table) != wanted.rows.get(table):
                found.append(f"table {table} is {self.rows.get(table)}")
        return found

    def torn(self, before, after):
        """Files under a final name that are neither what was there nor what is installed."""
        return [path for path, entry in self.tree.items()
                if entry.type != stat.S_IFDIR and (path in before.tree or path in after.tree)
                and entry.appearance() not in {known.tree[path].appearance() for known in (before, after)
                                               if path in known.tree}]
