// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "kube/jsonpath.h"
#include "kube/test_data.h"
#include "support/test_registry.h"

using minato::base::RandomStream;
using minato::kube::JsonPath;
using minato::kube::Value;

namespace {

using Text = std::expected<std::string, std::string>;

/// What the test compares: the output, or the error with a mark in front.
std::string shown(const Text &text)
{
    return text ? *text : "ERROR " + text.error();
}

Text printed(std::string_view path, const Value &data, bool allowMissingKeys = true)
{
    auto parsed = JsonPath::parse(path);
    if (!parsed)
        return std::unexpected(parsed.error());
    parsed->setAllowMissingKeys(allowMissingKeys);
    return parsed->print(data);
}

std::string expectedOf(const Value &row, const char *output, const char *error)
{
    return row.contains(output) ? std::string(row[output].asString())
                                : "ERROR " + std::string(row[error].asString());
}

} // namespace

class TestJsonPath : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_recorded = minato::tests::loadTestData("jsonpath.json");
        QVERIFY(m_recorded["cases"].size() > 1000);
    }

    void recorded_data() { addRows(); }

    void recorded()
    {
        QFETCH(std::size_t, index);
        const Value &row = m_recorded["cases"][index];
        const Value &data = m_recorded["data"][row["data"].asString()];
        const std::string_view path = row["template"].asString();
        if (row.contains("parseError")) {
            QCOMPARE(shown(printed(path, data)), "ERROR " + std::string(row["parseError"].asString()));
            return;
        }
        QCOMPARE(shown(printed(path, data)), expectedOf(row, "output", "error"));
        const bool differs = row.contains("strictError") || row.contains("strictOutput");
        QCOMPARE(shown(printed(path, data, false)), differs ? expectedOf(row, "strictOutput", "strictError")
                                                            : expectedOf(row, "output", "error"));
        if (row.contains("json")) {
            auto parsed = JsonPath::parse(path);
            parsed->setAllowMissingKeys(true);
            QCOMPARE(shown(parsed->printAsJson(data)), std::string(row["json"].asString()));
        }
    }

    void relaxed_data()
    {
        QTest::addColumn<std::string>("path");
        QTest::addColumn<std::string>("expected");
        const std::string refused =
            "ERROR unexpected path string, expected a 'name1.name2' or '.name1.name2' or "
            "'{name1.name2}' or '{.name1.name2}'";
        QTest::newRow("bare") << std::string("metadata.name") << std::string("{.metadata.name}");
        QTest::newRow("dot") << std::string(".metadata.name") << std::string("{.metadata.name}");
        QTest::newRow("braces") << std::string("{metadata.name}") << std::string("{.metadata.name}");
        QTest::newRow("both") << std::string("{.metadata.name}") << std::string("{.metadata.name}");
        QTest::newRow("empty") << std::string() << std::string();
        QTest::newRow("only a dot") << std::string(".") << std::string("{..}");
        QTest::newRow("only braces") << std::string("{}") << refused;
        QTest::newRow("open brace") << std::string("{.x") << refused;
        QTest::newRow("close brace") << std::string(".x}") << refused;
        QTest::newRow("two actions") << std::string("{.x}{.y}") << refused;
    }

    void relaxed()
    {
        QFETCH(std::string, path);
        QFETCH(std::string, expected);
        QCOMPARE(shown(JsonPath::relaxed(path)), expected);
    }

    void path_canBeEvaluatedAgain()
    {
        const auto path = JsonPath::parse("{range .items[*]}{.n}{end}.");
        const Value data =
            Value::map({{"items", Value::array({Value::map({{"n", 1}}), Value::map({{"n", 2}})})}});
        QCOMPARE(shown(path->print(data)), std::string("12."));
        QCOMPARE(shown(path->print(data)), std::string("12."));
    }

    void find_givesTheValuesOfEachAction()
    {
        const Value data = Value::map({{"a", Value::array({1, Value(), "x"})}});
        const auto found = JsonPath::parse("{.a[*]}-{.a[0]}")->find(data);
        QVERIFY(found);
        QCOMPARE(found->size(), 3U);
        QCOMPARE((*found)[0].size(), 3U);
        QVERIFY((*found)[0][1].isNull());
        QCOMPARE((*found)[1][0].asString(), std::string_view("-"));
        QCOMPARE((*found)[2][0].asInt(), 1);
    }

    void hugeExpressions_areRefusedInsteadOfRunningOn()
    {
        Value deep = Value::map({{"x", 1}});
        for (int i = 0; i < 300; ++i)
            deep = Value::map({{"a", deep}, {"b", "text"}});
        QCOMPARE(shown(printed("{..a..a..a..a}", deep)),
                 std::string("ERROR the expression takes too many steps"));
        std::string ranges;
        for (int i = 0; i < 10; ++i)
            ranges += "{range @}x"; // without an end, each runs what follows twice
        QCOMPARE(shown(printed(ranges, Value::emptyMap())), std::string(2046, 'x'));
        for (int i = 0; i < 400; ++i)
            ranges += "{range @}x";
        QCOMPARE(shown(printed(ranges, Value::emptyMap())),
                 std::string("ERROR ranges are nested too deeply"));
        std::string indexes = "{.a";
        for (int i = 0; i < 100000; ++i)
            indexes += "[0]";
        QCOMPARE(shown(printed(indexes + "}", Value::map({{"a", Value::array({1})}}))),
                 std::string("ERROR int64 is not array or slice"));
    }

    void mutatedTemplates_neverCrash()
    {
        RandomStream random(20260801, "jsonpath-mutations");
        constexpr std::string_view kAlphabet = "{}[]()?@.,:*'\"\\=<>!-+ 019aerngd\n\t$\xe6\x84";
        const Value &cases = m_recorded["cases"];
        for (int round = 0; round < 6000; ++round) {
            const Value &row = cases[std::size_t(random.below(cases.size()))];
            std::string text(row["template"].asString());
            for (std::uint64_t edits = 1 + random.below(4); edits > 0; --edits) {
                const auto at = std::size_t(random.below(text.size() + 1));
                if (random.below(3) == 0)
                    text.erase(at, 1 + std::size_t(random.below(3)));
                else
                    text.insert(at, 1, kAlphabet[std::size_t(random.below(kAlphabet.size()))]);
            }
            const Value &data = m_recorded["data"][row["data"].asString()];
            const Text result = printed(text, data, random.below(2) == 0);
            QVERIFY(result || !result.error().empty());
        }
    }

private:
    void addRows()
    {
        QTest::addColumn<std::size_t>("index");
        std::size_t index = 0;
        for (const Value &row : m_recorded["cases"].items()) {
            QTest::addRow("%s", minato::tests::rowName(index, row["template"].asString()).constData())
                << index;
            ++index;
        }
    }

    Value m_recorded;
};

MINATO_TEST(TestJsonPath)
#include "tst_jsonpath.moc"
