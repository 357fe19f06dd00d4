// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/key_map.h"
#include "support/test_registry.h"

#include <format>

using minato::base::KeyMap;

class TestKeyMap : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsAdded_isFoundUntilItIsErased()
    {
        KeyMap<int> map;
        for (int i = 0; i < 1000; ++i)
            map.add(std::format("key-{}", i * 7919 % 1000), i);
        QCOMPARE(map.size(), 1000U);
        for (int i = 0; i < 1000; i += 2)
            map.erase(std::format("key-{}", i * 7919 % 1000));
        QCOMPARE(map.size(), 500U);
        for (int i = 0; i < 1000; ++i) {
            const int *found = map.find(std::format("key-{}", i * 7919 % 1000));
            QCOMPARE(found != nullptr, i % 2 == 1);
            QVERIFY(!found || *found == i);
        }
        QVERIFY(!map.find("key-1000"));
    }

    void iteration_isInTheOrderOfTheKeys()
    {
        KeyMap<int> map;
        for (const char *key : {"c", "a", "b"})
            map.add(key, 0);
        std::string all;
        for (const auto &[key, value] : map.ordered())
            all += key;
        QCOMPARE(all, "abc");
    }

    void copiedMap_findsItsOwn()
    {
        KeyMap<int> from;
        from.add("a", 1);
        KeyMap<int> to = from;
        *to.find("a") = 2;
        to.add("b", 3);
        QCOMPARE(*from.find("a"), 1);
        QCOMPARE(*to.find("a"), 2);
        QVERIFY(to.find("b") && !from.find("b"));
    }

    void movedMap_findsWhatItHad()
    {
        KeyMap<int> from;
        from.add("a text that does not fit into a small string", 4);
        const KeyMap<int> to = std::move(from);
        const int *found = to.find("a text that does not fit into a small string");
        QVERIFY(found && *found == 4);
    }
};

MINATO_TEST(TestKeyMap)
#include "tst_key_map.moc"
