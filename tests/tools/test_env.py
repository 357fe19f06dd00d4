# SPDX-FileCopyrightText: 2026 Minato contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""tools/env: usage, exit statuses, and that a set-up that fails, is interrupted or runs twice leaves nothing wrong.

mmdebstrap is replaced by a small script, so nothing is downloaded and nothing installed; so is df, so that
the disk of whoever runs the tests does not matter.
"""

import os
import signal
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

TOOLS = Path(__file__).resolve().parents[2] / "tools"

FAKE_MMDEBSTRAP = r"""#!/bin/bash
echo started >>"$FAKE_LOG"
target=${@: -1}
for argument; do
    case $argument in --mode=*) mode=${argument#--mode=} ;; --*) ;; trixie) ;; -) target=- ;; esac
done
for argument; do [[ $argument != "$XDG_CACHE_HOME"/* ]] || target=$argument; done
eval "$FAKE_ACTION"
made=$(mktemp -d)
mkdir -p "$made"/{usr,etc,var}
if [ "$target" = - ]; then tar -c -C "$made" .; else cp -a "$made/." "$target"; fi
"""

FAKE_DF = """#!/bin/sh
echo Avail
echo "$FAKE_FREE"
"""


class EnvTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.cache = self.folder / "cache" / "minato"
        self.log = self.folder / "log"
        stubs = self.folder / "stubs"
        stubs.mkdir()
        for name, text in {"mmdebstrap": FAKE_MMDEBSTRAP, "df": FAKE_DF, "bwrap": "#!/bin/sh\nexit 1\n",
                           "newuidmap": "#!/bin/sh\nexit 1\n", "sudo": "#!/bin/sh\nexit 1\n"}.items():
            (stubs / name).write_text(text)
            (stubs / name).chmod(0o755)
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith("MINATO_")}
        self.environment |= {"PATH": f"{stubs}:{os.environ['PATH']}", "XDG_CACHE_HOME": str(self.folder / "cache"),
                             "CCACHE_DIR": str(self.folder / "ccache"), "FAKE_LOG": str(self.log), "FAKE_ACTION": "",
                             "FAKE_FREE": "9000000"}

    def start(self, *arguments, **environment):
        return subprocess.Popen(["bash", TOOLS / "env", *arguments], env=self.environment | environment, text=True,
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def run_env(self, *arguments, **environment):
        """(exit status, stdout, stderr)"""
        process = self.start(*arguments, **environment)
        out, err = process.communicate(timeout=60)
        return process.returncode, out, err

    def roots(self):
        return sorted(path.name for path in self.cache.glob("*root-*") if path.is_dir())

    def test_usage_errors_end_with_status_2(self):
        for arguments in [[], ["--for"], ["--for", "play", "true"], ["--four", "run", "true"]]:
            with self.subTest(arguments):
                status, out, err = self.run_env(*arguments)
                self.assertEqual((2, "", 1), (status, out, err.count("\n")), err)

    def test_help_goes_to_stdout(self):
        status, out, err = self.run_env("--help")
        self.assertEqual((0, ""), (status, err))
        self.assertIn("Usage: tools/env", out)

    def test_a_command_on_this_system_keeps_its_status_its_folder_and_its_words(self):
        status, out, err = self.run_env("--for", "run", "--", "sh", "-c", 'echo "$0|$1"; exit 7', "a b", "", MINATO_ENV="host")
        self.assertEqual((7, "a b|\n", ""), (status, out, err))

    def test_inside_an_environment_nothing_is_set_up_again(self):
        status, out, err = self.run_env("--for", "test", "echo", "here", MINATO_INSIDE="root-1-2")
        self.assertEqual((0, "here\n", ""), (status, out, err))
        self.assertFalse(self.log.exists())

    def test_the_environment_of_a_learner_is_no_place_for_tests(self):
        status, out, err = self.run_env("--for", "test", "true", MINATO_INSIDE="root-1")
        self.assertEqual((1, ""), (status, out))
        self.assertIn("lacks the tests' packages", err)

    def test_an_unknown_choice_of_environment_is_a_usage_error(self):
        self.assertEqual(2, self.run_env("true", MINATO_ENV="docker")[0])


class SetUpTest(EnvTest):
    """As root, whoever runs the tests: an ordinary user's set-up goes through newuidmap, but to the same end."""

    def setUp(self):
        super().setUp()
        stub = self.folder / "stubs" / "id"
        stub.write_text('#!/bin/sh\n[ "$*" = -u ] && echo 0 && exit\nexec /usr/bin/id "$@"\n')
        stub.chmod(0o755)

    FAILURES = {"E: Temporary failure resolving 'x'": "can't be reached (no network?)",
                "E: You don't have enough free space in /x": "the disk is full",
                "tar: x: Cannot write: No space left on device": "the disk is full",
                "E: Unable to locate package x": "unable to locate package x",
                "E: something new": "E: something new"}

    def test_a_failed_set_up_is_one_sentence_and_leaves_nothing(self):
        for words, sentence in self.FAILURES.items():
            with self.subTest(words):
                status, out, err = self.run_env("true", MINATO_ENV="root", FAKE_ACTION=f'echo "{words}" >&2; exit 25')
                self.assertEqual((1, "", []), (status, out, self.roots()), err)
                self.assertIn(sentence, err.splitlines()[-1])

    def test_a_disk_that_is_too_full_is_told_before_anything_is_made(self):
        status, out, err = self.run_env("true", MINATO_ENV="root", FAKE_FREE="35000")
        self.assertEqual((1, "", []), (status, out, self.roots()), err)
        self.assertIn("has 34 MB free, the build environment needs 1900 MB", err.splitlines()[-1])
        self.assertFalse(self.log.exists())

    def test_an_interrupted_set_up_leaves_nothing_and_ends_what_it_started(self):
        process = self.start("true", MINATO_ENV="root", FAKE_ACTION='echo $$ >"$FAKE_LOG.pid"; touch "$target/half"; sleep 60')
        pid_file = Path(f"{self.log}.pid")
        deadline = time.monotonic() + 20
        while not pid_file.exists() or not pid_file.read_text().strip():
            self.assertLess(time.monotonic(), deadline)
            time.sleep(0.05)
        process.send_signal(signal.SIGTERM)
        err = process.communicate(timeout=20)[1]
        self.assertEqual((1, []), (process.returncode, self.roots()), err)
        self.assertIn("interrupted", err)
        state = Path(f"/proc/{pid_file.read_text().strip()}/stat")
        self.assertTrue(not state.exists() or " Z " in state.read_text())

    def test_what_a_killed_set_up_left_is_not_taken_for_complete(self):
        self.run_env("true", MINATO_ENV="root")
        complete = self.roots()
        (self.cache / complete[0]).rename(self.cache / f"new-{complete[0]}")
        self.run_env("true", MINATO_ENV="root")
        self.assertEqual(complete, self.roots())
        self.assertEqual(2, self.log.read_text().count("started"))

    def test_two_set_ups_at_once_make_one_root(self):
        both = [self.start("true", MINATO_ENV="root", FAKE_ACTION="sleep 1") for _ in range(2)]
        for process in both:
            process.communicate(timeout=60)
        self.assertEqual(1, self.log.read_text().count("started"))
        self.assertEqual(1, len(self.roots()))

    def test_the_root_of_the_tests_serves_the_lab_and_replaces_its_own(self):
        self.run_env("true", MINATO_ENV="root")
        self.run_env("--for", "test", "true", MINATO_ENV="root")
        self.assertEqual(1, len(self.roots()))
        self.run_env("true", MINATO_ENV="root")
        self.assertEqual(2, self.log.read_text().count("started"))


if __name__ == "__main__":
    unittest.main()
