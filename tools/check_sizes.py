#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Minato contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Refuses files, functions and classes that have outgrown their room.

tools/sizes-allowed.txt lists the exceptions, one a line: PATH WHAT: reason, where WHAT is file, function or class.
A file whose first ten lines say "Generated" may have any number of lines.
"""

import argparse
import re
import sys
from pathlib import Path

from source_text import CPP_SUFFIXES, Finding, files_below, report, without_comments

FILE_LINES = {".cpp": 600, ".h": 300, ".qml": 300}
FUNCTION_LINES = 80
PUBLIC_MEMBERS = 30

NOT_A_FUNCTION = re.compile(r"\b(?:namespace|class|struct|union|enum|extern)\b[^()]*$|=\s*$|\b(?:do|else|try)\s*$")
CLASS_HEAD = re.compile(r"\b(class|struct)\s+(?:alignas\([^)]*\)\s*|\[\[[^\]]*\]\]\s*)*([\w:]+)[^;{}()=]*$")
MEMBER_INITIALISER = re.compile(r"\)[^;]*(?<!:):(?!:)[^;]*[\w>]\s*$")  # A::A(int i) : m_i {
MEMBER_FUNCTION = re.compile(r"[\w~\]>&*)]\s*\(")


class Block:
    """One pair of braces: where it starts, the text in front of it, what it holds at its own level."""

    def __init__(self, head, line):
        self.head, self.line, self.own = head, line, []
        self.class_match = CLASS_HEAD.search(head) if "enum" not in head.split() else None


def head_of(code, brace, initialisers):
    """The declaration in front of a brace: back to the last ; { } that is outside parentheses.

    initialisers has the heads of the brace initialisers of a constructor, by the place of their closing brace.
    """
    depth, position = 0, brace - 1
    while position >= 0:
        character = code[position]
        if character == ")":
            depth += 1
        elif character == "(":
            depth -= 1
        elif character in ";{}" and depth <= 0:
            break
        position -= 1
    return initialisers.get(position, "") + code[position + 1:brace]


def is_function(head):
    head = re.sub(r"^\s*#.*$", "", head, flags=re.M).strip()
    return "(" in head and not NOT_A_FUNCTION.search(head) and not re.match(r"(?:if|for|while|switch|catch|return)\b", head)


def public_functions(block):
    """Counts the public member functions declared or defined straight in a class."""
    text = "".join(block.own)
    visible, count = block.class_match[1] == "struct", 0
    for part in re.split(r"\b(public|protected|private|Q_SIGNALS|signals)\b(?:\s+(?:Q_SLOTS|slots))?\s*:(?!:)", text):
        if part in ("public", "protected", "private", "Q_SIGNALS", "signals"):
            visible = part in ("public", "Q_SIGNALS", "signals")
        elif visible:
            for statement in part.split(";"):
                statement = re.sub(r"\bQ_\w+\s*\([^()]*\)|\bQ(?:ML)?_\w+\b", "", statement)
                if MEMBER_FUNCTION.search(statement) and not re.search(r"\b(?:friend|using|typedef|static_assert)\b|=\s*(?:delete|default)\b", statement):
                    count += 1
    return count


def check_blocks(path, code):
    findings, stack, line = [], [], 1
    in_function, initialisers = 0, {}
    for position, character in enumerate(code):
        if character == "\n":
            line += 1
        elif character == "{":
            block = Block(head_of(code, position, initialisers), line)
            stack.append(block)
            block.initialiser = bool(MEMBER_INITIALISER.search(block.head))
            block.function = is_function(block.head) and not block.initialiser and not in_function
            in_function += block.function
        elif character == "}" and stack:
            block = stack.pop()
            in_function -= block.function
            if block.initialiser:
                initialisers[position] = block.head + "()"
            length = line - block.line + 1
            if block.function and length > FUNCTION_LINES:
                findings.append(("function", Finding(path, block.line, f"function of {length} lines (at most {FUNCTION_LINES})")))
            if block.class_match and not block.function:
                count = public_functions(block)
                if count > PUBLIC_MEMBERS:
                    findings.append(("class", Finding(path, block.line,
                        f"class {block.class_match[2]} with {count} public functions (at most {PUBLIC_MEMBERS})")))
            if stack:
                stack[-1].own.append(";")
            continue
        if stack:
            stack[-1].own.append(character)
    return findings


def check_file(path):
    text = path.read_text(encoding="utf-8")
    count, limit = text.count("\n"), FILE_LINES[path.suffix]
    generated = re.search(r"\bGenerated\b", "\n".join(text.splitlines()[:10]))
    findings = []
    if count > limit and not generated:
        findings.append(("file", Finding(path, limit + 1, f"file of {count} lines (at most {limit})")))
    if path.suffix in CPP_SUFFIXES and not generated:
        findings += check_blocks(path, without_comments(text))
    return findings


def read_allowed(path, root):
    """{(path, what)} of the exceptions, and findings for entries without a reason or without a file."""
    allowed, findings = set(), []
    if not path.is_file():
        return allowed, findings
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        entry = re.fullmatch(r"(\S+) (file|function|class): (\S.*)", line)
        if not entry:
            findings.append(Finding(path, number, "expected 'PATH file|function|class: reason'"))
        elif not (root / entry[1]).is_file():
            findings.append(Finding(path, number, f"{entry[1]} does not exist; remove the entry"))
        else:
            allowed.add((root / entry[1], entry[2]))
    return allowed, findings


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parent.parent, help="the repository")
    root = parser.parse_args().root.resolve()
    allowed, findings = read_allowed(root / "tools" / "sizes-allowed.txt", root)
    for folder in ("src", "qml", "tests"):
        for path in files_below(root / folder, set(FILE_LINES)):
            findings += [finding for what, finding in check_file(path) if (path, what) not in allowed]
    return report(findings, root)


if __name__ == "__main__":
    sys.exit(main())
