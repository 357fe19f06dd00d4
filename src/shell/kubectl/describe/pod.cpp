// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pods.
#include "kube/quantity.h"
#include "shell/kubectl/describe/describe.h"

#include <algorithm>
#include <map>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

/// The class that the server gave, or what it would be: for Pods of servers that do not say.
std::string qosClass(const kube::Object &pod)
{
    if (const auto given = pod.status()["qosClass"].asString(); !given.empty())
        return std::string(given);
    bool hasAny = false, isGuaranteed = true;
    for (const std::string_view field : {"containers", "initContainers"}) {
        for (const Value &container : pod.spec()[field].items()) {
            for (const std::string_view resource : {"cpu", "memory"}) {
                const auto request =
                    kube::Quantity::fromValue(container.at("resources", "requests", resource));
                const auto limit = kube::Quantity::fromValue(container.at("resources", "limits", resource));
                const bool hasRequest = request && !request->isZero(), hasLimit = limit && !limit->isZero();
                hasAny |= hasRequest || hasLimit;
                isGuaranteed &= hasLimit && (!hasRequest || *request == *limit);
            }
        }
    }
    return !hasAny ? "BestEffort" : isGuaranteed ? "Guaranteed" : "Burstable";
}

void writeIdentity(DescribeWriter &w, const kube::Object &pod)
{
    const Value &spec = pod.spec();
    w.line(0, "Name:\t{}", pod.name());
    w.line(0, "Namespace:\t{}", pod.ns());
    if (spec["priority"].isNumber())
        w.line(0, "Priority:\t{}", spec["priority"].asInt());
    for (const auto &[field, title] : {std::pair("priorityClassName", "Priority Class Name"),
                                       std::pair("runtimeClassName", "Runtime Class Name"),
                                       std::pair("serviceAccountName", "Service Account")})
        if (const auto text = spec[field].asString(); !text.empty())
            w.line(0, "{}:\t{}", title, text);
    const std::string_view node = spec["nodeName"].asString();
    if (node.empty())
        w.line(0, "Node:\t<none>");
    else
        w.line(0, "Node:\t{}/{}", node, pod.status()["hostIP"].asString());
    if (pod.status().contains("startTime"))
        w.line(0, "Start Time:\t{}", longTime(pod.status()["startTime"]));
    w.labels("Labels", pod.labels());
    w.annotations("Annotations", pod.annotations());
}

void writeStatus(DescribeWriter &w, const kube::Object &pod)
{
    const Value &status = pod.status();
    const std::string_view phase = status["phase"].asString();
    if (pod.isTerminating() && phase != "Failed" && phase != "Succeeded") {
        w.line(0, "Status:\tTerminating (lasts {})", w.since(pod.metadata()["deletionTimestamp"]));
        w.line(0, "Termination Grace Period:\t{}s", pod.metadata()["deletionGracePeriodSeconds"].asInt());
    } else {
        w.line(0, "Status:\t{}", phase);
    }
    for (const auto &[field, title] : {std::pair("reason", "Reason"), std::pair("message", "Message")})
        if (const auto text = status[field].asString(); !text.empty())
            w.line(0, "{}:\t{}", title, text);
    if (const Value &profile = pod.at("spec", "securityContext", "seccompProfile"); profile.isMap())
        w.line(0, "SeccompProfile:\t{}", profile["type"].asString());
    w.line(0, "IP:\t{}", status["podIP"].asString());
    w.line(0, "IPs:{}", status["podIPs"].size() == 0 ? "\t<none>" : "");
    for (const Value &ip : status["podIPs"].items())
        w.line(1, "IP:\t{}", ip["ip"].asString());
    if (const std::string owner = controllerName(pod); !owner.empty())
        w.line(0, "Controlled By:\t{}", owner);
    if (const auto nominated = status["nominatedNodeName"].asString(); !nominated.empty())
        w.line(0, "NominatedNodeName:\t{}", nominated);
}

void writeGatesAndConditions(DescribeWriter &w, const kube::Object &pod)
{
    const Value &conditions = pod.status()["conditions"];
    if (pod.spec()["readinessGates"].size() > 0)
        w.write(0, "Readiness Gates:\n  Type\tStatus\n");
    for (const Value &gate : pod.spec()["readinessGates"].items()) {
        const std::string_view type = gate["conditionType"].asString();
        const auto met = std::ranges::find_if(
            conditions.items(), [type](const Value &c) { return c["type"].asString() == type; });
        w.line(1, "{} \t{} ", type, met == conditions.items().end() ? "<none>" : (*met)["status"].asString());
    }
    if (conditions.size() > 0)
        w.write(0, "Conditions:\n  Type\tStatus\n");
    for (const Value &condition : conditions.items())
        w.line(1, "{} \t{} ", condition["type"].asString(), condition["status"].asString());
}

} // namespace

client::Task<Result<std::string>> describePod(Describing subject)
{
    const kube::ObjectPtr pod = subject.object;
    const Events events = co_await findEvents(subject, "", std::string(pod->uid()));
    DescribeWriter w(subject.session);
    writeIdentity(w, *pod);
    writeStatus(w, *pod);
    const Value &spec = pod->spec(), &status = pod->status();
    if (spec["initContainers"].size() > 0)
        writeContainers(w, "Init Containers", spec["initContainers"], status["initContainerStatuses"],
                        pod.get(), "");
    writeContainers(w, "Containers", spec["containers"], status["containerStatuses"], pod.get(), "");
    if (spec["ephemeralContainers"].size() > 0)
        writeContainers(w, "Ephemeral Containers", spec["ephemeralContainers"],
                        status["ephemeralContainerStatuses"], pod.get(), "");
    writeGatesAndConditions(w, *pod);
    writeVolumes(w, spec["volumes"], "");
    w.line(0, "QoS Class:\t{}", qosClass(*pod));
    w.labels("Node-Selectors", spec["nodeSelector"]);
    writeTolerations(w, "Tolerations", spec["tolerations"]);
    writeTopologySpread(w, spec["topologySpreadConstraints"], "");
    writeEvents(w, events);
    co_return w.take();
}

} // namespace minato::shell::kubectl
