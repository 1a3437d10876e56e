#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""ordinary_test.py MEANS: in a box, as an ordinary account that may not read Domino's files, with the wizard that is installed
there. The person has the Domino servers asked and the standby installed, and types a password for each; MEANS is sudo or pkexec.
Started by ordinary.sh."""

import os
import pathlib
import pty
import sys
import termios
import threading
import time

import desktop

MEANS = sys.argv[1]
PASSWORD_ASKED = pathlib.Path(os.environ["PASSWORD_ASKED"])  # a line for each time


class Box:
    root = pathlib.Path("/")


def answer_for(wizard):
    """The desktop's program that asks for the password of pkexec, as a person uses it."""
    child, terminal = pty.fork()
    if child == 0:
        os.execv("/usr/bin/pkttyagent", ["pkttyagent", "--process", str(wizard.process.pid)])

    def answer():
        said = b""
        while chunk := os.read(terminal, 1000):
            said += chunk
            if said.rstrip().endswith(b"Password:"):
                with PASSWORD_ASKED.open("a") as file:
                    file.write(f"{said!r}\n")
                while termios.tcgetattr(terminal)[3] & termios.ECHO:  # what comes before that is thrown away
                    time.sleep(0.01)
                os.write(terminal, b"of alice\n")
                said = b""
    threading.Thread(target=answer, daemon=True).start()


def asked():
    return len(PASSWORD_ASKED.read_text().splitlines())


def main():
    assert os.geteuid() != 0
    assert not os.access("/local/notesdata", os.X_OK), "what this is about is not the case"
    with desktop.Desktop(Box()) as here:
        wizard = desktop.Wizard(here, answers=["--answer-file", os.environ["ANSWERS"]], program=os.environ["INSTALLED"] + "/bes-standby-wizard")
        if MEANS == "pkexec":
            answer_for(wizard)
        wizard.next_until("Review")
        wizard.wait_until_looked()
        texts = wizard.texts()
        assert any("Ask as administrator" in text for text in texts), texts
        assert any(text.startswith("1 blocker,") for text in texts), texts
        assert any(text.startswith("/local/notesdata/notes.ini: Permission denied") for text in texts), texts
        wizard.click("push button", "Go to: Domino")
        wizard.reach("Domino")
        wizard.wait_until_looked()
        assert asked() == 0, "a password was asked for before the person had agreed"
        wizard.click("push button", "Ask as administrator…")
        desktop.wait_for("the cluster", lambda: any("AcmeCluster" in text for text in wizard.texts()))
        assert asked() == 1, PASSWORD_ASKED.read_text()
        assert not wizard.find("push button", "Ask as administrator…"), "still offered"
        # the rights are there for as long as the wizard looks
        wizard.click("push button", "Ask again")
        wizard.wait_until_looked()
        desktop.wait_for("the cluster", lambda: any("AcmeCluster" in text for text in wizard.texts()))
        assert asked() == 1, PASSWORD_ASKED.read_text()
        wizard.next_until("Review")
        wizard.wait_until_looked()
        assert not [text for text in wizard.texts() if "although" in text], wizard.texts()
        wizard.press("alt+i", "Install")
        wizard.reach("Result")
        desktop.wait_for("the outcome", lambda: any("is installed as the standby of" in text for text in wizard.texts()))
        assert asked() == 2, PASSWORD_ASKED.read_text()
        wizard.press("alt+c", "Close")
        assert wizard.ended() == 0
    print(f"{MEANS}: asked, and installed")


main()
