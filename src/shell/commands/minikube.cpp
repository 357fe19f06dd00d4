// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/commands/minikube.h"

#include "api/sim_control.h"
#include "client/requests.h"
#include "client/task.h"
#include "shell/commands/own_text.h"
#include "shell/commands/programs.h"

#include <algorithm>
#include <format>
#include <iterator>
#include <string_view>

namespace minato::shell {
namespace {

using Kind = api::Fault::Kind;

constexpr std::string_view kUsage =
    "minikube tells where this cluster is, and switches its machines on and off.\n\n"
    "Usage:\n"
    "  minikube ip                  The address of the control plane's machine\n"
    "  minikube status              How the machines are\n"
    "  minikube service NAME --url  The address of a Service, with a port of the machines\n"
    "  minikube node list\n"
    "  minikube node stop NODE      Switches a machine off, as if its plug were pulled\n"
    "  minikube node start NODE     Switches it on again, and waits until its Node is Ready\n"
    "  minikube node add [NODE]     Adds a machine, and waits likewise\n"
    "  minikube node delete NODE    Removes a machine for good";
constexpr std::string_view kUsageJapanese =
    "minikube は、このクラスターのアドレスを調べ、マシンの電源を入れたり切ったりします。\n\n"
    "使い方:\n"
    "  minikube ip                  コントロールプレーンのマシンのアドレス\n"
    "  minikube status              マシンの状態\n"
    "  minikube service NAME --url  Service のアドレス(マシンのポート)\n"
    "  minikube node list           マシンの一覧\n"
    "  minikube node stop NODE      プラグを抜いたように、マシンの電源を切ります\n"
    "  minikube node start NODE     電源を入れ、Node が Ready になるまで待ちます\n"
    "  minikube node add [NODE]     マシンを追加し、同じように待ちます\n"
    "  minikube node delete NODE    マシンを取り除きます";

constexpr int kUnknownNode = 80; ///< minikube's exit status for what is wrong with a guest
constexpr std::string_view kCluster = "minato";
constexpr base::Duration kReadyPause = std::chrono::milliseconds(500),
                         kReadyTimeout = std::chrono::minutes(6);

struct Verb {
    std::string_view name, doing, done; ///< {0}: the node, {1}: its role, {2}: the cluster
    Kind kind;

    /// A machine comes up, which takes its time.
    [[nodiscard]] bool comesUp() const { return kind == Kind::PowerOn || kind == Kind::AddNode; }
    [[nodiscard]] std::string line(std::string_view words, const std::string &node,
                                   std::string_view role) const
    {
        return "* " + std::vformat(words, std::make_format_args(node, role, kCluster)) + "\n";
    }
};
constexpr Verb kVerbs[] = {
    {"stop", "Stopping node \"{0}\"  ...", "Successfully stopped node {0}", Kind::PowerOff},
    {"start", "Starting \"{0}\" {1} node in \"{2}\" cluster", "Successfully started node {0}!",
     Kind::PowerOn},
    {"add", "Adding node {0} to cluster {2} as [{1}]", "Successfully added {0} to {2}!", Kind::AddNode},
    {"delete", "Deleting node {0} from cluster {2}", "Node {0} was successfully deleted.", Kind::RemoveNode},
};

bool isReady(const kube::Object &node)
{
    return std::ranges::any_of(node.status()["conditions"].items(), [](const kube::Value &condition) {
        return condition["type"].asString() == "Ready" && condition["status"].asString() == "True";
    });
}

/// Asks every half second whether the Node is Ready, for six minutes at most; false: it is not.
client::Task<bool> awaitReady(Process &process, std::string node)
{
    api::Timers &timers = process.services.timers;
    const base::Instant deadline = timers.now() + kReadyTimeout;
    while (timers.now() < deadline) {
        auto request = client::getRequest(kube::resources::kNodes, {}, node);
        const auto answer = co_await client::send(process.services.transport, std::move(request));
        if (answer && isReady(*answer->object()))
            co_return true;
        co_await client::sleep(timers, kReadyPause);
    }
    co_return false;
}

client::Task<std::string_view> roleOf(Process &process, std::string node)
{
    auto request = client::getRequest(kube::resources::kNodes, {}, std::move(node));
    const auto answer = co_await client::send(process.services.transport, std::move(request));
    const bool isControlPlane =
        answer && answer->object()->labels().contains("node-role.kubernetes.io/control-plane");
    const std::string_view role = isControlPlane ? "control-plane" : "worker";
    co_return role;
}

client::Task<int> change(Process &process, Verb verb, std::string node)
{
    api::SimControl *control = process.services.control;
    if (!control)
        co_return minikubeMistake(process, "MK_UNIMPLEMENTED",
                                  "the machines of this cluster are not simulated", 89);
    const std::string_view role = co_await roleOf(process, node);
    if (const auto done = control->inject({verb.kind, node}); !done) {
        if (verb.kind == Kind::PowerOn && done.error().ends_with("is on already")) {
            process.print(std::format("* {} is already running\n", node));
            co_return 0;
        }
        co_return minikubeMistake(process, "GUEST_NODE_RETRIEVE", done.error(), kUnknownNode);
    }
    process.print(verb.line(verb.doing, node, role));
    if (verb.comesUp()) {
        process.print("* Verifying Kubernetes components...\n");
        const bool hasCome = co_await awaitReady(process, node);
        if (!hasCome)
            co_return minikubeMistake(
                process, verb.kind == Kind::AddNode ? "GUEST_NODE_ADD" : "GUEST_NODE_START",
                "wait 6m0s for node: waiting for node to be ready: timed out", kUnknownNode);
    }
    process.print(verb.line(verb.done, node, role));
    co_return 0;
}

client::Task<int> listNodes(Process &process)
{
    auto request = client::listRequest(kube::resources::kNodes);
    const auto answer = co_await client::send(process.services.transport, std::move(request));
    if (!answer)
        co_return minikubeMistake(process, "GUEST_NODE_LIST", answer.error().message, kUnknownNode);
    for (const auto &node : answer->list().items)
        process.print(std::format("{}\t{}\n", node->name(), internalIpOf(*node)));
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

int minikubeMistake(const Process &process, std::string_view code, std::string_view what, int status)
{
    process.complain(std::format("\nX Exiting due to {}: {}\n", code, what));
    return status;
}

std::string internalIpOf(const kube::Object &node)
{
    for (const kube::Value &address : node.status()["addresses"].items())
        if (address["type"].asString() == "InternalIP")
            return std::string(address["address"].asString());
    return {};
}

/// Mirrors   minikube node list, stop, start, add, delete: its words and exit statuses
/// Differs   Nodes go by their Kubernetes names. stop pulls the plug: nothing on the machine is asked to end. start
///           and add say nothing of images and network options.
client::Task<int> runMinikube(Process &process)
{
    const auto &words = process.arguments;
    const std::string group = words.size() > 1 ? words[1] : std::string();
    const std::string verb = words.size() > 2 ? words[2] : std::string();
    if (const auto status = co_await runMinikubeCluster(process))
        co_return *status;
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
            co_return minikubeMistake(process, "MK_USAGE",
                                      std::format("Usage: minikube node {} [name]", verb), 64);
        const int status = co_await change(process, *known, node);
        co_return status;
    }
    const bool isHelp =
        words.size() == 1 || words.back() == "--help" || words.back() == "-h" || group == "help";
    if (isHelp || (group == "node" && verb.empty())) {
        const auto lang = process.environment.find("LANG");
        process.print(
            ownLines(lang == process.environment.end() ? "" : lang->second, kUsage, kUsageJapanese));
        co_return 0;
    }
    process.complain(
        std::format("Error: unknown command \"{}\" for \"minikube\"\nRun 'minikube --help' for usage.\n",
                    group == "node" ? "node " + verb : group));
    co_return 64;
}

} // namespace minato::shell
