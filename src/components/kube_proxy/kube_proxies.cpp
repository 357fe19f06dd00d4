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
    : m_context(std::move(context)),
      m_options(options),
      m_nodeObjects(m_context.hub.informer(kube::resources::kNodes)),
      m_loadBalancer(m_context.seed, "load-balancer"),
      m_builder(m_context.hub, [this] { onChange(); })
{
    for (const std::string &name : nodes)
        add(name);
}

void KubeProxies::add(const std::string &name)
{
    Node node{name, base::RandomStream(m_context.seed, "kube-proxy/" + name), m_builder.rules(), {}, {}, {},
              {}};
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

bool KubeProxies::isExternalIp(const std::string &ip) const
{
    return std::ranges::any_of(
        m_nodes, [&ip](const auto &node) { return node.second.rules->externalIps.contains(ip); });
}

RouteChoice KubeProxies::routeExternalIp(const std::string &ip, std::uint16_t port, std::string_view client,
                                         std::string &viaNode)
{
    std::vector<std::pair<Node *, const ProxyService *>> nodes;
    for (auto &[name, node] : m_nodes) {
        const auto it = node.rules->byAddress.find(std::pair(ip, port));
        if (it == node.rules->byAddress.end())
            continue;
        // The health check of a Local policy answers 503 where there is no endpoint.
        if (!it->second->isExternalLocal || it->second->candidates(name, {}, true).size() > 0)
            nodes.emplace_back(&node, it->second.get());
    }
    if (nodes.empty())
        return {.verdict = RouteChoice::Verdict::NoRule};
    auto &[node, service] = nodes[m_loadBalancer.below(nodes.size())];
    viaNode = node->name;
    return route(*node, *service, service->isExternalLocal, client);
}

std::optional<std::size_t> KubeProxies::stickyEndpoint(Node &node, const ProxyService &service,
                                                       const Candidates &candidates,
                                                       std::string_view client) const
{
    if (service.affinity == base::Duration::zero())
        return std::nullopt;
    const auto it = node.affinities.find({service.service, service.port, std::string(client)});
    const auto now = m_context.timers.now();
    if (it == node.affinities.end() || now - it->second.lastUse >= service.affinity)
        return std::nullopt;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (candidates.at(i).podUid == it->second.podUid) {
            it->second.lastUse = now;
            return i;
        }
    }
    return std::nullopt;
}

void KubeProxies::balance(Node &node, const ProxyService &service, const Candidates &candidates,
                          std::string_view client, RouteChoice &choice)
{
    const bool isIpvs = m_options.mode == Mode::Ipvs;
    VirtualServer *server = isIpvs ? &node.servers[{service.service, service.port}] : nullptr;
    if (const auto sticky = stickyEndpoint(node, service, candidates, client))
        choice.index = static_cast<std::uint32_t>(*sticky);
    else if (isIpvs)
        choice.index = static_cast<std::uint32_t>(
            server->choose(m_options.scheduler, candidates, client, service.clusterIp));
    else // The rules' probabilities 1/n, 1/(n-1), … and the verdict map of nftables come to the same.
        choice.index = static_cast<std::uint32_t>(node.random.below(candidates.size()));
    choice.endpoint = candidates.at(choice.index);
    if (isIpvs)
        choice.connection = server->open(choice.endpoint);
    if (service.affinity > base::Duration::zero())
        node.affinities[{service.service, service.port, std::string(client)}] = {choice.endpoint.podUid,
                                                                                 m_context.timers.now()};
}

RouteChoice KubeProxies::route(Node &node, const ProxyService &service, bool isLocalOnly,
                               std::string_view client)
{
    RouteChoice choice{.verdict = RouteChoice::Verdict::Accepted, .service = service.service};
    std::string_view zone;
    kube::ObjectPtr object;
    if (!service.byZoneHint.empty() && (object = m_nodeObjects.cache().find(node.name)))
        zone = object->labels()["topology.kubernetes.io/zone"].asString();
    const Candidates candidates = service.candidates(node.name, zone, isLocalOnly);
    choice.candidates = static_cast<std::uint32_t>(candidates.size());
    if (!service.hasAny())
        choice.verdict = RouteChoice::Verdict::NoEndpoints;
    else if (choice.candidates == 0)
        choice.verdict = RouteChoice::Verdict::Dropped;
    else
        balance(node, service, candidates, client, choice);
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
