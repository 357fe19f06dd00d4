// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/store.h"
#include "support/test_registry.h"

using minato::apiserver::Change;
using minato::apiserver::Revision;
using minato::apiserver::Store;
using minato::kube::ObjectPtr;
using minato::kube::Value;

namespace {

Value thing(std::string_view ns, std::string_view name, int size = 0)
{
    return Value::map({{"metadata", Value::map({{"namespace", ns}, {"name", name}})}, {"size", size}});
}

std::string keys(const Store &store, Store::Range range, Revision revision)
{
    std::string all;
    store.visit(0, range, revision, [&all](const ObjectPtr &object) {
        all += minato::kube::objectKey(*object) + "=" + std::to_string(object->root()["size"].asInt()) + " ";
        return true;
    });
    return all;
}

} // namespace

class TestStore : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyWrite_raisesTheOneCounter()
    {
        Store store(10);
        QCOMPARE(store.addBucket("things"), 0U);
        QCOMPARE(store.addBucket("others"), 1U);
        const auto first = store.put(0, nullptr, thing("a", "x"));
        const auto second = store.put(1, nullptr, thing("a", "x"));
        QCOMPARE(first->resourceVersion(), std::string_view("1"));
        QCOMPARE(second->resourceVersion(), std::string_view("2"));
        QCOMPARE(store.remove(0, first)->resourceVersion(), std::string_view("3"));
        QCOMPARE(store.revision(), 3);
    }

    void writes_areRefusedWhenSomebodyElseWasFirst()
    {
        Store store(10);
        (void)store.addBucket("things");
        const auto first = store.put(0, nullptr, thing("a", "x"));
        QVERIFY(!store.put(0, nullptr, thing("a", "x")));
        const auto second = store.put(0, first, thing("a", "x", 2));
        QVERIFY(second);
        QVERIFY(!store.put(0, first, thing("a", "x", 3)));
        QVERIFY(!store.remove(0, first));
        QVERIFY(store.remove(0, second));
        QVERIFY(!store.remove(0, second));
        QCOMPARE(store.revision(), 3);
    }

    void ranges_areOfOneNamespaceOnly()
    {
        Store store(10);
        (void)store.addBucket("things");
        for (const auto &[ns, name] : {std::pair("a", "x"), {"a-b", "x"}, {"a", "y"}, {"b", "x"}})
            (void)store.put(0, nullptr, thing(ns, name));
        QCOMPARE(keys(store, {"a", {}}, store.revision()), std::string("a/x=0 a/y=0 "));
        QCOMPARE(keys(store, {"a", "a/x"}, store.revision()), std::string("a/y=0 "));
        // The order is that of the bytes of the key: '-' is before '/'.
        QCOMPARE(keys(store, {}, store.revision()), std::string("a-b/x=0 a/x=0 a/y=0 b/x=0 "));
        QCOMPARE(store.list(0, "b").size(), 1U);
    }

    void formerStates_canBeReadWhileTheHistoryReachesBack()
    {
        Store store(3);
        (void)store.addBucket("things");
        const auto x = store.put(0, nullptr, thing("a", "x", 1));
        const auto y = store.put(0, nullptr, thing("a", "y", 1));
        const Revision then = store.revision();
        (void)store.put(0, x, thing("a", "x", 2));
        (void)store.remove(0, y);
        (void)store.put(0, nullptr, thing("a", "w", 1));
        QCOMPARE(keys(store, {}, then), std::string("a/x=1 a/y=1 "));
        QCOMPARE(keys(store, {"a", "a/x"}, then), std::string("a/y=1 "));
        QCOMPARE(keys(store, {}, store.revision()), std::string("a/w=1 a/x=2 "));
        QCOMPARE(store.oldestRetained(0), then);
        (void)store.put(0, nullptr, thing("a", "z", 1));
        QCOMPARE(store.oldestRetained(0), then + 1);
    }

    void compaction_forgetsChanges_notObjects()
    {
        Store store(100);
        (void)store.addBucket("things");
        (void)store.addBucket("others");
        const auto first = store.put(0, nullptr, thing("a", "x", 1));
        const Revision then = store.revision();
        (void)store.put(0, first, thing("a", "x", 2));
        store.compact(then);
        QCOMPARE(store.oldestRetained(0), then);
        QCOMPARE(store.oldestRetained(1), 0); // nothing of that kind has been forgotten
        QCOMPARE(keys(store, {}, then), std::string("a/x=1 "));
        store.compact(store.revision());
        QCOMPARE(store.oldestRetained(0), then + 1);
        QCOMPARE(keys(store, {}, store.revision()), std::string("a/x=2 "));
    }

    void changes_areToldInOrderWithWhatWasBefore()
    {
        Store store(10);
        (void)store.addBucket("things");
        std::vector<Change> heard;
        store.setListener([&heard](std::size_t, const Change &change) { heard.push_back(change); });
        const auto first = store.put(0, nullptr, thing("a", "x", 1));
        const auto second = store.put(0, first, thing("a", "x", 2));
        (void)store.remove(0, second);
        std::vector<Change> read;
        store.visitChanges(0, 1, [&read](const Change &change) { read.push_back(change); });
        QCOMPARE(heard.size(), 3U);
        QCOMPARE(read.size(), 2U);
        QVERIFY(heard[1].previous == first && heard[1].object == second);
        QVERIFY(read[1].type == Change::Type::Deleted && read[1].previous == second);
        QCOMPARE(read[1].object->root()["size"].asInt(), 2);
        QCOMPARE(read[1].object->resourceVersion(), std::string_view("3"));
    }

    void versions_areReadStrictly()
    {
        using minato::apiserver::parseRevision;
        QCOMPARE(parseRevision("17"), std::optional<Revision>(17));
        for (const char *bad : {"", "-1", "1x", "x", "1.5", "99999999999999999999"})
            QVERIFY2(!parseRevision(bad), bad);
    }
};

MINATO_TEST(TestStore)
#include "tst_store.moc"
