# SPDX-FileCopyrightText: 2026 Minato contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks of this folder share: findings, lists of files, C++ text without comments and strings."""

import re
import sys
from pathlib import Path
from typing import NamedTuple

CPP_SUFFIXES = {".cpp", ".h"}

_TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)
      | (?P<raw>\b(?:u8|[uUL])?R"(?P<tag>[^\s()\\]{0,16})\(.*?\)(?P=tag)")
      | (?P<string>"(?:\\.|[^"\\\n])*"|(?<![0-9A-Za-z_])(?:u8|[uUL])?'(?:\\.|[^'\\\n])*')""",
    re.S | re.X,
)


class Finding(NamedTuple):
    path: Path
    line: int
    message: str


def report(findings, root):
    """Prints file:line: message for each finding; the exit status."""
    for finding in sorted(findings):
        print(f"{finding.path.relative_to(root)}:{finding.line}: {finding.message}")
    if findings:
        print(f"{Path(sys.argv[0]).name}: {len(findings)} finding(s)", file=sys.stderr)
    return 1 if findings else 0


def files_below(folder, suffixes):
    return sorted(path for path in folder.rglob("*") if path.suffix in suffixes and path.is_file())


def blank(text):
    """The same text with everything but line ends turned into spaces."""
    return re.sub(r"[^\n]", " ", text)


def without_comments(text, keep_strings=False):
    """C++ text with comments (and what strings hold) blanked; lines and columns stay where they were."""

    def replace(match):
        if match["comment"] is not None:
            return blank(match[0])
        if keep_strings:
            return match[0]
        return '"' + blank(match[0][1:-1]) + '"' if len(match[0]) > 1 else match[0]

    return _TOKEN.sub(replace, text)
