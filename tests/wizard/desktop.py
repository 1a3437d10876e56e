# SPDX-License-Identifier: Apache-2.0
"""A desktop of its own for a test from outside: an X server, a window manager and the accessibility bus. The wizard on it is
read as a screen reader reads it, and driven by keys or the mouse."""

import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

NOT_POSSIBLE = 77
BUILD = os.environ["BES_BUILD"]
SOURCE = os.path.realpath(os.path.join(os.path.dirname(__file__), "../.."))
sys.path.insert(0, os.path.join(SOURCE, "tests/faults"))
import practice  # noqa: E402

WIZARD = os.path.join(BUILD, "bin/bes-standby-wizard")
PATIENCE = 60  # seconds that anything may take before it counts as not happening

Atspi = None
VANISHED = ()  # what reading raises then


def skip(why):
    print(f"SKIPPED: {why}")
    sys.exit(1 if os.environ.get("BES_NO_SKIP") else NOT_POSSIBLE)


def wait_for(what, so, patience=PATIENCE, pause=0.02):
    """What `so` says once it is not false; ends the test where it never is."""
    end = time.monotonic() + patience
    while True:
        try:
            value = so()
        except VANISHED:  # what was being read has just gone from the screen
            value = None
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f"waited {patience} s in vain for: {what}")
        time.sleep(pause)


class Desktop:
    def __init__(self, computer=None):
        """`computer`: the one that this runs on, a box; without one a folder is made a practice computer."""
        for program in ("Xvfb", "openbox", "xdotool", "xmessage", "xprop", "dbus-daemon"):
            if not shutil.which(program):
                skip(f"{program} is not installed")
        self.folder = tempfile.mkdtemp(prefix="wizard-", dir=None if computer else os.path.join(BUILD, "tests/wizard"))
        os.chmod(self.folder, 0o755)  # Domino's account looks for its files here
        self.processes = []
        self.computer = computer or practice.Computer.make(pathlib.Path(self.folder) / "computer")
        os.environ.update(XDG_RUNTIME_DIR=self.folder, HOME=self.folder, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1",
                          QT_QPA_PLATFORM="xcb", LC_ALL="C.UTF-8", NO_AT_BRIDGE="0", LANGUAGE="")
        # Without -noreset the server drops everybody when its last client of a moment goes, while others are coming.
        os.environ["DISPLAY"] = ":" + self.told("Xvfb", "-displayfd", "{}", "-screen", "0", "1280x900x24", "-nolisten", "tcp",
                                                "-noreset")
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = self.told("dbus-daemon", "--session", "--nofork", "--print-address={}")
        self.started("/usr/libexec/at-spi-bus-launcher", "--launch-immediately")
        self.started("openbox", "--sm-disable")
        wait_for("the window manager", lambda: self.ran("xdotool", "get_desktop"))
        global Atspi, VANISHED
        try:
            import gi
            gi.require_version("Atspi", "2.0")
            from gi.repository import Atspi as atspi, GLib  # they connect to the bus
        except (ImportError, ValueError) as error:
            skip(f"gir1.2-atspi-2.0 and python3-gi: {error}")
        Atspi, VANISHED = atspi, (GLib.GError,)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for process in reversed(self.processes):
            try:
                os.killpg(process.pid, signal.SIGKILL)  # with what it has started: the accessibility bus has a daemon of its own
            except ProcessLookupError:
                pass
            process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def started(self, *words, **more):
        process = subprocess.Popen(words, stdout=more.pop("stdout", subprocess.DEVNULL), stderr=subprocess.DEVNULL,
                                   start_new_session=True, **more)
        self.processes.append(process)
        return process

    def told(self, *words):
        """Starts a server and reads the line that it writes to the file descriptor {} once it is ready."""
        reading, writing = os.pipe()
        self.started(*[word.replace("{}", str(writing)) for word in words], pass_fds=[writing])
        os.close(writing)
        with os.fdopen(reading) as line:
            return line.readline().strip()

    @staticmethod
    def ran(*words):
        return subprocess.run(words, capture_output=True).returncode == 0


def answers_for(computer):
    return ["--answer-file", str(practice.LAB / "standby.ini"), "--root", str(computer.root),
            "--standby.computer", "standby1.example.org", "--database.location", str(computer.database),
            "--existing.files", "keep"]  # the practice computer has some


class Wizard:
    """The real program, and what a screen reader knows of it."""

    def __init__(self, desktop, *more, answers=None, program=WIZARD):
        self.desktop = desktop
        self.errors = open(os.path.join(desktop.folder, "errors"), "w+")
        words = answers_for(desktop.computer) if answers is None else answers
        self.process = subprocess.Popen([program, *words, *more], stderr=self.errors, start_new_session=True)
        desktop.processes.append(self.process)
        self.tree = wait_for("the wizard on the accessibility bus", self.on_bus, pause=0.002)

    def on_bus(self):
        if self.process.poll() is not None:
            self.errors.seek(0)
            raise AssertionError(f"the wizard ended with {self.process.returncode}: {self.errors.read()}")
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for i in range(desktop.get_child_count()):
            program = desktop.get_child_at_index(i)
            if program and program.get_process_id() == self.process.pid and program.get_child_count() > 0:
                return program
        return None

    def engine(self):
        """Its process id, while it runs."""
        children = pathlib.Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        for child in children:
            if b"engine" in pathlib.Path(f"/proc/{child}/cmdline").read_bytes().split(b"\0"):
                return int(child)
        return None

    def held_in_the_middle(self):
        """From the answers into an installation. The engine's process id; it is stopped and has something done."""
        computer = self.desktop.computer
        before = computer.programs()
        self.next_until("Review")
        self.press("alt+i", "Install")
        engine = wait_for("the engine", self.engine)
        wait_for("the first programs", lambda: computer.programs() != before, pause=0.001)
        os.kill(engine, signal.SIGSTOP)
        assert self.page() == "Installation", "it was over already"
        return engine

    def nodes(self, within=None):
        """All that is shown, outermost first."""
        node = within or self.tree
        for i in range(node.get_child_count()):
            child = node.get_child_at_index(i)
            if child is None:
                continue
            child.clear_cache()
            if has(child, "SHOWING") or within is None:
                yield child
                yield from self.nodes(child)

    def find(self, role, name):
        """Null while there is none. `name` without its mnemonic, as it is read."""
        roles = (role, "button") if role == "push button" else (role,)  # as at-spi2 calls it since 2.53
        return next((node for node in self.nodes() if node.get_role_name() in roles and node.get_name() == name), None)

    def page(self):
        """"Database", from "Step 3 of 11: Database"."""
        steps = next((node for node in self.nodes() if node.get_name() == "Steps" and "Step " in node.get_description()), None)
        return steps.get_description().split(": ", 1)[1] if steps else None

    def reach(self, page):
        wait_for(f"the page {page}", lambda: self.page() == page)

    def press(self, key, button):
        """A button's key, once the button can be pressed."""
        wait_for(f"the button {button}", lambda: (node := self.find("push button", button)) and has(node, "SENSITIVE"))
        self.key(key)

    def key(self, key):
        """Once the keyboard is the wizard's: a new window gets it from the window manager a moment after it is shown."""
        wait_for("the keyboard", self.has_keyboard)
        subprocess.run(["xdotool", "key", "--clearmodifiers", key], check=True)

    def type(self, text):
        wait_for("the keyboard", self.has_keyboard)
        subprocess.run(["xdotool", "type", "--clearmodifiers", "--delay", "2", text], check=True)

    def focused(self):
        """Names: a field that is made of several has the focus with the one that is typed into."""
        return [node.get_name() for node in self.nodes() if has(node, "FOCUSED")]

    def click(self, role, name):
        """Where a box has its mark: its text may be shorter than it is wide."""
        wait_for(f"{role} {name}", lambda: (node := self.find(role, name)) and has(node, "SENSITIVE"))
        wait_for("the keyboard", self.has_keyboard)
        place = self.find(role, name).get_extents(Atspi.CoordType.SCREEN)
        subprocess.run(["xdotool", "mousemove", str(place.x + min(10, place.width // 2)), str(place.y + place.height // 2),
                        "click", "1"], check=True)

    def has_keyboard(self):
        answer = subprocess.run(["xdotool", "getactivewindow", "getwindowpid"], capture_output=True, text=True)
        return answer.stdout.strip() == str(self.process.pid)

    def next(self):
        here = self.page()
        self.press("alt+n", "Next")
        wait_for(f"the page after {here}", lambda: self.page() != here)

    def next_until(self, page):
        while self.page() != page:
            self.next()

    def wait_until_looked(self):
        wait_for("what setup looks for", lambda: not self.find("progress bar", "Setup is checking"))

    def texts(self):
        return [node.get_name() for node in self.nodes() if node.get_name()]

    def leave(self):
        """Again where the key was lost: a window that has just come may not have the keyboard yet."""
        wait_for("the keyboard", self.has_keyboard)
        wait_for("the end", lambda: self.process.poll() is not None or not self.desktop.ran("xdotool", "key", "Escape"), pause=1)

    def look_away(self):
        """To another window, which gets the keyboard."""
        wait_for("the keyboard", self.has_keyboard)
        self.window = subprocess.run(["xdotool", "getactivewindow"], capture_output=True, text=True, check=True).stdout.strip()
        self.other = self.desktop.started("xmessage", "elsewhere")
        wait_for("the other window", lambda: not self.has_keyboard())

    def asks_for_attention(self):
        """As a task bar shows it."""
        state = subprocess.run(["xprop", "-id", self.window, "_NET_WM_STATE"], capture_output=True, text=True).stdout
        return "_NET_WM_STATE_DEMANDS_ATTENTION" in state

    def come_back(self):
        self.other.kill()
        subprocess.run(["xdotool", "windowactivate", "--sync", self.window], check=True)

    def ended(self):
        """The exit code."""
        return self.process.wait(PATIENCE)


def has(node, state):
    return node.get_state_set().contains(getattr(Atspi.StateType, state))
