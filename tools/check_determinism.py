#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Minato contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Refuses what would make two runs of the core with one seed differ: clocks, luck, threads, unordered containers.

A line may stay where it, or a comment line right above it, says why it does no harm: // determinism: reason
Unordered containers need that where their type is named; walking over one is refused wherever it is seen.
"""

import argparse
import re
import sys
from pathlib import Path

from source_text import CPP_SUFFIXES, Finding, files_below, report, without_comments

CORE = "base kube engine api client apiserver traffic components cluster shell lessons".split()

ALLOWED = re.compile(r"//\s*determinism:\s*\S+")

BANNED = [(re.compile(pattern), message) for pattern, message in [
    (r"\bstd::chrono::(?:system|steady|high_resolution|utc|tai|gps|file)_clock\b|\b(?:system|steady|high_resolution)_clock\b",
     "the wall clock; ask the engine's virtual clock"),
    (r"\bQDateTime::current\w+|\bQDate::currentDate\b|\bQTime::currentTime\b|\bQElapsedTimer\b|\bQDeadlineTimer\b",
     "the wall clock; ask the engine's virtual clock"),
    (r"(?:std|(?<!\w))::clock\s*\(|(?<![\w.>])(?:std::|::)?(?:time\s*\(\s*(?:(?:NULL|nullptr|0)\s*\)|&)|gettimeofday\s*\(|clock_gettime\s*\(|timespec_get\s*\()",
     "the wall clock; ask the engine's virtual clock"),
    (r"\bQ(?:Basic|Chrono)?Timer\b|\bstartTimer\s*\(", "a real timer; put an event in the engine's queue"),
    (r"\bstd::random_device\b|\brandom_device\b|\bQRandomGenerator(?:64)?\b|\bQUuid::createUuid\w*",
     "unseeded randomness; use a named stream of the cluster's seed"),
    (r"(?<![\w.>:])(?:std::|::)?(?:s?rand|rand_r|[dlm]rand48)\s*\(", "global randomness; use a named stream of the cluster's seed"),
    (r"\bstd::\w+_distribution\b|\bstd::(?:ranges::)?(?:shuffle|sample)\b",
     "differs between standard libraries; use the distributions of base"),
    (r"\bstd::(?:j?thread|async|this_thread)\b|\bQThread\b|\bQtConcurrent\b|\bsleep_(?:for|until)\b|\bcurrentThreadId\b",
     "a thread; the core runs on the one thread it is called on"),
    (r"\b(?:std::)?(?:map|set|multimap|multiset|QMap|QMultiMap)\s*<\s*(?:const\s+)?[\w:]+(?:\s+const)?\s*\*",
     "ordered by pointer value, which differs between runs; order by a name or a number"),
    (r"\bqHash\w*\s*\((?!.*\bseed\b)|\bstd::hash\s*<", "hash values differ between runs and libraries"),
]]

UNORDERED = re.compile(r"\b(?:std::unordered_(?:multi)?(?:map|set)|unordered_(?:multi)?(?:map|set)|Q(?:Multi)?Hash|QSet)\s*<")
WALKS = (r"\bfor\s*\([^;()]*:\s*(?:std::as_const\s*\(\s*|qAsConst\s*\(\s*)?(?:\w+(?:\.|->))*(?:{names})\s*\)"
         r"|\b(?:{names})(?:\.|->)(?:c?r?begin|constBegin|keys|values|keyBegin|keyValueBegin|asKeyValueRange|toList)\s*\(")


def has_reason(lines, index):
    """Whether the line, or the comment line right above it, gives a reason."""
    above = lines[index - 1].strip() if index else ""
    return bool(ALLOWED.search(lines[index]) or (above.startswith("//") and ALLOWED.search(above)))


def closing_bracket(text, start):
    depth = 0
    for position in range(start, len(text)):
        if text[position] == "<":
            depth += 1
        elif text[position] == ">":
            depth -= 1
            if depth == 0:
                return position
        elif text[position] in ";{}":
            break
    return None


def unordered_names(code):
    """The names of variables, members and aliases that are unordered containers."""
    names = set()
    for match in UNORDERED.finditer(code):
        alias = re.search(r"\busing\s+(\w+)\s*=\s*$", code[:match.start()])
        if alias:
            names |= set(re.findall(rf"\b{alias[1]}\s*[&*]?\s+(\w+)\s*[;={{,)]", code))
            continue
        end = closing_bracket(code, match.end() - 1)
        declared = end and re.match(r"\s*(?:const\s*)?[&*]?\s*(\w+)\s*(?:[;={,)]|$)", code[end + 1:])
        if declared:
            names.add(declared[1])
    return names


def check_file(path):
    text = path.read_text(encoding="utf-8")
    lines, code = text.splitlines(), without_comments(text)
    names = unordered_names(code)
    for other in (path.with_suffix(suffix) for suffix in CPP_SUFFIXES):
        if other != path and other.is_file():
            names |= unordered_names(without_comments(other.read_text(encoding="utf-8")))
    walks = re.compile(WALKS.format(names="|".join(sorted(names)))) if names else None
    findings = []
    for index, line in enumerate(code.splitlines()):
        if has_reason(lines, index) or line.lstrip().startswith("#"):
            continue
        for pattern, message in BANNED:
            match = pattern.search(line)
            if match:
                findings.append(Finding(path, index + 1, f"{match[0].strip()}: {message}"))
        if UNORDERED.search(line):
            findings.append(Finding(path, index + 1,
                "an unordered container; use an ordered one, or say '// determinism: …' why its order can't show"))
        if walks and walks.search(line):
            findings.append(Finding(path, index + 1, "walks over an unordered container"))
    return findings


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parent.parent, help="the repository")
    root = parser.parse_args().root.resolve()
    findings = []
    for folder in CORE:
        for path in files_below(root / "src" / folder, CPP_SUFFIXES):
            findings += check_file(path)
    return report(findings, root)


if __name__ == "__main__":
    sys.exit(main())
