// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/session.h"
#include "support/test_registry.h"

#include <algorithm>

using namespace minato;
using namespace minato::session;
using namespace std::chrono_literals;

namespace {

/// A session that keeps what it was told.
struct Listener {
    explicit Listener(Session::Mode mode = Session::Mode::Inline)
        : session({.topology = cluster::Topology::chapter()}, mode)
    {
        QObject::connect(&session, &Session::batchReady, &session, [this](const Batch &batch) {
            Batch copy = batch;
            all.merge(std::move(copy));
        });
        session.open();
    }
    const DryRunAnswer &dryRun(std::uint64_t id) { return std::get<DryRunAnswer>(all.answers.at(id)); }

    Session session;
    Batch all;
};

const ObjectName kDeployment{"Deployment", "default", "kubernetes-bootcamp"};

} // namespace

class TestAsks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void kinds_areThoseThatManifestsMayHave()
    {
        Listener listener;
        listener.session.send(Ask{1, GetKinds{}});
        listener.session.runFor(10ms);
        const auto &answer = std::get<KindsAnswer>(listener.all.answers.at(1));
        QCOMPARE(answer.refusal, std::string());
        const auto has = [&](const char *version, const char *kind) {
            return std::ranges::contains(answer.kinds, OfferedKind{version, kind});
        };
        QVERIFY(has("apps/v1", "Deployment") && has("v1", "Service") &&
                has("policy/v1", "PodDisruptionBudget"));
        QVERIFY(!has("authorization.k8s.io/v1", "SelfSubjectAccessReview")); // asked, never kept
        QVERIFY(!has("metrics.k8s.io/v1beta1", "PodMetrics"));               // read, never written
        QVERIFY(std::ranges::is_sorted(answer.kinds, {}, &OfferedKind::kind));
    }

    void schemas_areTheServersOpenApiDocument()
    {
        Listener listener;
        listener.session.send(Ask{1, GetSchemas{"apps/v1"}});
        listener.session.send(Ask{2, GetSchemas{"v1"}});
        listener.session.send(Ask{3, GetSchemas{"example.org/v1"}});
        listener.session.runFor(10ms);
        const auto schemas = [&](std::uint64_t id) {
            return std::get<SchemasAnswer>(listener.all.answers.at(id));
        };
        QCOMPARE(schemas(1).apiVersion, std::string("apps/v1"));
        QVERIFY(schemas(1).schemas["io.k8s.api.apps.v1.DeploymentSpec"]["properties"].contains("replicas"));
        QVERIFY(schemas(2).schemas["io.k8s.api.core.v1.Service"]["properties"].contains("spec"));
        QVERIFY(schemas(3).schemas.isNull() && !schemas(3).refusal.empty());
    }

    void cancelledQuestion_isNotAnswered()
    {
        Listener listener;
        listener.session.send(Ask{1, GetKinds{}});
        listener.session.send(CancelAsk{1});
        listener.session.runFor(1s);
        QVERIFY(!listener.all.answers.contains(1));
    }

    void dryRun_changesNothing_andTellsWhatWould()
    {
        Listener listener;
        listener.session.send(Ask{1, DryRun{"apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: "
                                            "kubernetes-bootcamp\nspec:\n  replicas: 7\n"}});
        listener.session.runFor(5s);
        const DryRunAnswer &answer = listener.dryRun(1);
        QCOMPARE(int(answer.outcome), int(DryRunAnswer::Outcome::Changes));
        QVERIFY(answer.live.contains("  replicas: 1\n") && answer.result.contains("  replicas: 7\n"));
        QVERIFY(!answer.live.contains("status:") && !answer.live.contains("resourceVersion"));
        QCOMPARE(listener.all.pods.size(), 1u);
    }

    void refusals_areTheServersOwn_withTheLines()
    {
        Listener listener;
        listener.session.send(Ask{
            1,
            DryRun{
                "# two documents\n---\napiVersion: v1\nkind: Service\nmetadata:\n  name: a\nspec:\n  "
                "ports:\n  - port: 80\n---\n"
                "apiVersion: v1\nkind: Service\nmetadata:\n  name: b\nspec:\n  ports:\n  - port: 90000\n"}});
        listener.session.runFor(1s);
        const DryRunAnswer &answer = listener.dryRun(1);
        QCOMPARE(int(answer.outcome), int(DryRunAnswer::Outcome::Refused));
        QCOMPARE(answer.findings.size(), 2u); // targetPort is port where it isn't written
        QCOMPARE(answer.findings[0].line, 17);
        QCOMPARE(QString::fromStdString(answer.findings[0].field), QStringLiteral("spec.ports[0].port"));
        QVERIFY(answer.findings[0].message.contains("must be between 1 and 65535"));
        QCOMPARE(answer.findings[1].line, 17);
        QCOMPARE(QString::fromStdString(answer.findings[1].field),
                 QStringLiteral("spec.ports[0].targetPort"));
        QVERIFY(answer.findings[1].message.contains("must be between 1 and 65535"));
    }

    void wrongType_namesTheField_thoughThePatchDoesNot()
    {
        Listener listener;
        listener.session.send(Ask{1, DryRun{"apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: "
                                            "kubernetes-bootcamp\nspec:\n  replicas: six\n"}});
        listener.session.runFor(5s);
        const DryRunAnswer &answer = listener.dryRun(1);
        QCOMPARE(int(answer.outcome), int(DryRunAnswer::Outcome::Refused));
        QCOMPARE(answer.findings.size(), 1u);
        QCOMPARE(QString::fromStdString(answer.findings[0].field), QStringLiteral("spec.replicas"));
        QCOMPARE(answer.findings[0].line, 6);
        QVERIFY2(answer.findings[0].message.contains("cannot unmarshal string"),
                 answer.findings[0].message.c_str());
    }

    void inspectedObject_isFollowed_andItsEnd()
    {
        Listener listener;
        listener.session.send(Inspect{kDeployment});
        listener.session.runFor(1s);
        QVERIFY(listener.all.inspected.has_value());
        QCOMPARE(int(listener.all.inspected->presence), int(Inspected::Presence::There));
        QVERIFY(!listener.all.inspected->events.empty());
        listener.all = {};
        listener.session.runFor(10min);
        QVERIFY(!listener.all.inspected); // nothing changed, nothing was asked
        listener.session.send(RunLine{"kubectl delete deployment kubernetes-bootcamp"});
        listener.session.runFor(1min);
        QCOMPARE(int(listener.all.inspected->presence), int(Inspected::Presence::Gone));
    }

    /// A question costs no time worth waiting for, even while the cluster's time stands still.
    void questions_areAnswered_inAPause_onTheOtherThread()
    {
        Listener listener(Session::Mode::Threaded);
        QVERIFY(QTest::qWaitFor([&] { return !listener.all.pods.empty(); }, 20000));
        listener.session.send(SetPaused{true});
        listener.session.send(Ask{1, DryRun{"apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: "
                                            "kubernetes-bootcamp\nspec:\n  replicas: 7\n"}});
        listener.session.send(Inspect{kDeployment});
        QVERIFY(QTest::qWaitFor([&] { return listener.all.answers.contains(1) && listener.all.inspected; },
                                10000));
    }
};
MINATO_TEST(TestAsks)

#include "tst_asks.moc"
