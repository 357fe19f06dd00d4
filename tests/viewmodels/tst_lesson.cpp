// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/lab_feed.h"
#include "support/test_registry.h"
#include "viewmodels/lesson/lesson_model.h"
#include "viewmodels/lesson/phrases.h"

#include <QSignalSpy>
#include <QTextBoundaryFinder>

using namespace minato;
using namespace minato::viewmodels;

namespace {

LessonSource scaleLesson()
{
    return [](const QString &language) {
        return tests::LabFeed::lesson(QStringLiteral(MINATO_SOURCE_DIR "/lessons/scale"), language);
    };
}

} // namespace

class TestLesson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void markdown_becomesBlocks()
    {
        const auto blocks = parseBlocks(u"Text with `code`, **strong** & <b>raw</b>.\n\n"
                                        u"- one\n- two `x`\n\n"
                                        u"```console run\nkubectl get pods\n```\n\n"
                                        u"| A | B |\n| --- | --- |\n| 1 | 2 |\n");
        QCOMPARE(blocks.size(), 4u);
        QCOMPARE(blocks[0].html,
                 QStringLiteral(
                     "Text with <tt>&nbsp;</tt><code>code</code><tt>&nbsp;</tt>, <b>strong</b> &amp; raw."));
        QCOMPARE(blocks[1].items,
                 (QStringList{QStringLiteral("one"),
                              QStringLiteral("two <tt>&nbsp;</tt><code>x</code><tt>&nbsp;</tt>")}));
        QCOMPARE(blocks[2].info, QStringLiteral("console run"));
        QCOMPARE(blocks[2].code, QStringLiteral("kubectl get pods"));
        QCOMPARE(blocks[3].columns, 2);
        QCOMPARE(blocks[3].items, (QStringList{QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("1"),
                                               QStringLiteral("2")}));
    }

    void callouts_haveKindTitleAndBody()
    {
        const auto blocks = parseBlocks(u"> [!WHY] Not an *update*\n> Body `x`.\n\n"
                                        u"> [!PREDICT] Which?\n>\n> - first\n> - second\n\n"
                                        u"> [!NOTE]\n> No title.\n");
        QCOMPARE(blocks.size(), 3u);
        QCOMPARE(int(blocks[0].kind), int(Block::Kind::Callout));
        QCOMPARE(blocks[0].callout, QStringLiteral("WHY"));
        QCOMPARE(blocks[0].title, QStringLiteral("Not an <i>update</i>"));
        QCOMPARE(blocks[0].html, QStringLiteral("Body <tt>&nbsp;</tt><code>x</code><tt>&nbsp;</tt>."));
        QCOMPARE(int(blocks[1].kind), int(Block::Kind::Predict));
        QCOMPARE(blocks[1].items.size(), 2);
        QCOMPARE(blocks[2].title, QString());
        QCOMPARE(blocks[2].html, QStringLiteral("No title."));
    }

    void shortJapaneseText_breaksBetweenPhrases_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("phrases"); // "|": where a line may end
        QTest::newRow("katakana stays whole") << QStringLiteral("ロードバランシングを観察する")
                                              << QStringLiteral("ロードバランシングを|観察する");
        QTest::newRow("numbers stay with their counters")
            << QStringLiteral("新しいPodが3つ加わる") << QStringLiteral("新しい|Podが|3つ|加わる");
        QTest::newRow("after punctuation")
            << QStringLiteral("準備完了で、失敗はない") << QStringLiteral("準備完了で、|失敗はない");
        QTest::newRow("English as it is")
            << QStringLiteral("Scale up to 4") << QStringLiteral("Scale |up |to |4");
    }
    void shortJapaneseText_breaksBetweenPhrases()
    {
        QFETCH(QString, text);
        QFETCH(QString, phrases);
        const QString kept = keepPhrases(text);
        QCOMPARE(QString(kept).remove(QChar(0x2060)), text);
        QTextBoundaryFinder lineEnds(QTextBoundaryFinder::Line, kept);
        QString shown;
        for (qsizetype from = 0, to; (to = lineEnds.toNextBoundary()) > 0; from = to)
            shown += kept.sliced(from, to - from).remove(QChar(0x2060)) +
                     (to < kept.size() ? QStringLiteral("|") : QString());
        QCOMPARE(shown, phrases);
    }

    void tagsAndReferences_areLeftAlone()
    {
        const QString html = QStringLiteral("<b>今</b>&amp;状<i class='値段'/>");
        QCOMPARE(keepPhrases(html), html);
        QCOMPARE(plainText(keepPhrases(QStringLiteral("<b>値段</b>"))), QStringLiteral("値段"));
    }

    void hostileText_isEscaped()
    {
        QCOMPARE(inlineHtml(u"`<img src=x>` & \"q\""),
                 QStringLiteral(
                     "<tt>&nbsp;</tt><code>&lt;img src=x&gt;</code><tt>&nbsp;</tt> &amp; &quot;q&quot;"));
        QCOMPARE(plainText(inlineHtml(u"`<img>` & x")), QStringLiteral("<img> & x"));
    }

    void everySegmentOfTheSeedLesson_becomesBlocks()
    {
        for (const QString &language : {QStringLiteral("en"), QStringLiteral("ja")}) {
            const LessonContent content = scaleLesson()(language);
            QCOMPARE(content.pages.size(), 7u);
            for (const auto &page : content.pages) {
                QVERIFY2(!page.title.isEmpty(), qPrintable(page.id));
                for (const auto &segment : page.segments)
                    QVERIFY2(!parseBlocks(segment.markdown).empty(), qPrintable(segment.id));
            }
        }
    }

    void switchOfLanguage_keepsPageAndRows()
    {
        LessonModel lesson([](session::Command) {});
        lesson.open(scaleLesson(), QStringLiteral("en"), QStringLiteral("balance"));
        const QString title = lesson.title();
        QSignalSpy reset(lesson.blocks(), &QAbstractItemModel::modelReset);
        QSignalSpy changed(lesson.blocks(), &QAbstractItemModel::dataChanged);
        lesson.setLanguage(QStringLiteral("ja"));
        QVERIFY(lesson.title() != title);
        QCOMPARE(lesson.page(), 3);
        QCOMPARE(reset.count(), 0);
        QVERIFY(changed.count() > 0);
    }

    void turningThePage_tellsTheBackend()
    {
        std::vector<session::Command> sent;
        LessonModel lesson([&sent](session::Command c) { sent.push_back(std::move(c)); });
        lesson.open(scaleLesson(), QStringLiteral("en"));
        QVERIFY(lesson.isFirst());
        lesson.next();
        lesson.next();
        QCOMPARE(sent.size(), 2u);
        QCOMPARE(std::get<session::BeginStep>(sent[1]).index, 1u);
        lesson.previous();
        lesson.previous();
        lesson.previous(); // there is none
        QCOMPARE(sent.size(), 3u);
    }

    void goals_followTheBackend_andEndTheStep()
    {
        LessonModel lesson([](session::Command) {});
        lesson.open(scaleLesson(), QStringLiteral("en"), QStringLiteral("scale-up"));
        QSignalSpy reached(&lesson, &LessonModel::goalReached);
        QSignalSpy done(&lesson, &LessonModel::stepDone);
        using State = session::GoalProgress::State;
        session::Batch batch;
        batch.lesson =
            session::LessonState{"scale", 1, true, {{"asked", State::Done}, {"ready", State::Waiting}}};
        lesson.apply(batch);
        QCOMPARE(reached.count(), 1);
        QCOMPARE(lesson.goals()->doneCount(), 1);
        QVERIFY(!lesson.goals()->isAllDone());
        batch.lesson->step = 2; // another step's: not ours
        lesson.apply(batch);
        batch.lesson =
            session::LessonState{"scale", 1, true, {{"asked", State::Done}, {"ready", State::Done}}};
        lesson.apply(batch);
        QCOMPARE(done.count(), 1);
        QVERIFY(lesson.donePages()[2]);
    }

    void hints_areShownOneByOne()
    {
        LessonModel lesson([](session::Command) {});
        lesson.open(scaleLesson(), QStringLiteral("en"), QStringLiteral("balance"));
        const QModelIndex goal = lesson.goals()->index(0);
        QCOMPARE(goal.data(GoalListModel::HintsRole).toStringList().size(), 0);
        lesson.goals()->showHint(0);
        QCOMPARE(goal.data(GoalListModel::HintsRole).toStringList().size(), 1);
        lesson.goals()->showHint(0);
        QCOMPARE(goal.data(GoalListModel::HintsRole).toStringList().size(), 2);
        QVERIFY(!goal.data(GoalListModel::HasMoreHintsRole).toBool());
    }

    void guess_isComparedWithTheExplanation()
    {
        LessonModel lesson([](session::Command) {});
        lesson.open(scaleLesson(), QStringLiteral("en"), QStringLiteral("scale-up"));
        BlockListModel *blocks = lesson.blocks();
        int predict = -1, explain = -1;
        for (int row = 0; row < blocks->rowCount(); ++row) {
            if (blocks->index(row).data(BlockListModel::KindRole).toInt() == BlockListModel::Predict)
                predict = row;
            if (blocks->index(row).data(BlockListModel::CalloutRole) == QLatin1String("WHY"))
                explain = row;
        }
        QVERIFY(predict >= 0 && explain > predict);
        QVERIFY(blocks->index(explain).data(BlockListModel::VerdictTextRole).toString().isEmpty());
        blocks->choose(predict, 1);
        QVERIFY(blocks->index(explain).data(BlockListModel::VerdictRole).toBool());
        blocks->choose(predict, 0);
        QVERIFY(!blocks->index(explain).data(BlockListModel::VerdictRole).toBool());
        QVERIFY(!blocks->index(explain).data(BlockListModel::VerdictTextRole).toString().isEmpty());
    }

    void run_handsTheCommandsOver()
    {
        LessonModel lesson([](session::Command) {});
        lesson.open(scaleLesson(), QStringLiteral("en"), QStringLiteral("scale-up"));
        QSignalSpy requested(&lesson, &LessonModel::runRequested);
        for (int row = 0; row < lesson.blocks()->rowCount(); ++row)
            if (lesson.blocks()->index(row).data(BlockListModel::IsRunnableRole).toBool()) {
                lesson.run(row);
                QVERIFY(lesson.blocks()->index(row).data(BlockListModel::HasRunRole).toBool());
                break;
            }
        QCOMPARE(requested.count(), 1);
        QCOMPARE(requested[0][0].toString(),
                 QStringLiteral("kubectl scale deployments/kubernetes-bootcamp --replicas=4"));
    }
};
MINATO_TEST(TestLesson)

#include "tst_lesson.moc"
