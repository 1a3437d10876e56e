#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The real program on a desktop where a standby is installed. By keys alone: a component is added and taken away again, a
damaged file is repaired, the engine is killed in the middle of a removal, and the removal is done in the end. By the mouse: the
standby of a primary that was upgraded is upgraded, and removed. What became of the computer and the database each time is
looked at from outside."""

import contextlib
import json
import os
import pathlib
import signal
import sqlite3

import desktop
import practice
from commands import newer_media
from person import ByMouse


def components(here):
    _, output = here.computer.run([practice.SETUP, "status", "--local", "--json", "--root", here.computer.root])
    return json.loads(output)["components"]


def begun(here, choice, button):
    """The wizard with a kind of maintenance chosen: by the key of that and of the button on the summary, which is the same."""
    wizard = desktop.Wizard(here)
    wizard.wait_until_looked()
    desktop.wait_for(f"the choice {button}", lambda: wizard.find("radio button", button))
    wizard.key(choice)
    return wizard


def executed(wizard, choice, button, outcome):
    wizard.next_until("Review")
    wizard.press(choice, button)
    wizard.reach("Result")
    said(wizard, outcome)


def said(wizard, outcome):
    desktop.wait_for(f"the outcome: {outcome}", lambda: any(outcome in text for text in wizard.texts()))


def closed(wizard):
    wizard.press("alt+c", "Close")
    assert wizard.ended() == 0


def as_before(here, before, what):
    differences = here.computer.state().differences(before)
    assert not differences, differences
    assert not here.computer.leftovers(), here.computer.leftovers()
    print(what)


def modified(here):
    """Where the last component of the tree is not installed it is added, otherwise it goes."""
    wizard = begun(here, "alt+m", "Modify")
    wizard.next_until("Components")
    wizard.wait_until_looked()
    wizard.key("End")
    wizard.key("space")
    executed(wizard, "alt+m", "Modify", "is modified")
    closed(wizard)


def added_and_taken_away(here):
    before, installed = here.computer.state(), components(here)
    modified(here)
    assert len(components(here)) == len(installed) + 1, components(here)
    print(f"added: {set(components(here)) - set(installed)}")
    modified(here)
    assert components(here) == installed, components(here)
    as_before(here, before, "taken away again: the computer and the database are as before")


def repaired(here):
    before = here.computer.state()
    damaged = here.computer.root / "opt/bes-standby/router/bin/bes-router"
    damaged.write_text("damaged\n")
    wizard = begun(here, "alt+p", "Repair")
    executed(wizard, "alt+p", "Repair", "is repaired")
    closed(wizard)
    as_before(here, before, "repaired: the computer and the database are as before the damage")


def killed_in_the_middle(here, wizard, before):
    """The engine, when it has begun to remove. The database is kept from being written to until then: however late the first
    change is seen, it is not at its end."""
    def there(path):
        return os.path.lexists(here.computer.root / path)  # listing the folders would race with the removal

    with contextlib.closing(sqlite3.connect(here.computer.database, isolation_level=None)) as sql:
        sql.execute("BEGIN IMMEDIATE")
        wizard.press("alt+r", "Remove")
        engine = desktop.wait_for("the engine", wizard.engine, pause=0.001)
        desktop.wait_for("the first change", lambda: not all(map(there, before.tree)), pause=0.001)
        os.kill(engine, signal.SIGKILL)
        desktop.wait_for("the engine's end", lambda: not wizard.engine(), pause=0.001)


def removed(here, before_installation):
    """At first the engine is killed when it has begun to remove."""
    before = here.computer.state()
    wizard = begun(here, "alt+r", "Remove")
    wizard.next_until("Review")
    killed_in_the_middle(here, wizard, before)
    wizard.reach("Result")
    said(wizard, "The engine ended in the middle of the removal")
    assert here.computer.leftovers(), "nothing was left to roll back"
    wizard.press("alt+k", "Roll back")
    said(wizard, "The interrupted run is rolled back")
    as_before(here, before, "engine killed in the middle, undone: the computer and the database are as before")

    wizard.press("alt+t", "Check and try again")
    wizard.reach("Welcome")
    executed(wizard, "alt+r", "Remove", "The standby is removed")
    closed(wizard)
    code, output = here.computer.run([practice.SETUP, "status", "--local", "--root", here.computer.root])
    assert code == 22, output
    as_before(here, before_installation, "removed: the computer and the database are as before the installation")


def primary_has(here, version):
    with contextlib.closing(sqlite3.connect(here.computer.database)) as sql, sql:
        sql.execute("UPDATE ServerConfig SET ProductVersion = ? WHERE ServerName = 'BES-NORTH'", (version,))


def clicked(here, kind, outcome, *, media=None):
    person = ByMouse(desktop.Wizard(here))
    person.wizard.wait_until_looked()
    person.wizard.click("radio button", kind)
    person.next()
    if media:
        person.wizard.reach("Media and license")
        person.enter("Folder of the installation media", str(media))
    while person.wizard.page() != "Review":
        person.next()
    person.wizard.wait_until_looked()
    person.press(kind)
    person.wizard.reach("Result")
    said(person.wizard, outcome)
    person.press("Close")
    assert person.wizard.ended() == 0


def upgraded_and_removed(here):
    primary_has(here, "5.0.1")
    before = here.computer.state()
    primary_has(here, "5.0")
    code, output = here.computer.run(here.computer.install())
    assert code == 0, output
    primary_has(here, "5.0.1")
    clicked(here, "Upgrade", "is upgraded", media=pathlib.Path(newer_media().name) / "media")
    _, output = here.computer.run([practice.SETUP, "status", "--local", "--root", here.computer.root])
    assert " 5.0.1" in output, output
    print("upgraded")
    clicked(here, "Remove", "The standby is removed")
    as_before(here, before, "upgraded and removed: the computer and the database are as before the installation")


def main():
    with desktop.Desktop() as here:
        for replaced in ("opt/bes-standby/router/bin/bes-router", "etc/bes-standby/standby.ini",
                         "etc/systemd/system/bes-router.service"):
            (here.computer.root / replaced).unlink()  # a removal does not bring them back
        before = here.computer.state()
        code, output = here.computer.run(here.computer.install("--components.omit", "alert"))
        assert code == 0, output
        added_and_taken_away(here)
        repaired(here)
        removed(here, before)
        upgraded_and_removed(here)


main()
