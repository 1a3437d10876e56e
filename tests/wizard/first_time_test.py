#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""A first-time administrator, with nothing but the media folder, the publisher's certificate and the database at hand: from no
answers at all through the eight steps to an installed standby, once by keys alone and once by the mouse. Counts what has to be
decided on the way."""

import desktop
import practice

STEPS = ["Welcome", "Media and license", "Database and primary", "Components", "Review", "Installation", "Result"]
MOST_DECISIONS = 5


class Person:
    """How somebody fills the wizard in. `decided`: what was asked of them."""

    def __init__(self, wizard):
        self.wizard = wizard
        self.decided = []
        self.seen = []

    def enter(self, field, text):
        self.decided.append(field)
        self.into(field)
        self.wizard.key("ctrl+a")
        self.wizard.type(text)
        self.wizard.key("Tab")

    def accept(self, box):
        self.decided.append(box)
        desktop.wait_for(box, lambda: self.wizard.find("check box", box))
        self.mark(box)
        desktop.wait_for(f"{box} to be marked", lambda: desktop.has(self.wizard.find("check box", box), "CHECKED"))

    def choose(self, table, row):
        self.decided.append(table)
        desktop.wait_for(row, lambda: self.wizard.find("table cell", row))
        self.select(table, row)

    def next(self):
        here = self.wizard.page()
        self.seen.append(here)
        self.wizard.wait_until_looked()
        self.press("Next")
        desktop.wait_for(f"the step after {here}", lambda: self.wizard.page() != here)


class ByKeys(Person):
    def into(self, field):
        for _ in range(40):
            self.wizard.key("Tab")
            if field in desktop.wait_for("the focus", self.wizard.focused):
                return
        raise AssertionError(f"Tab does not lead to {field}")

    def mark(self, box):
        self.into(box)
        self.wizard.key("space")

    def select(self, table, row):
        self.into(table)
        self.wizard.type(row)

    def press(self, button):
        self.wizard.press({"Next": "alt+n", "Install": "alt+i", "Close": "alt+c"}[button], button)


class ByMouse(Person):
    def into(self, field):
        self.wizard.click("text", field)

    def mark(self, box):
        self.wizard.click("check box", box)

    def select(self, table, row):
        self.wizard.click("table cell", row)

    def press(self, button):
        self.wizard.click("push button", button)


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
