// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/lesson_text.h"
#include "support/test_registry.h"

using namespace minato::lessons;

class TestLessonText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void markers_cutTheTextIntoSegments()
    {
        const auto text = LessonText::parse(
            "<!-- SPDX -->\n\n<!-- seg:a.one -->\n\nFirst.\n\n<!-- seg:a.two -->\nSecond\nline.\n", "x.md");
        QVERIFY(text);
        QCOMPARE(text->segments().size(), 2U);
        QCOMPARE(text->find("a.one")->markdown, std::string("First."));
        QCOMPARE(text->find("a.two")->markdown, std::string("Second\nline."));
        QCOMPARE(text->find("a.two")->line, 7);
        QVERIFY(!text->find("a.three"));
    }

    void faults_areAllNamedWithTheirLines()
    {
        const auto text = LessonText::parse(
            "stray\n<!-- seg:a.one -->\nx\n<!-- seg:a.one -->\ny\n<!-- seg:A B -->\nz\n<!-- seg:a.e -->\n",
            "x.md");
        QVERIFY(!text);
        QList<int> lines;
        for (const auto &problem : text.error())
            lines << problem.line;
        QCOMPARE(lines, (QList<int>{1, 4, 6, 8}));
    }

    void fences_keepTheirInfoAndCode()
    {
        const auto found = fences("Say:\n\n```console run\na\nb\n```\n\n```output\nc\n```\n");
        QCOMPARE(found.size(), 2U);
        QCOMPARE(found[0].info, std::string("console run"));
        QCOMPARE(found[0].code, std::string("a\nb"));
        QCOMPARE(found[0].line, 3);
        QCOMPARE(found[1].code, std::string("c"));
    }
};

MINATO_TEST(TestLessonText)
#include "tst_lesson_text.moc"
