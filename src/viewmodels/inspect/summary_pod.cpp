// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/state_builder.h"
#include "viewmodels/inspect/sheet.h"
#include "viewmodels/inspect/summary.h"

namespace minato::viewmodels {
namespace {

using kube::Object;
using kube::Value;
using session::PodPhase;

/// What a probe does: "GET :8080/ready, every 10 s".
QString probeText(const Value &probe)
{
    QString what;
    if (const Value &http = probe["httpGet"]; http.isMap()) {
        const Value &port = http["port"];
        what = QStringLiteral("GET :%1%2")
                   .arg(port.isInt() ? QString::number(port.asInt()) : qText(port),
                        qText(http["path"].asString("/")));
    } else if (const Value &tcp = probe["tcpSocket"]; tcp.isMap()) {
        what = QStringLiteral("TCP :%1").arg(tcp["port"].asInt());
    } else if (const Value &exec = probe["exec"]; exec.isMap()) {
        QStringList words;
        for (const Value &word : exec["command"].items())
            words += qText(word);
        what = words.join(u' ');
    }
    if (what.isEmpty())
        return {};
    //: A probe of a container. %1: what it does, "GET :8080/ready". %2: a number of seconds.
    //% "%1, every %2 s"
    return qtTrId("inspect.pod.probe.every").arg(what).arg(probe["periodSeconds"].asInt(10));
}

void addProbe(Sheet &sheet, const QString &label, const Value &probe, bool isPassing, bool isKnown)
{
    if (!probe.isMap())
        return;
    //: State of a probe, after what it does.
    //% "passing"
    const QString good = qtTrId("inspect.pod.probe.passing");
    //: State of a probe, after what it does.
    //% "not passing"
    const QString bad = qtTrId("inspect.pod.probe.failing");
    sheet.row(label, probeText(probe), isKnown ? (isPassing ? good : bad) : QString(),
              !isKnown    ? Tone::Plain
              : isPassing ? Tone::Good
                          : Tone::Waiting);
}

const Value &statusOf(const Object &pod, std::string_view container)
{
    static const Value kNone{};
    for (const Value &status : pod.status()["containerStatuses"].items())
        if (status["name"].asString() == container)
            return status;
    return kNone;
}

/// "cpu 100m, memory 64Mi"
QString amountsText(const Value &amounts)
{
    return pairsOf(amounts, QLatin1StringView(" ")).join(QStringLiteral(", "));
}

QString containerState(const Value &status)
{
    const Value &state = status["state"];
    if (state["running"].isMap())
        //% "Running"
        return qtTrId("inspect.container.running");
    for (const char *phase : {"waiting", "terminated"})
        if (state[phase].isMap())
            return qText(state[phase]["reason"]);
    return {};
}

void addContainer(Sheet &sheet, const Object &pod, const Value &container)
{
    const Value &status = statusOf(pod, container["name"].asString());
    //: Heading in the inspector. %1: the name of a container.
    //% "Container %1"
    sheet.heading(qtTrId("inspect.container").arg(qText(container["name"])));
    //: A container's image, "registry/web:v1".
    //% "Image"
    sheet.row(qtTrId("inspect.image"), qText(container["image"]));
    const bool isRunning = status.at("state", "running").isMap();
    //: State of a container.
    //% "State"
    sheet.row(qtTrId("inspect.container.state"), containerState(status),
              qText(status.at("state", "waiting", "message")), isRunning ? Tone::Good : Tone::Waiting);
    const Value &resources = container["resources"];
    //: What a container reserves.
    //% "Requests"
    sheet.row(qtTrId("inspect.container.requests"), amountsText(resources["requests"]),
              //% "reserved on the node: the scheduler counts it"
              qtTrId("inspect.container.requests.note"));
    //: The most a container may use.
    //% "Limits"
    sheet.row(qtTrId("inspect.container.limits"), amountsText(resources["limits"]),
              //% "the most it may use"
              qtTrId("inspect.container.limits.note"));
    //: What decides whether a Pod gets requests.
    //% "Readiness probe"
    addProbe(sheet, qtTrId("inspect.probe.readiness"), container["readinessProbe"], status["ready"].asBool(),
             isRunning);
    //: What decides whether a container is started again.
    //% "Liveness probe"
    addProbe(sheet, qtTrId("inspect.probe.liveness"), container["livenessProbe"], true, false);
    //: What decides whether a container has come up.
    //% "Startup probe"
    addProbe(sheet, qtTrId("inspect.probe.startup"), container["startupProbe"], status["started"].asBool(),
             isRunning);
}

QString qosNote(std::string_view qos)
{
    if (qos == "Guaranteed")
        //: About the QoS class Guaranteed.
        //% "requests equal limits: the last to be evicted"
        return qtTrId("inspect.qos.guaranteed");
    if (qos == "Burstable")
        //: About the QoS class Burstable.
        //% "some requests or limits: evicted before Guaranteed"
        return qtTrId("inspect.qos.burstable");
    if (qos == "BestEffort")
        //: About the QoS class BestEffort.
        //% "no requests and no limits: the first to be evicted"
        return qtTrId("inspect.qos.besteffort");
    return {};
}

} // namespace

PodCondition podCondition(const Object &pod)
{
    const session::PodState state = session::podState(pod);
    switch (state.phase) {
    case PodPhase::Pending:
        //: State of a Pod in the inspector.
        //% "Waiting for a node"
        return {qtTrId("inspect.pod.pending"), Tone::Waiting};
    case PodPhase::Starting:
        //: State of a Pod in the inspector.
        //% "Starting"
        return {qtTrId("inspect.pod.starting"), Tone::Waiting};
    case PodPhase::Running:
        //: State of a Pod in the inspector.
        //% "Running, ready"
        return {qtTrId("inspect.pod.ready"), Tone::Good};
    case PodPhase::Terminating:
        //: State of a Pod in the inspector.
        //% "Ending"
        return {qtTrId("inspect.pod.ending"), Tone::Soft};
    case PodPhase::Succeeded:
        //: State of a Pod in the inspector.
        //% "Has done its work"
        return {qtTrId("inspect.pod.succeeded"), Tone::Good};
    case PodPhase::Failed:
        //: State of a Pod in the inspector. %1: kubectl's word, "ErrImagePull".
        //% "Cannot run: %1"
        return {qtTrId("inspect.pod.failed").arg(qText(state.reason.empty() ? "Failed" : state.reason)),
                Tone::Bad};
    case PodPhase::Unknown:
        break;
    }
    //: State of a Pod in the inspector.
    //% "Unknown: its node does not answer"
    return {qtTrId("inspect.pod.unknown"), Tone::Bad};
}

void summarizePod(Sheet &sheet, const Object &pod, const std::optional<session::Usage> &usage)
{
    const PodCondition condition = podCondition(pod);
    const session::PodState state = session::podState(pod);
    //: In the inspector: how an object is.
    //% "State"
    sheet.row(qtTrId("inspect.state"), condition.text, qText(state.message), condition.tone);
    //: In the inspector of a Pod: the value of status.phase, as kubectl prints it.
    //% "Phase"
    sheet.row(qtTrId("inspect.pod.phase"), qText(pod.status()["phase"]));
    //: In the inspector of a Pod.
    //% "Node"
    sheet.link(qtTrId("inspect.pod.node"), "Node", {}, state.node);
    //: In the inspector of a Pod.
    //% "IP address"
    sheet.row(qtTrId("inspect.pod.ip"), qText(state.ip));
    const Value &owner = pod.controllerRef();
    //: In the inspector: the object that made this one.
    //% "Owner"
    sheet.link(qtTrId("inspect.owner"), owner["kind"].asString(), pod.ns(), owner["name"].asString(),
               qText(owner["kind"]));
    //: In the inspector of a Pod: how often its containers were started again.
    //% "Restarts"
    sheet.row(qtTrId("inspect.pod.restarts"), QString::number(state.restarts), {},
              state.restarts > 0 ? Tone::Waiting : Tone::Plain);
    //: In the inspector of a Pod: its quality-of-service class.
    //% "QoS class"
    sheet.row(qtTrId("inspect.pod.qos"), qText(pod.status()["qosClass"]),
              qosNote(pod.status()["qosClass"].asString()));
    addUsage(sheet, usage);
    for (const Value &container : pod.spec()["containers"].items())
        addContainer(sheet, pod, container);
    if (!pod.labels().isEmpty())
        //: Heading in the inspector: labels and age.
        //% "About the object"
        sheet.heading(qtTrId("inspect.about"));
}

} // namespace minato::viewmodels
