// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "differential/golden.h"
#include "differential/line_difference.h"
#include "differential/own_texts.h"
#include "differential/real_kubectl.h"
#include "support/test_registry.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <format>
#include <print>
#include <set>

using namespace minato;
using namespace minato::tests;
using namespace std::chrono_literals;

namespace {

std::string difference(const Outcome &expected, const Outcome &outcome)
{
    std::string text = lineDifference("output as kept (-) and now (+)", expected.out, outcome.out) +
                       lineDifference("errors as kept (-) and now (+)", expected.err, outcome.err);
    if (expected.status != outcome.status)
        text += std::format("  exit status {} as kept, {} now\n", expected.status, outcome.status);
    return text;
}

/// Commands begin on a coarse grid, off the full seconds that objects carry: how long the one before took
/// does not show in the ages and times of the next.
void align(cluster::SimCluster &cluster, base::Duration gap = 1s)
{
    constexpr std::int64_t kGrid = 10'000'000'000, kOffset = 400'000'000;
    const std::int64_t later = cluster.control().now().ns + gap.count();
    cluster.control().runUntil(base::Instant{(later / kGrid + 1) * kGrid + kOffset});
}

Outcome play(RealKubectl &real, const GoldenStep &step)
{
    switch (step.kind) {
    case GoldenStep::Kind::Watch:
        return real.run(step.command, step.duration);
    case GoldenStep::Kind::Live:
        return real.runLive(step.command);
    default:
        return real.run(step.command);
    }
}

} // namespace

/// What a real kubectl prints at our server, for what the built-in one does not do (yet): as the sessions in
/// goldens/*.txt keep it, which were read when they were made. With MINATO_UPDATE_GOLDENS they are made anew.
class TestGoldens : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_program = RealKubectl::find();
        QVERIFY2(!m_program.isEmpty(), "no kubectl in $PATH nor $KUBECTL: this test needs a real one");
        m_minor = RealKubectl::minorVersion(m_program);
        QVERIFY2(m_minor > 0, qPrintable(m_program + QStringLiteral(" does not tell its version")));
    }

    void session_printsWhatIsKept_data()
    {
        QTest::addColumn<QString>("file");
        const QDir folder(QStringLiteral(MINATO_SOURCE_DIR "/tests/differential/goldens"));
        for (const QString &name : folder.entryList({QStringLiteral("*.txt")}, QDir::Files, QDir::Name))
            QTest::newRow(qPrintable(name.chopped(4))) << folder.filePath(name);
    }
    void session_printsWhatIsKept()
    {
        QFETCH(QString, file);
        QFile opened(file);
        QVERIFY(opened.open(QIODevice::ReadOnly));
        Golden golden = parseGolden(opened.readAll().toStdString());
        opened.close();
        QVERIFY(!golden.steps.empty());
        cluster::SimCluster cluster({.seed = 7});
        RealKubectl real(cluster, m_program);
        QVERIFY(!real.serverUrl().isEmpty());
        QVERIFY(cluster.settle());
        align(cluster);
        const std::string name = QFileInfo(file).fileName().toStdString();
        const auto own = ownTexts(m_minor, name);
        std::set<std::string> differed;
        int different = 0;
        for (GoldenStep &step : golden.steps) {
            align(cluster, step.kind == GoldenStep::Kind::Run ? step.duration : 1s);
            if (step.kind == GoldenStep::Kind::Run)
                continue;
            const Outcome outcome = withoutChance(play(real, step), real.serverUrl().toStdString());
            const std::string text = difference(step.expected, outcome);
            step.expected = outcome;
            ++m_commands;
            if (text.empty() || m_updates)
                continue;
            if (own.contains(step.command)) {
                differed.insert(step.command);
                continue;
            }
            std::println(stderr, "{}:{}: {}\n{}", name, step.line, step.command, text);
            ++different;
        }
        if (m_updates) {
            QVERIFY(opened.open(QIODevice::WriteOnly));
            opened.write(QByteArray::fromStdString(goldenText(golden)));
            return;
        }
        QCOMPARE(different, 0);
        QCOMPARE(differed, own);
    }

    void cleanupTestCase() { qInfo("%d commands compared", m_commands); }

private:
    QString m_program;
    int m_minor = 0;
    int m_commands = 0;
    bool m_updates = qEnvironmentVariableIsSet("MINATO_UPDATE_GOLDENS");
};

MINATO_TEST(TestGoldens)
#include "tst_goldens.moc"
