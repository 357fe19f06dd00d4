// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the columns of kubectl's tables say.
#include "viewmodels/terminal/terminal_links.h"

#include <QCoreApplication>

namespace minato::viewmodels {
namespace {

struct Column {
    const char *name;
    const char *kind; ///< of the table; empty: any
    const char *text; ///< its id
};

constexpr Column kColumns[]{
    //: Explains a column of kubectl get pods.
    //% "Containers of the Pod that are ready, out of all it has. A Pod gets requests only when all are."
    {"READY", "Pod", QT_TRID_NOOP("column.ready-pod")},
    //: Explains a column of kubectl get deployments.
    //% "Pods that are ready, out of those that are wanted."
    {"READY", "Deployment", QT_TRID_NOOP("column.ready-deployment")},
    //: Explains a column of kubectl get replicasets.
    //% "How many of its Pods are ready to answer."
    {"READY", "", QT_TRID_NOOP("column.ready")},
    //: Explains a column of kubectl get pods.
    //% "Where the Pod is in its life, in one word: Pending, ContainerCreating, Running, Terminating … or why it cannot run."
    {"STATUS", "Pod", QT_TRID_NOOP("column.status-pod")},
    //: Explains a column of kubectl get nodes.
    //% "Ready: the machine's kubelet reports, and Pods may run there. SchedulingDisabled: no new Pods for now."
    {"STATUS", "Node", QT_TRID_NOOP("column.status-node")},
    //: Explains a column of kubectl's tables.
    //% "The state of the object, in one word."
    {"STATUS", "", QT_TRID_NOOP("column.status")},
    //: Explains a column of kubectl get pods.
    //% "How often containers of the Pod have been started again after they ended; in brackets, when last."
    {"RESTARTS", "", QT_TRID_NOOP("column.restarts")},
    //: Explains a column of kubectl's tables.
    //% "How long ago the object was created."
    {"AGE", "", QT_TRID_NOOP("column.age")},
    //: Explains a column of kubectl's tables.
    //% "The object's name: unique among its kind in its namespace."
    {"NAME", "", QT_TRID_NOOP("column.name")},
    //: Explains a column of kubectl's tables.
    //% "The namespace that the object is in."
    {"NAMESPACE", "", QT_TRID_NOOP("column.namespace")},
    //: Explains a column of kubectl get deployments.
    //% "Pods that are already made from the newest template. During a rollout this number grows."
    {"UP-TO-DATE", "", QT_TRID_NOOP("column.up-to-date")},
    //: Explains a column of kubectl get deployments.
    //% "Pods that have been ready for minReadySeconds: those that count as available to users."
    {"AVAILABLE", "", QT_TRID_NOOP("column.available")},
    //: Explains a column of kubectl get replicasets.
    //% "How many Pods are wanted."
    {"DESIRED", "", QT_TRID_NOOP("column.desired")},
    //: Explains a column of kubectl get replicasets.
    //% "How many Pods exist now, ready or not."
    {"CURRENT", "", QT_TRID_NOOP("column.current")},
    //: Explains a column of kubectl get services.
    //% "Who can reach the Service: ClusterIP from inside the cluster, NodePort through every node, LoadBalancer through an address outside."
    {"TYPE", "Service", QT_TRID_NOOP("column.type-service")},
    //: Explains a column of kubectl's tables, as of Secrets and Events.
    //% "Of which sort the object is."
    {"TYPE", "", QT_TRID_NOOP("column.type")},
    //: Explains a column of kubectl get services.
    //% "The Service's fixed address inside the cluster. It stays while Pods come and go."
    {"CLUSTER-IP", "", QT_TRID_NOOP("column.cluster-ip")},
    //: Explains a column of kubectl get services.
    //% "An address outside the cluster that leads to the Service. <none>: there is no such address; <pending>: it is being prepared."
    {"EXTERNAL-IP", "Service", QT_TRID_NOOP("column.external-ip-service")},
    //: Explains a column of kubectl get nodes -o wide.
    //% "The machine's address outside the cluster."
    {"EXTERNAL-IP", "", QT_TRID_NOOP("column.external-ip")},
    //: Explains a column of kubectl get nodes -o wide.
    //% "The machine's address inside the cluster."
    {"INTERNAL-IP", "", QT_TRID_NOOP("column.internal-ip")},
    //: Explains a column of kubectl get services. "8080:30143/TCP" is an example.
    //% "Where the Service listens. In 8080:30143/TCP, 8080 is the port inside the cluster and 30143 the port that every node opens."
    {"PORT(S)", "", QT_TRID_NOOP("column.ports")},
    //: Explains a column of kubectl get endpoints.
    //% "Address and port of each ready Pod behind the Service."
    {"ENDPOINTS", "", QT_TRID_NOOP("column.endpoints")},
    //: Explains a column of kubectl get pods -o wide.
    //% "The machine that the Pod runs on."
    {"NODE", "", QT_TRID_NOOP("column.node")},
    //: Explains a column of kubectl get pods -o wide.
    //% "The Pod's own address. A new Pod gets another one: that is what Services are for."
    {"IP", "", QT_TRID_NOOP("column.ip")},
    //: Explains a column of kubectl get pods -o wide.
    //% "Set when the scheduler means to make room on that node by evicting lesser Pods."
    {"NOMINATED NODE", "", QT_TRID_NOOP("column.nominated-node")},
    //: Explains a column of kubectl get pods -o wide.
    //% "Further conditions that must hold before the Pod counts as ready."
    {"READINESS GATES", "", QT_TRID_NOOP("column.readiness-gates")},
    //: Explains a column of kubectl get nodes.
    //% "What the machine is for: control-plane runs the cluster's own parts; <none> is an ordinary worker."
    {"ROLES", "", QT_TRID_NOOP("column.roles")},
    //: Explains a column of kubectl get nodes.
    //% "The version of the machine's kubelet."
    {"VERSION", "", QT_TRID_NOOP("column.version")},
    //: Explains a column of kubectl's tables with -o wide.
    //% "The names of the containers in each Pod."
    {"CONTAINERS", "", QT_TRID_NOOP("column.containers")},
    //: Explains a column of kubectl's tables with -o wide.
    //% "The images that the containers are started from."
    {"IMAGES", "", QT_TRID_NOOP("column.images")},
    //: Explains a column of kubectl's tables with -o wide.
    //% "Labels that a Pod must have to belong here."
    {"SELECTOR", "", QT_TRID_NOOP("column.selector")},
    //: Explains a column of kubectl's tables with --show-labels.
    //% "Key=value pairs by which selectors find the object."
    {"LABELS", "", QT_TRID_NOOP("column.labels")},
    //: Explains a column of kubectl get hpa.
    //% "What is measured now, and what it is held to."
    {"TARGETS", "", QT_TRID_NOOP("column.targets")},
    //: Explains a column of kubectl get hpa.
    //% "What is scaled up and down."
    {"REFERENCE", "", QT_TRID_NOOP("column.reference")},
    //: Explains a column of kubectl get hpa.
    //% "Never fewer Pods than this."
    {"MINPODS", "", QT_TRID_NOOP("column.minpods")},
    //: Explains a column of kubectl get hpa.
    //% "Never more Pods than this."
    {"MAXPODS", "", QT_TRID_NOOP("column.maxpods")},
    //: Explains a column of kubectl get hpa.
    //% "How many Pods there are now."
    {"REPLICAS", "", QT_TRID_NOOP("column.replicas")},
    //: Explains a column of kubectl get events.
    //% "How long ago it was noticed last."
    {"LAST SEEN", "", QT_TRID_NOOP("column.last-seen")},
    //: Explains a column of kubectl get events.
    //% "Why, in one word."
    {"REASON", "", QT_TRID_NOOP("column.reason")},
    //: Explains a column of kubectl get events.
    //% "What it happened to."
    {"OBJECT", "", QT_TRID_NOOP("column.object")},
    //: Explains a column of kubectl get events.
    //% "What happened, in a sentence."
    {"MESSAGE", "", QT_TRID_NOOP("column.message")},
    //: Explains a column of kubectl top pods and kubectl top nodes. 1000m: a thousandth, a thousand times.
    //% "Processor time that is used now. 1000m is one whole core."
    {"CPU(cores)", "", QT_TRID_NOOP("column.cpu")},
    //: Explains a column of kubectl top pods and kubectl top nodes.
    //% "Memory that is used now."
    {"MEMORY(bytes)", "", QT_TRID_NOOP("column.memory")},
};

} // namespace

QString columnText(const QString &column, const QString &header)
{
    const QString kind = kindOfTable(header);
    for (const Column &each : kColumns)
        if (column == QLatin1StringView(each.name) &&
            (*each.kind == '\0' || kind == QLatin1StringView(each.kind)))
            return qtTrId(each.text);
    return {};
}

} // namespace minato::viewmodels
