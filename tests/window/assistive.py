# SPDX-FileCopyrightText: 2026 Minato contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The lab as those meet it who do not see it or have no mouse: through AT-SPI, with real key events.

Run by CTest as assistive.py TEST, with MINATO_BIN_DIR and MINATO_SOURCE_DIR in the environment.
"""
import os
import re
import unittest

import yaml

from desktop import Client, Desktop, Keyboard, program

LESSON = "scale"
# What a name must not have: markup, entities, ids of texts that were not found.
NOT_A_NAME = re.compile(r"<[a-z/]|&[a-z]+;|^[a-z-]+\.[a-z.-]+$")
SILENT_ROLES = {"unknown", "invalid", "redundant object"}


def lesson_steps():
    path = os.path.join(os.environ["MINATO_SOURCE_DIR"], "lessons", LESSON, "lesson.yaml")
    with open(path, encoding="utf-8") as file:
        return yaml.safe_load(file)["steps"]


class Assistive(unittest.TestCase):
    def setUp(self):
        self.enterContext(Desktop())

    def open(self, *arguments):
        client = Client(program("minato"), ["--seed", "1", "--size", "1280x800", *arguments])
        self.addCleanup(client.close)
        self.keyboard = Keyboard()
        client.wait("there is a window", lambda: self.keyboard.focus())
        return client

    def close(self, client):
        self.assertEqual(client.close(), "", "the program has nothing to complain about")

    def check_names(self, client, where):
        focusable = [node for node in client.nodes() if node.has(client.atspi.StateType.FOCUSABLE)]
        self.assertGreater(len(focusable), 10, client.tree())
        for node in client.nodes():
            self.assertNotRegex(node.name, NOT_A_NAME, where)
        bad = [str(node) for node in focusable if not node.name.strip() or node.role in SILENT_ROLES]
        self.assertEqual(bad, [], f"{where}: without a role or a name")

    def walk(self, language, terminal):
        client = self.open("--lang", language, "--lesson", LESSON + "/scale-up", "--speed", "10")
        client.wait("the lab is complete", lambda: client.find(".*", terminal) and client.find("list item", "^Pod "))
        self.check_names(client, language + " at first")
        # What Tab reaches says what it is, at the moment when a screen reader would read it.
        stops = []
        while len(stops) < 120 and (len(stops) < 2 or stops[-1] != stops[0]):
            self.keyboard.press("Tab")
            client.wait("Tab moves the focus", lambda: (now := client.focused()) and now.place() != (stops or [None])[-1], 10)
            now = client.focused()
            self.assertTrue(now.name.strip(), f"{now} after {stops[-1:]}")
            stops.append(now.place())
        self.assertEqual(stops[-1], stops[0], "Tab comes around")
        self.assertGreater(len(stops), 12, stops)
        self.check_names(client, language + " in the end")
        self.close(client)

    def test_walk_japanese(self):
        self.walk("ja", "ターミナル")

    def test_walk_english(self):
        self.walk("en", "Terminal")

    def run_line(self, client, line):
        """Types a line into the terminal and waits for its end."""
        said = len(client.announced)
        self.keyboard.type(line + "\n")
        client.wait(f"the terminal tells what came of: {line}", lambda: len(client.announced) > said, 60)
        client.wait(f"this ends: {line}", lambda: not client.find("(push )?button", r"^Stop \("), 60)

    def wait_for_goals(self, client, step, count):
        client.wait(f"all goals of {step} are done", lambda: len(
            [node for node in client.nodes() if node.role == "list item" and re.search(", done$", node.name)]) == count,
            120)

    def test_lesson_by_keyboard(self):
        """From the first page of the seed lesson to its last, every goal reached, without a mouse."""
        client = self.open("--lang", "en", "--lesson", LESSON, "--speed", "10")
        client.wait("the first page is there", lambda: client.find("(push )?button", "^Start$"))
        for _ in range(60):
            self.keyboard.press("Tab")
            if client.wait("something has the focus", client.focused).name == "Start":
                break
        self.assertRegex(client.focused().name, "^Start$", "Tab reaches the button that starts the lesson")
        self.keyboard.press("space")
        steps = lesson_steps()
        for number, step in enumerate(steps, 1):
            client.wait(f"page {number} is open", lambda: client.find(".*", f"Step {number} of {len(steps)}"))
            self.keyboard.press("ctrl+t")
            client.wait("the terminal has the focus",
                        lambda: (node := client.focused()) and node.name.startswith("Terminal"))
            announced = len(client.announced)
            for line in step["solution"]:
                if isinstance(line, str):
                    self.run_line(client, line)
                else:  # until: a goal
                    goal = next(i for i, check in enumerate(step["checks"]) if check["id"] == line["until"])
                    client.wait(f"goal {line['until']} is done", lambda: sum(
                        node.role == "list item" and node.name.endswith(", done") for node in client.nodes()) > goal, 120)
            self.wait_for_goals(client, step["id"], len(step["checks"]))
            names = [node.name.removesuffix(", done") for node in client.nodes()
                     if node.role == "list item" and node.name.endswith(", done")]
            self.assertTrue(any(name in text for name in names for text in client.announced[announced:]),
                            f"a reached goal of {step['id']} is announced: {names} in {client.announced[announced:]}")
            self.keyboard.press("alt+Right")
        client.wait("the last page is open", lambda: not client.find(".*", r"^Step \d of"))
        self.close(client)


if __name__ == "__main__":
    unittest.main(verbosity=2)
