// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/sim_traffic.h"

#include "components/kubelet/ip_pool.h"

#include <algorithm>
#include <format>
#include <ranges>
#include <vector>

namespace minato::cluster {
namespace {

using namespace std::chrono_literals;
using Kind = api::TrafficError::Kind;

constexpr components::DurationRange kNetwork{150us, 600us};
/// A connection to an address that nobody has: the kernel gives up.
constexpr base::Duration kUnreachable = 3s;

/// A request under way.
class TrafficCall : public api::Call {
public:
    api::TimerPtr timer;
};

/// Nobody of the cluster is there: what listens on the learner's own computer is asked before.
bool isLearnersComputer(std::string_view host)
{
    return host == "localhost" || host == "::1" || host.starts_with("127.");
}

bool isIpv4(std::string_view text)
{
    return std::ranges::count(text, '.') == 3 &&
           std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

} // namespace

SimTraffic::SimTraffic(Parts parts)
    : m_parts(std::move(parts)), m_random(m_parts.seed, "traffic"), m_dns(m_parts.seed, "dns")
{
}

bool SimTraffic::isUp(std::string_view node) const
{
    const auto *kubelet = m_parts.agents.kubelet(node);
    return kubelet && kubelet->isOn();
}

/// One of the A records of a headless Service, or those of one Pod's host name.
std::string SimTraffic::headlessIp(std::string_view ns, std::string_view service, std::string_view host)
{
    auto addresses = m_parts.proxies.services().addresses(ns, service);
    if (!host.empty())
        std::erase_if(addresses, [host](const auto &each) { return each.hostName != host; });
    return addresses.empty() ? std::string() : addresses[m_dns.below(addresses.size())].ip;
}

/// Empty: there is no such name.
std::string SimTraffic::resolve(std::string_view name, int depth)
{
    constexpr int kMostAliases = 8;
    constexpr std::string_view kDomain = ".svc.cluster.local";
    std::string_view rest = name;
    if (rest.ends_with(kDomain))
        rest.remove_suffix(kDomain.size());
    else if (rest.ends_with(".svc"))
        rest.remove_suffix(4);
    std::vector<std::string_view> labels;
    for (const auto part : std::views::split(rest, '.'))
        labels.emplace_back(part.begin(), part.end());
    if (labels.size() > 3 || depth > kMostAliases)
        return {};
    const bool isOfPod = labels.size() == 3;
    const auto host = isOfPod ? labels.front() : std::string_view();
    const auto service = isOfPod ? labels[1] : labels.front();
    const auto ns = labels.size() == 1 ? "default" : labels.back();
    const auto object = m_parts.proxies.services().service(ns, service);
    if (!object)
        return {};
    const auto &spec = object->spec();
    if (spec["type"].asString() == "ExternalName")
        return resolve(spec["externalName"].asString(), depth + 1);
    if (spec["clusterIP"].asString() == "None" || isOfPod)
        return headlessIp(ns, service, host);
    return std::string(spec["clusterIP"].asString());
}

SimTraffic::Connection SimTraffic::connectToPod(api::Route route, std::string ip, std::uint16_t port)
{
    Connection connection{
        std::move(route), m_parts.agents.apps().find(ip, port), std::move(ip), port, {}, {}};
    connection.route.endpoint = std::format("{}:{}", connection.ip, port);
    if (connection.app) {
        const auto &identity = connection.app->identity();
        connection.route.pod = identity.podNamespace + "/" + identity.pod;
        connection.route.podUid = identity.podUid;
        connection.route.podNode = identity.node;
    }
    if (!m_parts.agents.apps().hasPod(connection.ip))
        connection.failure = Kind::TimedOut;
    else if (!connection.app || !connection.app->isListening(m_parts.timers.now()))
        connection.failure = Kind::Refused;
    return connection;
}

SimTraffic::Connection SimTraffic::connectTo(components::RouteChoice choice, std::string viaNode)
{
    using Verdict = components::RouteChoice::Verdict;
    api::Route route;
    route.service = std::move(choice.service);
    route.viaNode = std::move(viaNode);
    route.candidates = choice.candidates;
    route.choice = choice.index;
    if (choice.verdict != Verdict::Accepted)
        return {std::move(route),
                nullptr,
                {},
                0,
                choice.verdict == Verdict::Dropped ? Kind::TimedOut : Kind::Refused};
    route.pod = std::move(choice.endpoint.pod);
    route.podUid = std::move(choice.endpoint.podUid);
    route.podNode = std::move(choice.endpoint.node);
    auto connection = connectToPod(std::move(route), std::move(choice.endpoint.ip), choice.endpoint.port);
    connection.counted = std::move(choice.connection);
    return connection;
}

SimTraffic::Connection SimTraffic::connect(const api::TrafficRequest &request)
{
    const auto node = m_parts.nodeOfHost.find(request.host);
    if (node != m_parts.nodeOfHost.end() && !isUp(node->second))
        return {{}, nullptr, {}, 0, Kind::TimedOut};
    if (node != m_parts.nodeOfHost.end())
        return connectTo(m_parts.proxies.routeNodePort(node->second, request.port, request.client),
                         node->second);
    if (isLearnersComputer(request.host))
        return {{}, nullptr, {}, 0, Kind::Refused};
    const std::string ip = isIpv4(request.host) ? request.host : resolve(request.host);
    if (ip.empty())
        return {{}, nullptr, {}, 0, Kind::UnknownHost};
    if (m_parts.agents.apps().hasPod(ip))
        return connectToPod({}, ip, request.port);
    if (m_parts.proxies.isExternalIp(ip)) {
        std::string viaNode;
        auto external = m_parts.proxies.routeExternalIp(ip, request.port, request.client, viaNode);
        if (external.verdict == components::RouteChoice::Verdict::NoRule)
            return {{}, nullptr, ip, request.port, Kind::TimedOut};
        return connectTo(std::move(external), std::move(viaNode));
    }
    auto choice = m_parts.proxies.routeClusterIp(m_parts.firstNode, ip, request.port, request.client);
    if (choice.verdict == components::RouteChoice::Verdict::NoRule)
        return {{}, nullptr, ip, request.port, Kind::TimedOut};
    return connectTo(std::move(choice), {});
}

api::TrafficResult SimTraffic::ask(const Connection &connection, const api::TrafficRequest &request)
{
    const auto network = kNetwork.draw(m_random);
    if (connection.failure)
        return std::unexpected(
            api::TrafficError{*connection.failure, connection.route,
                              *connection.failure == Kind::TimedOut ? kUnreachable : network});
    auto answer = connection.app->handle({request.method, request.path, request.client}, m_parts.timers.now(),
                                         m_random);
    if (answer.isMissing)
        return std::unexpected(api::TrafficError{Kind::TimedOut, connection.route, kUnreachable});
    api::TrafficReply reply;
    reply.status = answer.status;
    reply.headers = {{"Content-Type", std::string(answer.contentType)},
                     {"Content-Length", std::to_string(answer.body.size())}};
    reply.body = std::move(answer.body);
    reply.route = connection.route;
    reply.latency = network + answer.latency;
    return reply;
}

api::CallPtr SimTraffic::request(api::TrafficRequest request,
                                 std::move_only_function<void(api::TrafficResult)> reply)
{
    m_parts.gate.note(Input::Kind::Traffic, request);
    return carry(std::move(request), std::move(reply));
}

api::CallPtr SimTraffic::carry(api::TrafficRequest request,
                               std::move_only_function<void(api::TrafficResult)> reply)
{
    const auto known = request.connection == 0 ? m_connections.end() : m_connections.find(request.connection);
    Connection connection = known != m_connections.end() ? known->second : connect(request);
    // A kept connection stays with its Pod, whatever the rules say now, and breaks with it.
    if (known != m_connections.end() && !connection.app->isRunning()) {
        connection.failure = Kind::Reset;
        m_connections.erase(known);
    } else if (request.connection != 0 && !connection.failure) {
        m_connections.insert_or_assign(request.connection, connection);
    }
    api::TrafficResult result = ask(connection, request);
    const auto latency = result ? result->latency : result.error().latency;
    auto call = std::make_unique<TrafficCall>();
    call->timer = m_parts.timers.after(
        latency,
        [this, app = std::move(connection.app), counted = std::move(connection.counted),
         client = std::move(request.client), result = std::move(result), reply = std::move(reply)]() mutable {
            // It ended in the middle of the answer.
            if (result && !app->isRunning())
                result = std::unexpected(
                    api::TrafficError{Kind::Reset, std::move(result->route), result->latency});
            if (m_observer)
                m_observer({m_parts.timers.now(), std::move(client), result});
            reply(std::move(result));
        });
    return call;
}

} // namespace minato::cluster
