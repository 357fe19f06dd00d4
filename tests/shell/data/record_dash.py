#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Minato contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes into dash.cases what the real dash (and GNU's tools) answer to its scripts.

A case is "@@ name", the script, "@@ STATUS", what went to standard output, "@@ err" and what went to standard error.
A text that does not end with a newline is followed by the line "@@ no newline".
"""
import os
import pathlib
import subprocess
import sys
import tempfile

FILE = pathlib.Path(__file__).with_name("dash.cases")
ENVIRONMENT = {"HOME": "/home/minato", "PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8"}


def scripts(text):
    name, lines, reading = None, [], False
    for line in text.splitlines():
        if line.startswith("@@ "):
            word = line[3:]
            if reading:
                yield name, "\n".join(lines)
                reading = False
            if not word[0].isdigit() and word not in ("err", "no newline"):
                name, lines, reading = word, [], True
        elif reading:
            lines.append(line)
    if reading:
        yield name, "\n".join(lines)


def block(text):
    return text if not text or text.endswith("\n") else text + "\n@@ no newline\n"


def main():
    out = ["# Recorded by record_dash.py from the real dash; edit the scripts, not the answers.\n"]
    for name, script in scripts(FILE.read_text()):
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run(["/bin/dash", "-c", script, "sh"], cwd=folder, env=ENVIRONMENT, timeout=20,
                                  stdin=subprocess.DEVNULL, capture_output=True)
        answer = block(done.stdout.decode())
        errors = block(done.stderr.decode())
        out.append(f"@@ {name}\n{script}\n@@ {done.returncode}\n{answer}" + (f"@@ err\n{errors}" if errors else ""))
    FILE.write_text("".join(out))
    print(f"{len(out) - 1} cases", file=sys.stderr)


if __name__ == "__main__":
    os.chdir("/")
    main()
