// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/kinds/pod_qos.h"
#include "support/test_registry.h"

using namespace minato;
using kube::Value;

namespace {

/// "100m,100Mi" as a list of resources; "" has none, a third part is of huge pages.
Value amounts(const QByteArray &text)
{
    const char *const names[] = {"cpu", "memory", "hugepages-2Mi"};
    Value list = Value::emptyMap();
    const auto parts = text.split(',');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (!parts[i].isEmpty())
            list.set(names[i], parts[i].toStdString());
    }
    return list;
}

/// "requests|limits"
Value resources(const QByteArray &text)
{
    const auto parts = text.split('|');
    return Value::map({{"requests", amounts(parts[0])}, {"limits", amounts(parts[1])}});
}

Value containers(const QByteArrayList &texts)
{
    Value list = Value::emptyArray();
    for (const QByteArray &each : texts)
        list.push(Value::map({{"name", "c"}, {"resources", resources(each)}}));
    return list;
}

} // namespace

/// Mirrors pkg/apis/core/v1/helper/qos/qos_test.go TestComputePodQOS, whose names the rows bear.
class TestPodQos : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void classes_data()
    {
        QTest::addColumn<QByteArrayList>("containers");
        QTest::addColumn<QByteArrayList>("inits");
        QTest::addColumn<QByteArray>("ofPod");
        QTest::addColumn<QByteArray>("want");
        const auto row = [](const char *name, const char *want, const QByteArrayList &each,
                            const QByteArrayList &inits = {}, const char *ofPod = "|") {
            QTest::newRow(name) << each << inits << QByteArray(ofPod) << QByteArray(want);
        };
        const QByteArray whole("100m,100Mi|100m,100Mi"), none("|");
        row("guaranteed", "Guaranteed", {whole});
        row("guaranteed-guaranteed", "Guaranteed", {whole, whole});
        row("best-effort-best-effort", "BestEffort", {none, none});
        row("best-effort", "BestEffort", {none});
        row("best-effort-burstable", "Burstable", {none, "1|2"});
        row("best-effort-guaranteed", "Burstable", {none, "10m,100Mi|10m,100Mi"});
        row("burstable-cpu-guaranteed-memory", "Burstable", {",100Mi|,100Mi"});
        row("burstable-no-limits", "Burstable", {"100m,100Mi|"});
        row("burstable-guaranteed", "Burstable", {"1,100Mi|2,100Mi", whole});
        row("burstable-unbounded-but-requests-match-limits", "Burstable",
            {"100m,100Mi|200m,200Mi", "100m,100Mi|"});
        row("burstable-1", "Burstable", {"10m,100Mi|100m,200Mi"});
        row("burstable-2", "Burstable", {"0,0|100m,200Mi"});
        row("best-effort-hugepages", "BestEffort", {"0,0,1Gi|0,0,1Gi"});
        row("init-container", "Burstable", {none}, {"10m,100Mi|100m,200Mi"});
        row("guaranteed-with-pod-level-resources", "Guaranteed", {none}, {}, "10m,100Mi|10m,100Mi");
        row("guaranteed-with-pod-and-container-level-resources", "Guaranteed", {"3m,10Mi|5m,20Mi"}, {},
            "10m,100Mi|10m,100Mi");
        row("burstable-with-pod-level-resources", "Burstable", {none}, {}, "10m,10Mi|20m,50Mi");
        row("burstable-with-pod-and-container-level-resources", "Burstable", {"5m,10Mi|5m,10Mi"}, {},
            "10m,10Mi|20m,50Mi");
        row("burstable-with-pod-and-container-level-requests", "Burstable", {"5m,10Mi|"}, {}, "10m,10Mi|");
        row("burstable-with-pod-and-container-level-resources-2", "Burstable",
            {"5m,10Mi|", "5m,10Mi|5m,10Mi"}, {}, "10m,10Mi|5m");
    }
    void classes()
    {
        QFETCH(QByteArrayList, containers);
        QFETCH(QByteArrayList, inits);
        QFETCH(QByteArray, ofPod);
        QFETCH(QByteArray, want);
        Value spec = Value::map({{"containers", ::containers(containers)}});
        if (!inits.isEmpty())
            spec.set("initContainers", ::containers(inits));
        if (ofPod != "|")
            spec.set("resources", resources(ofPod));
        QCOMPARE(apiserver::kinds::qosClass(spec), std::string_view(want.constData()));
    }
};

MINATO_TEST(TestPodQos)
#include "tst_pod_qos.moc"
