// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/endpointslice/service_pods.h"

#include "components/common/object_edit.h"
#include "components/common/pod.h"
#include "components/endpointslice/endpoint.h"

#include <algorithm>
#include <utility>

namespace minato::components {
namespace {

bool isTransitionChanged(const kube::Object &before, const kube::Object &now)
{
    const auto transition = [](const kube::Object &pod) -> const kube::Value & {
        return findCondition(pod.status()["conditions"], "Ready")["lastTransitionTime"];
    };
    return transition(before) != transition(now);
}

} // namespace

ServicePods::ServicePods(client::InformerHub &hub, std::function<void(std::string_view key)> enqueue)
    : m_services(hub.informer(kube::resources::kServices)),
      m_pods(hub.informer(kube::resources::kPods)),
      m_servicesByNamespace(m_services.addIndex(client::byNamespace)),
      m_podsByNamespace(m_pods.addIndex(client::byNamespace)),
      m_enqueue(std::move(enqueue))
{
    m_services.addHandler([this](const auto &before, const auto &now) { onService(before, now); });
    m_pods.addHandler([this](const auto &before, const auto &now) { onPod(before, now); });
}

void ServicePods::onService(const kube::ObjectPtr &before, const kube::ObjectPtr &now)
{
    const std::string key = kube::objectKey(now ? *now : *before);
    if (now) {
        State &state = m_states[key];
        state.selector = kube::LabelSelector::fromMap(now->spec()["selector"]);
        state.changes = {.isFull = true, .pods = {}, .since = {}};
    } else {
        m_states.erase(key);
    }
    m_enqueue(key);
}

void ServicePods::onPod(const kube::ObjectPtr &before, const kube::ObjectPtr &now)
{
    const bool isEndpoint = !before || !now || isEndpointChanged(*before, *now);
    if (!isEndpoint && !isTransitionChanged(*before, *now))
        return;
    const kube::Object &pod = now ? *now : *before;
    for (const auto &[key, service] : m_services.cache().bucket(m_servicesByNamespace, pod.ns())) {
        const auto state = m_states.find(key);
        if (state == m_states.end())
            continue;
        const auto &selector = state->second.selector;
        if ((!before || !selector.matches(before->labels())) && (!now || !selector.matches(now->labels())))
            continue;
        (isEndpoint ? state->second.changes.pods : state->second.transitions).insert(kube::objectKey(pod));
        if (isEndpoint)
            m_enqueue(key);
    }
}

ServicePods::Changes ServicePods::take(std::string_view service)
{
    const auto it = m_states.find(service);
    if (it == m_states.end())
        return {};
    const auto since = takeTriggerTime(service, it->second);
    Changes changes = std::exchange(it->second.changes, {});
    changes.since = since;
    return changes;
}

std::optional<base::Instant> ServicePods::takeTriggerTime(std::string_view service, State &state) const
{
    const auto visit = [&](const std::string &key) {
        const auto seen = pod(key);
        if (seen && state.selector.matches(seen->labels()))
            state.times.see(key, podReadyTransition(*seen));
        else
            state.times.forget(key);
    };
    if (state.changes.isFull) {
        const auto all = selected(service);
        state.times.keepOnly(all);
        std::ranges::for_each(all, visit);
    } else {
        std::ranges::for_each(state.changes.pods, visit);
        std::ranges::for_each(state.transitions, visit);
    }
    state.transitions.clear();
    return state.times.take(creationTime(*m_services.cache().find(service)));
}

void ServicePods::invalidate(std::string_view service)
{
    if (const auto it = m_states.find(service); it != m_states.end())
        it->second.changes.isFull = true;
}

kube::ObjectPtr ServicePods::service(std::string_view key) const
{
    const auto service = m_services.cache().find(key);
    const bool hasEndpoints = service && !service->spec()["selector"].isEmpty() &&
                              service->spec()["type"].asString() != "ExternalName";
    return hasEndpoints ? service : nullptr;
}

bool ServicePods::selects(std::string_view service, const kube::Object &pod) const
{
    const auto it = m_states.find(service);
    return it != m_states.end() && it->second.selector.matches(pod.labels());
}

std::set<std::string, std::less<>> ServicePods::selected(std::string_view service) const
{
    std::set<std::string, std::less<>> keys;
    const auto ns = service.substr(0, service.find('/'));
    for (const auto &[key, pod] : m_pods.cache().bucket(m_podsByNamespace, ns)) {
        if (selects(service, *pod->object))
            keys.emplace(key);
    }
    return keys;
}

} // namespace minato::components
