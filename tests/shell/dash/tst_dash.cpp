// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/dash/cases.h"
#include "support/test_registry.h"

#include <cstdio>
#include <set>

using namespace minato::tests;

namespace {

std::string told(const DashAnswer &answer)
{
    return "status " + std::to_string(answer.status) + "\n" + answer.out +
           (answer.err.empty() ? "" : "--- standard error\n" + answer.err);
}

/// What differs, or nothing.
std::string difference(const DashCase &one)
{
    DashAnswer wanted = askDash(one.script);
    DashAnswer answer = askMinato(one.script);
    if (wanted.status < 0)
        return wanted.err;
    if (one.hasOwnErrors)
        wanted.err = answer.err = "";
    if (wanted == answer)
        return {};
    return "\n===== " + one.name + "\n" + one.script + "----- dash: " + told(wanted) +
           "----- ours: " + told(answer);
}

} // namespace

/// The shell and its tools beside those of Debian: the same output, error output and status. One CTest entry a theme.
class TestDash : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void scripts_printWhatDashPrints_data()
    {
        QTest::addColumn<QString>("theme");
        for (const std::string &theme : dashThemes())
            QTest::newRow(theme.c_str()) << QString::fromStdString(theme);
    }
    void scripts_printWhatDashPrints()
    {
        QFETCH(QString, theme);
        const auto cases = readDashCases(theme.toStdString());
        QVERIFY(!cases.empty());
        std::string differences;
        for (const DashCase &one : cases)
            differences += difference(one);
        if (!differences.empty())
            std::fputs(differences.c_str(), stderr); // a failure's text is cut
        QVERIFY2(differences.empty(), "see above");
    }

    // A tool that is missing on both sides would be the same on both sides.
    void tools_areThere()
    {
        const DashAnswer answer =
            askDash("for t in awk base64 comm env expr find fold grep head jq nl paste rev sed seq "
                    "sort tac tail timeout tr uniq wc which xargs; do\n"
                    "command -v $t > /dev/null || echo missing $t\ndone");
        QCOMPARE(answer.out, std::string());
        QCOMPARE(answer.err, std::string());
    }

    void scripts_areMany()
    {
        std::set<std::string> scripts;
        std::size_t count = 0;
        for (const std::string &theme : dashThemes())
            for (const DashCase &one : readDashCases(theme)) {
                scripts.insert(one.script);
                ++count;
            }
        QCOMPARE(scripts.size(), count); // none twice
        QVERIFY(count >= 400);
    }
};

MINATO_TEST(TestDash)
#include "tst_dash.moc"
