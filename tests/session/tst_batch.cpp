// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/mailbox.h"
#include "support/test_registry.h"

#include <thread>

using namespace minato;
using namespace minato::session;

namespace {

PodState pod(const char *uid, PodPhase phase)
{
    return {.uid = uid, .name = uid, .phase = phase};
}

} // namespace

class TestBatch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void laterState_wins()
    {
        Batch first, second;
        first.pods["a"] = pod("a", PodPhase::Starting);
        first.pods["b"] = pod("b", PodPhase::Running);
        second.pods["a"] = pod("a", PodPhase::Running);
        second.pods["b"] = std::nullopt;
        first.merge(std::move(second));
        QCOMPARE(int(first.pods["a"]->phase), int(PodPhase::Running));
        QVERIFY(!first.pods["b"]);
    }

    void routeCounts_addUp_evenWhenRoutesAreDropped()
    {
        Batch all;
        for (int i = 0; i < 1000; ++i) {
            Batch one;
            RouteEvent route{{}, "default/web", "n1", i % 2 ? "p1" : "p2", i % 10 != 0};
            one.count(route, "pod");
            one.routes.push_back(std::move(route));
            all.merge(std::move(one));
        }
        QCOMPARE(all.routes.size(), Batch::kMaxRoutes);
        QCOMPARE(all.routeCounts["default/web/p1"].answered, 500u);
        QCOMPARE(all.routeCounts["default/web/p2"].answered + all.routeCounts["default/web/p2"].failed, 500u);
    }

    void output_isBounded_butCommandsKeepTheirMarks()
    {
        Batch all;
        for (int i = 0; i < 40; ++i) {
            Batch one;
            one.terminal = {{TerminalChunk::Kind::Entered, "yes"},
                            {TerminalChunk::Kind::Out, std::string(100'000, 'y')},
                            {TerminalChunk::Kind::Finished}};
            all.merge(std::move(one));
        }
        std::size_t bytes = 0, entered = 0, finished = 0;
        for (const auto &chunk : all.terminal) {
            bytes += chunk.text.size();
            entered += chunk.kind == TerminalChunk::Kind::Entered;
            finished += chunk.kind == TerminalChunk::Kind::Finished;
        }
        QVERIFY(bytes <= Batch::kMaxTerminalBytes + 1000);
        QCOMPARE(entered, 40u);
        QCOMPARE(finished, 40u);
    }

    void mailbox_wakesOnce_untilItIsEmptied()
    {
        int wakes = 0;
        Mailbox box([&wakes] { ++wakes; });
        box.post({});
        QCOMPARE(wakes, 0);
        for (int i = 0; i < 3; ++i) {
            Batch batch;
            batch.pods["a"] = pod("a", PodPhase::Running);
            box.post(std::move(batch));
        }
        QCOMPARE(wakes, 1);
        QCOMPARE(box.take().pods.size(), 1u);
        QVERIFY(box.take().isEmpty());
        Batch batch;
        batch.pods["a"] = std::nullopt;
        box.post(std::move(batch));
        QCOMPARE(wakes, 2);
    }

    void nothingIsLost_betweenTwoThreads()
    {
        Mailbox box;
        constexpr int kBatches = 5000;
        std::thread poster([&box] {
            for (int i = 0; i < kBatches; ++i) {
                Batch batch;
                batch.count({{}, "s", "n", "p", true}, "p");
                box.post(std::move(batch));
            }
        });
        std::uint64_t sum = 0;
        const auto drain = [&] {
            for (const auto &[key, count] : box.take().routeCounts)
                sum += count.answered;
        };
        while (sum < kBatches / 2)
            drain();
        poster.join();
        drain();
        QCOMPARE(sum, std::uint64_t(kBatches));
    }
};
MINATO_TEST(TestBatch)

#include "tst_batch.moc"
