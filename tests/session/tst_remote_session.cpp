// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/lesson_loader.h"
#include "session/remote_session_lab.h"
#include "support/test_registry.h"

#include <set>

using namespace minato;
using namespace minato::session;
using namespace minato::tests;
using Stage = ConnectionState::Stage;

namespace {

std::shared_ptr<const lessons::Lesson> scaleLesson()
{
    auto catalogue = lessons::loadCatalogue(MINATO_SOURCE_DIR "/lessons");
    const auto lesson = std::ranges::find(catalogue.lessons, "scale", &lessons::Lesson::id);
    return lesson == catalogue.lessons.end() ? nullptr : movedTo(*lesson, RemoteOptions::kNamespace);
}

} // namespace

/// A window over somebody's cluster: what it shows, what it does, and what it never does.
class TestRemoteSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itsObjects_areShown_asThoseOfASimulation()
    {
        ServedCluster cluster;
        RemoteSession lab(remoteOptions(cluster.port()));
        QVERIFY(lab.wait([&] { return lab.isAt(Stage::Connected) && lab.nodes.size() == 2; }));
        QVERIFY(lab.wait([&] { return lab.podsIn("default") == 1 && lab.deployments.size() == 1; }));
        QCOMPARE(lab.connection->context, std::string("lab"));
        QVERIFY(!lab.connection->isInsecure);
        QVERIFY(lab.connection->lacks.contains(Lack::OwnTime) && lab.connection->lacks.contains(Lack::Power));
        QCOMPARE(lab.run("kubectl get deployments"), 0);
        QVERIFY(lab.printed.contains("kubernetes-bootcamp   1/1"));
        QCOMPARE(lab.run("kubectl config current-context"), 0);
        QCOMPARE(lab.printed, std::string("lab\n"));
    }

    void itsTime_goesByItself()
    {
        ServedCluster cluster;
        RemoteSession lab(remoteOptions(cluster.port()));
        QVERIFY(lab.wait([&] { return lab.isAt(Stage::Connected) && lab.clock; }));
        const base::Instant before = lab.clock->now;
        lab.send(SetPaused{true});
        lab.send(SetSpeed{60});
        QVERIFY(lab.wait([&] { return lab.clock->now > before + 1s; }));
        QVERIFY(!lab.clock->isPaused && lab.clock->speed == 1);
    }

    void itIsOpenedForReading()
    {
        ServedCluster cluster;
        RemoteSession lab(remoteOptions(cluster.port()));
        QVERIFY(lab.wait([&] { return lab.deployments.size() == 1; }));
        QCOMPARE(lab.run("kubectl scale deployments/kubernetes-bootcamp --replicas=4"), 1);
        QVERIFY(lab.printed.contains("reading only"));
        QVERIFY(lab.wait([&] { return !lab.problems.empty(); }));
        QVERIFY(lab.problems.front().kind == Problem::Kind::Guarded);
        QVERIFY(lab.problems.front().detail.contains("\"lab\""));
        QVERIFY(lab.problems.front().japanese.contains("「lab」"));
        QCOMPARE(lab.deployments.begin()->second.desired, 1);
        QVERIFY(!lab.connection->mayWrite);
    }

    void aYes_makesTheLessonsNamespace_andAllowsChangesThereOnly()
    {
        ServedCluster cluster;
        auto options = remoteOptions(cluster.port());
        options.lesson = scaleLesson();
        QVERIFY(options.lesson);
        RemoteSession lab(options);
        QVERIFY(lab.wait([&] { return lab.podsIn("default") == 1 && lab.lesson; }));
        QVERIFY(!lab.lesson->isReady);
        lab.send(AllowWrites{});
        QVERIFY(lab.wait([&] { return lab.connection->mayWrite && lab.podsIn("minato-lesson") == 1; }));
        QCOMPARE(lab.run("kubectl get namespace minato-lesson --show-labels"), 0);
        QVERIFY(lab.printed.contains("app.kubernetes.io/managed-by=minato"));
        QCOMPARE(lab.run("kubectl scale deployments/kubernetes-bootcamp --replicas=3"),
                 0); // in its namespace
        QVERIFY(lab.wait([&] { return lab.podsIn("minato-lesson") == 3; }));
        QCOMPARE(lab.podsIn("default"), 1U);
        QCOMPARE(lab.run("kubectl -n default scale deployments/kubernetes-bootcamp --replicas=3"), 1);
        static_cast<void>(lab.run("kubectl cordon " + lab.worker()));
        QVERIFY(lab.printed.contains("unable to cordon node"));
        QVERIFY(lab.wait([&] { return lab.problems.size() == 2; }));
    }

    void theNamespace_isRemovedOnRequest()
    {
        ServedCluster cluster;
        auto options = remoteOptions(cluster.port());
        options.lesson = scaleLesson();
        RemoteSession lab(options);
        QVERIFY(lab.wait([&] { return lab.podsIn("default") == 1; }));
        lab.send(AllowWrites{});
        QVERIFY(lab.wait([&] { return lab.connection->mayWrite && lab.podsIn("minato-lesson") == 1; }));
        lab.send(RemoveNamespace{});
        QVERIFY(lab.wait([&] { return !lab.connection->mayWrite && lab.podsIn("minato-lesson") == 0; }));
        QVERIFY(lab.wait([&] { return lab.run("kubectl get namespace minato-lesson") == 1; }));
        QVERIFY(lab.printed.contains("not found"));
        QCOMPARE(lab.podsIn("default"), 1U);
        QVERIFY(lab.problems.empty());
    }

    void aServiceInsideTheCluster_isReachedByPortForward_whichIsSaid()
    {
        ServedCluster cluster;
        auto options = remoteOptions(cluster.port());
        options.lesson = scaleLesson();
        RemoteSession lab(options);
        QVERIFY(lab.wait([&] { return lab.podsIn("default") == 1; }));
        lab.send(AllowWrites{});
        QVERIFY(lab.wait([&] { return lab.connection->mayWrite && lab.lesson->isReady; }));
        QCOMPARE(lab.run("kubectl scale deployments/kubernetes-bootcamp --replicas=3"), 0);
        QCOMPARE(lab.run("kubectl rollout status deployments/kubernetes-bootcamp"), 0);
        QCOMPARE(lab.run("for i in $(seq 30); do curl kubernetes-bootcamp:8080; done"), 0);
        std::set<std::string> answered;
        for (const auto &[uid, pod] : lab.pods) {
            if (pod.ns == "minato-lesson" && lab.printed.contains("Running on: " + pod.name))
                answered.insert(pod.name);
        }
        QCOMPARE(answered.size(), 3U); // by chance 1 of 60,000 runs has fewer
        const auto &ways = lab.connection->ways;
        QVERIFY(ways.contains("minato-lesson/kubernetes-bootcamp"));
        QVERIFY(ways.at("minato-lesson/kubernetes-bootcamp").way == WayState::Way::PortForward);
        QVERIFY(answered.contains(ways.at("minato-lesson/kubernetes-bootcamp").detail));
    }

    void load_isSentToTheLessonsServicesOnly()
    {
        ServedCluster cluster;
        RemoteSession lab(remoteOptions(cluster.port()));
        QVERIFY(lab.wait([&] { return lab.podsIn("default") == 1; }));
        lab.send(StartLoad{.service = "default/kubernetes-bootcamp"});
        QVERIFY(lab.wait([&] { return !lab.problems.empty(); }));
        QVERIFY(lab.problems.front().detail.contains("default/kubernetes-bootcamp"));
        QVERIFY(lab.problems.front().japanese.contains("minato-lesson"));
    }

    void nodes_areLeftAlone_untilTheClusterIsMarkedAsDisposable()
    {
        ServedCluster cluster;
        RemoteSession lab(remoteOptions(cluster.port()));
        QVERIFY(lab.wait([&] { return lab.nodes.size() == 2; }));
        lab.send(AllowWrites{});
        QVERIFY(lab.wait([&] { return lab.connection->mayWrite; }));
        static_cast<void>(
            lab.run("kubectl cordon " + lab.worker())); // its status is 0 in any case, as kubectl's
        QVERIFY(lab.printed.contains("throw away"));
        lab.send(MarkDisposable{true});
        QCOMPARE(lab.run("kubectl cordon " + lab.worker()), 0);
        QVERIFY(lab.connection->isDisposable);
    }

    void aServerThatGoesAway_isTold_andNothingIsLost()
    {
        ServedCluster cluster;
        Wire wire(cluster.port());
        RemoteSession lab(remoteOptions(wire.port()));
        RemoteSession other(remoteOptions(cluster.port()));
        QVERIFY(lab.wait([&] { return lab.podsIn("default") == 1; }));
        QVERIFY(other.wait([&] { return other.isAt(Stage::Connected); }));
        wire.unplug();
        QVERIFY(lab.wait([&] { return lab.isAt(Stage::Troubled); }));
        QVERIFY(lab.connection->trouble.en.contains("\"lab\""));
        QVERIFY(lab.connection->trouble.ja.contains("「lab」"));
        QCOMPARE(lab.podsIn("default"), 1U); // what was known stays to be seen
        other.send(AllowWrites{});
        QVERIFY(other.wait([&] { return other.connection->mayWrite; }));
        QCOMPARE(other.run("kubectl -n minato-lesson create deployment web --image=nginx --replicas=3"), 0);
        QVERIFY(other.wait([&] { return other.podsIn("minato-lesson") == 3; }));
        QCOMPARE(lab.podsIn("minato-lesson"), 0U);
        wire.plugIn();
        QVERIFY(lab.wait([&] { return lab.isAt(Stage::Connected) && lab.podsIn("minato-lesson") == 3; }));
        QVERIFY(lab.connection->trouble.en.empty());
    }

    void aCutConnection_isMadeAgain()
    {
        ServedCluster cluster;
        Wire wire(cluster.port());
        RemoteSession lab(remoteOptions(wire.port()));
        QVERIFY(lab.wait([&] { return lab.podsIn("default") == 1; }));
        // A request that has had no answer yet is sent once more by Qt, and nobody is troubled: then the next cut.
        for (int cuts = 0; lab.troubles.empty() && cuts < 20; ++cuts) {
            wire.cut();
            static_cast<void>(QTest::qWaitFor([&] { return !lab.troubles.empty(); }, 3s));
        }
        QVERIFY(!lab.troubles.empty());
        QVERIFY(lab.wait([&] { return lab.isAt(Stage::Connected); }));
        QCOMPARE(lab.run("kubectl get pods"), 0);
    }

    void whatTheKubeconfigNames_andIsNotThere_isTold()
    {
        auto options = remoteOptions(1);
        options.access.server = options.access.cluster.server = "https://127.0.0.1:1";
        options.access.cluster.authority.path = "/no/such/ca.crt";
        RemoteSession lab(options);
        QVERIFY(lab.wait([&] { return lab.isAt(Stage::Refused); }));
        QVERIFY(lab.connection->trouble.en.contains("/no/such/ca.crt"));
        QVERIFY(lab.connection->trouble.en.contains("/k/config:3"));
        lab.send(RunLine{"kubectl get pods"}); // nobody is there
        lab.send(AllowWrites{});
    }
};

MINATO_TEST(TestRemoteSession)
#include "tst_remote_session.moc"
