// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/common/expectations.h"
#include "support/test_registry.h"

using namespace minato;
using namespace minato::components;
using namespace std::chrono_literals;

/// Mirrors pkg/controller/controller_utils_test.go TestControllerExpectations and TestUIDExpectations.
class TestExpectations : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void unknownKey_isSatisfied() { QVERIFY(Expectations().areSatisfied("default/web", base::kSimEpoch)); }

    void creations_areWaitedFor()
    {
        Expectations e;
        e.expectCreations("web", 2, base::kSimEpoch);
        QVERIFY(!e.areSatisfied("web", base::kSimEpoch));
        e.creationObserved("web");
        QVERIFY(!e.areSatisfied("web", base::kSimEpoch));
        e.creationObserved("web");
        QVERIFY(e.areSatisfied("web", base::kSimEpoch));
    }

    void deletions_areWaitedForByUid()
    {
        Expectations e;
        e.expectDeletions("web", {"a", "b"}, base::kSimEpoch);
        e.deletionObserved("web", "c");
        e.deletionObserved("web", "a");
        e.deletionObserved("web", "a");
        QVERIFY(!e.areSatisfied("web", base::kSimEpoch));
        e.deletionObserved("web", "b");
        QVERIFY(e.areSatisfied("web", base::kSimEpoch));
    }

    void countedCreationsAndDeletions_areWaitedForTogether()
    {
        Expectations e;
        e.expect("agent", 1, 2, base::kSimEpoch);
        e.creationObserved("agent");
        e.deletionObserved("agent");
        QVERIFY(!e.areSatisfied("agent", base::kSimEpoch));
        e.deletionObserved("agent");
        QVERIFY(e.areSatisfied("agent", base::kSimEpoch));
        e.deletionObserved("agent"); // of no order of ours
        e.expect("agent", 0, 1, base::kSimEpoch);
        QVERIFY(!e.areSatisfied("agent", base::kSimEpoch));
    }

    void aLostEvent_isForgottenAfterFiveMinutes()
    {
        Expectations e;
        e.expectCreations("web", 1, base::kSimEpoch);
        QVERIFY(!e.areSatisfied("web", base::kSimEpoch + 5min));
        QVERIFY(e.areSatisfied("web", base::kSimEpoch + 5min + 1s));
    }
};

MINATO_TEST(TestExpectations)
#include "tst_expectations.moc"
