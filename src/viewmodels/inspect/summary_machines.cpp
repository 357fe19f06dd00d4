// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/quantity.h"
#include "session/state_builder.h"
#include "viewmodels/inspect/sheet.h"
#include "viewmodels/inspect/summary.h"

#include <QLocale>

#include <algorithm>

namespace minato::viewmodels {
namespace {

using kube::Object;
using kube::Value;

int related(const session::Inspected &inspected, session::Relation relation)
{
    int total = 0;
    for (const session::RelativeGroup &group : inspected.relatives)
        total += group.relation == relation ? group.total : 0;
    return total;
}

QString gibibytes(std::int64_t bytes)
{
    return QLocale().toString(static_cast<double>(bytes) / (1LL << 30), 'f', 1) + QStringLiteral(" GiB");
}

QString taintsText(const Object &node)
{
    QStringList taints;
    for (const Value &taint : node.spec()["taints"].items())
        taints += QStringLiteral("%1:%2").arg(qText(taint["key"]), qText(taint["effect"]));
    return taints.join(QStringLiteral(", "));
}

QString portText(const Value &port)
{
    const Value &target = port["targetPort"];
    QString text = QStringLiteral("%1 → %2/%3")
                       .arg(port["port"].asInt())
                       .arg(target.isInt() ? QString::number(target.asInt()) : qText(target))
                       .arg(qText(port["protocol"].asString("TCP")));
    if (port["nodePort"].asInt() > 0)
        //: A port of a Service. %1: "80 → 8080/TCP". %2: a port number.
        //% "%1, on every node %2"
        text = qtTrId("inspect.service.node-port").arg(text).arg(port["nodePort"].asInt());
    return text;
}

void addNodeState(Sheet &sheet, const session::NodeState &state)
{
    if (!state.isReady)
        sheet.row(qtTrId("inspect.state"),
                  //: State of a node.
                  //% "Not ready: it does not answer, or cannot run Pods"
                  qtTrId("inspect.node.not-ready"), {}, Tone::Bad);
    else if (!state.isSchedulable)
        sheet.row(qtTrId("inspect.state"),
                  //: State of a node.
                  //% "Ready, cordoned: no new Pods are placed here"
                  qtTrId("inspect.node.cordoned"), {}, Tone::Waiting);
    else
        sheet.row(qtTrId("inspect.state"),
                  //: State of a node.
                  //% "Ready"
                  qtTrId("inspect.node.ready"), {}, Tone::Good);
}

} // namespace

void summarizeNode(Sheet &sheet, const session::Inspected &inspected,
                   const std::optional<session::Usage> &usage)
{
    const Object &node = *inspected.object;
    const session::NodeState state = session::nodeState(node);
    //: A figure in the inspector of a node: CPU that Pods may reserve.
    //% "CPU"
    sheet.tile("cpu", qtTrId("inspect.tile.cpu"),
               QLocale().toString(static_cast<double>(state.milliCpu) / 1000));
    //: A figure in the inspector of a node: memory that Pods may reserve.
    //% "memory"
    sheet.tile("memory", qtTrId("inspect.tile.memory"), gibibytes(state.memoryBytes));
    //: A figure in the inspector of a node: its Pods, of so many that it may have.
    //% "Pods"
    sheet.tile(
        "pods", qtTrId("inspect.tile.pods"),
        QStringLiteral("%1/%2").arg(related(inspected, session::Relation::Runs)).arg(state.podCapacity));
    addNodeState(sheet, state);
    addUsage(sheet, usage);
    //: Role of a node.
    //% "control plane"
    const QString controlPlane = qtTrId("inspect.node.control-plane");
    //: Role of a node.
    //% "worker"
    const QString worker = qtTrId("inspect.node.worker");
    //: In the inspector of a node.
    //% "Role"
    sheet.row(qtTrId("inspect.node.role"), state.isControlPlane ? controlPlane : worker);
    //: In the inspector of a node: where it stands.
    //% "Zone"
    sheet.row(qtTrId("inspect.node.zone"), qText(node.labels()["topology.kubernetes.io/zone"]));
    //: In the inspector of a node: what keeps Pods away, "key:NoSchedule".
    //% "Taints"
    sheet.row(qtTrId("inspect.node.taints"), taintsText(node),
              //% "Pods need a matching toleration"
              qtTrId("inspect.node.taints.note"));
    for (const Value &address : node.status()["addresses"].items())
        if (address["type"].asString() == "InternalIP")
            sheet.row(qtTrId("inspect.pod.ip"), qText(address["address"]));
    sheet.row(QStringLiteral("kubelet"), qText(node.status().at("nodeInfo", "kubeletVersion")));
}

void summarizeService(Sheet &sheet, const session::Inspected &inspected)
{
    const Object &service = *inspected.object;
    const int pods = related(inspected, session::Relation::SentTo);
    //: A figure in the inspector of a Service: Pods that its selector finds.
    //% "Pods found"
    sheet.tile("pods", qtTrId("inspect.tile.selected"), QString::number(pods),
               pods > 0 ? Tone::Good : Tone::Waiting);
    //: In the inspector of a Service: ClusterIP, NodePort, …
    //% "Type"
    sheet.row(qtTrId("inspect.service.type"), qText(service.spec()["type"]));
    //: In the inspector of a Service: its address in the cluster.
    //% "Cluster IP"
    sheet.row(qtTrId("inspect.service.ip"), qText(service.spec()["clusterIP"]));
    for (const Value &port : service.spec()["ports"].items())
        //: In the inspector of a Service.
        //% "Port"
        sheet.row(qtTrId("inspect.service.port"), portText(port));
    sheet.labels(qtTrId("inspect.selector"), service.spec()["selector"]);
    //: About the session affinity ClientIP.
    //% "one client always reaches the same Pod"
    const QString samePod = qtTrId("inspect.service.affinity.client");
    //: About the session affinity None.
    //% "each connection goes to a Pod chosen at random"
    const QString anyPod = qtTrId("inspect.service.affinity.none");
    //: In the inspector of a Service: whether a client always gets the same Pod.
    //% "Session affinity"
    sheet.row(qtTrId("inspect.service.affinity"), qText(service.spec()["sessionAffinity"]),
              service.spec()["sessionAffinity"].asString() == "ClientIP" ? samePod : anyPod);
}

} // namespace minato::viewmodels
