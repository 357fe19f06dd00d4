// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/remote_traffic.h"

#include "kube/resource.h"
#include "session/state_builder.h"

#include <QRandomGenerator>

#include <algorithm>

namespace minato::session {
namespace {

using Way = WayState::Way;

constexpr std::string_view kLessonHost = "host01";

/// Where it is reached from outside, if it says so; else inside its network.
std::string addressOf(const kube::Object &node)
{
    std::string inside;
    for (const kube::Value &address : node.status()["addresses"].items()) {
        const std::string_view type = address["type"].asString();
        if (type == "ExternalIP")
            return std::string(address["address"].asString());
        if (type == "InternalIP" && inside.empty())
            inside = address["address"].asString();
    }
    return inside;
}

bool hasAddress(const kube::Object &node, std::string_view host)
{
    return node.name() == host ||
           std::ranges::any_of(node.status()["addresses"].items(), [host](const kube::Value &address) {
               return address["address"].asString() == host;
           });
}

bool hasIngress(const kube::Object &service, std::string_view host)
{
    return std::ranges::any_of(
        service.status().at("loadBalancer", "ingress").items(), [host](const kube::Value &ingress) {
            return ingress["ip"].asString() == host || ingress["hostname"].asString() == host;
        });
}

/// "web", "web.shop", "web.shop.svc", … or the cluster IP. `ns`: where short names are looked for.
bool isNameOf(const kube::Object &service, std::string_view host, std::string_view ns)
{
    const std::string_view ip = service.spec()["clusterIP"].asString();
    if (!ip.empty() && ip == host)
        return true;
    const std::string full = std::string(service.name()) + "." + std::string(service.ns());
    return host == full || host.starts_with(full + ".svc") || (service.ns() == ns && host == service.name());
}

/// A word of its own, not a part of a longer name.
bool names(std::string_view text, std::string_view name)
{
    const auto isPart = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    };
    for (auto at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
        const auto end = at + name.size();
        if ((at == 0 || !isPart(text[at - 1])) && (end == text.size() || !isPart(text[end])))
            return true;
    }
    return false;
}

} // namespace

void RemoteTraffic::follow(client::InformerHub &hub)
{
    m_nodes = &hub.informer(kube::resources::kNodes).cache();
    m_services = &hub.informer(kube::resources::kServices).cache();
    m_slices = &hub.informer(kube::resources::kEndpointSlices).cache();
}

std::string RemoteTraffic::readyNode() const
{
    std::string alone; // a cluster of one machine
    for (const auto &[key, entry] : m_nodes->entries()) {
        const NodeState state = nodeState(*entry.object);
        if (state.isReady && !state.isControlPlane)
            return state.name;
        if (state.isReady && alone.empty())
            alone = state.name;
    }
    return alone;
}

kube::ObjectPtr RemoteTraffic::nodeNamed(const std::string &host) const
{
    for (const auto &[key, entry] : m_nodes->entries()) {
        if (hasAddress(*entry.object, host))
            return entry.object;
    }
    return host == kLessonHost ? m_nodes->find("", readyNode()) : nullptr;
}

RemoteTraffic::Aim RemoteTraffic::aimOf(const api::TrafficRequest &request) const
{
    Aim aim{.host = request.host, .port = request.port, .route = {}, .portName = {}};
    const kube::ObjectPtr node = nodeNamed(request.host);
    if (node)
        aim.route.viaNode = node->name();
    for (const auto &[key, entry] : m_services->entries())
        aimAt(aim, key, *entry.object, node != nullptr);
    if (node) {
        if (std::string address = addressOf(*node); !address.empty())
            aim.host = std::move(address);
    }
    aim.route.candidates = static_cast<std::uint32_t>(endpoints(aim).size());
    return aim;
}

/// When this Service is what the request is for.
void RemoteTraffic::aimAt(Aim &aim, const std::string &key, const kube::Object &service, bool isNode) const
{
    const bool isIngress = hasIngress(service, aim.host), isInside = isNameOf(service, aim.host, m_ns);
    for (const kube::Value &port : service.spec()["ports"].items()) {
        const bool isPort = port["port"].asInt() == aim.port;
        if (!(isNode && port["nodePort"].asInt() == aim.port) && !((isIngress || isInside) && isPort))
            continue;
        aim.route.service = key;
        aim.portName = port["name"].asString();
        aim.isInside = isInside;
        aim.way = isInside ? Way::PortForward : isIngress ? Way::LoadBalancer : Way::NodePort;
    }
}

std::vector<RemoteTraffic::Endpoint> RemoteTraffic::endpoints(const Aim &aim) const
{
    std::vector<Endpoint> found;
    for (const auto &[key, entry] : m_slices->entries()) {
        const kube::Object &slice = *entry.object;
        if (aim.route.service.empty() ||
            aim.route.service !=
                kube::objectKey(slice.ns(), slice.labels()["kubernetes.io/service-name"].asString()))
            continue;
        std::uint16_t number = 0;
        for (const kube::Value &port : slice["ports"].items()) {
            if (port["name"].asString() == aim.portName)
                number = static_cast<std::uint16_t>(port["port"].asInt());
        }
        for (const kube::Value &endpoint : slice["endpoints"].items()) {
            if (endpoint.at("conditions", "ready").asBool(true) &&
                endpoint["targetRef"]["kind"].asString() == "Pod")
                found.push_back({std::string(endpoint.at("targetRef", "name").asString()),
                                 std::string(endpoint.at("targetRef", "uid").asString()),
                                 std::string(endpoint["nodeName"].asString()),
                                 std::string(endpoint["addresses"][0].asString()), number});
        }
    }
    return found;
}

bool RemoteTraffic::mayForward(const Aim &aim) const
{
    return aim.route.service.starts_with(m_ns + "/");
}

std::optional<RemoteTraffic::Endpoint> RemoteTraffic::chosenFor(const Aim &aim,
                                                                std::uint64_t connection) const
{
    const auto ready = mayForward(aim) ? endpoints(aim) : std::vector<Endpoint>();
    if (ready.empty())
        return std::nullopt;
    const std::uint64_t chance = connection != 0 ? connection : QRandomGenerator::global()->generate64();
    return ready[chance % ready.size()];
}

void RemoteTraffic::name(api::Route &route, const Endpoint &endpoint, const std::string &ns)
{
    route.pod = kube::objectKey(ns, endpoint.pod);
    route.podUid = endpoint.uid;
    route.podNode = endpoint.node;
    route.endpoint = endpoint.ip + ":" + std::to_string(endpoint.port);
}

void RemoteTraffic::namePod(Aim &aim, const remote::WebClient::Answer &answer) const
{
    std::string text = answer.body;
    for (const auto &[header, value] : answer.headers)
        text += '\n' + value;
    for (const Endpoint &endpoint : endpoints(aim)) {
        if (names(text, endpoint.pod)) {
            name(aim.route, endpoint, aim.route.service.substr(0, aim.route.service.find('/')));
            return;
        }
    }
}

/// One request: by the network first, then, where that is not reached, forwarded.
class RemoteTraffic::Journey : public api::Call {
public:
    Journey(RemoteTraffic &traffic, api::TrafficRequest request,
            std::move_only_function<void(api::TrafficResult)> reply)
        : m_traffic(traffic),
          m_request(std::move(request)),
          m_reply(std::move(reply)),
          m_sent(traffic.m_clock.now()),
          m_aim(traffic.aimOf(m_request))
    {
        if (m_aim.isInside || m_traffic.m_unreachable.contains(m_aim.route.service))
            forward();
        else
            connect();
    }

private:
    void connect()
    {
        m_detail = m_aim.host + ":" + std::to_string(m_aim.port);
        start([host = m_aim.host, port = m_aim.port] { return remote::connectTo(host, port); });
    }
    void forward()
    {
        const auto endpoint = m_traffic.chosenFor(m_aim, m_request.connection);
        if (!endpoint) { // nobody inside can be asked: as from any computer outside
            connect();
            return;
        }
        m_isForwarded = true;
        m_aim.way = Way::PortForward;
        m_detail = endpoint->pod;
        name(m_aim.route, *endpoint, m_traffic.m_ns);
        start([forward = m_traffic.m_forward, ns = m_traffic.m_ns, pod = endpoint->pod,
               port = endpoint->port] { return forward(ns, pod, port); });
    }
    void start(remote::WebClient::Open open)
    {
        m_call = m_traffic.m_client.request(m_request, std::move(open),
                                            [this](auto outcome) { onOutcome(std::move(outcome)); });
    }
    void onOutcome(remote::WebClient::Outcome outcome)
    {
        if (!outcome && mayBeBlocked(outcome.error())) {
            m_traffic.m_unreachable.insert(m_aim.route.service);
            forward();
            return;
        }
        if (outcome && !m_isForwarded)
            m_traffic.namePod(m_aim, *outcome);
        if (outcome && !m_aim.route.service.empty())
            m_traffic.m_ways[m_aim.route.service] = {m_aim.way, m_detail};
        end(std::move(outcome));
    }
    /// The address was not reached, and never has been: something on the way may hold it up.
    [[nodiscard]] bool mayBeBlocked(api::TrafficError::Kind kind) const
    {
        const auto known = m_traffic.m_ways.find(m_aim.route.service);
        const bool wasReached = known != m_traffic.m_ways.end() && known->second.way != Way::PortForward;
        return !m_isForwarded && !wasReached && kind != api::TrafficError::Kind::Reset &&
               m_traffic.chosenFor(m_aim, 0);
    }
    void end(remote::WebClient::Outcome outcome)
    {
        const base::Instant now = m_traffic.m_clock.now();
        const base::Duration latency = now - m_sent;
        api::TrafficRecord record{now, m_request.client,
                                  std::unexpected(api::TrafficError{{}, m_aim.route, latency})};
        if (outcome)
            record.result = api::TrafficReply{.status = outcome->status,
                                              .reason = std::move(outcome->reason),
                                              .headers = std::move(outcome->headers),
                                              .body = std::move(outcome->body),
                                              .route = m_aim.route,
                                              .latency = latency};
        else
            record.result.error().kind = outcome.error();
        if (m_traffic.m_observer)
            m_traffic.m_observer(record);
        auto last = std::move(m_reply); // it may drop this Call
        last(std::move(record.result));
    }

    RemoteTraffic &m_traffic;
    api::TrafficRequest m_request;
    std::move_only_function<void(api::TrafficResult)> m_reply;
    base::Instant m_sent;
    Aim m_aim;
    std::string m_detail;
    bool m_isForwarded = false;
    api::CallPtr m_call; ///< last: goes first
};

api::CallPtr RemoteTraffic::request(api::TrafficRequest request,
                                    std::move_only_function<void(api::TrafficResult)> reply)
{
    return std::make_unique<Journey>(*this, std::move(request), std::move(reply));
}

} // namespace minato::session
