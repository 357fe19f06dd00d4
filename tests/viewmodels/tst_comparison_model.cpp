// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_registry.h"
#include "viewmodels/app_model.h"

using namespace minato;
using namespace minato::viewmodels;
using comparison::Where;
using Stage = session::ComparisonState::Stage;

namespace {

struct Window {
    explicit Window(const char *language = "en")
    {
        app.preferences()->setLanguage(QString::fromLatin1(language));
    }
    void tellConnection(bool mayWrite)
    {
        session::Batch batch;
        batch.connection = session::ConnectionState{.context = "lab",
                                                    .server = {},
                                                    .user = {},
                                                    .ns = "minato-lesson",
                                                    .stage = session::ConnectionState::Stage::Connected,
                                                    .trouble = {},
                                                    .mayWrite = mayWrite,
                                                    .lacks = {},
                                                    .hidden = {},
                                                    .narrowed = {},
                                                    .ways = {}};
        app.apply(batch);
    }
    void tell(session::ComparisonState state)
    {
        session::Batch batch;
        batch.comparison = std::move(state);
        app.apply(batch);
    }
    [[nodiscard]] const session::CompareStep *lastStep() const
    {
        return sent.empty() ? nullptr : std::get_if<session::CompareStep>(&sent.back());
    }

    std::vector<session::Command> sent;
    AppModel app{{.commands = [this](const session::Command &command) { sent.push_back(command); }}};
};

session::ComparisonState done(comparison::Report report)
{
    return {.stage = Stage::Done,
            .lines = {"kubectl scale deployment web --replicas=4"},
            .report = std::move(report),
            .simulated = {3, 12000, std::int64_t{24} << 30},
            .real = {2, 2000, std::int64_t{4} << 30},
            .unseen = {},
            .notTaken = {},
            .refusal = {}};
}

comparison::Report pendingPod()
{
    comparison::Report report;
    report.printed = {{Where::Real, "theirs"}};
    report.objects = {{"Pod", "web-<hash>-~", Where::Both, {{"status.phase", "\"Running\"", "\"Pending\""}}},
                      {"ConfigMap", "extra", Where::Simulated, {}}};
    report.events = {{Where::Real, "Warning FailedScheduling Pod/web-<hash>-~: no room"}};
    report.before = 1;
    return report;
}

} // namespace

/// The difference report in the window's words.
class TestComparisonModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whereItCannotBe_theReasonIsASentence()
    {
        Window window;
        ComparisonModel &model = *window.app.comparison();
        QVERIFY(model.whyNot().contains(u"Open a real one"));
        window.tellConnection(false);
        QVERIFY(model.whyNot().contains(u"reading only"));
        model.setStep(QStringLiteral("kubectl get pods"));
        model.run();
        QVERIFY(!window.lastStep() && !model.isRunning());
        window.tellConnection(true);
        QCOMPARE(model.whyNot(), QString());
        window.app.preferences()->setLanguage(QStringLiteral("ja"));
        window.tellConnection(false);
        QVERIFY(model.whyNot().contains(u"読み取り専用"));
    }

    void itRunsTheStep_andMayBeStopped()
    {
        Window window;
        window.tellConnection(true);
        ComparisonModel &model = *window.app.comparison();
        model.setStep(QStringLiteral("  "));
        model.run();
        QVERIFY(!window.lastStep());
        model.setStep(QStringLiteral("for i in 1 2; do\n  echo $i\ndone\n"));
        model.run();
        QVERIFY(window.lastStep() && model.isRunning());
        QCOMPARE(window.lastStep()->lines, std::vector<std::string>{"for i in 1 2; do\n  echo $i\ndone"});
        QVERIFY(!model.stage().isEmpty());
        model.cancel();
        QVERIFY(std::holds_alternative<session::CancelComparison>(window.sent.back()));
        QVERIFY(!model.isRunning() && model.stage().isEmpty());
    }

    void nothingDiffered_isASentence()
    {
        Window window;
        ComparisonModel &model = *window.app.comparison();
        comparison::Report report;
        report.comparedObjects = 7;
        window.tell(done(report));
        QCOMPARE(model.summary(),
                 QStringLiteral("Nothing differed: both clusters did the same. 7 objects were compared."));
        QCOMPARE(model.rows()->count(), 0);
        window.app.preferences()->setLanguage(QStringLiteral("ja"));
        QVERIFY(model.summary().startsWith(u"違いはありませんでした。"));
    }

    void rows_haveBothValues()
    {
        Window window;
        ComparisonModel &model = *window.app.comparison();
        window.tell(done(pendingPod()));
        QCOMPARE(model.summary(), QStringLiteral("4 things differed."));
        const auto &rows = model.rows()->rows();
        QStringList told;
        for (const InfoRow &row : rows)
            told += QStringLiteral("%1 %2|%3|%4").arg(row.level).arg(row.label, row.value, row.note);
        QCOMPARE(told, (QStringList{
                           QStringLiteral("1 Printed||"), QStringLiteral("0 |–|theirs"),
                           QStringLiteral("1 Objects||"), QStringLiteral("2 Pod web-<hash>-~||"),
                           QStringLiteral("0 status.phase|Running|Pending"),
                           QStringLiteral("2 ConfigMap extra|there|not there"), QStringLiteral("1 Events||"),
                           QStringLiteral("0 |–|Warning FailedScheduling Pod/web-<hash>-~: no room")}));
        const QString remarks = model.remarks().join(u'\n');
        QVERIFY(remarks.contains(
            u"Simulated: 3 nodes for Pods, CPU 12, memory 24Gi. Real: 2 nodes for Pods, CPU 2, memory 4Gi."));
        QVERIFY(remarks.contains(u"1 difference was there before the step"));
    }

    void itIsCopiedAsText()
    {
        Window window("ja");
        ComparisonModel &model = *window.app.comparison();
        QCOMPARE(model.text(), QString());
        window.tell(done(pendingPod()));
        const QString text = model.text();
        QVERIFY(text.startsWith(u"$ kubectl scale deployment web --replicas=4\n"));
        QVERIFY2(text.contains(
                     u"    status.phase\n      シミュレーション: Running\n      本物のクラスター: Pending\n"),
                 qPrintable(text));
    }

    void whatWasRefused_isSaid()
    {
        Window window;
        auto state = done({});
        state.stage = Stage::Refused;
        state.refusal = "pods is forbidden";
        window.tell(state);
        QCOMPARE(window.app.comparison()->stage(), QStringLiteral("pods is forbidden"));
        QVERIFY(!window.app.comparison()->isRunning() && !window.app.comparison()->hasReport());
    }
};

MINATO_TEST(TestComparisonModel)

#include "tst_comparison_model.moc"
