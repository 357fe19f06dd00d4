#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Minato contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the lab's first frame with an empty window's, start by start, so that both meet the same machine.

  tests/bench/first_frame.py [LAB] [STARTS]     LAB: the program; build/release/bin/minato

The empty window is build/dev/bin/minato_empty_window (target of that name; it has nothing to optimise).

Prints minimum and median of both, and the ratios. Figures of one machine at one moment: nothing is asserted.
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
    print(f"{'':14}{'min ms':>8}{'median ms':>11}{'resident MiB':>14}")
    figures = {}
    for name, found in runs.items():
        times = [run["firstFrameMs"] for run in found]
        memory = statistics.median(run["residentMiB"] for run in found)
        figures[name] = (min(times), statistics.median(times), memory)
        print(f"{name:14}{figures[name][0]:8.0f}{figures[name][1]:11.0f}{memory:14.1f}")
    (low, middle, memory), empty = figures["lab"], figures["empty window"]
    print(f"{'ratio':14}{low / empty[0]:8.2f}{middle / empty[1]:11.2f}{memory - empty[2]:+14.1f}")


if __name__ == "__main__":
    main()
