// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/requests.h"
#include "shell/commands/minikube.h"

#include <algorithm>
#include <format>
#include <vector>

namespace minato::shell {
namespace {

using kube::Value;

constexpr int kNoNodes = 80, kNoService = 115, kUsageMistake = 64; ///< minikube's exit statuses
constexpr int kNotRunning = 7;                                     ///< of status: all three parts are down

bool isControlPlane(const kube::Object &node)
{
    return node.labels().contains("node-role.kubernetes.io/control-plane");
}

bool isReady(const kube::Object &node)
{
    return std::ranges::any_of(node.status()["conditions"].items(), [](const Value &condition) {
        return condition["type"].asString() == "Ready" && condition["status"].asString() == "True";
    });
}

/// All nodes, those of the control plane first.
client::Task<std::vector<kube::ObjectPtr>> nodesOf(Process &process)
{
    auto request = client::listRequest(kube::resources::kNodes);
    const auto answer = co_await client::send(process.services.transport, std::move(request));
    std::vector<kube::ObjectPtr> nodes;
    if (answer)
        nodes = answer->list().items;
    std::ranges::stable_partition(nodes, [](const auto &node) { return isControlPlane(*node); });
    co_return nodes;
}

int failWithoutNodes(const Process &process)
{
    return minikubeMistake(process, "GUEST_NODE_RETRIEVE", "the cluster's nodes cannot be read", kNoNodes);
}

client::Task<int> printIp(Process &process)
{
    const auto nodes = co_await nodesOf(process);
    if (nodes.empty())
        co_return failWithoutNodes(process);
    process.print(internalIpOf(*nodes.front()) + "\n");
    co_return 0;
}

client::Task<int> printStatus(Process &process)
{
    const auto nodes = co_await nodesOf(process);
    if (nodes.empty())
        co_return failWithoutNodes(process);
    bool isAllRunning = true;
    for (const kube::ObjectPtr &node : nodes) {
        const char *state = isReady(*node) ? "Running" : "Stopped";
        isAllRunning = isAllRunning && isReady(*node);
        process.print(std::format("{}\ntype: {}\nhost: {}\nkubelet: {}\n", node->name(),
                                  isControlPlane(*node) ? "Control Plane" : "Worker", state, state));
        if (isControlPlane(*node))
            process.print("apiserver: Running\nkubeconfig: Configured\n");
        process.print("\n");
    }
    co_return isAllRunning ? 0 : kNotRunning;
}

client::Task<int> tellStarted(Process &process)
{
    const auto nodes = co_await nodesOf(process);
    if (nodes.empty())
        co_return failWithoutNodes(process);
    process.print(std::format(
        "* Using the running cluster of {} node{}\n"
        "* Done! kubectl is now configured to use \"minato\" cluster and \"default\" namespace by "
        "default\n",
        nodes.size(), nodes.size() == 1 ? "" : "s"));
    co_return 0;
}

/// minikube service NAME [--url] [-n NAMESPACE]
struct ServiceCall {
    std::string name, ns = "default";
};

ServiceCall readServiceCall(const std::vector<std::string> &words)
{
    ServiceCall call;
    for (std::size_t i = 2; i < words.size(); ++i) {
        const std::string &word = words[i];
        if ((word == "-n" || word == "--namespace") && i + 1 < words.size())
            call.ns = words[++i];
        else if (word.starts_with("--namespace="))
            call.ns = word.substr(word.find('=') + 1);
        else if (!word.starts_with('-'))
            call.name = word;
    }
    return call;
}

client::Task<int> printService(Process &process)
{
    const ServiceCall call = readServiceCall(process.arguments);
    if (call.name.empty())
        co_return minikubeMistake(process, "MK_USAGE", "You must specify a service name", kUsageMistake);
    auto request = client::getRequest(kube::resources::kServices, call.ns, call.name);
    const auto service = co_await client::send(process.services.transport, std::move(request));
    if (!service)
        co_return minikubeMistake(
            process, "SVC_NOT_FOUND",
            std::format(
                "Service '{0}' was not found in '{1}' namespace.\nYou may select another namespace by using "
                "'minikube service {0} -n <namespace>'. Or list out all the services using 'minikube service "
                "list'",
                call.name, call.ns),
            kNoService);
    const auto nodes = co_await nodesOf(process);
    if (nodes.empty())
        co_return failWithoutNodes(process);
    bool hasPort = false;
    for (const Value &port : service->object()->spec()["ports"].items()) {
        if (port["nodePort"].asInt() == 0)
            continue;
        hasPort = true;
        process.print(std::format("http://{}:{}\n", internalIpOf(*nodes.front()), port["nodePort"].asInt()));
    }
    if (!hasPort)
        process.complain(std::format("* service {}/{} has no node port\n", call.ns, call.name));
    co_return 0;
}

} // namespace

client::Task<std::optional<int>> runMinikubeCluster(Process &process)
{
    const std::string verb = process.arguments.size() > 1 ? process.arguments[1] : std::string();
    const std::string &last = process.arguments.back();
    if (last == "--help" || last == "-h")
        co_return std::nullopt;
    int status = 0;
    if (verb == "ip")
        status = co_await printIp(process);
    else if (verb == "status")
        status = co_await printStatus(process);
    else if (verb == "start")
        status = co_await tellStarted(process);
    else if (verb == "service")
        status = co_await printService(process);
    else
        co_return std::nullopt;
    co_return status;
}

} // namespace minato::shell
