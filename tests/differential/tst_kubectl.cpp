// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "differential/builtin_kubectl.h"
#include "differential/line_difference.h"
#include "differential/own_texts.h"
#include "differential/real_kubectl.h"
#include "differential/script.h"
#include "support/test_registry.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <format>
#include <print>
#include <set>

using namespace minato;
using namespace minato::tests;
using namespace std::chrono_literals;

namespace {

/// A real kubectl and the built-in one, each at a cluster of one seed, kept at the same virtual time.
struct Pair {
    explicit Pair(const QString &program, int minor)
        : served({.seed = 7}),
          own({.seed = 7}),
          real(served, program),
          builtin(own, minor, real.serverUrl().toStdString())
    {
        served.settle();
        own.settle();
        served.setInputRecorder([this](const cluster::Input &input) { note(served, input, askedByReal); });
        own.setInputRecorder([this](const cluster::Input &input) { note(own, input, askedByBuiltin); });
        align();
    }

    /// To the same moment, in the middle of a second: whole seconds, which objects carry, agree on both
    /// sides.
    void align(base::Duration gap = 1s)
    {
        const std::int64_t later = std::max(served.control().now().ns, own.control().now().ns) + gap.count();
        const base::Instant moment{(later / 1'000'000'000 + 1) * 1'000'000'000 + 400'000'000};
        served.control().runUntil(moment);
        own.control().runUntil(moment);
    }

    static void note(cluster::SimCluster &cluster, const cluster::Input &input, std::string &text)
    {
        const auto *request = std::get_if<api::Request>(&input.request);
        if (!request)
            return;
        text += std::format("{:.3f} {} {}{}/{} {}{}", double(cluster.control().now().ns) / 1e9,
                            int(request->verb), request->rawPath, request->resource.resource,
                            request->subresource, request->ns + "/", request->name);
        for (const auto &[key, value] : request->query)
            text += std::format(" {}={}", key, value);
        text += "\n";
    }

    cluster::SimCluster served, own;
    std::string askedByReal, askedByBuiltin;
    RealKubectl real;
    BuiltinKubectl builtin;
};

/// The time and process number of a line that kubectl logs are its own; a Pod waited for its image from the
/// moment of its own command's last request, which is a millisecond sooner or later on either side.
std::string comparable(const std::string &text)
{
    static const QRegularExpression waited(QStringLiteral("\\.\\d+s including waiting"));
    static const QRegularExpression log(QStringLiteral("^([IWEF])\\d{4} \\d\\d:\\d\\d:\\d\\d\\.\\d+ +\\d+ "),
                                        QRegularExpression::MultilineOption);
    return QString::fromStdString(text)
        .replace(log, QStringLiteral("\\1 "))
        .replace(waited, QStringLiteral("s including waiting"))
        .toStdString();
}

/// Empty when both sides did the same.
std::string difference(const Step &step, const Outcome &real, const Outcome &builtin)
{
    std::string text = lineDifference("output of the real kubectl (-) and of the built-in one (+)",
                                      comparable(real.out), comparable(builtin.out)) +
                       lineDifference("errors of the real kubectl (-) and of the built-in one (+)",
                                      comparable(real.err), comparable(builtin.err));
    if (step.kind != Step::Kind::Watch && real.status != builtin.status)
        text += std::format("  exit status {} of the real kubectl, {} of the built-in one\n", real.status,
                            builtin.status);
    return text;
}

} // namespace

/// The built-in kubectl prints what a real one prints: output, errors and exit status of every command of
/// scripts/*.txt. $KUBECTL names another kubectl than the one in $PATH; where an older one has texts of its
/// own, versions/*.txt says for which commands, and just those differ.
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
        int different = 0;
        const std::string script = QFileInfo(file).fileName().toStdString();
        const auto expected = ownTexts(m_minor, script);
        std::set<std::string> differed;
        for (const Step &step : steps) {
            if (step.kind == Step::Kind::Run) {
                pair.align(step.duration);
                continue;
            }
            const auto stop = step.kind == Step::Kind::Watch ? std::optional(step.duration) : std::nullopt;
            pair.askedByReal.clear();
            pair.askedByBuiltin.clear();
            const Outcome real = step.kind == Step::Kind::Live ? pair.real.runLive(step.command)
                                                               : pair.real.run(step.command, stop);
            const Outcome builtin = pair.builtin.run(step.command, stop);
            const std::string text = difference(step, real, builtin);
            if (!text.empty() && expected.contains(step.command)) {
                differed.insert(step.command);
            } else if (!text.empty()) {
                std::println(stderr, "{}:{}: {}\n{}", script, step.line, step.command, text);
                ++different;
            }
            if (qEnvironmentVariableIsSet("MINATO_DIFFERENTIAL_SHOW"))
                std::print(stderr, "$ {}\n{}{}({})\n", step.command, real.out, real.err, real.status);
            if (qEnvironmentVariableIsSet("MINATO_DIFFERENTIAL_REQUESTS"))
                std::print(stderr, "{}\n{}", step.command,
                           lineDifference("requests of the real kubectl (-) and of the built-in one (+)",
                                          pair.askedByReal, pair.askedByBuiltin));
            pair.align();
            ++m_commands;
        }
        QCOMPARE(different, 0);
        QCOMPARE(differed, expected);
    }

    void cleanupTestCase() { qInfo("%d commands compared", m_commands); }

private:
    QString m_program;
    int m_minor = 0;
    int m_commands = 0;
};

MINATO_TEST(TestKubectl)
#include "tst_kubectl.moc"
