// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/kube_proxy/kube_proxies.h"

#include <algorithm>
#include <format>

namespace minato::components {
namespace {

constexpr std::string_view kComponent = "kube-proxy";

} // namespace

KubeProxies::KubeProxies(Context context, std::vector<std::string> nodes)
    : KubeProxies(std::move(context), std::move(nodes), Options())
{
}

KubeProxies::KubeProxies(Context context, std::vector<std::string> nodes, Options options)
    : m_context(std::move(context)), m_options(options), m_builder(m_context.hub, [this] { onChange(); })
{
    for (const std::string &name : nodes)
        add(name);
}

void KubeProxies::add(const std::string &name)
{
    Node node{name, base::RandomStream(m_context.seed, "kube-proxy/" + name), m_builder.rules(), {}, {}};
    m_nodes.emplace(name, std::move(node));
}

void KubeProxies::remove(std::string_view name)
{
    const auto it = m_nodes.find(name);
    if (it == m_nodes.end())
        return;
    m_pending -= it->second.timer ? 1 : 0;
    m_nodes.erase(it);
}

void KubeProxies::onChange()
{
    for (auto &[name, node] : m_nodes)
        schedule(node);
}

void KubeProxies::schedule(Node &node)
{
    if (node.timer)
        return;
    const auto now = m_context.timers.now();
    const auto begin = std::max(now, node.lastSync + m_options.minSyncPeriod);
    const auto end = begin + m_options.programming.draw(node.random);
    ++m_pending;
    node.timer = m_context.timers.after(end - now, [this, &node] { sync(node); });
}

void KubeProxies::sync(Node &node)
{
    const auto timer = std::move(node.timer);
    --m_pending;
    node.lastSync = m_context.timers.now();
    node.rules = m_builder.rules();
}

KubeProxies::Node *KubeProxies::find(std::string_view name)
{
    const auto it = m_nodes.find(name);
    return it == m_nodes.end() ? nullptr : &it->second;
}

RouteChoice KubeProxies::routeNodePort(std::string_view name, std::uint16_t port, std::string_view client)
{
    Node *node = find(name);
    const auto it = node ? node->rules->byNodePort.find(port)
                         : std::map<std::uint16_t, ProxyRules::ServicePtr>::const_iterator();
    if (!node || it == node->rules->byNodePort.end())
        return {.verdict = RouteChoice::Verdict::NoRule};
    return route(*node, *it->second, it->second->isExternalLocal, client);
}

RouteChoice KubeProxies::routeClusterIp(std::string_view name, const std::string &ip, std::uint16_t port,
                                        std::string_view client)
{
    Node *node = find(name);
    if (!node)
        return {.verdict = RouteChoice::Verdict::NoRule};
    const auto it = node->rules->byAddress.find(std::pair(ip, port));
    if (it == node->rules->byAddress.end())
        return {.verdict = RouteChoice::Verdict::NoRule};
    return route(*node, *it->second, it->second->isInternalLocal, client);
}

std::optional<ProxyEndpoint> KubeProxies::stickyEndpoint(const ProxyService &service, std::string_view client)
{
    const auto it = m_affinities.find({service.service, std::string(client)});
    const auto now = m_context.timers.now();
    if (service.affinity == base::Duration::zero() || it == m_affinities.end() ||
        now - it->second.lastUse >= service.affinity)
        return std::nullopt;
    for (std::size_t i = 0; i < service.usable.size(); ++i) {
        if (service.usable.at(i).podUid == it->second.endpoint.podUid) {
            it->second.lastUse = now;
            return service.usable.at(i);
        }
    }
    return std::nullopt;
}

RouteChoice KubeProxies::route(Node &node, const ProxyService &service, bool isLocalOnly,
                               std::string_view client)
{
    RouteChoice choice{.verdict = RouteChoice::Verdict::Accepted, .service = service.service};
    std::vector<std::uint32_t> local;
    const auto total = static_cast<std::uint32_t>(service.usable.size());
    for (std::uint32_t i = 0; i < total && isLocalOnly; ++i) {
        if (service.usable.at(i).node == node.name)
            local.push_back(i);
    }
    choice.candidates = isLocalOnly ? static_cast<std::uint32_t>(local.size()) : total;
    if (total == 0) {
        choice.verdict = RouteChoice::Verdict::NoEndpoints;
    } else if (choice.candidates == 0) {
        choice.verdict = RouteChoice::Verdict::Dropped;
    } else if (const auto sticky = stickyEndpoint(service, client)) {
        choice.endpoint = *sticky;
    } else {
        choice.index = static_cast<std::uint32_t>(node.random.below(choice.candidates));
        choice.endpoint = service.usable.at(isLocalOnly ? local[choice.index] : choice.index);
        if (service.affinity > base::Duration::zero())
            m_affinities[{service.service, std::string(client)}] = {choice.endpoint, m_context.timers.now()};
    }
    explain(node, choice, client);
    return choice;
}

void KubeProxies::explain(const Node &node, const RouteChoice &choice, std::string_view client)
{
    if (!m_context.decide)
        return;
    m_context.decide({kComponent, "Route", "services/" + choice.service,
                      [node = node.name, choice, client = std::string(client)] {
                          return kube::Value::map({{"node", node},
                                                   {"client", client},
                                                   {"endpoint", choice.endpoint.ip.empty()
                                                                    ? std::string()
                                                                    : std::format("{}:{}", choice.endpoint.ip,
                                                                                  choice.endpoint.port)},
                                                   {"pod", choice.endpoint.pod},
                                                   {"choice", choice.index},
                                                   {"candidates", choice.candidates}});
                      }});
}

} // namespace minato::components
