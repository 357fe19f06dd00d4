// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/in_process_world.h"
#include "support/test_registry.h"

using namespace minato;
using namespace minato::tests;
using namespace minato::kube::resources;

namespace {

/// Two lines a second apart, then the end unless the log is followed.
class TwoLines : public apiserver::LogSource {
public:
    explicit TwoLines(api::Timers &timers) : m_timers(timers) {}

    api::CallPtr logs(const kube::ObjectPtr &pod, apiserver::LogOptions options, api::ByteSink sink) override
    {
        class Run : public api::Call {
        public:
            std::vector<api::TimerPtr> timers;
        };
        auto run = std::make_unique<Run>();
        auto shared = std::make_shared<api::ByteSink>(std::move(sink));
        const std::string name(pod->name());
        last = options;
        std::vector<std::string> pieces{name + "/" + options.container + " one\n", "two\n"};
        if (!options.follow)
            pieces.emplace_back();
        base::Duration delay{};
        for (auto &piece : pieces)
            run->timers.push_back(
                m_timers.after(delay += std::chrono::seconds(1), [shared, piece] { (*shared)(piece); }));
        return run;
    }

    apiserver::LogOptions last;

private:
    api::Timers &m_timers;
};

} // namespace

/// pods/log, with a source of our own.
class TestPodLogs : public QObject {
    Q_OBJECT

    static api::Request log(std::string name, api::Query query = {})
    {
        auto log = get(kPods, "default", std::move(name));
        log.subresource = "log";
        log.query = std::move(query);
        return log;
    }
    static bool makeBoundPod(ContractWorld &world, Value object)
    {
        const std::string name(object["metadata"]["name"].asString());
        auto binding = request(api::Verb::Create, kPods, "default", name);
        binding.subresource = "binding";
        binding.body.edit("metadata").set("name", name);
        binding.body.edit("target").set("name", "n1");
        return await(world, create(kPods, object)) && await(world, binding);
    }

private Q_SLOTS:
    void wholeLog_isOneAnswer()
    {
        InProcessWorld world;
        client::QueueTimers timers(world.queue());
        TwoLines source(timers);
        world.server().setLogSource(&source);
        QVERIFY(makeBoundPod(world, pod("web")));
        const auto answer =
            await(world, log("web", {{"tailLines", "5"}, {"timestamps", "true"}, {"sinceSeconds", "10"}}));
        QVERIFY(answer);
        QCOMPARE(std::get<api::Bytes>(answer->payload).data, std::string("web/web one\ntwo\n"));
        QCOMPARE(source.last.tailLines, std::optional<std::int64_t>(5));
        QVERIFY(source.last.timestamps && source.last.since);
    }

    void followedLog_comesInPiecesUntilDropped()
    {
        InProcessWorld world;
        client::QueueTimers timers(world.queue());
        TwoLines source(timers);
        world.server().setLogSource(&source);
        QVERIFY(makeBoundPod(world, pod("web")));
        std::vector<std::string> pieces;
        api::CallPtr call =
            world.transport().stream(log("web", {{"follow", "true"}}), [&](api::Result<std::string> piece) {
                pieces.push_back(piece.value_or("error"));
            });
        world.pass(std::chrono::milliseconds(1500));
        QCOMPARE(pieces, std::vector<std::string>{"web/web one\n"});
        call.reset();
        world.pass(std::chrono::seconds(5));
        QCOMPARE(pieces.size(), 1U);
    }

    void requests_areChecked_data()
    {
        QTest::addColumn<QString>("pod");
        QTest::addColumn<QString>("container");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const char *container, const char *message) {
            QTest::newRow(message) << QString::fromLatin1(name) << QString::fromLatin1(container)
                                   << QString::fromLatin1(message);
        };
        row("nobody", "", "pods \"nobody\" not found");
        row("web", "x", "container x is not valid for pod web");
        row("two", "", "a container name must be specified for pod two, choose one of: [a b]");
    }
    void requests_areChecked()
    {
        QFETCH(QString, pod);
        QFETCH(QString, container);
        QFETCH(QString, message);
        InProcessWorld world;
        QVERIFY(makeBoundPod(world, tests::pod("web")));
        Value two = tests::pod("two");
        two.edit("spec").set("containers", json("[{'name':'a','image':'i'},{'name':'b','image':'i'}]"));
        QVERIFY(makeBoundPod(world, two));
        const auto answer = await(world, log(pod.toStdString(), {{"container", container.toStdString()}}));
        QVERIFY(!answer);
        QCOMPARE(answer.error().message, message.toStdString());
        const auto negative = await(world, log("web", {{"tailLines", "-1"}}));
        QVERIFY(!negative);
        QCOMPARE(negative.error().message,
                 std::string("PodLogOptions \"web\" is invalid: tailLines: Invalid value: -1: must be "
                             "greater than or equal to 0"));
    }

    void unscheduledPod_hasAnEmptyLog()
    {
        InProcessWorld world;
        QVERIFY(await(world, create(kPods, pod("web"))));
        const auto answer = await(world, log("web"));
        QVERIFY(answer);
        QCOMPARE(std::get<api::Bytes>(answer->payload).data, std::string());
    }
};

MINATO_TEST(TestPodLogs)
#include "tst_pod_logs.moc"
