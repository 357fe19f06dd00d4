# SPDX-FileCopyrightText: 2026 Minato contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""tests/components/README.md tells the truth: each test that it names is there, and names what it mirrors."""

import re
import unittest
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
INDEX = TESTS / "components/README.md"
FEWEST_ROWS = 90


def rows():
    """(line number, section, file, test functions, upstream's tests) of each row of the index."""
    file = None
    for number, line in enumerate(INDEX.read_text(encoding="utf-8").splitlines(), 1):
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if not line.startswith("|") or len(cells) != 4 or set(cells[0]) <= set("-: ") or cells[0] == "Section":
            continue
        file = re.findall(r"`([\w/.]+)`", cells[2])
        yield number, cells[0], file, re.findall(r"\b[a-z]\w+\b", re.sub(r"`[^`]*`", "", cells[2])), \
            re.findall(r"\bTest_?\w+", cells[3])


class TablesTest(unittest.TestCase):
    def test_the_index_is_whole(self):
        found = list(rows())
        self.assertGreaterEqual(len(found), FEWEST_ROWS)
        sections = {section for _, section, *_ in found}
        for section in ("1.5", "1.14", "2.8", "3.8", "4.10", "5.4", "6.7", "7", "8.5"):
            self.assertIn(section, sections)

    def test_each_test_is_there_and_names_what_it_mirrors(self):
        for number, section, files, functions, upstream in rows():
            with self.subTest(line=number, section=section):
                self.assertTrue(files and (TESTS / files[0]).is_file(), files)
                text = (TESTS / files[0]).read_text(encoding="utf-8")
                self.assertTrue(functions)
                for function in functions:
                    self.assertIn(f"void {function}()", text)
                said = text + "".join((TESTS / more).read_text(encoding="utf-8") for more in files[1:])
                for name in upstream:
                    self.assertIn(name, said)


if __name__ == "__main__":
    unittest.main()
