#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""A first-time administrator, with nothing but the media folder, the publisher's certificate and the database at hand: from no
answers at all through the eight steps to an installed standby, once by keys alone and once by the mouse. Counts what has to be
decided on the way."""

import desktop
import practice
from person import ByKeys, ByMouse

STEPS = ["Welcome", "Media and license", "Database and primary", "Components", "Review", "Installation", "Result"]
MOST_DECISIONS = 5


def installs(here, kind):
    computer = here.computer
    # --root makes a folder the computer; what others have in it belongs to the practice environment.
    wizard = desktop.Wizard(here, answers=["--root", str(computer.root), "--standby.computer", "standby1.example.org",
                                           "--domino.notes-ini", "/local/notesdata/notes.ini", "--existing.files", "keep"])
    person = kind(wizard)
    wizard.reach("Welcome")
    person.next()
    wizard.reach("Media and license")
    person.enter("Folder of the installation media", str(practice.LAB / "media/good"))
    person.enter("Certificate whose media is trusted", str(practice.LAB / "keys/signer.crt"))
    person.accept("I accept the license")
    person.next()
    wizard.reach("Database and primary")
    person.enter("File of the configuration database", str(computer.database))
    person.choose("Primaries", "BES-NORTH")
    person.next()
    while wizard.page() != "Review":
        person.next()
    person.seen.append("Review")
    wizard.wait_until_looked()
    person.press("Install")
    wizard.look_away()
    desktop.wait_for("the wizard to ask for attention at the end", wizard.asks_for_attention)
    wizard.come_back()
    wizard.reach("Result")
    person.seen += ["Installation", "Result"]
    desktop.wait_for("the outcome", lambda: any("is installed as the standby of" in text for text in wizard.texts()))
    person.press("Close")
    assert wizard.ended() == 0
    assert person.seen == STEPS, person.seen
    assert len(person.decided) <= MOST_DECISIONS, person.decided
    print(f"{kind.__name__}: installed, {len(person.decided)} decisions: {', '.join(person.decided)}")


def removed(here, before):
    code, output = here.computer.run([practice.SETUP, "remove", "--root", here.computer.root])
    assert code == 0, output
    differences = here.computer.state().differences(before)
    assert not differences, differences


def main():
    with desktop.Desktop() as here:
        before = here.computer.state()
        for kind in (ByKeys, ByMouse):
            installs(here, kind)
            removed(here, before)


main()
