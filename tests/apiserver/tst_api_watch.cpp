// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/in_process_world.h"
#include "support/test_registry.h"

using namespace minato;
using namespace minato::tests;
using namespace minato::kube::resources;
using Lines = std::vector<std::string>;

/// What is particular to this server's watches, beyond the contract.
class TestApiWatch : public QObject {
    Q_OBJECT

    static bool bind(ContractWorld &world, const char *name, const char *node)
    {
        auto binding = request(api::Verb::Create, kPods, "default", name);
        binding.subresource = "binding";
        binding.body.edit("metadata").set("name", name);
        binding.body.edit("target").set("name", node);
        return await(world, binding).has_value();
    }

private Q_SLOTS:
    void aKubeletsWatch_getsItsOwnPodsAlone()
    {
        InProcessWorld world;
        Watching mine(world, list(kPods, "", {{"fieldSelector", "spec.nodeName=n1"}}));
        Watching other(world, list(kPods, "", {{"fieldSelector", "spec.nodeName=n2"}}));
        Watching unbound(world, list(kPods, "", {{"fieldSelector", "spec.nodeName="}}));
        world.pass(std::chrono::seconds(1));
        QVERIFY(await(world, create(kPods, pod("a"))));
        QVERIFY(await(world, create(kPods, pod("b"))));
        QVERIFY(bind(world, "a", "n1"));
        world.pass(std::chrono::seconds(1));
        QCOMPARE(mine.lines(), Lines{"ADDED a"});
        QCOMPARE(other.lines(), Lines());
        QCOMPARE(unbound.lines(), (Lines{"ADDED a", "ADDED b", "DELETED a"}));
    }

    void aWatchOfOneName_getsThatObjectAlone()
    {
        InProcessWorld world;
        Watching one(world, list(kDeployments, "default", {{"fieldSelector", "metadata.name=b"}}));
        world.pass(std::chrono::seconds(1));
        for (const char *name : {"a", "b", "c"})
            QVERIFY(await(world, create(kDeployments, deployment(name))));
        QVERIFY(await(world, remove(kDeployments, "default", "b")));
        world.pass(std::chrono::seconds(1));
        QCOMPARE(one.lines(), (Lines{"ADDED b", "DELETED b"}));
    }

    void aWatchOfANamespace_getsItsObjectsAlone()
    {
        InProcessWorld world;
        Watching system(world, list(kDeployments, "kube-system"));
        world.pass(std::chrono::seconds(1));
        Value elsewhere = deployment("b");
        elsewhere.edit("metadata").set("namespace", "kube-system");
        QVERIFY(await(world, create(kDeployments, deployment("a"))));
        QVERIFY(await(world, create(kDeployments, elsewhere)));
        world.pass(std::chrono::seconds(1));
        QCOMPARE(system.lines(), Lines{"ADDED b"});
    }

    void changesAtOneMoment_comeAsOneBatch()
    {
        InProcessWorld world;
        std::vector<std::size_t> batches;
        const auto watch = world.transport().watch(list(kDeployments, "default"), [&batches](auto batch) {
            if (batch)
                batches.push_back(batch->size());
        });
        world.pass(std::chrono::seconds(1));
        std::vector<api::CallPtr> calls;
        for (int i = 0; i < 50; ++i)
            calls.push_back(world.transport().send(create(kDeployments, deployment("d" + std::to_string(i))),
                                                   [](auto) {}));
        world.pass(std::chrono::seconds(1));
        std::size_t total = 0;
        for (const std::size_t size : batches)
            total += size;
        QCOMPARE(total, 50U);
        QVERIFY(batches.size() <= 3);
    }

    void droppedWatches_areForgotten()
    {
        InProcessWorld world;
        {
            Watching a(world, list(kPods, ""));
            Watching b(world, list(kPods, "default", {{"fieldSelector", "spec.nodeName=n1"}}));
            world.pass(std::chrono::seconds(1));
            QCOMPARE(world.server().watcherCount(), 2U);
        }
        QCOMPARE(world.server().watcherCount(), 0U);
    }

    void bookmarks_comeEachMinute()
    {
        InProcessWorld world;
        Watching watching(world, list(kPods, "", {{"allowWatchBookmarks", "true"}}));
        world.pass(std::chrono::seconds(185));
        QCOMPARE(watching.lines(), (Lines{"BOOKMARK", "BOOKMARK", "BOOKMARK"}));
    }

    void callsOutliveTheirServer()
    {
        engine::EventQueue queue;
        client::QueueTimers timers(queue);
        api::CallPtr watch;
        api::CallPtr pending;
        {
            apiserver::ApiServer server(timers);
            const auto transport = server.transport("test");
            watch = transport->watch(list(kPods, ""), [](auto) {});
            queue.runUntil(queue.now() + std::chrono::seconds(1));
            pending =
                transport->send(get(kNamespaces, "", "default"), [](auto) { QFAIL("the server is gone"); });
        }
        watch.reset();
        pending.reset();
    }

    void badWatchOptions_areRefused_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("code");
        const auto row = [](const char *key, const char *value, int code) {
            QTest::newRow(key) << QString::fromLatin1(key) << QString::fromLatin1(value) << code;
        };
        row("resourceVersion", "x", 400);
        row("labelSelector", "a b", 400);
        row("fieldSelector", "a", 400);
        row("sendInitialEvents", "true", 422);
        row("resourceVersionMatch", "Exact", 422);
    }
    void badWatchOptions_areRefused()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        QFETCH(int, code);
        InProcessWorld world;
        Watching watching(world, list(kPods, "", {{key.toStdString(), value.toStdString()}}));
        QVERIFY(watching.waitForEnd());
        QCOMPARE(watching.error().code, code);
    }
};

MINATO_TEST(TestApiWatch)
#include "tst_api_watch.moc"
