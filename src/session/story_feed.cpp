// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/story_feed.h"

#include "session/kinds.h"
#include "session/state_builder.h"

#include <algorithm>
#include <format>
#include <map>

namespace minato::session {
namespace {

using kube::Object;
using kube::ObjectPtr;
using kube::Value;
using Kind = StoryFact::Kind;
namespace resources = kube::resources;

ObjectName nameOf(const Object &object)
{
    return {std::string(object.kind()), std::string(object.ns()), std::string(object.name())};
}

const Value &condition(const Object &object, std::string_view type)
{
    static const Value kNone{};
    for (const Value &entry : object.status()["conditions"].items())
        if (entry["type"].asString() == type)
            return entry;
    return kNone;
}

bool isReady(const Object &pod)
{
    return condition(pod, "Ready")["status"].asString() == "True";
}

/// When a container began to run; empty: none does.
std::string_view startedAt(const Object &pod)
{
    for (const Value &status : pod.status()["containerStatuses"].items())
        if (const auto at = status.at("state", "running", "startedAt").asString(); !at.empty())
            return at;
    return {};
}

std::string waitingText(const Object &pod)
{
    for (const Value &status : pod.status()["containerStatuses"].items())
        if (const auto text = status.at("state", "waiting", "message").asString(); !text.empty())
            return std::string(text);
    return {};
}

std::string imagesOf(const Object &workload)
{
    std::string images;
    for (const Value &container : workload.spec().at("template", "spec", "containers").items())
        images += (images.empty() ? "" : ", ") + std::string(container["image"].asString());
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

bool isChange(const api::Request &request)
{
    if (request.verb == api::Verb::Get || request.verb == api::Verb::List || !request.rawPath.empty() ||
        !request.parameter("dryRun").empty())
        return false;
    const std::string_view resource = request.resource.resource;
    return !resource.ends_with("reviews") && resource != "events" && resource != "leases";
}

std::string_view verbText(api::Verb verb)
{
    switch (verb) {
    case api::Verb::Create:
        return "create";
    case api::Verb::Update:
        return "update";
    case api::Verb::Patch:
        return "patch";
    default:
        return "delete";
    }
}

} // namespace

StoryFeed::StoryFeed(client::InformerHub &hub, const api::BackendClock &clock, Explain explain)
    : m_hub(hub), m_clock(clock), m_explain(std::move(explain))
{
    const auto follow = [&hub, this](const auto &resource,
                                     void (StoryFeed::*told)(Before, const ObjectPtr &)) {
        hub.informer(resource).addHandler([this, told](const ObjectPtr &before, const ObjectPtr &now) {
            if (m_isOpen)
                (this->*told)(before, now);
        });
    };
    follow(resources::kDeployments, &StoryFeed::onDeployment);
    follow(resources::kReplicaSets, &StoryFeed::onReplicaSet);
    follow(resources::kPods, &StoryFeed::onPod);
    follow(resources::kEndpointSlices, &StoryFeed::onSlice);
    follow(resources::kEvents, &StoryFeed::onEvent);
}

void StoryFeed::begin(Kind kind, std::string text)
{
    m_isOpen = true;
    m_told = 0;
    m_pods.clear();
    m_unanswered.clear();
    push({.kind = kind, .text = std::move(text)});
}

StoryFact *StoryFeed::push(StoryFact fact)
{
    if (++m_told > kMostFacts)
        return nullptr;
    fact.at = m_clock.now();
    m_facts.push_back(std::move(fact));
    return &m_facts.back();
}

StoryFact *StoryFeed::add(Kind kind, const Object &object)
{
    ObjectName name = nameOf(object);
    ObjectName root = rootOf(name);
    return push({.kind = kind, .object = std::move(name), .root = std::move(root)});
}

bool StoryFeed::isFollowed(const Object &pod)
{
    if (m_pods.contains(std::string(pod.uid())))
        return true;
    return m_pods.size() < kMostPods && m_pods.emplace(pod.uid()).second;
}

ObjectName StoryFeed::rootOf(const ObjectName &object)
{
    ObjectName root = object;
    for (int depth = 0; depth < 4; ++depth) {
        const auto place = placeOf(root.kind);
        if (!place || (root.kind != "Pod" && root.kind != "ReplicaSet"))
            return root;
        const ObjectPtr found = m_hub.informer(place->resource).cache().find(root.ns, root.name);
        if (!found || found->controllerRef().isNull())
            return root;
        root = {std::string(found->controllerRef()["kind"].asString()), root.ns,
                std::string(found->controllerRef()["name"].asString())};
    }
    return root;
}

void StoryFeed::wrote(Writer writer, const api::Request &request)
{
    if (!isChange(request))
        return;
    if (writer == Writer::Outside) {
        const base::Instant now = m_clock.now();
        if (now - m_lastOutside > kOutsidePause)
            begin(Kind::Outside, request.userAgent);
        m_lastOutside = now;
    } else if (m_line) {
        begin(Kind::Typed, *std::exchange(m_line, std::nullopt));
    }
    std::string name = request.name;
    if (name.empty())
        name = request.body.at("metadata", "name").asString();
    std::string kind(request.body["kind"].asString());
    if (const auto row = kindOf(request.resource.resource); !row.empty())
        kind = row;
    std::string path = request.resource.resource;
    if (!request.subresource.empty())
        path += "/" + request.subresource;
    const ObjectName object{kind, request.ns, name};
    push({.kind = Kind::Write,
          .object = object,
          .root = rootOf(object),
          .text = std::move(path),
          .reason = std::string(verbText(request.verb)),
          .to = static_cast<int>(request.body.at("spec", "replicas").asInt(-1))});
}

void StoryFeed::refused(const api::Request &request, const kube::Status &status)
{
    if (!isChange(request))
        return;
    const ObjectName object{std::string(kindOf(request.resource.resource)), request.ns, request.name};
    push({.kind = Kind::Refused,
          .object = object,
          .root = rootOf(object),
          .text = status.message,
          .reason = status.reason,
          .isWarning = true});
}

void StoryFeed::onDeployment(Before before, const ObjectPtr &now)
{
    if (!now || !before) {
        if (StoryFact *fact = add(now ? Kind::Made : Kind::Gone, now ? *now : *before); fact && now)
            fact->to = static_cast<int>(now->spec()["replicas"].asInt(1));
        return;
    }
    const auto from = before->spec()["replicas"].asInt(1), to = now->spec()["replicas"].asInt(1);
    if (from != to) {
        if (StoryFact *fact = add(Kind::Wanted, *now)) {
            fact->from = static_cast<int>(from);
            fact->to = static_cast<int>(to);
        }
    }
    if (!(before->spec()["template"] == now->spec()["template"])) {
        if (StoryFact *fact = add(Kind::Template, *now))
            fact->text = imagesOf(*now);
    }
    if (isComplete(*now) && !isComplete(*before)) {
        if (StoryFact *fact = add(Kind::Complete, *now))
            fact->to = static_cast<int>(to);
    }
}

void StoryFeed::onReplicaSet(Before before, const ObjectPtr &now)
{
    if (!now || !before) {
        if (StoryFact *fact = add(now ? Kind::Made : Kind::Gone, now ? *now : *before); fact && now) {
            fact->to = static_cast<int>(now->spec()["replicas"].asInt(1));
            fact->text = imagesOf(*now);
            fact->owner = now->controllerRef()["name"].asString();
        }
        return;
    }
    const auto from = before->spec()["replicas"].asInt(1), to = now->spec()["replicas"].asInt(1);
    if (from == to)
        return;
    if (StoryFact *fact = add(Kind::Wanted, *now)) {
        fact->from = static_cast<int>(from);
        fact->to = static_cast<int>(to);
        fact->owner = now->controllerRef()["name"].asString();
    }
}

void StoryFeed::onPod(Before before, const ObjectPtr &now)
{
    const Object &pod = now ? *now : *before;
    if (!isFollowed(pod))
        return;
    if (before && now) {
        notePodChange(*before, *now);
        return;
    }
    if (now)
        m_unanswered.emplace(now->uid());
    if (StoryFact *fact = add(now ? Kind::Made : Kind::Gone, pod)) {
        fact->owner = pod.controllerRef()["name"].asString();
        fact->node = pod.spec()["nodeName"].asString();
        if (!now) // the cache has forgotten it already
            fact->root = rootOf(
                {std::string(pod.controllerRef()["kind"].asString()), std::string(pod.ns()), fact->owner});
    }
}

void StoryFeed::notePodChange(const Object &before, const Object &now)
{
    const auto tell = [&](Kind kind, std::string_view reason = {}, std::string text = {}) {
        if (StoryFact *fact = add(kind, now)) {
            fact->owner = now.controllerRef()["name"].asString();
            fact->node = now.spec()["nodeName"].asString();
            fact->reason = reason;
            fact->text = std::move(text);
        }
    };
    if (before.spec()["nodeName"].isEmpty() && !now.spec()["nodeName"].isEmpty())
        tell(Kind::Bound);
    const Value &scheduled = condition(now, "PodScheduled");
    if (scheduled["reason"].asString() == "Unschedulable" &&
        condition(before, "PodScheduled")["message"].asString() != scheduled["message"].asString())
        tell(Kind::Unschedulable, "Unschedulable", std::string(scheduled["message"].asString()));
    if (startedAt(before) != startedAt(now) && !startedAt(now).empty())
        tell(Kind::Started);
    const PodState was = podState(before), is = podState(now);
    if (is.phase == PodPhase::Failed && is.reason != was.reason)
        tell(Kind::Trouble, is.reason, waitingText(now));
    if (!before.isTerminating() && now.isTerminating())
        tell(Kind::Ending, ruleFor(now));
    if (isReady(before) != isReady(now) && !now.isTerminating())
        tell(isReady(now) ? Kind::Ready : Kind::Unready);
}

std::string StoryFeed::ruleFor(const Object &pod)
{
    const auto owner = pod.controllerRef()["name"].asString();
    if (!m_explain || pod.controllerRef()["kind"].asString() != "ReplicaSet")
        return {};
    const auto records = m_explain(std::format("replicasets/{}", kube::objectKey(pod.ns(), owner)));
    for (auto record = records.rbegin(); record != records.rend(); ++record) {
        if (record->kind != "Victims")
            continue;
        for (const Value &victim : record->detail["deleted"].items())
            if (victim["pod"].asString() == pod.name())
                return std::string(record->detail["rule"].asString("all"));
        break;
    }
    return {};
}

void StoryFeed::onSlice(Before before, const ObjectPtr &now)
{
    const Object &slice = now ? *now : *before;
    const std::set<std::string> was = readyPods(before), is = readyPods(now);
    const auto tell = [&](Kind kind, const std::string &pod) {
        const ObjectPtr found = m_hub.informer(resources::kPods).cache().find(slice.ns(), pod);
        if (!found || !isFollowed(*found))
            return;
        if (StoryFact *fact = add(kind, *found))
            fact->owner = slice.labels()["kubernetes.io/service-name"].asString();
    };
    for (const std::string &pod : is)
        if (!was.contains(pod))
            tell(Kind::Joined, pod);
    for (const std::string &pod : was)
        if (!is.contains(pod))
            tell(Kind::Left, pod);
}

void StoryFeed::onEvent(Before before, const ObjectPtr &now)
{
    if (!now)
        return;
    const EventLine line = eventLine(*now);
    if (before && eventLine(*before).count == line.count)
        return;
    const Value &about = (*now)["involvedObject"];
    const ObjectName object{std::string(about["kind"].asString()), std::string(about["namespace"].asString()),
                            std::string(about["name"].asString())};
    if (object.kind == "Pod" && !m_pods.contains(std::string(about["uid"].asString())))
        return;
    const auto source = now->at("source", "component").asString();
    push({.kind = Kind::Event,
          .object = object,
          .root = rootOf(object),
          .text = line.message,
          .reason = line.reason,
          .source = std::string(source.empty() ? (*now)["reportingComponent"].asString() : source),
          .count = line.count,
          .isWarning = line.isWarning});
}

void StoryFeed::recordTraffic(const api::TrafficRecord &record)
{
    if (!m_isOpen || !record.result || record.result->status >= 500)
        return;
    const api::Route &route = record.result->route;
    if (route.service.empty() || m_unanswered.erase(route.podUid) == 0)
        return;
    const auto slash = route.pod.find('/');
    const ObjectName pod{"Pod", route.pod.substr(0, slash), route.pod.substr(slash + 1)};
    push({.kind = Kind::Answered,
          .object = pod,
          .root = rootOf(pod),
          .owner = route.service.substr(route.service.find('/') + 1),
          .node = route.podNode});
}

} // namespace minato::session
