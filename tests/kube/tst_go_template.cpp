// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "kube/go_template.h"
#include "kube/test_data.h"
#include "support/test_registry.h"

using minato::base::RandomStream;
using minato::kube::goFormat;
using minato::kube::goSyntax;
using minato::kube::GoTemplate;
using minato::kube::Value;

namespace {

struct Outcome {
    std::string output;
    std::string parseError;
    std::string error;
};

Outcome run(std::string_view text, const Value &data)
{
    const auto parsed = GoTemplate::parse(text);
    if (!parsed)
        return {.parseError = parsed.error()};
    Outcome outcome;
    const auto output = parsed->execute(data, &outcome.output);
    if (output)
        outcome.output = *output;
    else
        outcome.error = output.error();
    return outcome;
}

std::string text(const Value &row, const char *key)
{
    return std::string(row[key].asString());
}

std::string repeated(std::string_view text, int count)
{
    std::string out;
    for (int i = 0; i < count; ++i)
        out += text;
    return out;
}

} // namespace

class TestGoTemplate : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_recorded = minato::tests::loadTestData("go_template.json");
        QVERIFY(m_recorded["cases"].size() > 2000);
    }

    void recorded_data()
    {
        QTest::addColumn<std::size_t>("index");
        std::size_t index = 0;
        for (const Value &row : m_recorded["cases"].items()) {
            QTest::addRow("%s", minato::tests::rowName(index, row["template"].asString()).constData())
                << index;
            ++index;
        }
    }

    void recorded()
    {
        QFETCH(std::size_t, index);
        const Value &row = m_recorded["cases"][index];
        const Outcome outcome = run(row["template"].asString(), m_recorded["data"][row["data"].asString()]);
        QCOMPARE(outcome.parseError, text(row, "parseError"));
        QCOMPARE(outcome.error, text(row, "error"));
        QCOMPARE(outcome.output, text(row, row.contains("error") ? "partial" : "output"));
    }

    void program_canBeExecutedAgain()
    {
        const auto parsed = GoTemplate::parse("{{range .a}}{{.}},{{end}}");
        const Value data = Value::map({{"a", Value::array({1, 2})}});
        QCOMPARE(*parsed->execute(data), std::string("1,2,"));
        QCOMPARE(*parsed->execute(data), std::string("1,2,"));
    }

    void name_isUsedInMessages()
    {
        const auto parsed = GoTemplate::parse("{{.a.b}}", "column");
        QCOMPARE(parsed->execute(Value::map({{"a", 1}})).error(),
                 std::string(
                     "template: column:1:4: executing \"column\" at <.a.b>: can't evaluate field b in type "
                     "interface {}"));
    }

    void brokenUtf8_staysAsItIs()
    {
        QCOMPARE(run("{{\"/w==\" | base64decode}}", {}).output, std::string("\xff"));
        QCOMPARE(run("{{\"/w==\" | base64decode | printf \"%q %x\"}}", {}).output,
                 std::string("\"\\xff\" %!x(MISSING)"));
        QCOMPARE(run("\xff{{\"\xfe\"}}", {}).output, std::string("\xff\xef\xbf\xbd"));
        QCOMPARE(run("{{\xff}}", {}).parseError,
                 std::string("template: output:1: unrecognized character in action: U+FFFD '\xef\xbf\xbd'"));
    }

    void format_isGosDefault_data()
    {
        QTest::addColumn<std::string>("json");
        QTest::addColumn<std::string>("plain");
        QTest::addColumn<std::string>("syntax");
        const auto row = [](const char *json, const char *plain, const char *syntax) {
            QTest::newRow(json) << std::string(json) << std::string(plain) << std::string(syntax);
        };
        row("null", "<no value>", "interface {}(nil)");
        row("[null]", "[<nil>]", "[]interface {}{interface {}(nil)}");
        row("{\"b\":[1,2.5,true],\"a\":{\"x\":\"y z\"}}", "map[a:map[x:y z] b:[1 2.5 true]]",
            "map[string]interface {}{\"a\":map[string]interface {}{\"x\":\"y z\"}, \"b\":[]interface {}{1, "
            "2.5, true}}");
        row("1e21", "1e+21", "1e+21");
        row("\"a\\\"b\"", "a\"b", "\"a\\\"b\"");
        row("{}", "map[]", "map[string]interface {}{}");
    }

    void format_isGosDefault()
    {
        QFETCH(std::string, json);
        QFETCH(std::string, plain);
        QFETCH(std::string, syntax);
        const auto value = minato::kube::parseJson(json);
        QVERIFY(value);
        QCOMPARE(goFormat(*value), plain);
        QCOMPARE(goSyntax(*value), syntax);
    }

    void templateCallingItself_isStopped()
    {
        const Outcome outcome = run("{{define \"a\"}}.{{template \"a\" .}}{{end}}{{template \"a\" .}}", {});
        QCOMPARE(outcome.error,
                 std::string("template: output:1:26: executing \"a\" at <{{template \"a\" .}}>: "
                             "exceeded maximum template depth (100)"));
        QCOMPARE(outcome.output, std::string(100, '.'));
    }

    void blocksWithinCalls_areBoundedTogether()
    {
        const std::string body =
            repeated("{{if .}}", 150) + "{{template \"a\" .}}" + repeated("{{end}}", 150);
        QCOMPARE(run("{{define \"a\"}}" + body + "{{end}}{{template \"a\" .}}", 1).error,
                 std::string("template: output: exceeded maximum nesting"));
    }

    void deepNesting_isRefused_data()
    {
        QTest::addColumn<std::string>("before");
        QTest::addColumn<std::string>("after");
        QTest::newRow("parentheses") << std::string("(") << std::string(")");
        QTest::newRow("blocks") << std::string("{{if .}}") << std::string("{{end}}");
        QTest::newRow("else chain") << std::string("{{else if .}}") << std::string();
        QTest::newRow("definitions") << std::string("{{block \"#\" .}}") << std::string("{{end}}");
    }

    void deepNesting_isRefused()
    {
        QFETCH(std::string, before);
        QFETCH(std::string, after);
        const bool isExpression = before == "(";
        const bool isChain = before == "{{else if .}}";
        const auto nested = [&](int depth) {
            std::string inner;
            for (int i = 0; i < depth; ++i) { // each definition has a name of its own
                const auto mark = before.find('#');
                inner +=
                    mark == before.npos ? before : std::string(before).replace(mark, 1, std::to_string(i));
            }
            inner += (isExpression ? "1" : "x") + repeated(after, depth);
            return isExpression ? "{{" + inner + "}}" : isChain ? "{{if .}}" + inner + "{{end}}" : inner;
        };
        QCOMPARE(run(nested(90), 1).parseError, std::string());
        QCOMPARE(run(nested(90), 1).error, std::string());
        const std::string what = isExpression ? "expression" : "block";
        QCOMPARE(run(nested(300), 1).parseError, "template: output:1: max " + what + " depth exceeded");
        QVERIFY(!run(nested(100000), 1).parseError.empty());
    }

    void boundlessWork_isStopped_data()
    {
        QTest::addColumn<std::string>("body");
        QTest::addColumn<std::string>("message");
        const std::string steps = "template: output: exceeded maximum number of steps";
        const auto row = [](const char *body, const std::string &message) {
            QTest::newRow(body) << std::string(body) << message;
        };
        row("{{range 9000000000000}}{{end}}", steps);
        row("{{range 9000000000000}}0123456789abcdef0123456789abcdef{{end}}",
            "template: output: exceeded maximum output of 16 MiB");
        row("{{$x := \"0123456789\"}}{{range 90}}{{$x = print $x $x}}{{end}}",
            "template: output:1:41: executing \"output\" at <print $x $x>: error calling print: the result "
            "is larger "
            "than 16 MiB");
        row("{{range 9000000}}{{$x := printf \"%900000d\" 1}}{{end}}", steps);
    }

    void boundlessWork_isStopped()
    {
        QFETCH(std::string, body);
        QFETCH(std::string, message);
        QCOMPARE(run(body, {}).error, message);
    }

    void oneLongFormat_isStopped()
    {
        const std::string format = repeated("%[1]*[2]d", 17);
        const Outcome outcome = run("{{printf \"" + format + "\" 1000000 1}}", {});
        QVERIFY(outcome.error.ends_with("error calling printf: the result is larger than 16 MiB"));
    }

    void mutatedTemplates_neverCrash()
    {
        RandomStream random(20260802, "go-template-mutations");
        const std::vector<std::string_view> pieces{"{{",
                                                   "}}",
                                                   "{",
                                                   "}",
                                                   "(",
                                                   ")",
                                                   "|",
                                                   "$x",
                                                   ".",
                                                   ",",
                                                   " := ",
                                                   " = ",
                                                   "\"",
                                                   "`",
                                                   "'",
                                                   "-",
                                                   " ",
                                                   "1",
                                                   "9",
                                                   "end",
                                                   "else ",
                                                   "if ",
                                                   "range ",
                                                   "with ",
                                                   "define \"a\"",
                                                   "template \"a\"",
                                                   "\n",
                                                   "\\",
                                                   "\xe6",
                                                   "%",
                                                   "/*",
                                                   "*/",
                                                   "{{- ",
                                                   " -}}",
                                                   "break",
                                                   "nil",
                                                   "printf "};
        const Value &cases = m_recorded["cases"];
        for (int round = 0; round < 8000; ++round) {
            const Value &row = cases[std::size_t(random.below(cases.size()))];
            std::string body = text(row, "template");
            for (std::uint64_t edits = 1 + random.below(4); edits > 0; --edits) {
                const auto position = std::size_t(random.below(body.size() + 1));
                if (random.below(3) == 0)
                    body.erase(position, 1 + std::size_t(random.below(3)));
                else
                    body.insert(position, pieces[std::size_t(random.below(pieces.size()))]);
            }
            const Outcome outcome = run(body, m_recorded["data"][row["data"].asString()]);
            QVERIFY(outcome.output.size() <= (std::size_t(16) << 20));
        }
    }

private:
    Value m_recorded;
};

MINATO_TEST(TestGoTemplate)
#include "tst_go_template.moc"
