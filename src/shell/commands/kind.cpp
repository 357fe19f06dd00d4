// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kind: the verbs that tutorials use, about the one cluster of this terminal.
//
// Mirrors   kind 0.30: get clusters, get nodes, get kubeconfig, version
// Differs   The cluster cannot be made, deleted or filled with images: the answer says so.
#include "client/requests.h"
#include "client/task.h"
#include "shell/commands/own_text.h"
#include "shell/commands/programs.h"

#include <algorithm>
#include <format>

namespace minato::shell {
namespace {

constexpr std::string_view kCluster = "minato";
constexpr std::string_view kUsage =
    "kind creates and manages local Kubernetes clusters using Docker container 'nodes'\n\n"
    "Usage:\n  kind [command]\n\nAvailable Commands:\n"
    "  get         Gets one of [clusters, nodes, kubeconfig]\n"
    "  version     Prints the kind CLI version\n";

int tell(const Process &process, std::string_view en, std::string_view ja, int status)
{
    const auto lang = process.environment.find("LANG");
    process.complain(ownLines(lang == process.environment.end() ? "" : lang->second, en, ja));
    return status;
}

/// --name, or the name that kind takes without it.
std::string nameOf(const std::vector<std::string> &words)
{
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (words[i].starts_with("--name="))
            return words[i].substr(7);
        if ((words[i] == "--name" || words[i] == "-n") && i + 1 < words.size())
            return words[i + 1];
    }
    return std::string(kCluster);
}

client::Task<int> listNodes(Process &process)
{
    const std::string name = nameOf(process.arguments);
    if (name != kCluster) {
        process.complain(std::format("No kind nodes found for cluster \"{}\".\n", name));
        co_return 0;
    }
    auto request = client::listRequest(kube::resources::kNodes);
    const auto answer = co_await client::send(process.services.transport, std::move(request));
    if (!answer) {
        process.complain("ERROR: failed to list nodes: " + answer.error().message + "\n");
        co_return 1;
    }
    for (const auto &node : answer->list().items)
        process.print(std::string(node->name()) + "\n");
    co_return 0;
}

void printKubeconfig(const Process &process)
{
    process.print(std::format(
        "apiVersion: v1\nclusters:\n- cluster:\n    server: {1}\n  name: kind-{0}\ncontexts:\n- context:\n"
        "    cluster: kind-{0}\n    user: kind-{0}\n  name: kind-{0}\ncurrent-context: kind-{0}\nkind: "
        "Config\n"
        "preferences: {{}}\nusers:\n- name: kind-{0}\n  user: {{}}\n",
        kCluster, process.services.serverUrl));
}

} // namespace

client::Task<int> runKind(Process &process)
{
    const auto &words = process.arguments;
    const std::string verb = words.size() > 1 ? words[1] : "", what = words.size() > 2 ? words[2] : "";
    if (verb == "version" || verb == "--version") {
        process.print(verb == "version" ? "kind v0.30.0 go1.24.6 linux/amd64\n" : "kind version 0.30.0\n");
        co_return 0;
    }
    if (verb == "get" && (what == "clusters" || what == "cluster")) {
        process.print(std::string(kCluster) + "\n");
        co_return 0;
    }
    if (verb == "get" && (what == "nodes" || what == "node")) {
        const int status = co_await listNodes(process);
        co_return status;
    }
    if (verb == "get" && what == "kubeconfig") {
        printKubeconfig(process);
        co_return 0;
    }
    if (verb == "create")
        co_return tell(
            process,
            "kind: this terminal has one cluster, \"minato\", and it runs already: go on with kubectl",
            "kind: このターミナルのクラスターは「minato」だけで、もう動いています。そのまま kubectl "
            "を使ってください",
            1);
    if (verb == "delete")
        co_return tell(process,
                       "kind: the cluster of this terminal cannot be deleted; it begins anew when the lab is "
                       "opened again",
                       "kind: このターミナルのクラスターは削除できません。ラボを開き直すと最初からになります",
                       1);
    if (verb == "load")
        co_return tell(
            process, "kind: images need not be loaded here: the simulated nodes get every image by its name",
            "kind: "
            "ここではイメージを読み込む必要はありません。シミュレーションのノードは、名前だけでイメージを取得"
            "できます",
            0);
    const bool isHelp = verb.empty() || verb == "help" || verb == "-h" || verb == "--help";
    if (isHelp || (verb == "get" && what.empty())) {
        process.print(kUsage);
        co_return 0;
    }
    process.complain(std::format("ERROR: unknown command \"{}\" for \"kind{}\"\n",
                                 verb == "get" ? what : verb, verb == "get" ? " get" : ""));
    co_return 1;
}

} // namespace minato::shell
