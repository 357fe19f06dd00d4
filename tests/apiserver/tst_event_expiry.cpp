// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/in_process_world.h"
#include "support/test_registry.h"

using namespace minato;
using namespace minato::tests;
using namespace minato::kube::resources;
using namespace std::chrono_literals;

/// Events last an hour after they were last written (kube-apiserver's --event-ttl), nothing else does.
class TestEventExpiry : public QObject {
    Q_OBJECT

    static bool makeEvent(ContractWorld &world, const std::string &name)
    {
        return await(world,
                     create(kEvents, json("{'metadata':{'name':'" + name +
                                          "','namespace':'default'},'type':'Normal','reason':'Started',"
                                          "'message':'Started it','involvedObject':{'kind':'Pod','name':"
                                          "'web','namespace':'default'}}")))
            .has_value();
    }
    static bool exists(ContractWorld &world, const GroupVersionResource &resource, const std::string &name)
    {
        return await(world, get(resource, "default", name)).has_value();
    }

private Q_SLOTS:
    void event_goesAfterAnHour_andWatchersHear()
    {
        InProcessWorld world;
        QVERIFY(makeEvent(world, "first"));
        QVERIFY(await(world, create(kPods, pod("web"))));
        world.pass(30min);
        QVERIFY(makeEvent(world, "second"));
        Watching watching(world, list(kEvents, "default"));
        QVERIFY(watching.waitFor(2));
        world.pass(29min);
        QVERIFY(exists(world, kEvents, "first"));
        world.pass(2min);
        QVERIFY(!exists(world, kEvents, "first"));
        QVERIFY(exists(world, kEvents, "second"));
        QVERIFY(watching.waitFor(3));
        QCOMPARE(watching.lines().back(), std::string("DELETED first"));
        world.pass(30min);
        QVERIFY(!exists(world, kEvents, "second"));
        QVERIFY(exists(world, kPods, "web"));
    }

    void history_goesBackFiveToTenMinutes()
    {
        InProcessWorld world;
        const auto first = await(world, create(kPods, pod("a")));
        QVERIFY(first);
        const std::string then(first->object()->resourceVersion());
        const auto readsThen = [&] {
            api::Request request = list(kPods, "default");
            request.query = {{"resourceVersion", then}, {"resourceVersionMatch", "Exact"}};
            return await(world, std::move(request)).has_value();
        };
        world.pass(4min);
        QVERIFY(await(world, create(kPods, pod("b"))));
        QVERIFY(readsThen());
        for (const char *name : {"c", "d", "e"}) {
            world.pass(6min);
            QVERIFY(await(world, create(kPods, pod(name))));
        }
        QVERIFY(!readsThen());
        QCOMPARE(await(world, get(kPods, "default", "a")).has_value(), true);
    }

    void writtenAgain_anEventHasAnotherHour()
    {
        InProcessWorld world;
        QVERIFY(makeEvent(world, "e"));
        world.pass(40min);
        QVERIFY(await(world, mergePatch(kEvents, "default", "e", json("{'count':2}"))));
        world.pass(40min);
        QVERIFY(exists(world, kEvents, "e"));
        world.pass(21min);
        QVERIFY(!exists(world, kEvents, "e"));
    }

    void deletedAndMadeAgain_anEventHasItsOwnHour()
    {
        InProcessWorld world;
        QVERIFY(makeEvent(world, "e"));
        world.pass(30min);
        QVERIFY(await(world, remove(kEvents, "default", "e")));
        QVERIFY(makeEvent(world, "e"));
        world.pass(40min);
        QVERIFY(exists(world, kEvents, "e"));
        world.pass(21min);
        QVERIFY(!exists(world, kEvents, "e"));
    }

    void earlierState_bringsEventsBack_andTheirEnds()
    {
        InProcessWorld world;
        QVERIFY(makeEvent(world, "e"));
        world.pass(20min);
        const auto state = world.server().state();
        QVERIFY(await(world, remove(kEvents, "default", "e")));
        world.pass(20min);
        world.server().restore(*state);
        QVERIFY(exists(world, kEvents, "e"));
        world.pass(21min);
        QVERIFY(!exists(world, kEvents, "e"));
    }
};
MINATO_TEST(TestEventExpiry)

#include "tst_event_expiry.moc"
