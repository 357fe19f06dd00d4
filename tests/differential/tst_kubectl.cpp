// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "differential/builtin_kubectl.h"
#include "differential/real_kubectl.h"
#include "differential/script.h"
#include "support/test_registry.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

using namespace minato;
using namespace minato::tests;
using namespace std::chrono_literals;

namespace {

/// A real kubectl and the built-in one, each at a cluster of one seed, kept at the same virtual time.
struct Pair {
    explicit Pair(const QString &program, int minor)
        : served({.seed = 7}), own({.seed = 7}), real(served, program),
          builtin(own, minor, real.serverUrl().toStdString())
    {
        served.settle();
        own.settle();
        align();
    }

    /// To the same moment, in the middle of a second: whole seconds, which objects carry, agree on both sides.
    void align(base::Duration gap = 1s)
    {
        const std::int64_t later = std::max(served.control().now().ns, own.control().now().ns) + gap.count();
        const base::Instant moment{(later / 1'000'000'000 + 1) * 1'000'000'000 + 400'000'000};
        served.control().runUntil(moment);
        own.control().runUntil(moment);
    }

    cluster::SimCluster served, own;
    RealKubectl real;
    BuiltinKubectl builtin;
};

/// The time and process number of a line that kubectl logs are its own.
QString comparable(const std::string &text)
{
    static const QRegularExpression log(QStringLiteral("^([IWEF])\\d{4} \\d\\d:\\d\\d:\\d\\d\\.\\d+ +\\d+ "),
                                        QRegularExpression::MultilineOption);
    return QString::fromStdString(text).replace(log, QStringLiteral("\\1 "));
}

QString difference(const Step &step, const Outcome &real, const Outcome &builtin)
{
    QString text;
    const auto compare = [&text](const char *what, const QString &expected, const QString &actual) {
        if (expected != actual)
            text += QStringLiteral("--- %1 of the real kubectl\n%2\n+++ %1 of the built-in one\n%3\n")
                        .arg(QLatin1String(what), expected, actual);
    };
    compare("output", comparable(real.out), comparable(builtin.out));
    compare("errors", comparable(real.err), comparable(builtin.err));
    if (step.kind == Step::Kind::Command)
        compare("exit status", QString::number(real.status), QString::number(builtin.status));
    if (!text.isEmpty())
        text.prepend(QStringLiteral("line %1: %2\n").arg(step.line).arg(QString::fromStdString(step.command)));
    return text;
}

} // namespace

/// The built-in kubectl prints what a real one prints: output, errors and exit status of every command of
/// scripts/*.txt. $KUBECTL names another kubectl than the one in $PATH.
class TestKubectl : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_program = RealKubectl::find();
        QVERIFY2(!m_program.isEmpty(), "no kubectl in $PATH nor $KUBECTL: this test needs a real one");
        m_minor = RealKubectl::minorVersion(m_program);
        QVERIFY2(m_minor > 0, qPrintable(m_program + QStringLiteral(" does not tell its version")));
    }

    void script_runsAlike_data()
    {
        QTest::addColumn<QString>("file");
        const QDir folder(QStringLiteral(MINATO_SOURCE_DIR "/tests/differential/scripts"));
        for (const QString &name : folder.entryList({QStringLiteral("*.txt")}, QDir::Files, QDir::Name))
            QTest::newRow(qPrintable(name.chopped(4))) << folder.filePath(name);
    }
    void script_runsAlike()
    {
        QFETCH(QString, file);
        QFile opened(file);
        QVERIFY(opened.open(QIODevice::ReadOnly));
        const auto steps = parseScript(opened.readAll().toStdString());
        QVERIFY(!steps.empty());
        Pair pair(m_program, m_minor);
        QVERIFY(!pair.real.serverUrl().isEmpty());
        QString differences;
        for (const Step &step : steps) {
            if (step.kind == Step::Kind::Run) {
                pair.align(step.duration);
                continue;
            }
            const auto stop = step.kind == Step::Kind::Watch ? std::optional(step.duration) : std::nullopt;
            differences += difference(step, pair.real.run(step.command, stop),
                                      pair.builtin.run(step.command, stop));
            pair.align();
            ++m_commands;
        }
        QVERIFY2(differences.isEmpty(), qPrintable(differences));
    }

    void cleanupTestCase() { qInfo("%d commands compared", m_commands); }

private:
    QString m_program;
    int m_minor = 0;
    int m_commands = 0;
};

MINATO_TEST(TestKubectl)
#include "tst_kubectl.moc"
