#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The real program on a desktop, by keys alone: an installation that is cancelled in the middle, one that fails and is tried
again, and how the computer is after each."""

import os
import pathlib
import shutil
import signal

import desktop
import practice


def start(wizard):
    wizard.next_until("Review")
    wizard.press("alt+i", "Install")


def cancelled_in_the_middle(here, wizard, before):
    """The engine is held, so that the question is answered while it is in the middle for sure."""
    engine = wizard.held_in_the_middle()
    assert here.computer.state().differences(before), "nothing had been done yet"
    wizard.key("Escape")
    desktop.wait_for("the question", lambda: (no := wizard.find("push button", "No")) and desktop.has(no, "FOCUSED"))
    wizard.key("alt+y")
    desktop.wait_for("the answer", lambda: not wizard.find("push button", "Yes"))
    os.kill(engine, signal.SIGCONT)
    wizard.reach("Result")
    said = " ".join(desktop.wait_for("the outcome", wizard.texts))
    assert "was cancelled" in said and "as before" in said, said
    differences = here.computer.state().differences(before, times=True)
    assert not differences, differences
    print("cancelled in the middle: the computer and the database are as before")


def failed_and_tried_again(here, wizard, before, package):
    """The package is damaged when setup has read it, then it is damaged already."""
    whole = package.read_bytes()
    spoilt = bytearray(whole)
    spoilt[len(spoilt) // 2] ^= 1
    wizard.press("alt+t", "Check and try again")
    wizard.reach("Review")
    wizard.wait_until_looked()
    desktop.wait_for("the packages", lambda: not any("packages are being read" in text for text in wizard.texts()))
    package.write_bytes(spoilt)
    start(wizard)
    wizard.reach("Result")
    said = " ".join(desktop.wait_for("the outcome", wizard.texts))
    assert f"packages/{package.name}" in said, said
    differences = here.computer.state().differences(before, times=True)
    assert not differences, differences
    print("failed: the computer and the database are as before")

    wizard.press("alt+t", "Check and try again")
    wizard.reach("Review")
    desktop.wait_for("the damage", lambda: "A package of the media is damaged" in wizard.texts())
    assert any(package.name in text for text in wizard.texts()), wizard.texts()
    assert not desktop.has(wizard.find("push button", "Install"), "SENSITIVE"), "it could be installed"
    print("damaged: known before the installation")

    package.write_bytes(whole)
    wizard.press("alt+c", "Check again")
    start(wizard)
    wizard.reach("Result")
    desktop.wait_for("the outcome", lambda: any("is installed as the standby of BES-NORTH" in t for t in wizard.texts()))
    print("tried again: installed")


def main():
    with desktop.Desktop() as here:
        media = pathlib.Path(here.folder) / "media"
        shutil.copytree(practice.LAB / "media/good", media)
        before = here.computer.state()
        wizard = desktop.Wizard(here, "--media.folder", str(media))
        cancelled_in_the_middle(here, wizard, before)
        failed_and_tried_again(here, wizard, before, media / "packages/dispatcher.tar.zst")
        wizard.press("alt+c", "Close")
        assert wizard.ended() == 0
        assert not here.computer.leftovers(), here.computer.leftovers()
        code, output = here.computer.run([practice.SETUP, "status", "--local", "--root", here.computer.root])
        assert code == 0 and "BES-NORTH" in output, output


main()
