// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/lab_feed.h"
#include "support/test_registry.h"
#include "viewmodels/lesson/lesson_model.h"

using namespace minato;
using namespace minato::viewmodels;

namespace {

std::vector<Block> blocks(const QString &segment, QStringView markdown, bool isBorrowed = false)
{
    auto blocks = parseBlocks(markdown);
    for (Block &block : blocks) {
        block.segment = segment;
        block.isBorrowed = isBorrowed;
    }
    return blocks;
}

std::vector<Block> joined(std::initializer_list<std::vector<Block>> parts)
{
    std::vector<Block> all;
    for (const auto &part : parts)
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

/// "0-0 1-_ _-1"
QString shown(const std::vector<BlockPair> &pairs)
{
    QStringList texts;
    const auto text = [](int row) { return row < 0 ? QStringLiteral("_") : QString::number(row); };
    for (const BlockPair &pair : pairs)
        texts += text(pair.first) + u'-' + text(pair.second);
    return texts.join(u' ');
}

/// A lesson of one page; its second paragraph lacks its Japanese.
LessonContent halfTranslated(const QString &language)
{
    const bool isJapanese = language == QLatin1String("ja");
    LessonContent::Page page{.id = QStringLiteral("intro"), .title = QStringLiteral("# T")};
    page.segments.push_back(
        {QStringLiteral("a.one"), isJapanese ? QStringLiteral("一") : QStringLiteral("One")});
    page.segments.push_back({QStringLiteral("a.two"), QStringLiteral("Two"), isJapanese});
    page.segments.push_back(
        {QStringLiteral("a.do"), QStringLiteral("```console run\nkubectl get pods\n```")});
    return {.id = QStringLiteral("a"), .title = page.title, .pages = {page}};
}

} // namespace

class TestPairs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void segments_areAlignedByTheirIds()
    {
        const auto first =
            joined({blocks(QStringLiteral("a"), u"A"), blocks(QStringLiteral("b"), u"B\n\nB2")});
        const auto second =
            joined({blocks(QStringLiteral("a"), u"あ"), blocks(QStringLiteral("b"), u"い\n\nい2")});
        QCOMPARE(shown(alignBlocks(first, second)), QStringLiteral("0-0 1-1 2-2"));
    }

    void aSegmentThatOneSideLacks_leavesAGap_andWhatFollowsStaysAligned()
    {
        const auto all = joined({blocks(QStringLiteral("a"), u"A"), blocks(QStringLiteral("b"), u"B"),
                                 blocks(QStringLiteral("c"), u"C")});
        const auto some = joined({blocks(QStringLiteral("a"), u"あ"), blocks(QStringLiteral("c"), u"う")});
        QCOMPARE(shown(alignBlocks(all, some)), QStringLiteral("0-0 1-_ 2-1"));
        QCOMPARE(shown(alignBlocks(some, all)), QStringLiteral("0-0 _-1 1-2"));
    }

    void aBorrowedText_countsAsMissing()
    {
        const auto own =
            joined({blocks(QStringLiteral("a"), u"A", true), blocks(QStringLiteral("b"), u"い")});
        const auto other = joined({blocks(QStringLiteral("a"), u"A"), blocks(QStringLiteral("b"), u"B")});
        QCOMPARE(shown(alignBlocks(own, other)), QStringLiteral("_-0 1-1"));
    }

    void inASegment_kindsAreAligned()
    {
        const auto first = blocks(QStringLiteral("a"), u"Text\n\n- list\n\n```output\nx\n```\n");
        const auto second = blocks(QStringLiteral("a"), u"- 一覧\n\n```output\nx\n```\n\n後\n");
        QCOMPARE(shown(alignBlocks(first, second)), QStringLiteral("0-_ 1-0 2-1 _-2"));
    }

    void everySegmentOfTheSeedLesson_hasItsPartner()
    {
        LessonModel lesson([](const session::Command &) {});
        lesson.setBilingual(true);
        const QString folder = QStringLiteral(MINATO_SOURCE_DIR "/lessons/scale");
        lesson.open([folder](const QString &language) { return tests::LabFeed::lesson(folder, language); },
                    QStringLiteral("en"));
        QVERIFY(lesson.pageCount() > 5);
        for (int page = 0; page < lesson.pageCount(); ++page) {
            lesson.setPage(page);
            QCOMPARE(lesson.pairs()->rowCount(), lesson.blocks()->rowCount());
            for (int row = 0; row < lesson.pairs()->rowCount(); ++row)
                QCOMPARE(lesson.pairs()->index(row).data(PairListModel::OwnRowRole).toInt(), row);
        }
    }

    void aGap_saysSoInASentence_andCodeStandsOnce()
    {
        LessonModel lesson([](const session::Command &) {});
        lesson.open(halfTranslated, QStringLiteral("en"));
        QCOMPARE(lesson.pairs()->rowCount(), 0);
        lesson.setBilingual(true);
        QCOMPARE(lesson.pairs()->rowCount(), 3);
        const auto side = [&lesson](int row, PairListModel::Role role) {
            return lesson.pairs()->index(row).data(role).toMap();
        };
        QCOMPARE(side(0, PairListModel::JapaneseRole)[QStringLiteral("html")].toString(),
                 QStringLiteral("一"));
        QCOMPARE(side(0, PairListModel::EnglishRole)[QStringLiteral("html")].toString(),
                 QStringLiteral("One"));
        QVERIFY(!side(1, PairListModel::JapaneseRole)[QStringLiteral("gap")].toString().isEmpty());
        QCOMPARE(side(1, PairListModel::EnglishRole)[QStringLiteral("html")].toString(),
                 QStringLiteral("Two"));
        QVERIFY(lesson.pairs()->index(2).data(PairListModel::IsSharedRole).toBool());
        lesson.setLanguage(QStringLiteral("ja")); // the sides stay where they are
        QVERIFY(!side(1, PairListModel::JapaneseRole)[QStringLiteral("gap")].toString().isEmpty());
        QCOMPARE(side(0, PairListModel::EnglishRole)[QStringLiteral("html")].toString(),
                 QStringLiteral("One"));
    }

    void aGuess_isSeenOnBothSides()
    {
        LessonModel lesson([](const session::Command &) {});
        lesson.setBilingual(true);
        const QString folder = QStringLiteral(MINATO_SOURCE_DIR "/lessons/scale");
        lesson.open([folder](const QString &language) { return tests::LabFeed::lesson(folder, language); },
                    QStringLiteral("en"), QStringLiteral("scale-up"));
        int guessed = 0;
        for (int row = 0; row < lesson.pairs()->rowCount(); ++row) {
            const QModelIndex pair = lesson.pairs()->index(row);
            if (pair.data(PairListModel::KindRole).toInt() != BlockListModel::Predict)
                continue;
            lesson.pairs()->choose(row, 1);
            for (const auto role : {PairListModel::JapaneseRole, PairListModel::EnglishRole})
                QCOMPARE(pair.data(role).toMap()[QStringLiteral("chosen")].toInt(), 1);
            ++guessed;
        }
        QCOMPARE(guessed, 1);
    }
};

MINATO_TEST(TestPairs)
#include "tst_pairs.moc"
