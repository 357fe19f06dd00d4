// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/in_process_world.h"
#include "kube/json.h"
#include "support/restartable_timers.h"
#include "support/test_registry.h"

using namespace minato;
using namespace minato::tests;
using namespace minato::kube::resources;

namespace {

/// Many writes under way at once, and all that a watcher of each kind sees of them, with the moments.
std::string trace(std::uint64_t seed)
{
    InProcessWorld world(seed);
    std::string text;
    std::vector<api::CallPtr> calls;
    for (const auto &resource : {kPods, kServices, kDeployments}) {
        calls.push_back(
            world.transport().watch(list(resource, ""), [&](api::Result<std::vector<api::WatchEvent>> batch) {
                for (const auto &event : *batch)
                    text += std::to_string(world.queue().now().ns) + " " +
                            std::to_string(static_cast<int>(event.type)) + " " +
                            kube::toJson(event.object->root()) + "\n";
            }));
    }
    for (int i = 0; i < 20; ++i) {
        Value unnamed = pod("x");
        unnamed.edit("metadata").erase("name");
        unnamed.edit("metadata").set("generateName", "web-");
        calls.push_back(world.transport().send(create(kPods, unnamed), [](auto) {}));
        calls.push_back(world.transport().send(
            create(kServices, service("s" + std::to_string(i), "NodePort")), [](auto) {}));
    }
    world.pass(std::chrono::seconds(1));
    return text;
}

/// What a few requests bring, one after the other, with what the server draws and counts by itself.
std::string answers(engine::EventQueue &queue, apiserver::ApiServer &server)
{
    std::string text;
    const auto transport = server.transport("test");
    const auto take = [&text](const api::Result<api::Response> &response) {
        if (!response)
            text += response.error().message;
        else if (const auto *bytes = std::get_if<api::Bytes>(&response->payload))
            text += bytes->data;
        else if (const auto object = response->object())
            text += kube::toJson(object->root());
        text += "\n";
    };
    api::Request metrics;
    metrics.rawPath = "/metrics";
    for (const api::Request &request : {create(kServices, service("s", "NodePort")), create(kPods, pod("a")),
                                        get(kPods, "default", "a"), metrics}) {
        const auto call = transport->send(request, take);
        queue.runUntil(queue.now() + std::chrono::seconds(1));
    }
    return text;
}

} // namespace

/// Contract C16: same seed and inputs, same trace.
class TestApiDeterminism : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sameSeed_sameTrace()
    {
        const std::string first = trace(7);
        QVERIFY(std::ranges::count(first, '\n') >= 40);
        QCOMPARE(trace(7), first);
    }

    void aServerThatWentBack_answersLikeANewOne()
    {
        engine::EventQueue queue;
        RestartableTimers timers(queue);
        apiserver::ApiServer server(timers);
        const auto start = server.state();
        const std::string first = answers(queue, server);
        QVERIFY(first.contains("nodePort") && first.contains("apiserver_request_total"));
        QVERIFY(answers(queue, server) != first);
        server.restore(*start);
        timers.restart();
        QCOMPARE(answers(queue, server), first);
    }

    void otherSeed_otherNamesAndPorts() { QVERIFY(trace(7) != trace(8)); }
};

MINATO_TEST(TestApiDeterminism)
#include "tst_api_determinism.moc"
