// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim_lab.h"
#include "support/test_registry.h"

#include <QRegularExpression>
#include <QSignalSpy>

using namespace minato;
using namespace minato::viewmodels;
using namespace std::chrono_literals;
using tests::shown;
using tests::SimLab;

namespace {

QString valueOf(const InfoList &list, const QString &label)
{
    for (const auto &row : list.rows())
        if (row.label == label)
            return row.value;
    return {};
}

QString firstPod(SimLab &lab)
{
    lab.run("kubectl get pods -o name", 0s);
    return lab.app.terminal()->lastOutput().section(QStringLiteral("pod/"), -1).trimmed();
}

} // namespace

class TestInspector : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pod_atAGlance()
    {
        SimLab lab;
        const QString pod = firstPod(lab);
        lab.select("Pod", "default", pod);
        InspectorModel &inspector = *lab.app.inspector();
        QCOMPARE(inspector.presence(), InspectorModel::There);
        const InfoList &facts = *inspector.facts();
        QCOMPARE(valueOf(facts, QStringLiteral("State")), QStringLiteral("Running, ready"));
        QCOMPARE(valueOf(facts, QStringLiteral("Phase")), QStringLiteral("Running"));
        QVERIFY(valueOf(facts, QStringLiteral("Node")).startsWith(QStringLiteral("minato-worker")));
        QCOMPARE(valueOf(facts, QStringLiteral("Image")),
                 QStringLiteral("gcr.io/google-samples/kubernetes-bootcamp:v1"));
        QCOMPARE(valueOf(facts, QStringLiteral("Restarts")), QStringLiteral("0"));
        QVERIFY2(!valueOf(facts, QStringLiteral("QoS class")).isEmpty(), qPrintable(shown(facts)));
    }

    void podAndNode_tellWhatTheyUse_onceItIsMeasured()
    {
        SimLab lab;
        const QString pod = firstPod(lab);
        lab.session.runFor(60s);
        lab.select("Pod", "default", pod);
        const QRegularExpression used(QStringLiteral("^CPU \\d+m?, memory \\d+Mi$"));
        const InfoList &facts = *lab.app.inspector()->facts();
        QVERIFY2(valueOf(facts, QStringLiteral("In use")).contains(used), qPrintable(shown(facts)));
        lab.select("Node", "", QStringLiteral("minato-worker2"));
        QVERIFY2(valueOf(facts, QStringLiteral("In use")).contains(used), qPrintable(shown(facts)));
        lab.run("minikube node stop minato-worker2");
        QCOMPARE(valueOf(facts, QStringLiteral("In use")), QString());
    }

    void owners_standAsAChain_downToTheObject()
    {
        SimLab lab;
        lab.select("Pod", "default", firstPod(lab));
        const auto &chain = lab.app.inspector()->owners()->rows();
        QCOMPARE(chain.size(), 3u);
        QCOMPARE(chain[0].note, QStringLiteral("Deployment"));
        QCOMPARE(chain[1].note, QStringLiteral("ReplicaSet"));
        QCOMPARE(chain[2].note, QStringLiteral("Pod"));
        QVERIFY(shown(*lab.app.inspector()->relatives())
                    .contains(QStringLiteral("kubernetes-bootcamp | Service")));
    }

    void deployment_isFollowed_withoutAsking()
    {
        SimLab lab;
        lab.select("Deployment", "default", QStringLiteral("kubernetes-bootcamp"));
        InspectorModel &inspector = *lab.app.inspector();
        QCOMPARE(valueOf(*inspector.tiles(), QStringLiteral("wanted")), QStringLiteral("1"));
        lab.run("kubectl scale deployment/kubernetes-bootcamp --replicas=3");
        QCOMPARE(valueOf(*inspector.tiles(), QStringLiteral("wanted")), QStringLiteral("3"));
        QCOMPARE(valueOf(*inspector.tiles(), QStringLiteral("available")), QStringLiteral("3"));
        QVERIFY(inspector.yaml().contains(QStringLiteral("  replicas: 3\n")));
        QVERIFY2(
            shown(*inspector.relatives())
                .contains(QRegularExpression(QStringLiteral("3/3 kubernetes-bootcamp-\\w+ \\| ReplicaSet"))),
            qPrintable(shown(*inspector.relatives())));
    }

    void nothingChanges_nothingIsTold()
    {
        SimLab lab;
        lab.select("Deployment", "default", QStringLiteral("kubernetes-bootcamp"));
        lab.session.runFor(5s);
        QSignalSpy changed(lab.app.inspector(), &InspectorModel::yamlChanged);
        lab.session.runFor(5min);
        QCOMPARE(changed.count(), 0);
    }

    void yaml_isWhatKubectlPrints_andFoldsItsStatus()
    {
        SimLab lab;
        lab.select("Service", "default", QStringLiteral("kubernetes-bootcamp"));
        lab.run("kubectl get service kubernetes-bootcamp -o yaml", 0s);
        QString printed;
        for (const auto &line : lab.app.terminal()->lines())
            printed += line.text + u'\n';
        const QString yaml = lab.app.inspector()->yaml();
        QVERIFY(yaml.startsWith(QStringLiteral("apiVersion: v1\nkind: Service\n")));
        QVERIFY2(printed.endsWith(yaml), qPrintable(printed));
        lab.app.inspector()->setShowsStatus(false);
        QCOMPARE(lab.app.inspector()->yaml(), yaml.first(yaml.indexOf(QStringLiteral("status:\n"))));
    }

    void goneObject_saysSo_andSinceWhen()
    {
        SimLab lab;
        const QString pod = firstPod(lab);
        lab.select("Pod", "default", pod);
        lab.run("kubectl delete pod --all", 60s);
        QCOMPARE(lab.app.inspector()->presence(), InspectorModel::Gone);
        QVERIFY2(lab.app.inspector()->notice().contains(
                     QRegularExpression(QStringLiteral("^Gone since \\d\\d:\\d\\d"))),
                 qPrintable(lab.app.inspector()->notice()));
        QVERIFY(lab.app.inspector()->yaml().contains(pod));
        lab.select("Pod", "default", QStringLiteral("nobody"));
        QCOMPARE(lab.app.inspector()->notice(), QStringLiteral("There is no such Pod in the cluster."));
    }

    void visitedObjects_areGoneBackTo()
    {
        SimLab lab;
        lab.select("Node", "", QStringLiteral("minato-worker"));
        lab.select("Deployment", "default", QStringLiteral("kubernetes-bootcamp"));
        InspectorModel &inspector = *lab.app.inspector();
        QVERIFY(inspector.canGoBack() && !inspector.canGoForward());
        inspector.back();
        lab.session.runFor(200ms);
        QCOMPARE(inspector.kind(), QStringLiteral("Node"));
        QCOMPARE(inspector.presence(), InspectorModel::There);
        QVERIFY2(shown(*inspector.tiles()).contains(QStringLiteral("/110 Pods")),
                 qPrintable(shown(*inspector.tiles())));
        inspector.forward();
        QCOMPARE(lab.app.selection()->kind(), QStringLiteral("Deployment"));
    }

    void events_areInWords_andAsKubectlPrintsThem()
    {
        SimLab lab;
        lab.select("Pod", "default", firstPod(lab));
        const auto &events = lab.app.inspector()->events()->rows();
        QVERIFY(events.size() >= 3);
        const auto scheduled = std::ranges::find(events, QStringLiteral("Scheduled"), &InfoRow::value);
        QVERIFY(scheduled != events.end());
        QCOMPARE(scheduled->label, QStringLiteral("The scheduler chose a node for the Pod."));
        QVERIFY(scheduled->raw.contains(QStringLiteral("LAST SEEN")));
        QVERIFY(scheduled->raw.contains(QStringLiteral("Normal")));
    }

    void conditions_areExplained_inBothLanguages()
    {
        SimLab lab;
        lab.select("Node", "", QStringLiteral("minato-worker"));
        const InfoList &conditions = *lab.app.inspector()->conditions();
        QVERIFY2(
            shown(conditions).contains(QStringLiteral("True Ready | The kubelet answers and can run Pods.")),
            qPrintable(shown(conditions)));
        lab.app.preferences()->setLanguage(QStringLiteral("ja"));
        QVERIFY2(shown(conditions).contains(QStringLiteral("kubelet")) &&
                     !shown(conditions).contains(QStringLiteral("answers")),
                 qPrintable(shown(conditions)));
    }

    void everyKind_hasASummary_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("says");
        QTest::newRow("autoscaler") << "HorizontalPodAutoscaler" << "web" << "at most";
        QTest::newRow("budget") << "PodDisruptionBudget" << "web" << "must stay";
        QTest::newRow("configuration") << "ConfigMap" << "settings" << "Age";
        QTest::newRow("service") << "Service" << "kubernetes-bootcamp" << "Cluster IP";
    }
    void everyKind_hasASummary()
    {
        QFETCH(QString, kind);
        QFETCH(QString, name);
        QFETCH(QString, says);
        SimLab lab;
        lab.run("kubectl apply -f - <<'EOF'\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n"
                "data:\n  a: b\n"
                "---\napiVersion: autoscaling/v2\nkind: "
                "HorizontalPodAutoscaler\nmetadata:\n  name: web\nspec:\n"
                "  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: kubernetes-bootcamp}\n  "
                "maxReplicas: 5\n"
                "---\napiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata:\n  name: web\nspec:\n  "
                "minAvailable: 1\n"
                "  selector: {matchLabels: {app: kubernetes-bootcamp}}\nEOF",
                30s);
        lab.select(kind.toLatin1(), "default", name);
        const InspectorModel &inspector = *lab.app.inspector();
        QCOMPARE(inspector.presence(), InspectorModel::There);
        const QString all = shown(*lab.app.inspector()->tiles()) + shown(*lab.app.inspector()->facts());
        QVERIFY2(all.contains(says), qPrintable(all));
    }
};
MINATO_TEST(TestInspector)

#include "tst_inspector.moc"
