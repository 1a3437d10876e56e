#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The wizard, or the desktop that it is on, goes away in the middle of an installation: the engine undoes it or ends it, as the
person had chosen, and nothing is half installed. Who starts a second wizard meanwhile is told of the first one's run."""

import os
import pathlib
import signal

import desktop
import practice


def ended(process):
    """Where nobody takes note of orphans' ends (a container without an init) its entry stays."""
    try:
        return pathlib.Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except (FileNotFoundError, ProcessLookupError):
        return True


def go_on(engine):
    os.kill(engine, signal.SIGCONT)
    desktop.wait_for("the end of the engine", lambda: ended(engine))


def second_wizard(here, before):
    """The run stands still, and is under way all the same: nothing is damaged, and there is nothing to undo."""
    first = desktop.Wizard(here)
    engine = first.held_in_the_middle()
    second = desktop.Wizard(here)
    said = desktop.wait_for("the run under way", lambda: next((t for t in second.texts() if str(engine) in t), None))
    assert "bes-standby-setup" in said and "since" in said, said
    shown = " ".join(second.texts())
    assert "Another run of setup is in progress" in shown and "interrupted" not in shown, shown
    assert not second.find("push button", "Roll back"), "a run under way is offered to be undone"
    second.key("Escape")
    assert second.ended() == 0
    go_on(engine)
    first.reach("Result")
    first.press("alt+c", "Close")
    assert first.ended() == 0
    code, output = here.computer.run([practice.SETUP, "remove", "--root", here.computer.root])
    assert code == 0, output
    differences = here.computer.state().differences(before)
    assert not differences, differences
    print("second wizard: it names the run; installed, and removed again")


def wizard_killed(here, before):
    wizard = desktop.Wizard(here)
    engine = wizard.held_in_the_middle()
    undo = "If the wizard closes unexpectedly, roll back"
    wizard.key("alt+u")
    desktop.wait_for("the mark", lambda: desktop.has(wizard.find("check box", undo), "CHECKED"))
    wizard.process.kill()
    wizard.process.wait()
    go_on(engine)
    differences = here.computer.state().differences(before, times=True)
    assert not differences, differences
    print("wizard killed, to be undone: the computer and the database are as before")


def display_lost(here, x_server):
    wizard = desktop.Wizard(here)
    engine = wizard.held_in_the_middle()
    x_server.kill()
    wizard.process.wait(timeout=60)
    go_on(engine)
    code, output = here.computer.run([practice.SETUP, "status", "--local", "--root", here.computer.root])
    assert code == 0 and "BES-NORTH" in output, output
    assert not here.computer.leftovers(), here.computer.leftovers()
    print("display lost: installed")


def main():
    with desktop.Desktop() as here:
        x_server = here.processes[0]
        second_wizard(here, here.computer.state())
        wizard_killed(here, here.computer.state())
        display_lost(here, x_server)


main()
