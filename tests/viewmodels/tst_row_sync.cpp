// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_registry.h"
#include "viewmodels/row_sync.h"

#include <QSignalSpy>

#include <format>
#include <tuple>

using namespace minato;

namespace {

int comparisons = 0;

struct Entry {
    std::string name;
    int place = 0, value = 0;

    [[nodiscard]] const std::string &key() const { return name; }
    friend bool operator==(const Entry &, const Entry &) = default;
    friend bool operator<(const Entry &a, const Entry &b)
    {
        ++comparisons;
        return std::tie(a.place, a.name) < std::tie(b.place, b.name);
    }
};

class Entries : public viewmodels::RowModel<Entry> {
public:
    [[nodiscard]] QVariant data(const QModelIndex &index, int) const override
    {
        return rows().at(index.row()).value;
    }
    [[nodiscard]] QString shown() const
    {
        QStringList names;
        for (const Entry &entry : rows().rows())
            names += QString::fromStdString(std::format("{}{}", entry.name, entry.value));
        return names.join(u' ');
    }
};

std::vector<Entry> many(int count)
{
    std::vector<Entry> entries;
    for (int i = 0; i < count; ++i)
        entries.push_back({std::format("e{}", i), i * 7919 % count, 0});
    return entries;
}

} // namespace

/// Lists that change row by row.
class TestRowSync : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aRowAmongThousands_isFoundWithFewComparisons()
    {
        Entries entries;
        entries.assign(many(5000));
        QCOMPARE(entries.rowCount(), 5000);
        comparisons = 0;
        QCOMPARE(entries.rows().find("e17"), 17 * 7919 % 5000);
        entries.upsert({"e17", 17 * 7919 % 5000, 1});
        entries.upsert({"new", 2500, 1});
        entries.remove("e4711");
        QVERIFY2(comparisons < 100, std::to_string(comparisons).c_str());
        QCOMPARE(entries.rows().find("e4711"), -1);
        QCOMPARE(entries.rows().at(entries.rows().find("new")).place, 2500);
    }

    void upsert_changesARow_orMovesIt()
    {
        Entries entries;
        QSignalSpy changed(&entries, &QAbstractItemModel::dataChanged);
        QSignalSpy inserted(&entries, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&entries, &QAbstractItemModel::rowsRemoved);
        entries.upsert({"a", 1, 0});
        entries.upsert({"b", 2, 0});
        entries.upsert({"a", 1, 0});
        QCOMPARE(changed.count(), 0);
        entries.upsert({"a", 1, 5});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(entries.shown(), QStringLiteral("a5 b0"));
        entries.upsert({"a", 3, 5}); // behind the other one now
        QCOMPARE(entries.shown(), QStringLiteral("b0 a5"));
        QCOMPARE(entries.rows().find("a"), 1);
        QCOMPARE(inserted.count(), 3);
        QCOMPARE(removed.count(), 1);
    }

    void assign_tellsFewChangesOneByOne_andManyAsOne()
    {
        Entries entries;
        QSignalSpy inserted(&entries, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&entries, &QAbstractItemModel::rowsRemoved);
        QSignalSpy reset(&entries, &QAbstractItemModel::modelReset);
        entries.assign({{"c", 3, 0}, {"a", 1, 0}, {"b", 2, 0}});
        QCOMPARE(entries.shown(), QStringLiteral("a0 b0 c0"));
        entries.assign({{"b", 4, 1}, {"a", 1, 0}, {"d", 0, 0}});
        QCOMPARE(entries.shown(), QStringLiteral("d0 a0 b1"));
        QCOMPARE(inserted.count(), 5); // b as well, at another place
        QCOMPARE(removed.count(), 2);
        QCOMPARE(reset.count(), 0);
        entries.assign(many(1000));
        QCOMPARE(reset.count(), 1);
        QCOMPARE(inserted.count(), 5);
        for (int row = 0; row < entries.rowCount(); ++row)
            QCOMPARE(entries.rows().find(entries.rows().at(row).name), row);
        entries.assign({});
        QCOMPARE(entries.rowCount(), 0);
        QCOMPARE(entries.rows().find("e1"), -1);
    }
};

MINATO_TEST(TestRowSync)
#include "tst_row_sync.moc"
