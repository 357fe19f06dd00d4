// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/endpointslice/service_pods.h"

#include <utility>

#include "components/endpointslice/endpoint.h"

namespace minato::components {

ServicePods::ServicePods(client::InformerHub &hub, std::function<void(std::string_view key)> enqueue)
    : m_services(hub.informer(kube::resources::kServices)), m_pods(hub.informer(kube::resources::kPods)),
      m_servicesByNamespace(m_services.addIndex(client::byNamespace)),
      m_podsByNamespace(m_pods.addIndex(client::byNamespace)), m_enqueue(std::move(enqueue))
{
    m_services.addHandler([this](const auto &before, const auto &now) { onService(before, now); });
    m_pods.addHandler([this](const auto &before, const auto &now) { onPod(before, now); });
}

void ServicePods::onService(const kube::ObjectPtr &before, const kube::ObjectPtr &now)
{
    const std::string key = kube::objectKey(now ? *now : *before);
    if (now)
        m_states[key] = {kube::LabelSelector::fromMap(now->spec()["selector"]), {true, {}}};
    else
        m_states.erase(key);
    m_enqueue(key);
}

void ServicePods::onPod(const kube::ObjectPtr &before, const kube::ObjectPtr &now)
{
    if (before && now && !isEndpointChanged(*before, *now))
        return;
    const kube::Object &pod = now ? *now : *before;
    for (const auto &[key, service] : m_services.cache().bucket(m_servicesByNamespace, pod.ns())) {
        const auto state = m_states.find(key);
        if (state == m_states.end())
            continue;
        const auto &selector = state->second.selector;
        if ((before && selector.matches(before->labels())) || (now && selector.matches(now->labels()))) {
            state->second.changes.pods.insert(kube::objectKey(pod));
            m_enqueue(key);
        }
    }
}

ServicePods::Changes ServicePods::take(std::string_view service)
{
    const auto it = m_states.find(service);
    return it == m_states.end() ? Changes() : std::exchange(it->second.changes, {});
}

void ServicePods::invalidate(std::string_view service)
{
    if (const auto it = m_states.find(service); it != m_states.end())
        it->second.changes.isFull = true;
}

kube::ObjectPtr ServicePods::service(std::string_view key) const
{
    const auto service = m_services.cache().find(key);
    return service && !service->spec()["selector"].isEmpty() ? service : nullptr;
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
