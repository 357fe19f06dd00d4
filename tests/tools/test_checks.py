# SPDX-FileCopyrightText: 2026 Minato contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The checks of tools/ catch what they are there for, and let pass what is fine."""

import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

TOOLS = Path(__file__).resolve().parents[2] / "tools"

LAYERS = {"libs": {"base": {"layer": 0, "deps": []}, "kube": {"layer": 1, "deps": ["base"]},
                   "engine": {"layer": 1, "deps": ["base"]}, "api": {"layer": 2, "deps": ["kube"]}}}


class CheckTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name).resolve()

    def write(self, path, text):
        path = self.root / path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def check(self, script):
        """(exit status, what it printed) of a check on the small repository."""
        run = subprocess.run([sys.executable, TOOLS / script, "--root", self.root], capture_output=True, text=True)
        return run.returncode, run.stdout

    def assert_clean(self, script):
        self.assertEqual((0, ""), self.check(script))

    def assert_found(self, script, *places):
        status, printed = self.check(script)
        self.assertEqual(1, status, printed)
        self.assertEqual(sorted(places), sorted(":".join(line.split(":")[:2]) for line in printed.splitlines()), printed)


class Layers(CheckTest):
    def setUp(self):
        super().setUp()
        self.declare(LAYERS)
        for name in LAYERS["libs"]:
            self.write(f"src/{name}/{name}.h", "#pragma once\n")

    def declare(self, layers):
        self.write("build/dev/layers.json", json.dumps(layers))

    def test_declared_includes_pass(self):
        self.write("src/api/a.cpp", '#include "api/api.h"\n#include "kube/kube.h"\n#include "base/base.h"\n'
                                    '#include "a.h"\n#include <QString>\n#include <sys/types.h>\n')
        self.assert_clean("check_layers.py")

    def test_undeclared_include_is_found(self):
        self.write("src/api/a.cpp", '#include "api/api.h"\n#include "engine/engine.h"\n')
        self.assert_found("check_layers.py", "src/api/a.cpp:2")

    def test_include_of_a_higher_layer_is_found_in_angle_brackets_and_with_blanks(self):
        self.write("src/base/a.h", "#pragma once\n #  include <api/api.h>\n")
        self.assert_found("check_layers.py", "src/base/a.h:2")

    def test_include_in_a_comment_passes(self):
        self.write("src/base/a.cpp", '// #include "api/api.h"\n/*\n#include "api/api.h"\n*/\n')
        self.assert_clean("check_layers.py")

    def test_include_upwards_is_found(self):
        self.write("src/kube/a.cpp", '#include "../engine/engine.h"\n')
        self.assert_found("check_layers.py", "src/kube/a.cpp:1")

    def test_undeclared_folder_is_found(self):
        self.write("src/stray/a.cpp", "\n")
        self.assert_found("check_layers.py", "src/stray/a.cpp:1")

    def test_programs_may_include_every_layer(self):
        self.write("src/app/main.cpp", '#include "api/api.h"\n#include "engine/engine.h"\n')
        self.assert_clean("check_layers.py")

    def test_dependency_on_the_same_layer_is_found(self):
        self.declare({"libs": {**LAYERS["libs"], "engine": {"layer": 1, "deps": ["kube"]}}})
        self.assert_found("check_layers.py", "build/dev/layers.json:1")

    def test_qt_charts_is_kept_in_its_folder(self):
        self.write("qml/charts/Bars.qml", "import QtQuick\nimport QtCharts\n")
        self.write("qml/pages/Page.qml", "import QtQuick\nimport QtCharts as C\n")
        self.write("src/api/a.cpp", "#include <QtCharts/QChart>\n")
        self.assert_found("check_layers.py", "qml/pages/Page.qml:2", "src/api/a.cpp:1")

    def test_missing_graph_is_an_error(self):
        (self.root / "build/dev/layers.json").unlink()
        self.assertEqual(1, self.check("check_layers.py")[0])


class Determinism(CheckTest):
    BANNED = ["auto t = std::chrono::steady_clock::now();", "auto t = QDateTime::currentDateTimeUtc();",
              "QElapsedTimer t;", "QTimer::singleShot(0, f);", "std::random_device d;", "int r = rand();",
              "int r = std::rand();", "auto t = ::time(nullptr);", "auto t = std::clock();",
              "std::uniform_int_distribution<int> d;", "std::ranges::shuffle(v, g);", "std::thread t;",
              "QThread::currentThreadId();", "std::unordered_map<int, int> m;", "QHash<int, int> h;",
              "QSet<QString> s;", "std::map<const Pod *, int> m;", "std::set<Pod *> s;", "auto i = QUuid::createUuid();",
              "auto h = qHash(name);", "auto n = QRandomGenerator::global()->generate();"]
    FINE = ["SimTime time(0, 1);", "auto t = engine.time();", 'text = "QTimer";', "// QTimer is not used",
            "std::map<QString, Pod *> byName;", "int brand(int);", "auto &clock() const;", "operand(3);",
            "/* std::random_device */", "char c = '\"'; // std::rand()", "auto c = u'\"'; // QTimer",
            "auto n = 1'000'000; // it's fine", "QMap<QString, int> ordered;", "for (auto &pod : pods) use(pod);"]

    def test_each_banned_thing_is_found(self):
        for line in self.BANNED:
            with self.subTest(line):
                self.write("src/engine/a.cpp", "\n" + line + "\n")
                self.assert_found("check_determinism.py", "src/engine/a.cpp:2")

    def test_what_only_looks_alike_passes(self):
        for line in self.FINE:
            with self.subTest(line):
                self.write("src/engine/a.cpp", line + "\n")
                self.assert_clean("check_determinism.py")

    def test_the_session_and_the_window_may_look_at_the_clock(self):
        self.write("src/session/a.cpp", "QTimer t;\n")
        self.write("src/viewmodels/a.cpp", "QElapsedTimer t;\n")
        self.assert_clean("check_determinism.py")

    def test_a_reason_allows_a_line(self):
        self.write("src/kube/a.cpp", "QHash<int, int> a; // determinism: looked up, never walked\n"
                                     "// determinism: looked up, never walked\nQHash<int, int> b;\n")
        self.assert_clean("check_determinism.py")

    def test_an_empty_reason_does_not(self):
        self.write("src/kube/a.cpp", "QHash<int, int> a; // determinism:\n")
        self.assert_found("check_determinism.py", "src/kube/a.cpp:1")

    def test_walking_over_an_unordered_member_is_found_in_the_other_file(self):
        self.write("src/kube/a.h", "class A {\n    // determinism: looked up, never walked\n"
                                   "    std::unordered_map<int, std::vector<int>> m_rows;\n};\n")
        self.write("src/kube/a.cpp", "void f() {\n    for (const auto &row : m_rows)\n        use(row);\n"
                                     "    auto i = this->m_rows.begin();\n    auto one = m_rows.find(1);\n}\n")
        self.assert_found("check_determinism.py", "src/kube/a.cpp:2", "src/kube/a.cpp:4")

    def test_walking_over_an_alias_is_found(self):
        self.write("src/kube/a.cpp", "using Index = QHash<int, int>; // determinism: looked up\nIndex index;\n"
                                     "auto k = index.keys();\n")
        self.assert_found("check_determinism.py", "src/kube/a.cpp:3")


class Sizes(CheckTest):
    def test_a_file_that_is_too_long_is_found(self):
        self.write("src/base/fits.cpp", "\n" * 600)
        self.write("src/base/long.cpp", "\n" * 601)
        self.write("src/base/long.h", "\n" * 301)
        self.write("qml/pages/Long.qml", "\n" * 301)
        self.assert_found("check_sizes.py", "src/base/long.cpp:601", "src/base/long.h:301", "qml/pages/Long.qml:301")

    def test_a_generated_file_may_be_long(self):
        self.write("src/base/table.cpp", "// Generated by tools/x.py\n" + "\n" * 700)
        self.assert_clean("check_sizes.py")

    def test_a_long_function_is_found_where_it_starts(self):
        body = "{\n" + "    if (a) {\n        b();\n    }\n" * 30 + "}\n"
        self.write("src/base/a.cpp", "namespace minato {\nint short() { return 1; }\n\nA::A(int i)\n    : m_i{i}\n"
                   + body + "}\n")
        self.assert_found("check_sizes.py", "src/base/a.cpp:6")

    def test_a_long_namespace_class_or_table_is_no_function(self):
        rows = "    {1, 2},\n" * 100
        self.write("src/base/a.cpp", "namespace minato {\nconst int table[] = {\n" + rows + "};\n" "class A {\n"
                   + "    int a;\n" * 100 + "};\n}\n")
        self.assert_clean("check_sizes.py")

    def test_a_wide_class_is_found(self):
        def members(n):
            return "".join(f"    int f{i}(int a = {{}}) const;\n" for i in range(n))
        self.write("src/base/a.h", "class Fits {\npublic:\n" + members(30) + "private:\n" + members(20) + "};\n")
        self.write("src/base/b.h", "class Wide : public Base {\npublic:\n" + members(31) + "};\n")
        self.assert_found("check_sizes.py", "src/base/b.h:1")

    def test_the_allow_list_needs_a_reason(self):
        self.write("src/base/long.cpp", "\n" * 601)
        self.write("tools/sizes-allowed.txt", "# why\nsrc/base/long.cpp file: one table of the standard\n")
        self.assert_clean("check_sizes.py")
        self.write("tools/sizes-allowed.txt", "src/base/long.cpp file:\n")
        self.assert_found("check_sizes.py", "src/base/long.cpp:601", "tools/sizes-allowed.txt:1")

    def test_an_exception_for_a_file_that_is_gone_is_found(self):
        self.write("tools/sizes-allowed.txt", "src/base/gone.cpp file: it was long\n")
        self.assert_found("check_sizes.py", "tools/sizes-allowed.txt:1")


class DifferencesTest(CheckTest):
    PARTS = [{"of": "components/kubelet", "en": "kubelet", "ja": "kubelet"}]

    def differences(self, texts, *arguments):
        self.write("translations/differences.json", json.dumps({"parts": self.PARTS, "texts": texts}))
        command = [sys.executable, TOOLS / "differences.py", "--root", self.root, *arguments]
        run = subprocess.run(command, capture_output=True, text=True)
        return run.returncode, run.stdout

    def test_a_sentence_runs_until_the_next_label(self):
        self.write("src/components/kubelet/kubelet.h", "/// Differs   No volumes\n///           at all.\n/// Threads   One.\n")
        known = {"components/kubelet/kubelet.h": {"en": "No volumes at all.", "ja": "ボリュームはありません。"}}
        self.assertEqual((0, ""), self.differences(known, "--check"))
        written = self.root / "page.json"
        self.differences(known, "--write", written)
        self.assertEqual([{"part": {"en": "kubelet", "ja": "kubelet"}, "source": "components/kubelet/kubelet.h",
                           "en": "No volumes at all.", "ja": "ボリュームはありません。"}], json.loads(written.read_text()))

    def test_a_paragraph_that_was_wrapped_anew_is_still_whole(self):
        header = "/// Mirrors   pkg/kubelet and\n/// more Differs   No volumes\n/// at all.\n///\n/// Not of it.\nclass X;\n"
        self.write("src/components/kubelet/kubelet.h", header)
        known = {"components/kubelet/kubelet.h": {"en": "No volumes at all.", "ja": "ボリュームはありません。"}}
        self.assertEqual((0, ""), self.differences(known, "--check"))

    def test_stale_missing_and_left_over_translations_are_found(self):
        self.write("src/components/kubelet/kubelet.h", "/// Differs   No volumes.\n")
        self.assertEqual(1, self.differences({}, "--check")[0])
        stale = {"components/kubelet/kubelet.h": {"en": "No probes.", "ja": "プローブはありません。"}}
        self.assertEqual(1, self.differences(stale, "--check")[0])
        left = {"components/kubelet/gone.h": {"en": "x", "ja": "x"}}
        self.assertIn("gone.h has no Differs line", self.differences(left, "--check")[1])


if __name__ == "__main__":
    unittest.main()
