// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/story_changes.h"

#include "session/conditions.h"
#include "session/kinds.h"
#include "session/state_builder.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace minato::session {
namespace {

using kube::Object;
using kube::ObjectPtr;
using kube::Value;
using Kind = StoryFact::Kind;

std::string text(const Value &value)
{
    return std::string(value.asString());
}

ObjectName nameOf(const Object &object)
{
    return {std::string(object.kind()), std::string(object.ns()), std::string(object.name())};
}

StoryFact factOf(Kind kind, const Object &object)
{
    return {.kind = kind, .object = nameOf(object), .owner = text(object.controllerRef()["name"])};
}

/// The caches have forgotten what is gone: its owner leads to the root.
StoryFact goneFact(const Object &object)
{
    StoryFact fact = factOf(Kind::Gone, object);
    if (const Value &owner = object.controllerRef(); !owner.isNull())
        fact.root = {text(owner["kind"]), fact.object.ns, text(owner["name"])};
    return fact;
}

int replicasOf(const Object &workload)
{
    return static_cast<int>(workload.spec()["replicas"].asInt(1));
}

/// Nothing: the number is the same.
std::optional<StoryFact> wantedFact(const Object &before, const Object &now)
{
    if (replicasOf(before) == replicasOf(now))
        return std::nullopt;
    StoryFact fact = factOf(Kind::Wanted, now);
    fact.from = replicasOf(before);
    fact.to = replicasOf(now);
    return fact;
}

std::string imagesOf(const Object &workload)
{
    std::string images;
    for (const Value &container : workload.spec().at("template", "spec", "containers").items())
        images += (images.empty() ? "" : ", ") + text(container["image"]);
    return images;
}

/// Has what it wants, of its newest template alone.
bool isComplete(const Object &deployment)
{
    const Value &status = deployment.status();
    const auto wanted = deployment.spec()["replicas"].asInt(1);
    return status["observedGeneration"].asInt() >= deployment.generation() &&
           status["replicas"].asInt() == wanted && status["updatedReplicas"].asInt() == wanted &&
           status["availableReplicas"].asInt() == wanted;
}

bool isReady(const Object &pod)
{
    return conditionOf(pod, "Ready")["status"].asString() == "True";
}

bool isUnschedulable(const Object &pod)
{
    return conditionOf(pod, "PodScheduled")["reason"].asString() == "Unschedulable";
}

/// The first text that a container's status has below "state"; empty: none has one.
std::string_view stateText(const Object &pod, std::string_view state, std::string_view field)
{
    for (const Value &status : pod.status()["containerStatuses"].items())
        if (const auto found = status.at("state", state, field).asString(); !found.empty())
            return found;
    return {};
}

/// A Pod that was there before and still is.
class PodChange {
public:
    PodChange(const Object &before, const Object &now) : m_before(before), m_now(now) {}

    std::vector<StoryFact> facts()
    {
        tellPlace();
        tellContainers();
        if (!m_before.isTerminating() && m_now.isTerminating())
            add(Kind::Ending);
        if (isReady(m_before) != isReady(m_now) && !m_now.isTerminating())
            add(isReady(m_now) ? Kind::Ready : Kind::Unready);
        return std::move(m_facts);
    }

private:
    void tellPlace()
    {
        if (m_before.spec()["nodeName"].isEmpty() && !m_now.spec()["nodeName"].isEmpty())
            add(Kind::Bound);
        const Value &why = conditionOf(m_now, "PodScheduled")["message"];
        if (isUnschedulable(m_now) && !(conditionOf(m_before, "PodScheduled")["message"] == why))
            add(Kind::Unschedulable, "Unschedulable", why.asString());
    }
    void tellContainers()
    {
        const auto started = stateText(m_now, "running", "startedAt");
        if (!started.empty() && started != stateText(m_before, "running", "startedAt"))
            add(Kind::Started);
        const PodState was = podState(m_before), is = podState(m_now);
        if (is.phase == PodPhase::Failed && is.reason != was.reason)
            add(Kind::Trouble, is.reason, stateText(m_now, "waiting", "message"));
    }
    void add(Kind kind, std::string_view reason = {}, std::string_view words = {})
    {
        StoryFact fact = factOf(kind, m_now);
        fact.node = text(m_now.spec()["nodeName"]);
        fact.reason = reason;
        fact.text = words;
        m_facts.push_back(std::move(fact));
    }

    const Object &m_before, &m_now;
    std::vector<StoryFact> m_facts;
};

/// Names of the Pods behind ready endpoints.
std::set<std::string> readyPods(const ObjectPtr &slice)
{
    std::set<std::string> names;
    if (!slice)
        return names;
    for (const Value &endpoint : (*slice)["endpoints"].items())
        if (endpoint.at("conditions", "ready").asBool(true) &&
            endpoint.at("targetRef", "kind").asString() == "Pod")
            names.emplace(endpoint.at("targetRef", "name").asString());
    return names;
}

} // namespace

std::vector<StoryFact> deploymentFacts(Before before, Now now)
{
    if (!now)
        return {goneFact(*before)};
    if (!before) {
        StoryFact made = factOf(Kind::Made, *now);
        made.to = replicasOf(*now);
        return {made};
    }
    std::vector<StoryFact> facts;
    if (auto wanted = wantedFact(*before, *now))
        facts.push_back(*std::move(wanted));
    if (!(before->spec()["template"] == now->spec()["template"])) {
        facts.push_back(factOf(Kind::Template, *now));
        facts.back().text = imagesOf(*now);
    }
    if (isComplete(*now) && !isComplete(*before)) {
        facts.push_back(factOf(Kind::Complete, *now));
        facts.back().to = replicasOf(*now);
    }
    return facts;
}

std::vector<StoryFact> replicaSetFacts(Before before, Now now)
{
    if (!now)
        return {goneFact(*before)};
    if (!before) {
        StoryFact made = factOf(Kind::Made, *now);
        made.to = replicasOf(*now);
        made.text = imagesOf(*now);
        return {made};
    }
    if (auto wanted = wantedFact(*before, *now))
        return {*std::move(wanted)};
    return {};
}

std::vector<StoryFact> podFacts(Before before, Now now)
{
    if (before && now)
        return PodChange(*before, *now).facts();
    const Object &pod = now ? *now : *before;
    StoryFact fact = now ? factOf(Kind::Made, pod) : goneFact(pod);
    fact.node = text(pod.spec()["nodeName"]);
    return {fact};
}

std::optional<StoryFact> eventFact(Before before, Now now)
{
    if (!now)
        return std::nullopt;
    const EventLine line = eventLine(*now);
    if (before && eventLine(*before).count == line.count)
        return std::nullopt;
    const Value &about = (*now)["involvedObject"];
    const Value &source = now->at("source", "component");
    return StoryFact{.kind = Kind::Event,
                     .object = {text(about["kind"]), text(about["namespace"]), text(about["name"])},
                     .text = line.message,
                     .reason = line.reason,
                     .source = text(source.isEmpty() ? (*now)["reportingComponent"] : source),
                     .count = line.count,
                     .isWarning = line.isWarning};
}

EndpointChange endpointChange(Before before, Now now)
{
    const std::set<std::string> was = readyPods(before), is = readyPods(now);
    EndpointChange change;
    std::ranges::set_difference(is, was, std::back_inserter(change.joined));
    std::ranges::set_difference(was, is, std::back_inserter(change.left));
    return change;
}

} // namespace minato::session
