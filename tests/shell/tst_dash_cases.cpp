// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/shell_fixture.h"
#include "support/test_registry.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

namespace {

struct Case {
    std::string name, script, out, err;
    int status = 0;
};

/// Reads the format that data/record_dash.py describes.
std::vector<Case> readCases()
{
    QFile file(QStringLiteral(MINATO_SOURCE_DIR "/tests/shell/data/dash.cases"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    std::vector<Case> cases;
    std::string *section = nullptr;
    while (!file.atEnd()) {
        const std::string line = file.readLine().toStdString();
        if (line.starts_with("@@ ")) {
            const std::string word = line.substr(3, line.size() - 4);
            if (word == "no newline") {
                section->pop_back();
            } else if (word == "err") {
                section = &cases.back().err;
            } else if (word.front() >= '0' && word.front() <= '9') {
                cases.back().status = std::stoi(word);
                cases.back().script.pop_back();
                section = &cases.back().out;
            } else {
                cases.push_back({.name = word});
                section = &cases.back().script;
            }
        } else if (section) {
            *section += line;
        }
    }
    return cases;
}

void addRows()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("out");
    QTest::addColumn<QString>("err");
    QTest::addColumn<int>("status");
    for (const Case &c : readCases())
        QTest::newRow(c.name.c_str()) << QString::fromStdString(c.script) << QString::fromStdString(c.out)
                                      << QString::fromStdString(c.err) << c.status;
}

} // namespace

/// The shell beside the real dash: the same output, error output and status.
class TestDashCases : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void table_isNotEmpty() { QVERIFY(readCases().size() >= 150); }

    void script_printsWhatDashPrints_data() { addRows(); }
    void script_printsWhatDashPrints()
    {
        QFETCH(QString, script);
        QFETCH(QString, out);
        QFETCH(QString, err);
        QFETCH(int, status);
        minato::tests::ShellFixture fixture;
        const int answer = fixture.runScript(script.toStdString());
        QCOMPARE(QString::fromStdString(fixture.out), out);
        QCOMPARE(QString::fromStdString(fixture.err), err);
        QCOMPARE(answer, status);
    }

    // Guards the recording itself. The tests' packages bring dash.
    void recording_isWhatDashSays_data() { addRows(); }
    void recording_isWhatDashSays()
    {
        QFETCH(QString, script);
        QFETCH(QString, out);
        QFETCH(int, status);
        QTemporaryDir folder;
        QProcess dash;
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("HOME"), QStringLiteral("/home/minato"));
        environment.insert(QStringLiteral("PATH"), QStringLiteral("/usr/local/bin:/usr/bin:/bin"));
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        dash.setProcessEnvironment(environment);
        dash.setWorkingDirectory(folder.path());
        dash.setStandardInputFile(QProcess::nullDevice());
        dash.start(QStringLiteral("/bin/dash"), {QStringLiteral("-c"), script, QStringLiteral("sh")});
        QVERIFY2(dash.waitForFinished(), qPrintable(QStringLiteral("/bin/dash: ") + dash.errorString()));
        QCOMPARE(QString::fromUtf8(dash.readAllStandardOutput()), out);
        QCOMPARE(dash.exitCode(), status);
    }
};

MINATO_TEST(TestDashCases)
#include "tst_dash_cases.moc"
