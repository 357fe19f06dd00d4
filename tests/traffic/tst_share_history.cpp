// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_registry.h"
#include "traffic/share_history.h"

using namespace minato;
using namespace minato::traffic;
using namespace std::chrono_literals;

namespace {

constexpr base::Instant kStart = base::kSimEpoch;

} // namespace

class TestShareHistory : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void windows_beginAtWholeMultiples_andHoldTheirRequests()
    {
        ShareHistory history({.window = 2s});
        history.add(kStart + 1s, "a");
        history.add(kStart + 1999ms, "b", 3);
        history.add(kStart + 2s, "a");
        history.add(kStart + 60s, "a", 0);
        QCOMPARE(history.windows().size(), 2U);
        QCOMPARE(history.windows()[0].start.ns, kStart.ns);
        QCOMPARE(history.windows()[0].total, 4U);
        QCOMPARE(history.windows()[0].share("b"), 0.75);
        QCOMPARE(history.windows()[0].share("c"), 0.);
        QCOMPARE(history.windows()[1].start.ns, (kStart + 2s).ns);
    }

    void latecomers_findTheirWindow()
    {
        ShareHistory history;
        history.add(kStart + 5s, "a");
        history.add(kStart + 3s, "b");
        history.add(kStart + 5s, "b");
        QCOMPARE(history.windows().size(), 2U);
        QCOMPARE(history.windows().front().start.ns, (kStart + 3s).ns);
        QCOMPARE(history.windows().back().total, 2U);
        history.add(base::Instant{-1}, "b");
        QCOMPARE(history.windows().front().start.ns, -1'000'000'000);
    }

    void memory_isBounded()
    {
        ShareHistory history({.windows = 10, .pods = 4});
        for (int second = 0; second < 1000; ++second)
            for (int pod = 0; pod < 6; ++pod)
                history.add(kStart + std::chrono::seconds(second), std::to_string(pod));
        QCOMPARE(history.windows().size(), 10U);
        QCOMPARE(history.windows().front().start.ns, (kStart + 990s).ns);
        for (const auto &window : history.windows()) {
            QCOMPARE(window.requests.size(), 4U);
            QCOMPARE(window.others, 2U);
            QCOMPARE(window.total, 6U);
        }
        history.add(kStart + 10s, "0"); // too old
        QCOMPARE(history.windows().front().start.ns, (kStart + 990s).ns);
    }

    void latecomerInAFullHistory_pushesTheOldestOut()
    {
        ShareHistory history({.windows = 3});
        for (const auto at : {0s, 10s, 30s, 20s})
            history.add(kStart + at, "a");
        QCOMPARE(history.windows().size(), 3U);
        QCOMPARE(history.windows()[0].start.ns, (kStart + 10s).ns);
        QCOMPARE(history.windows()[1].start.ns, (kStart + 20s).ns);
        QCOMPARE(history.windows()[1].total, 1U);
    }
};

MINATO_TEST(TestShareHistory)
#include "tst_share_history.moc"
