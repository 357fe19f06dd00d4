// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/cache.h"
#include "client/scripted_transport.h"
#include "support/test_registry.h"

using namespace minato;
using namespace minato::client;
using namespace minato::tests;

namespace {

kube::ObjectPtr pod(std::string_view name, std::string_view node)
{
    return object(name, "1", {}, kube::Value::map({{"nodeName", node}}));
}

std::string keys(const Cache::Bucket &bucket)
{
    std::string text;
    for (const auto &[key, entry] : bucket)
        text += std::string(key) + " ";
    return text;
}

} // namespace

class TestCache : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void index_followsTheObjects()
    {
        Cache cache;
        const auto nodes = cache.addIndex(byNode);
        for (const auto &each : {pod("b", "n1"), pod("a", "n1"), pod("c", "n2")})
            cache.put(kube::objectKey(*each), each);
        QCOMPARE(keys(cache.bucket(nodes, "n1")), std::string("default/a default/b "));
        cache.put("default/a", pod("a", "n2"));
        QCOMPARE(keys(cache.bucket(nodes, "n1")), std::string("default/b "));
        QCOMPARE(keys(cache.bucket(nodes, "n2")), std::string("default/a default/c "));
        cache.put("default/b", nullptr);
        QVERIFY(cache.bucket(nodes, "n1").empty());
        QVERIFY(cache.bucket(nodes, "nowhere").empty());
        QVERIFY(!cache.find("default", "b"));
        QCOMPARE(cache.size(), std::size_t(2));
    }

    void lateIndex_takesInWhatIsThere()
    {
        Cache cache;
        cache.put("default/a", pod("a", "n1"));
        QCOMPARE(keys(cache.bucket(cache.addIndex(byNode), "n1")), std::string("default/a "));
    }

    void sameIndex_isKeptOnce()
    {
        Cache cache;
        const auto first = cache.addIndex(byNode);
        const auto other = cache.addIndex(byNamespace);
        QCOMPARE(cache.addIndex(byNode), first);
        QCOMPARE(cache.addIndex(byNamespace), other);
        QVERIFY(first != other);
    }

    void put_givesWhatWasThere()
    {
        Cache cache;
        const auto first = pod("a", "n1"), second = pod("a", "n2");
        QVERIFY(!cache.put("default/a", first));
        QCOMPARE(cache.put("default/a", second), first);
        QCOMPARE(cache.put("default/a", nullptr), second);
        QVERIFY(!cache.put("default/a", nullptr));
    }
};

MINATO_TEST(TestCache)
#include "tst_cache.moc"
