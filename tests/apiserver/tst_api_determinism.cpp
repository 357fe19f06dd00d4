// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/in_process_world.h"
#include "kube/json.h"
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

    void otherSeed_otherNamesAndPorts() { QVERIFY(trace(7) != trace(8)); }
};

MINATO_TEST(TestApiDeterminism)
#include "tst_api_determinism.moc"
