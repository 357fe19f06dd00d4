// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/table_file.h"
#include "kube/yaml.h"

#include <map>

using namespace minato::kube;
using namespace minato::tests;
namespace base = minato::base;

class TestYamlWriter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void documents_printAsKubectlPrintsThem_data() { addCases("yaml_written"); }
    void documents_printAsKubectlPrintsThem()
    {
        MINATO_FETCH_CASE;
        QCOMPARE(toYaml(testCase["in"]), text(testCase["out"]));
    }
};

class TestYamlReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void documents_areReadAsUpstream_data() { addCases("yaml_read"); }
    void documents_areReadAsUpstream()
    {
        MINATO_FETCH_CASE;
        const std::string_view in = testCase["in"].asString();
        const auto documents = parseYaml(in);
        if (testCase.contains("error")) {
            QVERIFY(!documents);
            QCOMPARE(kubectlYamlError(in), "error converting YAML to JSON: " + text(testCase["error"]));
            return;
        }
        QCOMPARE(documents ? "" : base::toString(documents.error().front()), std::string());
        QVERIFY(!kubectlYamlError(in));
        const Value value = documents->empty() ? Value() : documents->front().value;
        QCOMPARE(toJson(value), toJson(testCase["out"]));
    }

    /// Good documents with small mistakes put in: what is refused, and in which words.
    void randomDocuments_areReadAsUpstream_data() { addCases("yaml_read_random"); }
    void randomDocuments_areReadAsUpstream() { documents_areReadAsUpstream(); }

    void writtenDocuments_readBack_data() { addCases("yaml_written"); }
    void writtenDocuments_readBack()
    {
        MINATO_FETCH_CASE;
        const auto documents = parseYaml(testCase["out"].asString());
        QCOMPARE(documents ? "" : base::toString(documents.error().front()), std::string());
        QCOMPARE(toJson(documents->empty() ? Value() : documents->front().value), toJson(testCase["in"]));
    }

    /// strconv.FormatFloat(key, 'g', -1, 32), after which the infinities are spelt as YAML does.
    void keysThatAreFractions_areWrittenAsGoWrites32Bits()
    {
        const auto documents =
            parseYaml("1e300: a\n-1e300: b\n1.5e-7: c\n123456.5: d\n1234567.5: e\n0.0001: f\n");
        QVERIFY(documents);
        QCOMPARE(
            toJson(documents->front().value),
            std::string(
                R"({"-.inf":"b",".inf":"a","0.0001":"f","1.2345675e+06":"e","1.5e-07":"c","123456.5":"d"})"));
    }

    void streams_areCutAtTheirSeparators()
    {
        const auto documents = parseYaml("# head\n---\n\na: 1\n--- # next\nb: 2\n---\n---\nc: 3\n");
        QVERIFY(documents);
        QCOMPARE(documents->size(), 3U);
        QCOMPARE((*documents)[0].line, 4);
        QCOMPARE((*documents)[1].line, 6);
        QCOMPARE((*documents)[2].value["c"].asInt(), 3);
    }

    void everyBrokenDocument_isReported()
    {
        const auto documents = parseYaml("a: [1\n---\nb: 1\n---\nc: {\n", "x.yaml");
        QVERIFY(!documents);
        QCOMPARE(documents.error().size(), 2U);
        QCOMPARE(documents.error()[0].file, std::string("x.yaml"));
        QVERIFY(documents.error()[1].line >= 5);
    }

    void separatorWithContent_isRefused()
    {
        const auto documents = parseYaml("a: 1\n--- b: 2\n");
        QVERIFY(!documents);
        QCOMPARE(documents.error().front().message, std::string("invalid Yaml document separator: b: 2"));
        QCOMPARE(documents.error().front().line, 2);
    }

    void lines_areThoseOfTheKeys()
    {
        const auto lines = yamlLines(
            "# head\n---\nid: x\nsteps:\n- that:\n    a b: [1,\n      {c: d}]\n- &n\n  e: |\n    f\n- *n\n");
        const std::map<std::string, int> want{{"", 3},
                                              {"id", 3},
                                              {"steps", 4},
                                              {"steps[0]", 5},
                                              {"steps[0].that", 5},
                                              {"steps[0].that.a b", 6},
                                              {"steps[0].that.a b[0]", 6},
                                              {"steps[0].that.a b[1]", 7},
                                              {"steps[0].that.a b[1].c", 7},
                                              {"steps[1]", 8},
                                              {"steps[1].e", 9},
                                              {"steps[2]", 11}};
        QVERIFY(lines == want);
        QVERIFY(yamlLines("a: [").empty());
        QCOMPARE(yamlLines("? [a, {b: c}]\n: {d: e}\n").at("d"), 2);
    }

    void billionLaughs_areRefused()
    {
        std::string bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n";
        for (char c = 'b'; c < 'l'; ++c) {
            const std::string alias = std::string("*") + static_cast<char>(c - 1);
            bomb += std::string(1, c) + ": &" + c + " [" + alias;
            for (int i = 0; i < 8; ++i)
                bomb += "," + alias;
            bomb += "]\n";
        }
        const auto documents = parseYaml(bomb);
        QVERIFY(!documents);
        QCOMPARE(documents.error().front().message, std::string("document contains excessive aliasing"));
    }

    void nesting_isBounded()
    {
        QVERIFY(!parseYaml(std::string(100'000, '[')));
        std::string deep;
        for (int i = 0; i < 5'000; ++i)
            deep += "- ";
        QVERIFY(!parseYaml(deep + "x\n"));
    }
};

MINATO_TEST(TestYamlReader)
MINATO_TEST(TestYamlWriter)
#include "tst_yaml.moc"
