// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/story_feed.h"

#include "session/kinds.h"
#include "session/story_changes.h"

#include <format>

namespace minato::session {

using kube::Object;
using kube::ObjectPtr;
using kube::Value;
using Kind = StoryFact::Kind;
namespace resources = kube::resources;

StoryFeed::StoryFeed(client::InformerHub &hub, const api::BackendClock &clock, Explain explain)
    : m_hub(hub), m_clock(clock), m_explain(std::move(explain))
{
    const auto follow = [&hub, this](const auto &resource, auto told) {
        hub.informer(resource).addHandler([this, told](const ObjectPtr &before, const ObjectPtr &now) {
            if (m_isOpen)
                told(before, now);
        });
    };
    follow(resources::kDeployments,
           [this](const auto &before, const auto &now) { pushAll(deploymentFacts(before, now)); });
    follow(resources::kReplicaSets,
           [this](const auto &before, const auto &now) { pushAll(replicaSetFacts(before, now)); });
    follow(resources::kPods, [this](const auto &before, const auto &now) { onPod(before, now); });
    follow(resources::kEndpointSlices, [this](const auto &before, const auto &now) { onSlice(before, now); });
    follow(resources::kEvents, [this](const auto &before, const auto &now) { onEvent(before, now); });
}

void StoryFeed::begin(Kind kind, std::string text)
{
    m_isOpen = true;
    m_told = 0;
    m_pods.clear();
    m_unanswered.clear();
    push({.kind = kind, .text = std::move(text)});
}

void StoryFeed::push(StoryFact fact)
{
    if (++m_told > kMostFacts)
        return;
    fact.at = m_clock.now();
    fact.root = rootOf(fact.root.isEmpty() ? fact.object : fact.root);
    m_facts.push_back(std::move(fact));
}

void StoryFeed::pushAll(std::vector<StoryFact> facts)
{
    for (StoryFact &fact : facts)
        push(std::move(fact));
}

bool StoryFeed::isFollowed(const Object &pod)
{
    if (m_pods.contains(std::string(pod.uid())))
        return true;
    return m_pods.size() < kMostPods && m_pods.emplace(pod.uid()).second;
}

ObjectName StoryFeed::rootOf(ObjectName object) const
{
    constexpr int kMostOwners = 4;
    for (int depth = 0; depth < kMostOwners; ++depth) {
        const auto place = placeOf(object.kind);
        if (!place || (object.kind != "Pod" && object.kind != "ReplicaSet"))
            break;
        const ObjectPtr found = m_hub.informer(place->resource).cache().find(object.ns, object.name);
        if (!found || found->controllerRef().isNull())
            break;
        object = {std::string(found->controllerRef()["kind"].asString()), object.ns,
                  std::string(found->controllerRef()["name"].asString())};
    }
    return object;
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
    push(writeFact(request));
}

void StoryFeed::refused(const api::Request &request, const kube::Status &status)
{
    if (isChange(request))
        push(refusalFact(request, status));
}

void StoryFeed::onPod(const ObjectPtr &before, const ObjectPtr &now)
{
    if (!isFollowed(now ? *now : *before))
        return;
    if (!before)
        m_unanswered.emplace(now->uid());
    for (StoryFact &fact : podFacts(before, now)) {
        if (fact.kind == Kind::Ending)
            fact.reason = ruleFor(*now);
        push(std::move(fact));
    }
}

std::string StoryFeed::ruleFor(const Object &pod) const
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

void StoryFeed::onSlice(const ObjectPtr &before, const ObjectPtr &now)
{
    const Object &slice = now ? *now : *before;
    const auto tell = [&](Kind kind, const std::string &name) {
        const ObjectPtr pod = m_hub.informer(resources::kPods).cache().find(slice.ns(), name);
        if (pod && isFollowed(*pod))
            push({.kind = kind,
                  .object = {"Pod", std::string(slice.ns()), name},
                  .owner = std::string(slice.labels()["kubernetes.io/service-name"].asString())});
    };
    const EndpointChange change = endpointChange(before, now);
    for (const std::string &pod : change.joined)
        tell(Kind::Joined, pod);
    for (const std::string &pod : change.left)
        tell(Kind::Left, pod);
}

void StoryFeed::onEvent(const ObjectPtr &before, const ObjectPtr &now)
{
    auto fact = eventFact(before, now);
    const auto isOfOtherPod = [&] {
        return fact->object.kind == "Pod" &&
               !m_pods.contains(std::string(now->at("involvedObject", "uid").asString()));
    };
    if (fact && !isOfOtherPod())
        push(*std::move(fact));
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
          .owner = route.service.substr(route.service.find('/') + 1),
          .node = route.podNode});
}

} // namespace minato::session
