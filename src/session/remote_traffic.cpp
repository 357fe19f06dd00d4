// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/remote_traffic.h"

#include "kube/resource.h"
#include "session/state_builder.h"

#include <algorithm>

namespace minato::session {
namespace {

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
    m_pods = &hub.informer(kube::resources::kPods).cache();
}

std::string RemoteTraffic::readyNode() const
{
    for (const auto &[key, entry] : m_nodes->entries()) {
        const NodeState state = nodeState(*entry.object);
        if (state.isReady && !state.isControlPlane)
            return state.name;
    }
    for (const auto &[key, entry] : m_nodes->entries()) {
        if (nodeState(*entry.object).isReady) // a cluster of one machine
            return std::string(entry.object->name());
    }
    return {};
}

kube::ObjectPtr RemoteTraffic::nodeNamed(const std::string &host) const
{
    for (const auto &[key, entry] : m_nodes->entries()) {
        if (hasAddress(*entry.object, host))
            return entry.object;
    }
    return host == kLessonHost ? m_nodes->find(kube::objectKey("", readyNode())) : nullptr;
}

RemoteTraffic::Aim RemoteTraffic::aimOf(const api::TrafficRequest &request) const
{
    Aim aim{.host = request.host, .port = request.port, .route = {}};
    const kube::ObjectPtr node = nodeNamed(request.host);
    if (node) {
        if (std::string address = addressOf(*node); !address.empty())
            aim.host = std::move(address);
        aim.route.viaNode = node->name();
    }
    nameService(aim, node != nullptr);
    return aim;
}

void RemoteTraffic::nameService(Aim &aim, bool isNode) const
{
    for (const auto &[key, entry] : m_services->entries()) {
        const kube::Object &service = *entry.object;
        const auto isIngress = std::ranges::any_of(
            service.status().at("loadBalancer", "ingress").items(), [&aim](const kube::Value &ingress) {
                return ingress["ip"].asString() == aim.host || ingress["hostname"].asString() == aim.host;
            });
        for (const kube::Value &port : service.spec()["ports"].items()) {
            if ((isNode && port["nodePort"].asInt() == aim.port) ||
                (isIngress && port["port"].asInt() == aim.port))
                aim.route.service = key;
        }
    }
    for (const auto &[key, entry] : m_slices->entries()) {
        const kube::Object &slice = *entry.object;
        if (aim.route.service ==
            kube::objectKey(slice.ns(), slice.labels()["kubernetes.io/service-name"].asString()))
            aim.route.candidates += static_cast<std::uint32_t>(sliceState(slice)->ready);
    }
}

void RemoteTraffic::namePod(api::Route &route, const remote::WebClient::Answer &answer) const
{
    if (route.service.empty())
        return;
    std::string text = answer.body;
    for (const auto &[name, value] : answer.headers)
        text += '\n' + value;
    for (const auto &[key, entry] : m_slices->entries()) {
        const kube::Object &slice = *entry.object;
        if (route.service !=
            kube::objectKey(slice.ns(), slice.labels()["kubernetes.io/service-name"].asString()))
            continue;
        for (const kube::Value &endpoint : slice["endpoints"].items()) {
            const std::string_view name = endpoint.at("targetRef", "name").asString();
            if (name.empty() || !names(text, name))
                continue;
            route.pod = kube::objectKey(slice.ns(), name);
            route.podUid = endpoint.at("targetRef", "uid").asString();
            route.podNode = endpoint["nodeName"].asString();
            route.endpoint = std::string(endpoint["addresses"][0].asString()) + ":" +
                             std::to_string(slice["ports"][0]["port"].asInt());
            return;
        }
    }
}

api::CallPtr RemoteTraffic::request(api::TrafficRequest request,
                                    std::move_only_function<void(api::TrafficResult)> reply)
{
    Aim aim = aimOf(request);
    auto open = [host = aim.host, port = aim.port] { return remote::connectTo(host, port); };
    auto ended = [this, route = std::move(aim.route), sent = m_clock.now(), client = request.client,
                  reply = std::move(reply)](remote::WebClient::Outcome outcome) mutable {
        const base::Instant now = m_clock.now();
        api::TrafficRecord record{
            now, client, std::unexpected(api::TrafficError{api::TrafficError::Kind::Reset, route, now - sent})};
        if (outcome) {
            namePod(route, *outcome);
            record.result = api::TrafficReply{.status = outcome->status,
                                              .reason = std::move(outcome->reason),
                                              .headers = std::move(outcome->headers),
                                              .body = std::move(outcome->body),
                                              .route = std::move(route),
                                              .latency = now - sent};
        } else {
            record.result.error().kind = outcome.error();
        }
        if (m_observer)
            m_observer(record);
        auto last = std::move(reply); // it may drop the Call, and this with it
        last(std::move(record.result));
    };
    return m_client.request(request, std::move(open), std::move(ended));
}

} // namespace minato::session
