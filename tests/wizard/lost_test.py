#!/usr/bin/python3
"""The wizard, or the desktop that it is on, goes away in the middle of an installation: the engine undoes it or ends it, as the
person had chosen, and nothing is half installed."""

import os
import pathlib
import signal

import desktop
import practice


def held_in_the_middle(here, wizard):
    """The engine's process id; it is stopped and has something done."""
    programs = lambda: sorted((here.computer.root / "opt").rglob("*"))
    mine = programs()
    wizard.next_until("Review")
    wizard.press("alt+i", "Install")
    engine = desktop.wait_for("the engine", wizard.engine)
    desktop.wait_for("the first programs", lambda: programs() != mine, pause=0.001)
    os.kill(engine, signal.SIGSTOP)
    assert wizard.page() == "Installation", "it was over already"
    return engine


def ended(process):
    """Where nobody takes note of orphans' ends (a container without an init) its entry stays."""
    try:
        return pathlib.Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except (FileNotFoundError, ProcessLookupError):
        return True


def go_on(engine):
    os.kill(engine, signal.SIGCONT)
    desktop.wait_for("the end of the engine", lambda: ended(engine))


def wizard_killed(here, before):
    wizard = desktop.Wizard(here)
    engine = held_in_the_middle(here, wizard)
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
    engine = held_in_the_middle(here, wizard)
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
        wizard_killed(here, here.computer.state())
        display_lost(here, x_server)


main()
