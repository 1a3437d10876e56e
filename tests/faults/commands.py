# SPDX-License-Identifier: Apache-2.0
"""The commands of setup that change a computer, each with the computer that it is swept on."""

import contextlib
import functools
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

from practice import ENVIRONMENT, LAB, SETUP, SOURCE

SUCCESS = 0
NOT_INSTALLED = 22


class Command:
    def __init__(self, name, words, make_ready, when_done=SUCCESS, gives_back=False):
        """words(computer): how it is called. make_ready(computer): from a fresh computer to the one before it.
        when_done: how it ends where there is nothing left to do. gives_back: what others had in setup's places comes back."""
        self.name = name
        self.words = words
        self.make_ready = make_ready
        self.when_done = when_done
        self.gives_back = gives_back


def have_installed(computer, *more):
    code, output = computer.run(computer.install(*more))
    if code != 0:
        sys.exit(f"the installation without a fault ended with {code}:\n{output}")


def have_installed_some(computer):
    have_installed(computer, *omitting("messaging-agent", "policy"))


def edit_configuration(computer):
    with (computer.root / "etc/bes-standby/standby.ini").open("a") as file:
        file.write("; mine\n")


def have_damage(computer):
    """Of every kind that repair puts right."""
    have_installed(computer)
    programs = computer.root / "opt/bes-standby"
    page = programs / "router/share/doc/manual/page-3.txt"
    page.write_bytes(page.read_bytes().replace(b"Practice", b"Damaged!"))
    (programs / "alert/bin/bes-alert").unlink()
    (programs / "policy/share/doc/README").chmod(0o600)
    (computer.root / "etc/systemd/system/bes-policy.service").write_text("broken\n")
    edit_configuration(computer)
    notes_ini = computer.root / "local/notesdata/notes.ini"
    notes_ini.write_bytes(notes_ini.read_bytes().replace(b",BES", b""))
    with contextlib.closing(sqlite3.connect(computer.database)) as sql, sql:
        sql.execute("UPDATE ServerConfig SET SRPAuthenticationKey = 'wrong' WHERE ServerName = 'BES-NORTH-standby'")


def have_older(computer):
    """An edited configuration, and a primary that has been upgraded already."""
    have_installed(computer)
    edit_configuration(computer)
    with contextlib.closing(sqlite3.connect(computer.database)) as sql, sql:
        sql.execute("UPDATE ServerConfig SET ProductVersion = '5.0.1' WHERE ServerName = 'BES-NORTH'")


@functools.cache
def newer_media():
    """A folder with media of the next version, for as long as this program runs."""
    folder = tempfile.TemporaryDirectory(prefix="bes-newer-")
    make = f""". {SOURCE}/tests/system/other_media.sh
        make_newer_tree "$work/tree" && make_media_of "$work/media" "$work/tree" "'$.version', '5.0.1'" """
    subprocess.run(["bash", "-ec", make], check=True,
                   env=ENVIRONMENT | {"lab": LAB, "setup": SETUP, "source_folder": SOURCE, "work": folder.name})
    return folder


def adding(*components):
    return [word for component in components for word in ("--components.add", component)]


def omitting(*components):
    return [word for component in components for word in ("--components.omit", component)]


def modify(computer):
    return computer.setup("modify", "--existing.files", "keep", *adding("messaging-agent", "policy"), *omitting("collaboration", "monitoring"))


def upgrade(computer):
    return computer.setup("upgrade", "--media.folder", pathlib.Path(newer_media().name) / "media")


COMMANDS = {command.name: command for command in (
    Command("install", lambda computer: computer.install(), lambda computer: None),
    Command("modify", modify, have_installed_some),
    Command("repair", lambda computer: computer.setup("repair"), have_damage),
    Command("upgrade", upgrade, have_older),
    Command("remove", lambda computer: computer.setup("remove"), have_installed, when_done=NOT_INSTALLED,
            gives_back=True),
)}


def named_commands():
    """Those that the command line names."""
    return [COMMANDS[name] for name in sys.argv[1:]]
