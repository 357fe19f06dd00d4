// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sim_control.h"
#include "client/requests.h"
#include "shell/commands/programs.h"

#include <algorithm>
#include <format>
#include <iterator>
#include <string_view>

namespace minato::shell {
namespace {

using Kind = api::Fault::Kind;

constexpr std::string_view kUsage =
    "minikube switches the machines of this cluster on and off.\n\n"
    "Usage:\n"
    "  minikube node list\n"
    "  minikube node stop NODE      Switches a machine off, as if its plug were pulled\n"
    "  minikube node start NODE     Switches it on again\n"
    "  minikube node add [NODE]     Adds a machine\n"
    "  minikube node delete NODE    Removes a machine for good\n";

constexpr int kUnknownNode = 80; ///< minikube's exit status for what is wrong with a guest

struct Verb {
    std::string_view name, doing, done;
    Kind kind;
};
constexpr Verb kVerbs[] = {
    {"stop", "Stopping node \"{}\"  ...", "Successfully stopped node {}", Kind::PowerOff},
    {"start", "Starting node \"{}\"  ...", "Successfully started node {}", Kind::PowerOn},
    {"add", "Adding node {} to the cluster as [worker]", "Successfully added {} to the cluster!",
     Kind::AddNode},
    {"delete", "Deleting node {} from the cluster", "Node {} was successfully deleted.", Kind::RemoveNode},
};

int mistake(const Process &process, std::string_view code, std::string_view what, int status)
{
    process.complain(std::format("\nX Exiting due to {}: {}\n", code, what));
    return status;
}

int inject(const Process &process, const Verb &verb, const std::string &node)
{
    if (!process.services.control)
        return mistake(process, "MK_UNIMPLEMENTED", "the machines of this cluster are not simulated", 89);
    process.print("* " + std::vformat(verb.doing, std::make_format_args(node)) + "\n");
    if (const auto done = process.services.control->inject({verb.kind, node}); !done)
        return mistake(process, "GUEST_NODE_RETRIEVE", done.error(), kUnknownNode);
    process.print("* " + std::vformat(verb.done, std::make_format_args(node)) + "\n");
    return 0;
}

std::string addressOf(const kube::Object &node)
{
    for (const kube::Value &address : node.status()["addresses"].items())
        if (address["type"].asString() == "InternalIP")
            return std::string(address["address"].asString());
    return {};
}

client::Task<int> listNodes(Process &process)
{
    auto request = client::listRequest(kube::resources::kNodes);
    const auto answer = co_await client::send(process.services.transport, std::move(request));
    if (!answer)
        co_return mistake(process, "GUEST_NODE_LIST", answer.error().message, kUnknownNode);
    for (const auto &node : answer->list().items)
        process.print(std::format("{}\t{}\n", node->name(), addressOf(*node)));
    co_return 0;
}

/// A name that no node has: as many workers as there are, and one.
client::Task<std::string> freeName(Process &process)
{
    auto request = client::listRequest(kube::resources::kNodes);
    const auto answer = co_await client::send(process.services.transport, std::move(request));
    std::size_t number = 2;
    const auto isTaken = [&](const std::string &name) {
        return answer && std::ranges::any_of(answer->list().items,
                                             [&](const auto &node) { return node->name() == name; });
    };
    while (isTaken(std::format("minato-worker{}", number)))
        ++number;
    co_return std::format("minato-worker{}", number);
}

} // namespace

/// Mirrors   minikube node list, stop, start, add, delete: its words and exit statuses
/// Differs   Nodes go by their Kubernetes names. stop pulls the plug: nothing on the machine is asked to end. The
///           command comes back at once, not when the Node is Ready.
client::Task<int> runMinikube(Process &process)
{
    const auto &words = process.arguments;
    const std::string group = words.size() > 1 ? words[1] : std::string();
    const std::string verb = words.size() > 2 ? words[2] : std::string();
    if (group == "node" && verb == "list") {
        const int status = co_await listNodes(process);
        co_return status;
    }
    const auto known = std::ranges::find(kVerbs, verb, &Verb::name);
    if (group == "node" && known != std::end(kVerbs)) {
        std::string node = words.size() > 3 ? words[3] : std::string();
        if (node.empty() && known->kind == Kind::AddNode)
            node = co_await freeName(process);
        if (node.empty())
            co_return mistake(process, "MK_USAGE", std::format("Usage: minikube node {} [name]", verb), 64);
        co_return inject(process, *known, node);
    }
    const bool isHelp =
        words.size() == 1 || words.back() == "--help" || words.back() == "-h" || group == "help";
    if (isHelp || (group == "node" && verb.empty())) {
        process.print(kUsage);
        co_return 0;
    }
    process.complain(
        std::format("Error: unknown command \"{}\" for \"minikube\"\nRun 'minikube --help' for usage.\n",
                    group == "node" ? "node " + verb : group));
    co_return 64;
}

} // namespace minato::shell
