// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/event_recorder.h"
#include "client/queue_timers.h"
#include "client/scripted_transport.h"
#include "support/test_registry.h"

using namespace minato;
using namespace minato::tests;
using namespace std::chrono_literals;

namespace {

struct World {
    engine::EventQueue queue;
    client::QueueTimers timers{queue};
    ScriptedTransport transport{timers};
    client::EventRecorder recorder{transport, timers, {"test-controller", "node-1"}};
    kube::ObjectPtr pod = object("web", "7", "uid-1");

    [[nodiscard]] const kube::Value &body(std::size_t i) const { return transport.sent.at(i)->request.body; }
};

} // namespace

class TestEventRecorder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void event_namesItsObjectAndSource()
    {
        World w;
        w.recorder.warning(*w.pod, "Failed", "no luck", "spec.containers{c}");
        QCOMPARE(w.transport.sent.size(), std::size_t(1));
        const kube::Value &event = w.body(0);
        QCOMPARE(event["type"].asString(), std::string_view("Warning"));
        QCOMPARE(event["message"].asString(), std::string_view("no luck"));
        QCOMPARE(event["count"].asInt(), 1);
        QCOMPARE(event.at("involvedObject", "uid").asString(), std::string_view("uid-1"));
        QCOMPARE(event.at("involvedObject", "fieldPath").asString(), std::string_view("spec.containers{c}"));
        QCOMPARE(event.at("source", "host").asString(), std::string_view("node-1"));
        QCOMPARE(event["firstTimestamp"].asString(), std::string_view("2026-01-05T00:00:00Z"));
    }

    void identicalEvent_bumpsTheCount()
    {
        World w;
        w.recorder.normal(*w.pod, "Pulled", "again");
        w.queue.runUntil(base::kSimEpoch + 20s);
        w.recorder.normal(*w.pod, "Pulled", "again");
        QCOMPARE(w.transport.sent.size(), std::size_t(2));
        QVERIFY(w.transport.sent[1]->request.verb == api::Verb::Patch);
        QCOMPARE(w.transport.sent[1]->request.name, std::string(w.body(0).at("metadata", "name").asString()));
        QCOMPARE(w.body(1)["count"].asInt(), 2);
        QCOMPARE(w.body(1)["lastTimestamp"].asString(), std::string_view("2026-01-05T00:00:20Z"));
    }

    void twoEventsAtOneMoment_haveDifferentNames()
    {
        World w;
        w.recorder.normal(*w.pod, "Created", "one");
        w.recorder.normal(*w.pod, "Started", "two");
        QVERIFY(w.body(0).at("metadata", "name") != w.body(1).at("metadata", "name"));
    }

    void manySimilarEvents_areCombined()
    {
        World w;
        for (int i = 0; i < 12; ++i)
            w.recorder.normal(*w.pod, "SuccessfulCreate", "Created pod: " + std::to_string(i));
        QCOMPARE(w.body(8)["message"].asString(), std::string_view("Created pod: 8"));
        QCOMPARE(w.body(8)["reportingComponent"].asString(), std::string_view("test-controller"));
        QCOMPARE(w.body(9)["message"].asString(),
                 std::string_view("(combined from similar events): Created pod: 9"));
        QCOMPARE(w.body(9)["reportingComponent"].asString(), std::string_view());
        QCOMPARE(w.body(9)["reportingInstance"].asString(), std::string_view());
        QCOMPARE(w.body(9).at("source", "component").asString(), std::string_view("test-controller"));
        QCOMPARE(w.body(11)["message"].asString(),
                 std::string_view("(combined from similar events): Created pod: 11"));
        QCOMPARE(w.body(11)["count"].asInt(), 3);
    }

    void spam_isCutAfterTwentyFive_andRefilled()
    {
        World w;
        for (int i = 0; i < 40; ++i)
            w.recorder.normal(*w.pod, "Reason" + std::to_string(i), "text");
        QCOMPARE(w.transport.sent.size(), std::size_t(25));
        w.queue.runUntil(base::kSimEpoch + 299s);
        w.recorder.normal(*w.pod, "Later", "text");
        QCOMPARE(w.transport.sent.size(), std::size_t(25));
        w.queue.runUntil(base::kSimEpoch + 301s);
        w.recorder.normal(*w.pod, "Later", "text");
        QCOMPARE(w.transport.sent.size(), std::size_t(26));
        // Warnings and another object have buckets of their own.
        w.recorder.warning(*w.pod, "Reason", "text");
        w.recorder.normal(*object("other", "1"), "Reason", "text");
        QCOMPARE(w.transport.sent.size(), std::size_t(28));
    }

    /// What is remembered longer than it can decide anything is a leak in a cluster of many Pods.
    void whatDecidesNothingAnyMore_isForgotten()
    {
        World w;
        for (int i = 0; i < 100; ++i)
            w.recorder.normal(*object("pod-" + std::to_string(i), std::to_string(i)), "Pulled", "text");
        QCOMPARE(w.recorder.remembered(), std::size_t(300)); // an event, a series and an allowance each
        w.queue.runUntil(base::kSimEpoch + 601s);
        w.recorder.normal(*w.pod, "Pulled", "text");
        QCOMPARE(w.recorder.remembered(), std::size_t(101 + 1 + 1));
        // The events stay: one that happens again is counted.
        w.recorder.normal(*object("pod-0", "0"), "Pulled", "text");
        QVERIFY(w.transport.sent.back()->request.verb == api::Verb::Patch);
        w.queue.runUntil(base::kSimEpoch + 3h);
        w.recorder.normal(*object("other", "1"), "Pulled", "text");
        QCOMPARE(w.recorder.remembered(), std::size_t(3));
    }

    void eventThatTheServerForgot_beginsAnew()
    {
        World w;
        w.recorder.normal(*w.pod, "Pulled", "again");
        w.queue.runUntil(base::kSimEpoch + 61min);
        w.recorder.normal(*w.pod, "Pulled", "again");
        QCOMPARE(w.transport.sent.size(), std::size_t(2));
        QVERIFY(w.transport.sent[1]->request.verb == api::Verb::Create);
        QCOMPARE(w.body(1)["count"].asInt(), 1);
        QVERIFY(w.body(0).at("metadata", "name") != w.body(1).at("metadata", "name"));
    }

    void longMessage_isCutTo1024Bytes()
    {
        World w;
        w.recorder.normal(*w.pod, "Long", std::string(2000, 'x'));
        QCOMPARE(w.body(0)["message"].asString().size(), std::size_t(1024));
        QVERIFY(w.body(0)["message"].asString().ends_with("x ..."));
    }
};

MINATO_TEST(TestEventRecorder)
#include "tst_event_recorder.moc"
