# SPDX-FileCopyrightText: 2026 Minato contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop of its own for a test: X server, session bus, accessibility bus; a keyboard that X takes for a real one; and
what a screen reader's client sees of a program.

Waiting is for something, up to a moment at which it has failed; nothing sleeps for a fixed time.
"""
import ctypes
import os
import pathlib
import re
import signal
import subprocess
import tempfile
import time


class Desktop:
    """Xvfb without a window manager, dbus-daemon and at-spi, until its block ends. Sets this process's environment, so
    that gi.repository.Atspi, imported later, speaks to it."""

    def __init__(self, size="1280x800"):
        self.size = size
        self.started = []

    def __enter__(self):
        self.home = tempfile.TemporaryDirectory()
        display = self.start_with_pipe(
            lambda fd: ["Xvfb", "-displayfd", str(fd), "-screen", "0", f"{self.size}x24", "-nolisten", "tcp"])
        bus = self.start_with_pipe(
            lambda fd: ["dbus-daemon", "--session", "--nofork", f"--print-address={fd}"])
        folders = {name: self.home.name for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME",
                                                     "XDG_RUNTIME_DIR")}
        os.environ.update(folders, DISPLAY=":" + display, DBUS_SESSION_BUS_ADDRESS=bus, QT_QPA_PLATFORM="xcb",
                          QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_QUICK_BACKEND="software", LC_ALL="C.UTF-8",
                          NO_AT_BRIDGE="0")
        for name in ("WAYLAND_DISPLAY", "XAUTHORITY", "AT_SPI_BUS_ADDRESS"):
            os.environ.pop(name, None)
        self.start(["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"])
        return self

    def __exit__(self, *_):
        for process in reversed(self.started):
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self.home.cleanup()

    def start(self, command, **options):
        process = subprocess.Popen(command, **{"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, **options})
        self.started.append(process)
        return process

    def start_with_pipe(self, command):
        """Starts what tells one line on a descriptor once it is ready; gives the line."""
        reading, writing = os.pipe()
        self.start(command(writing), pass_fds=[writing])
        os.close(writing)
        with os.fdopen(reading) as told:
            line = told.readline().strip()
        if not line:
            raise AssertionError(f"{command('FD')[0]} has not come up")
        return line


class Keyboard:
    """Keys as X gives them to whatever has the focus, by its XTEST extension."""

    NAMED = {" ": "space", "\n": "Return", "\t": "Tab", "-": "minus", "=": "equal", ".": "period", ",": "comma",
             "/": "slash", ":": "colon", ";": "semicolon", "'": "apostrophe", '"': "quotedbl", "(": "parenleft",
             ")": "parenright", "[": "bracketleft", "]": "bracketright", "{": "braceleft", "}": "braceright",
             "$": "dollar", "_": "underscore", "|": "bar", "&": "ampersand", "<": "less", ">": "greater",
             "*": "asterisk", "\\": "backslash", "@": "at", "!": "exclam", "?": "question", "+": "plus", "~": "asciitilde",
             "`": "grave", "#": "numbersign", "%": "percent", "^": "asciicircum"}

    def __init__(self):
        self.x = ctypes.CDLL("libX11.so.6")
        self.test = ctypes.CDLL("libXtst.so.6")
        for function in (self.x.XOpenDisplay, self.x.XDefaultRootWindow, self.x.XStringToKeysym,
                         self.x.XkbKeycodeToKeysym):
            function.restype = ctypes.c_void_p if function is self.x.XOpenDisplay else ctypes.c_ulong
        self.x.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
        self.x.XKeysymToKeycode.restype = ctypes.c_ubyte
        self.x.XkbKeycodeToKeysym.argtypes = [ctypes.c_void_p, ctypes.c_ubyte, ctypes.c_uint, ctypes.c_uint]
        self.display = ctypes.c_void_p(self.x.XOpenDisplay(None))
        if not self.display:
            raise AssertionError("no display for the keyboard")

    def focus(self):
        """Gives the focus to the largest window, as a window manager would."""
        root = self.x.XDefaultRootWindow(self.display)
        found = [(self.area(window), window) for window in self.children(root)]
        area, window = max(found, default=(0, 0))
        if area == 0:
            return False
        self.x.XSetInputFocus(self.display, ctypes.c_ulong(window), 1, ctypes.c_ulong(0))
        self.x.XSync(self.display, 0)
        return True

    def children(self, root):
        children = ctypes.POINTER(ctypes.c_ulong)()
        count, unused, parent = ctypes.c_uint(), ctypes.c_ulong(), ctypes.c_ulong()
        self.x.XQueryTree(self.display, ctypes.c_ulong(root), ctypes.byref(unused), ctypes.byref(parent),
                          ctypes.byref(children), ctypes.byref(count))
        return [children[i] for i in range(count.value)]

    def area(self, window):
        """Of a window that is shown; else 0."""
        attributes = (ctypes.c_int * 64)()  # XWindowAttributes: x, y, width, height, ..., map_state
        if not self.x.XGetWindowAttributes(self.display, ctypes.c_ulong(window), ctypes.byref(attributes)):
            return 0
        return attributes[2] * attributes[3] if attributes[2] > 100 else 0

    def press(self, keys):
        """"Tab", "alt+Right", "ctrl+t"."""
        *modifiers, key = keys.split("+")
        codes = [self.code({"ctrl": "Control_L", "alt": "Alt_L", "shift": "Shift_L"}[name])[0] for name in modifiers]
        code, needs_shift = self.code(key)
        if needs_shift:
            codes.append(self.code("Shift_L")[0])
        for each in codes + [code]:
            self.test.XTestFakeKeyEvent(self.display, each, 1, 0)
        for each in [code] + codes[::-1]:
            self.test.XTestFakeKeyEvent(self.display, each, 0, 0)
        self.x.XSync(self.display, 0)

    def type(self, text):
        for letter in text:
            self.press(self.NAMED.get(letter, letter))

    def code(self, name):
        symbol = self.x.XStringToKeysym(name.encode())
        code = self.x.XKeysymToKeycode(self.display, symbol)
        if not symbol or not code:
            raise AssertionError(f"the keyboard has no {name}")
        return code, self.x.XkbKeycodeToKeysym(self.display, code, 0, 0) != symbol


class Node:
    """Something that a program tells assistive tools about."""

    def __init__(self, accessible):
        self.accessible = accessible
        self.role = accessible.get_role_name()
        self.name = accessible.get_name() or ""
        self.states = accessible.get_state_set()

    def place(self):
        """Tells it from others of the same role and name."""
        import gi
        extents = self.accessible.get_extents(gi.repository.Atspi.CoordType.SCREEN)
        return str(self), extents.x, extents.y

    def has(self, state):
        return self.states.contains(state)

    def __str__(self):
        return f"{self.role}|{self.name}"


class Client:
    """A screen reader's view of one program: its tree, and what it announces."""

    def __init__(self, program, arguments):
        import gi
        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi, GLib
        self.atspi = Atspi
        self.loop = GLib.MainContext.default()
        GLib.timeout_add(20, lambda: True)  # so that waiting looks again
        self.announced = []
        self.listener = Atspi.EventListener.new(self.on_event)
        self.listener.register("object:announcement")
        self.errors = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen([program, *arguments], stdout=subprocess.DEVNULL, stderr=self.errors)
        self.root = self.wait("the program appears on the accessibility bus", self.find_program, 60)

    def on_event(self, event):
        self.announced.append(str(event.any_data))

    def find_program(self):
        desktop = self.atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child and child.get_process_id() == self.process.pid and child.get_child_count() > 0:
                return child
        return None

    def wait(self, what, found, seconds=30):
        """What `found` gives, as soon as that is something."""
        deadline = time.monotonic() + seconds
        while True:
            try:
                result = found()
            except self.error():  # what is gone meanwhile
                result = None
            if result:
                return result
            if self.process.poll() is not None:
                raise AssertionError(f"the program has ended ({self.process.returncode}): {self.stderr()}")
            if time.monotonic() > deadline:
                raise AssertionError(f"in {seconds} s it has not come about that {what}; there is:\n" + self.tree())
            self.loop.iteration(True)

    @staticmethod
    def error():
        from gi.repository import GLib
        return GLib.GError

    def nodes(self):
        """What is shown, parents before children."""
        shown = self.atspi.StateType.SHOWING
        self.root.clear_cache()

        def walk(accessible):
            node = Node(accessible)
            if accessible is not self.root and not node.has(shown) and node.role not in ("frame", "window"):
                return
            yield node
            for i in range(accessible.get_child_count()):
                child = accessible.get_child_at_index(i)
                if child:
                    yield from walk(child)
        return list(walk(self.root))

    def find(self, role, pattern):
        return next((node for node in self.nodes() if re.fullmatch(role, node.role) and re.search(pattern, node.name)),
                    None)

    def focused(self):
        """The innermost of what has the focus: what is around it says so, too."""
        return next((node for node in reversed(self.nodes()) if node.has(self.atspi.StateType.FOCUSED)), None)

    def tree(self):
        try:
            return "\n".join(map(str, self.nodes()))
        except self.error() as error:
            return str(error)

    def stderr(self):
        self.errors.seek(0)
        return self.errors.read()

    def close(self):
        """Ends the program; what it said on standard error."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(20)
        return self.stderr()


def program(name):
    return str(pathlib.Path(os.environ["MINATO_BIN_DIR"]) / name)
