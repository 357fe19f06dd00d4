#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Minato contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the simulation does otherwise than Kubernetes, collected from the "Differs" lines of its headers.

    differences.py --write FILE   the page's data, for the window
    differences.py --check        every sentence has its Japanese, and none is left over
    differences.py --missing      what is to be translated, as JSON to fill in

translations/differences.json holds the parts in the order of the page, and for each header the English sentences that
were translated with their Japanese: when the English changes, its translation is stale.
"""

import argparse
import json
import re
import sys
from pathlib import Path

from source_text import files_below

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = Path("translations/differences.json")
BLOCK = re.compile(r"(?:^[ \t]*///.*\n)+", re.M)
LABEL = re.compile(r"(?:^|(?<= ))([A-Z][a-z]+):? {2,}(?=\S)", re.M)


def paragraphs(block):
    """[(label, text)] of one documentation comment; a paragraph goes on until the next label or empty line."""
    lines = [re.sub(r"^[ \t]*/// ?", "", line).rstrip() for line in block.splitlines()]
    for part in "\n".join(lines).split("\n\n"):
        pieces = LABEL.split(part)
        yield from ((label, " ".join(text.split())) for label, text in zip(pieces[1::2], pieces[2::2]))


def sentences(header):
    """What the header's Differs paragraphs say, as one line."""
    return " ".join(
        text for block in BLOCK.findall(header) for label, text in paragraphs(block) if label == "Differs"
    )


def collected(root, parts):
    """[(part, path below src, English)] in the order of the page."""
    rows = []
    for part in parts:
        place = root / "src" / part["of"]
        for path in [place] if place.is_file() else files_below(place, {".h"}):
            text = sentences(path.read_text(encoding="utf-8"))
            if text:
                rows.append((part, path.relative_to(root / "src").as_posix(), text))
    return rows


def page(rows, texts):
    return [
        {
            "part": {"en": part["en"], "ja": part["ja"]},
            "source": source,
            "en": english,
            "ja": texts.get(source, {}).get("ja") or english,
        }
        for part, source, english in rows
    ]


def missing(rows, texts):
    return {source: english for _, source, english in rows if texts.get(source, {}).get("en") != english}


def problems(rows, texts):
    found = [f"src/{source}: {TRANSLATIONS} lacks: {text}" for source, text in missing(rows, texts).items()]
    known = {source for _, source, _ in rows}
    found += [f"{TRANSLATIONS}: src/{source} has no Differs line" for source in texts if source not in known]
    return found + [f"{TRANSLATIONS}: {source} has no Japanese" for source, text in texts.items() if not text.get("ja")]


def write_if_changed(path, text):
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=ROOT)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--write", type=Path, metavar="FILE")
    what.add_argument("--check", action="store_true")
    what.add_argument("--missing", action="store_true")
    arguments = parser.parse_args()

    data = json.loads((arguments.root / TRANSLATIONS).read_text(encoding="utf-8"))
    rows, texts = collected(arguments.root, data["parts"]), data["texts"]
    if arguments.write:
        write_if_changed(arguments.write, json.dumps(page(rows, texts), ensure_ascii=False, indent=1) + "\n")
        return 0
    if arguments.missing:
        blank = {source: {"en": text, "ja": ""} for source, text in missing(rows, texts).items()}
        print(json.dumps(blank, ensure_ascii=False, indent=2))
        return 0
    found = problems(rows, texts)
    for problem in found:
        print(problem)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
