// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/lab_feed.h"
#include "support/test_registry.h"
#include "viewmodels/start/fleet_picture.h"
#include "viewmodels/start/start_model.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace minato;
using namespace minato::viewmodels;

namespace {

LessonContent lesson(const QString &language)
{
    auto content = tests::LabFeed::lesson(QStringLiteral(MINATO_SOURCE_DIR "/lessons/scale"), language);
    content.id = QStringLiteral("scale");
    content.minutes = 12;
    return content;
}

std::shared_ptr<Learner> learner(const QString &progressFile = {})
{
    auto learner = std::make_shared<Learner>(QString(), progressFile);
    learner->preferences.setLanguage(QStringLiteral("en"));
    return learner;
}

} // namespace

class TestStart : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingWasOpened_nothingIsContinued()
    {
        StartModel start(learner(), {});
        start.show(true);
        start.setLessons({lesson}, {});
        QVERIFY(!start.hasContinue());
        QSignalSpy asked(&start, &StartModel::lessonAsked);
        start.begin(); // with the first lesson
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked[0][0].toString(), QStringLiteral("scale"));
    }

    void theLatestLesson_isContinued_atItsPage()
    {
        const auto who = learner();
        who->progress.setPage(QStringLiteral("other"), QStringLiteral("x"));
        who->progress.setPage(QStringLiteral("scale"), QStringLiteral("scale-up"));
        who->progress.noteOpened(QStringLiteral("scale"));
        StartModel start(who, {});
        start.show(true);
        start.setLessons({lesson}, {});
        QVERIFY(start.continueTitle().startsWith(QStringLiteral("Scaling: ")));
        QVERIFY2(start.continueDetail().startsWith(QStringLiteral("Step 2 of 5: ")),
                 qPrintable(start.continueDetail()));
        QVERIFY(start.continueDetail().contains(QStringLiteral("today at ")));
    }

    void aClusterThatRuns_isGoneBackTo()
    {
        StartModel start(learner(), {});
        start.show(true);
        start.sessionOpened({}, QStringLiteral("3 nodes"));
        QVERIFY(!start.isShown());
        start.show(true);
        QCOMPARE(start.continueTitle(), QStringLiteral("3 nodes"));
        QSignalSpy asked(&start, &StartModel::lessonAsked);
        start.resume();
        QVERIFY(!start.isShown());
        QCOMPARE(asked.count(), 0);
    }

    void cards_countFinishedSteps()
    {
        const auto who = learner();
        who->progress.finish(QStringLiteral("scale"), QStringLiteral("look"));
        who->progress.finish(QStringLiteral("scale"), QStringLiteral("gone-since")); // an older lesson had it
        LessonListModel cards(who->progress);
        cards.setLessons({lesson}, QStringLiteral("en"));
        const QModelIndex card = cards.index(0);
        QCOMPARE(card.data(LessonListModel::ProgressRole).toString(), QStringLiteral("1 of 5 steps done"));
        QCOMPARE(card.data(LessonListModel::ShareRole).toDouble(), 0.2);
        QVERIFY(card.data(LessonListModel::IsStartedRole).toBool());
        QVERIFY(!card.data(LessonListModel::IsFinishedRole).toBool());
        QCOMPARE(card.data(LessonListModel::AimsRole).toStringList().size(), 3);
        for (const auto &page : lesson(QStringLiteral("en")).pages)
            who->progress.finish(QStringLiteral("scale"), page.id);
        QVERIFY(card.data(LessonListModel::IsFinishedRole).toBool());
        QCOMPARE(card.data(LessonListModel::ProgressRole).toString(), QStringLiteral("Finished"));
    }

    void aFinishedLesson_beginsAnew()
    {
        const auto who = learner();
        StartModel start(who, {});
        start.show(true);
        start.setLessons({lesson}, {});
        for (const auto &page : lesson(QStringLiteral("en")).pages)
            who->progress.finish(QStringLiteral("scale"), page.id);
        QSignalSpy asked(&start, &StartModel::lessonAsked);
        start.openLesson(QStringLiteral("scale"));
        QCOMPARE(asked[0][1].toString(), QStringLiteral("intro"));
    }

    void moments_areToldAsPeopleDo_data()
    {
        QTest::addColumn<QDateTime>("at");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *title, const QDateTime &at, const char *text) {
            QTest::newRow(title) << at << QString::fromUtf8(text);
        };
        const QDate today(2026, 3, 12);
        row("never written down", {}, "");
        row("today", QDateTime(today, QTime(9, 5)), "today at ");
        row("yesterday", QDateTime(today.addDays(-1), QTime(23, 59)), "yesterday at ");
        row("days", QDateTime(today.addDays(-3), QTime(1, 0)), "3 days ago");
        row("long ago", QDateTime(today.addDays(-40), QTime(1, 0)), "on ");
    }
    void moments_areToldAsPeopleDo()
    {
        QFETCH(QDateTime, at);
        QFETCH(QString, text);
        const auto who = learner();
        const QString told = whenText(at, QDateTime(QDate(2026, 3, 12), QTime(14, 0)));
        QVERIFY2(text.isEmpty() ? told.isEmpty() : told.startsWith(text), qPrintable(told));
    }

    void whenALessonWasOpened_outlivesTheProgram_andResetForgets()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("progress.json"));
        const QDateTime then = QDateTime::fromSecsSinceEpoch(1'750'000'000);
        {
            ProgressKeeper keeper(file, nullptr, [then] { return then; });
            keeper.setPage(QStringLiteral("scale"), QStringLiteral("look"));
            keeper.setPage(QString(), QStringLiteral("play")); // free play leaves no trace
        }
        ProgressKeeper keeper(file);
        const auto latest = keeper.latest();
        QVERIFY(latest.has_value());
        QCOMPARE(latest->lesson, QStringLiteral("scale"));
        QCOMPARE(latest->page, QStringLiteral("look"));
        QCOMPARE(latest->at, then);
        keeper.reset();
        QVERIFY(!ProgressKeeper(file).latest());
    }

    void numbers_stayWithinWhatThereCanBe()
    {
        PlaygroundModel playground;
        playground.setNodes(0);
        QCOMPARE(playground.nodes(), 1);
        playground.setNodes(1'000'000);
        QCOMPARE(playground.nodes(), PlaygroundModel::kMaxNodes);
        playground.setZones(100);
        QCOMPARE(playground.zones(), PlaygroundModel::kMaxZones);
        playground.setNodes(2); // no zone without a node
        QCOMPARE(playground.zones(), 2);
        playground.setLoad(PlaygroundModel::OnePodPerNode);
        QCOMPARE(playground.pods(), 2);
        for (int preset = 0; preset < playground.presets().size(); ++preset) {
            playground.choosePreset(preset);
            QCOMPARE(playground.preset(), preset);
        }
    }

    void squares_fillTheirSpace_andNeverLeaveIt_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : {1, 2, 3, 9, 100, 1667, 5000})
            QTest::addRow("%d", count) << count;
    }
    void squares_fillTheirSpace_andNeverLeaveIt()
    {
        QFETCH(int, count);
        const QRectF space(10, 20, 320, 120);
        const auto squares = packSquares(space, count, 46);
        QCOMPARE(squares.size(), std::size_t(count));
        double area = 0;
        for (std::size_t i = 0; i < squares.size(); ++i) {
            QVERIFY(space.adjusted(-0.01, -0.01, 0.01, 0.01).contains(squares[i]));
            area += squares[i].width() * squares[i].height();
            if (i > 0)
                QVERIFY(!squares[i]
                             .adjusted(0.01, 0.01, -0.01, -0.01)
                             .intersects(squares[i - 1].adjusted(0.01, 0.01, -0.01, -0.01)));
        }
        if (count >= 100)
            QVERIFY2(area > 0.5 * space.width() * space.height(), qPrintable(QString::number(area)));
    }
};

MINATO_TEST(TestStart)
#include "tst_start.moc"
