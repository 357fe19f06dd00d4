// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/event_series_recorder.h"
#include "client/queue_timers.h"
#include "client/scripted_transport.h"
#include "support/test_registry.h"

using namespace minato;
using namespace minato::tests;
using namespace std::chrono_literals;

namespace {

constexpr client::EventSeriesRecorder::What kFailed{"Warning", "FailedScheduling", "Scheduling"};

struct World {
    engine::EventQueue queue;
    client::QueueTimers timers{queue};
    ScriptedTransport transport{timers};
    client::EventSeriesRecorder recorder{transport, timers, {"test-scheduler", "node-1"}};
    kube::ObjectPtr pod = object("web", "7", "uid-1");

    [[nodiscard]] const kube::Value &body(std::size_t i) const { return transport.sent.at(i)->request.body; }
    void runUntil(base::Duration sinceStart) { queue.runUntil(base::kSimEpoch + sinceStart); }
};

} // namespace

class TestEventSeriesRecorder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void event_saysWhoReportsIt_andHasNoOlderFields()
    {
        World w;
        w.recorder.record(*w.pod, kFailed, "no room", object("other", "1").get());
        const kube::Value &event = w.body(0);
        QCOMPARE(event["apiVersion"].asString(), std::string_view("events.k8s.io/v1"));
        QCOMPARE(event["reportingController"].asString(), std::string_view("test-scheduler"));
        QCOMPARE(event["reportingInstance"].asString(), std::string_view("test-scheduler-node-1"));
        QCOMPARE(event["action"].asString(), std::string_view("Scheduling"));
        QCOMPARE(event["note"].asString(), std::string_view("no room"));
        QCOMPARE(event["eventTime"].asString(), std::string_view("2026-01-05T00:00:00.000000Z"));
        QCOMPARE(event.at("regarding", "resourceVersion").asString(), std::string_view("7"));
        QCOMPARE(event.at("related", "name").asString(), std::string_view("other"));
        for (const char *key : {"deprecatedSource", "deprecatedCount", "deprecatedFirstTimestamp", "series"})
            QVERIFY2(!event.contains(key), key);
    }

    void secondTime_makesASeries_whoseEndIsWritten()
    {
        World w;
        w.recorder.record(*w.pod, kFailed, "no room");
        w.runUntil(10s);
        w.recorder.record(*w.pod, kFailed, "other words do not make another event");
        QCOMPARE(w.transport.sent.size(), std::size_t(2));
        QVERIFY(w.transport.sent[1]->request.verb == api::Verb::Patch);
        QCOMPARE(w.transport.sent[1]->request.name, std::string(w.body(0).at("metadata", "name").asString()));
        QCOMPARE(w.body(1).at("series", "count").asInt(), 2);
        QCOMPARE(w.body(1).at("series", "lastObservedTime").asString(),
                 std::string_view("2026-01-05T00:00:10.000000Z"));
        w.runUntil(20s);
        w.recorder.record(*w.pod, kFailed, "no room");
        QCOMPARE(w.transport.sent.size(), std::size_t(2));
        w.runUntil(20min);
        QCOMPARE(w.transport.sent.size(), std::size_t(3));
        QCOMPARE(w.body(2).at("series", "count").asInt(), 3);
        w.recorder.record(*w.pod, kFailed, "no room");
        QVERIFY(w.transport.sent.at(3)->request.verb == api::Verb::Create);
    }

    void longSeries_isWrittenEveryHalfHour()
    {
        World w;
        for (int minute = 0; minute <= 31; ++minute) {
            w.runUntil(std::chrono::minutes(minute));
            w.recorder.record(*w.pod, kFailed, "no room");
        }
        QCOMPARE(w.transport.sent.size(), std::size_t(3));
        QCOMPARE(w.body(2).at("series", "count").asInt(), 31);
    }

    void singleEvent_isForgottenAfterSixMinutes()
    {
        World w;
        w.recorder.record(*w.pod, kFailed, "no room");
        w.runUntil(7min);
        w.recorder.record(*w.pod, kFailed, "no room");
        QCOMPARE(w.transport.sent.size(), std::size_t(2));
        QVERIFY(w.transport.sent[1]->request.verb == api::Verb::Create);
    }

    void changedObject_isAnotherEvent()
    {
        World w;
        w.recorder.record(*w.pod, kFailed, "no room");
        w.recorder.record(*object("web", "8", "uid-1"), kFailed, "no room");
        QVERIFY(w.transport.sent.at(1)->request.verb == api::Verb::Create);
        QVERIFY(w.body(0).at("metadata", "name") != w.body(1).at("metadata", "name"));
    }
};

MINATO_TEST(TestEventSeriesRecorder)
#include "tst_event_series_recorder.moc"
