// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/bootstrap.h"

#include "client/requests.h"
#include "components/common/pod.h"
#include "components/kubelet/ip_pool.h"

#include <algorithm>
#include <bit>
#include <format>

namespace minato::cluster {
namespace {

constexpr std::string_view kFirstNode = "192.168.49.2";
/// kubeadm's usual block, and one for clusters that do not fit in it.
constexpr std::string_view kPodNetwork = "10.244.0.0", kLargePodNetwork = "10.128.0.0";
constexpr std::uint32_t kPodNetworkSize = 1U << 16;
constexpr base::Duration kPoll = std::chrono::milliseconds(100);

bool isReady(const kube::ObjectPtr &node)
{
    return components::findCondition(node->status()["conditions"], "Ready")["status"].asString() == "True";
}

/// What the server says, with the object that it says it of.
std::string refusal(const kube::Value &object, const kube::Status &status)
{
    // The path of a kind that there is not leads nowhere; kubectl says so of the kind.
    const bool isUnknownKind = status.code == 404 && !status.message.starts_with("namespaces ");
    const std::string why = isUnknownKind
                                ? std::format("no matches for kind \"{}\" in version \"{}\"",
                                              object["kind"].asString(), object["apiVersion"].asString())
                                : status.message;
    return std::format("{} \"{}\": {}", object["kind"].asString(), object.at("metadata", "name").asString(),
                       why);
}

} // namespace

std::vector<components::NodeSpec> machines(const Topology &topology)
{
    std::uint32_t total = 0;
    std::vector<std::uint32_t> blocks;
    for (const Topology::Node &node : topology.nodes) {
        const auto needed = static_cast<std::uint32_t>(node.pods) + 3;
        blocks.push_back(std::max(256U, std::bit_ceil(needed)));
        total += blocks.back();
    }
    std::uint32_t next = components::parseIpv4(total > kPodNetworkSize ? kLargePodNetwork : kPodNetwork);
    std::vector<components::NodeSpec> specs;
    for (std::size_t i = 0; i < topology.nodes.size(); ++i) {
        const Topology::Node &node = topology.nodes[i];
        next = (next + blocks[i] - 1) & ~(blocks[i] - 1);
        specs.push_back(
            {.name = node.name,
             .internalIp =
                 components::formatIpv4(components::parseIpv4(kFirstNode) + static_cast<std::uint32_t>(i)),
             .podCidr = std::format("{}/{}", components::formatIpv4(next), 32 - std::countr_zero(blocks[i])),
             .cpu = node.cpu,
             .memory = node.memory,
             .pods = node.pods,
             .isControlPlane = node.isControlPlane,
             .labels = node.labels});
        next += blocks[i];
    }
    return specs;
}

components::NodeSpec nextMachine(const std::vector<components::NodeSpec> &taken, const std::string &name)
{
    constexpr std::uint32_t kBlock = 256;
    std::uint32_t ip = components::parseIpv4(kFirstNode), block = components::parseIpv4(kPodNetwork);
    for (const components::NodeSpec &each : taken) {
        ip = std::max(ip, components::parseIpv4(each.internalIp) + 1);
        const auto slash = each.podCidr.find('/');
        const int bits = std::stoi(each.podCidr.substr(slash + 1));
        const auto end = components::parseIpv4(each.podCidr.substr(0, slash)) + (1U << (32 - bits));
        block = std::max(block, (end + kBlock - 1) / kBlock * kBlock);
    }
    return {.name = name,
            .internalIp = components::formatIpv4(ip),
            .podCidr = components::formatIpv4(block) + "/24",
            .labels = {}};
}

kube::GroupVersionResource resourceFor(const kube::Value &manifest)
{
    const auto apiVersion = manifest["apiVersion"].asString();
    const auto slash = apiVersion.find('/');
    std::string plural(manifest["kind"].asString());
    std::ranges::transform(plural, plural.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    if (plural.ends_with('y'))
        plural.replace(plural.size() - 1, 1, "ies");
    else if (plural != "endpoints")
        plural += plural.ends_with('s') ? "es" : "s";
    if (slash == std::string_view::npos)
        return {"", std::string(apiVersion), plural};
    return {std::string(apiVersion.substr(0, slash)), std::string(apiVersion.substr(slash + 1)), plural};
}

client::Task<void> bootstrap(api::KubeTransport &transport, api::Timers &timers, std::size_t nodes,
                             std::vector<kube::Value> objects, base::Diagnostics &errors)
{
    for (bool areReady = false; !areReady;) {
        co_await client::sleep(timers, kPoll);
        const auto answer = co_await client::send(transport, client::listRequest(kube::resources::kNodes));
        areReady = answer &&
                   std::ranges::count_if(answer->list().items, isReady) == std::ssize(answer->list().items) &&
                   answer->list().items.size() >= nodes;
    }
    for (kube::Value &object : objects) {
        const auto resource = resourceFor(object);
        const bool isClusterScoped = resource.resource == "nodes" || resource.resource == "namespaces";
        if (!isClusterScoped && object.at("metadata", "namespace").isEmpty())
            object.edit("metadata").set("namespace", "default");
        const auto answer = co_await client::send(transport, client::createRequest(resource, object));
        if (!answer)
            errors.push_back({.message = refusal(object, answer.error())});
    }
}

} // namespace minato::cluster
