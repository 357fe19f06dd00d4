// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/tab_writer.h"
#include "kube/test_data.h"
#include "support/test_registry.h"

using minato::kube::TabWriter;
using minato::kube::Value;

namespace {

std::string aligned(TabWriter::Options options, std::string_view text)
{
    TabWriter writer(options);
    writer.write(text);
    return writer.flush();
}

} // namespace

class TestTabWriter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void recorded_data()
    {
        QTest::addColumn<std::size_t>("index");
        m_data = minato::tests::loadTestData("tab_writer.json");
        QVERIFY(m_data["cases"].size() > 100);
        std::size_t index = 0;
        for (const Value &row : m_data["cases"].items()) {
            QTest::addRow("%s", minato::tests::rowName(index, row["in"][0].asString()).constData()) << index;
            ++index;
        }
    }

    void recorded()
    {
        QFETCH(std::size_t, index);
        const Value &row = m_data["cases"][index];
        TabWriter writer({.minWidth = int(row["minWidth"].asInt()),
                          .padding = int(row["padding"].asInt()),
                          .rememberWidths = row["remember"].asBool()});
        for (std::size_t i = 0; i < row["in"].size(); ++i) {
            writer.write(row["in"][i].asString());
            QCOMPARE(writer.flush(), std::string(row["out"][i].asString()));
        }
    }

    void escapedText_passesUnread()
    {
        const TabWriter::Options options{.minWidth = 8, .padding = 1};
        QCOMPARE(aligned(options, "\xff\xff"), std::string("\xff\xff"));
        QCOMPARE(aligned(options, "\xff\t\xff"), std::string("\xff\t\xff"));
        QCOMPARE(aligned(options, "a\xff\t\n\xff\tb"), std::string("a\xff\t\n\xff     b"));
        QCOMPARE(aligned(options, "abc\xff\tdef"), std::string("abc\xff\tdef"));
    }

    void writesInPieces_areOneText()
    {
        TabWriter writer;
        for (const char c : std::string_view("NAME\tAGE\nweb\t5d\n"))
            writer.write(std::string_view(&c, 1));
        QCOMPARE(writer.flush(), std::string("NAME   AGE\nweb    5d\n"));
        QCOMPARE(writer.flush(), std::string());
    }

    void manyColumns_takeLinearTime()
    {
        const std::string line = std::string(200000, '\t') + "x\n";
        QCOMPARE(aligned({.minWidth = 0, .padding = 0}, line + line), std::string("x\nx\n"));
    }

private:
    Value m_data;
};

MINATO_TEST(TestTabWriter)
#include "tst_tab_writer.moc"
