# SPDX-License-Identifier: Apache-2.0
"""How somebody fills the wizard in: by keys alone or by the mouse."""

import desktop


class Person:
    """`decided`: what was asked of them; `seen`: the steps on the way."""

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
