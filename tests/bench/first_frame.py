#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Minato contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the lab's start with an empty window's, start by start, so that both meet the same machine.

  tests/bench/first_frame.py [LAB] [STARTS]     LAB: the program; build/release/bin/minato

The empty window is build/dev/bin/minato_empty_window (target of that name; it has nothing to optimise).

Prints how long the first frame takes and how long until the lab can be used, and the ratios. Figures of one machine at one moment: nothing is asserted.
"""
import json
import statistics
import subprocess
import sys


def start(command):
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    return json.loads(said.stdout)


def main():
    lab = sys.argv[1] if len(sys.argv) > 1 else "build/release/bin/minato"
    starts = int(sys.argv[2]) if len(sys.argv) > 2 else 9
    programs = {
        "empty window": ["build/dev/bin/minato_empty_window"],
        "lab": [lab, "--lang", "ja", "--first-frame-report"],
    }
    for command in programs.values():  # files into the page cache
        start(command)
    runs = {name: [] for name in programs}
    for _ in range(starts):
        for name, command in programs.items():
            runs[name].append(start(command))
    print(f"{'':14}{'first frame ms':>18}{'usable ms':>18}{'resident MiB':>14}   minimum / median")
    figures = {}
    for name, found in runs.items():
        first = [run["firstFrameMs"] for run in found]
        usable = [run["usableMs"] for run in found]
        memory = statistics.median(run["residentMiB"] for run in found)
        figures[name] = [min(first), statistics.median(first), min(usable), statistics.median(usable), memory]
        print("{:14}{:9.0f} /{:7.0f}{:9.0f} /{:7.0f}{:14.1f}".format(name, *figures[name]))
    lab, empty = figures["lab"], figures["empty window"]
    ratios = [lab[i] / empty[i] for i in range(4)]
    print("{:14}{:9.2f} /{:7.2f}{:9.2f} /{:7.2f}{:+14.1f}".format("ratio", *ratios, lab[4] - empty[4]))


if __name__ == "__main__":
    main()
