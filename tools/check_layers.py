#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Minato contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the #include lines of src/ with the dependencies that CMake declares, and keeps Qt Charts in qml/charts.

Linking alone can't stop a stray include, because src/ is the include root of every library. CMake writes the declared
graph to build/<preset>/layers.json: {"libs": {name: {"layer": n, "deps": [name, …]}}}.
"""

import argparse
import json
import re
import sys
from pathlib import Path

from source_text import CPP_SUFFIXES, Finding, files_below, report, without_comments

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"\n]+)"|<([^>\n]+)>)', re.M)
CHARTS_CPP = re.compile(r"^(?:QtCharts(?:/|$)|Q(?:Abstract)?(?:Chart|ChartView|LineSeries|BarSeries|AreaSeries|PieSeries))")
CHARTS_QML = re.compile(r"^[ \t]*\.?import[ \t]+QtCharts\b", re.M)
TOP_FOLDER = "app"  # only programs: may include every layer


def newest_layers(root):
    found = sorted((root / "build").glob("*/layers.json"), key=lambda path: path.stat().st_mtime)
    return found[-1] if found else None


def reachable(libs, name):
    """What the library may include: itself and its declared dependencies, direct or not."""
    seen, waiting = set(), [name]
    while waiting:
        current = waiting.pop()
        if current not in seen:
            seen.add(current)
            waiting += libs.get(current, {}).get("deps", [])
    return seen


def check_graph(libs, layers_file):
    findings = []
    for name, lib in libs.items():
        for dep in lib["deps"]:
            if dep not in libs:
                findings.append(Finding(layers_file, 1, f"{name} depends on {dep}, which is no library of src/"))
            elif libs[dep]["layer"] >= lib["layer"]:
                findings.append(Finding(layers_file, 1,
                    f"{name} (layer {lib['layer']}) may not depend on {dep} (layer {libs[dep]['layer']})"))
    return findings


def check_include(path, line, target, folder, allowed, src):
    first = target.split("/", 1)[0]
    if target.startswith("../"):
        return Finding(path, line, f'"{target}" goes upwards; write it from src/ on')
    if CHARTS_CPP.match(target):
        return Finding(path, line, f"{target}: Qt Charts belongs in qml/charts only")
    if "/" not in target or first == folder or not (src / first).is_dir():
        return None
    if allowed is not None and first not in allowed:
        return Finding(path, line, f'"{target}": {folder} does not declare that it depends on {first}')
    return None


def check_sources(src, libs):
    findings = []
    for path in files_below(src, CPP_SUFFIXES):
        folder = path.relative_to(src).parts[0]
        if folder == path.name:
            findings.append(Finding(path, 1, "sources belong in a folder of src/, one folder a library"))
            continue
        if folder not in libs and folder != TOP_FOLDER:
            findings.append(Finding(path, 1, f"src/{folder} is not declared with minato_add_library()"))
            continue
        allowed = None if folder == TOP_FOLDER else reachable(libs, folder)
        text = without_comments(path.read_text(encoding="utf-8"), keep_strings=True)
        for match in INCLUDE.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            finding = check_include(path, line, match[1] or match[2], folder, allowed, src)
            if finding:
                findings.append(finding)
    return findings


def check_charts(root):
    findings = []
    for path in files_below(root / "qml", {".qml", ".js", ".mjs"}) + files_below(root / "src", {".qml", ".js", ".mjs"}):
        if path.is_relative_to(root / "qml" / "charts"):
            continue
        text = path.read_text(encoding="utf-8")
        for match in CHARTS_QML.finditer(text):
            findings.append(Finding(path, text.count("\n", 0, match.start()) + 1, "import QtCharts belongs in qml/charts only"))
    return findings


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parent.parent, help="the repository")
    parser.add_argument("--layers", type=Path, help="layers.json (default: the newest below build/)")
    options = parser.parse_args()
    root = options.root.resolve()
    layers_file = (options.layers.resolve() if options.layers else newest_layers(root))
    if layers_file is None or not layers_file.is_file():
        sys.exit("check_layers.py: no build/*/layers.json; configure a preset first")
    try:
        libs = json.loads(layers_file.read_text(encoding="utf-8"))["libs"]
    except (ValueError, KeyError) as error:
        sys.exit(f"check_layers.py: {layers_file}: not a layer graph: {error}")
    findings = check_graph(libs, layers_file) + check_sources(root / "src", libs) + check_charts(root)
    return report(findings, root)


if __name__ == "__main__":
    sys.exit(main())
