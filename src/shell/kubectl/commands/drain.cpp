// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl cordon, uncordon and drain. Mirrors kubectl/pkg/cmd/drain (drain.go) and pkg/drain (cordon.go).
#include "client/requests.h"
#include "kube/duration.h"
#include "kube/label_selector.h"
#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/commands/drain_pods.h"
#include "shell/kubectl/commands/evictions.h"

#include <algorithm>
#include <format>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

struct Nodes {
    std::vector<kube::ObjectPtr> list;
    DryRun dryRun = DryRun::None;
};

/// The nodes that the arguments or the selector name. Error: nullopt, and the status to end with.
client::Task<std::expected<Nodes, int>> readNodes(Session &session)
{
    const std::string &selector = session.flags().text("selector");
    if (session.arguments().empty() && !session.flags().isGiven("selector"))
        co_return std::unexpected(session.failUsage(
            std::format("USAGE: {} {} [flags]", session.command().path, session.command().usage)));
    if (!session.arguments().empty() && !selector.empty())
        co_return std::unexpected(
            session.failUsage("cannot specify both a node name and a --selector option"));
    const auto dryRun = dryRunOf(session);
    if (!dryRun)
        co_return std::unexpected(session.fail(dryRun.error()));
    std::vector<std::string> wanted;
    for (const std::string &name : session.arguments())
        wanted.push_back(name.contains('/') ? name : "nodes/" + name);
    SelectOptions options{.listsBareTypes = true};
    if (wanted.empty()) {
        wanted.emplace_back("nodes");
        options.labelSelector = selector;
    }
    auto selection = co_await select(session, std::move(wanted), std::move(options));
    if (!selection)
        co_return std::unexpected(session.fail(selection.error()));
    const FetchedObjects fetched = co_await fetch(session, std::move(*selection));
    if (!fetched.errors.empty())
        co_return std::unexpected(session.fail(fetched.errors.front()));
    Nodes nodes{.dryRun = *dryRun};
    for (const Fetched &item : fetched.objects) {
        if (item.type->gvr != kube::resources::kNodes)
            co_return std::unexpected(session.fail(
                Error(std::format("expected resource of type node, got \"{}/{}, Resource={}\"",
                                  item.type->gvr.group, item.type->gvr.version, item.type->gvr.resource))));
        nodes.list.push_back(item.object);
    }
    co_return nodes;
}

void tell(const Session &session, const kube::Object &node, std::string_view what, DryRun dryRun)
{
    session.print(std::format("node/{} {}\n", node.name(), operationText(what, dryRun)));
}

/// A node that cannot be changed is told of and passed over.
client::Task<void> mark(Session &session, kube::ObjectPtr node, bool isUnschedulable, DryRun dryRun)
{
    const std::string_view verb = isUnschedulable ? "cordon" : "uncordon";
    if (node->spec()["unschedulable"].asBool() == isUnschedulable) {
        tell(session, *node, std::format("already {}ed", verb), dryRun);
        co_return;
    }
    if (dryRun != DryRun::Client) {
        Value spec = Value::map({{"unschedulable", isUnschedulable ? Value(true) : Value()}});
        auto request = client::patchRequest(kube::resources::kNodes, *node, kube::PatchType::Strategic,
                                            Value::map({{"spec", std::move(spec)}}));
        if (dryRun == DryRun::Server)
            request.query["dryRun"] = "All";
        if (const auto done = co_await session.send(std::move(request)); !done) {
            session.warn(std::format("error: unable to {} node \"{}\": {}\n", verb, node->name(),
                                     done.error().message()));
            co_return;
        }
    }
    tell(session, *node, std::format("{}ed", verb), dryRun);
}

client::Task<int> markAll(Session &session, bool isUnschedulable)
{
    const auto nodes = co_await readNodes(session);
    if (!nodes)
        co_return nodes.error();
    for (const kube::ObjectPtr &node : nodes->list)
        co_await mark(session, node, isUnschedulable, nodes->dryRun);
    co_return 0;
}

client::Task<int> runCordon(Session &session)
{
    return markAll(session, true);
}

client::Task<int> runUncordon(Session &session)
{
    return markAll(session, false);
}

DrainRules rulesOf(const Flags &flags)
{
    return {.isForced = flags.isTrue("force"),
            .ignoresDaemonSets = flags.isTrue("ignore-daemonsets"),
            .deletesLocalData = flags.isTrue("delete-emptydir-data"),
            .skipsDeletedAfter = flags.number("skip-wait-for-delete-timeout"),
            .podSelector = flags.text("pod-selector")};
}

EvictionPlan planOf(const Flags &flags, DryRun dryRun)
{
    EvictionPlan plan{.deletesInstead = flags.isTrue("disable-eviction"),
                      .gracePeriod = flags.number("grace-period"),
                      .skipsDeletedAfter = flags.number("skip-wait-for-delete-timeout"),
                      .dryRun = dryRun};
    const auto timeout = kube::parseGoDuration(flags.text("timeout"));
    if (timeout && *timeout > base::Duration::zero())
        plan.timeout = *timeout;
    return plan;
}

/// What is still there when a drain has failed.
client::Task<void> tellPending(Session &session, std::string node, DrainRules rules, std::string error)
{
    const auto left = co_await choosePods(session, node, rules);
    if (!left || left->pods.empty())
        co_return;
    session.warn(
        std::format("There are pending pods in node \"{}\" when an error occurred: {}\n", node, error));
    for (const kube::ObjectPtr &pod : left->pods)
        session.warn(std::format("pod/{}\n", pod->name()));
}

/// The errors of one node; empty when it is drained.
client::Task<std::vector<std::string>> drainOne(Session &session, kube::ObjectPtr node, DryRun dryRun)
{
    const DrainRules rules = rulesOf(session.flags());
    const std::string name(node->name());
    const auto choice = co_await choosePods(session, name, rules);
    if (!choice)
        co_return std::vector{choice.error().message()};
    if (auto errors = choice->errors(); !errors.empty())
        co_return errors;
    if (const std::string warning = choice->warning(); !warning.empty())
        session.warn("Warning: " + warning + "\n");
    if (dryRun == DryRun::Client) {
        for (const kube::ObjectPtr &pod : choice->pods)
            session.print(std::format("evicting pod {}/{} (dry run)\n", pod->ns(), pod->name()));
        co_return std::vector<std::string>();
    }
    const EvictionPlan plan = planOf(session.flags(), dryRun);
    auto errors = co_await takeAway(session, choice->pods, plan);
    if (!errors.empty())
        co_await tellPending(session, name, rules, joined(errors));
    co_return errors;
}

client::Task<int> runDrain(Session &session)
{
    const auto nodes = co_await readNodes(session);
    if (!nodes)
        co_return nodes.error();
    if (!kube::LabelSelector::parse(session.flags().text("pod-selector")))
        co_return session.fail(Error("--pod-selector=<pod_selector> must be a valid label selector"));
    for (const kube::ObjectPtr &node : nodes->list)
        co_await mark(session, node, true, nodes->dryRun);
    std::vector<std::string> fatal;
    std::string pending;
    for (const kube::ObjectPtr &node : nodes->list) {
        const auto errors = co_await drainOne(session, node, nodes->dryRun);
        if (errors.empty()) {
            tell(session, *node, "drained", nodes->dryRun);
            continue;
        }
        session.warn(
            std::format("error: unable to drain node \"{}\" due to error: {}, continuing command...\n",
                        node->name(), joined(errors)));
        fatal.insert(fatal.end(), errors.begin(), errors.end());
        pending += std::format(" {}\n", node->name());
    }
    if (fatal.empty())
        co_return 0;
    session.warn("There are pending nodes to be drained:\n" + pending);
    for (const std::string &error : fatal)
        session.warn(error + "\n");
    co_return 1;
}

constexpr FlagSpec kNodeFlags[]{{"selector", 'l', FlagType::Text, "", "Only nodes with these labels."}};

constexpr FlagSpec kDrainFlags[]{
    {"chunk-size", 0, FlagType::Int, "500", "How many objects a page of a list has."},
    {"delete-emptydir-data", 0, FlagType::Bool, "false",
     "Also Pods whose emptyDir volumes are lost with them."},
    {"disable-eviction", 0, FlagType::Bool, "false", "Delete the Pods: PodDisruptionBudgets are not asked."},
    {"force", 0, FlagType::Bool, "false", "Also Pods without a controller, which nobody replaces."},
    {"grace-period", 0, FlagType::Int, "-1", "Seconds a Pod gets to end; negative: what the Pod says."},
    {"ignore-daemonsets", 0, FlagType::Bool, "false", "Pods of DaemonSets stay, and that is no error."},
    {"pod-selector", 0, FlagType::Text, "", "Only Pods with these labels."},
    {"skip-wait-for-delete-timeout", 0, FlagType::Int, "0",
     "Do not wait for Pods that were deleted more than this many seconds ago; 0: wait for all."},
    {"timeout", 0, FlagType::Duration, "0s", "Give up after this long; 0: as long as it takes."},
};

} // namespace

const Command kCordon{
    .path = "cordon",
    .usage = "NODE",
    .brief = "Mark node as unschedulable",
    .text = "No new Pods come to the node; those that are there stay.",
    .examples = "# No new Pods for one node\n"
                "kubectl cordon minato-worker",
    .flags = {kNodeFlags, dryRunFlags()},
    .run = runCordon,
};

const Command kUncordon{
    .path = "uncordon",
    .usage = "NODE",
    .brief = "Mark node as schedulable",
    .text = "New Pods may come to the node again.",
    .examples = "# Pods may come again\n"
                "kubectl uncordon minato-worker",
    .flags = {kNodeFlags, dryRunFlags()},
    .run = runUncordon,
};

const Command kDrain{
    .path = "drain",
    .usage = "NODE",
    .brief = "Drain node in preparation for maintenance",
    .text = "Cordons the node, then evicts its Pods, as far as PodDisruptionBudgets allow, and waits until "
            "they are "
            "gone. Controllers make the Pods anew on other nodes. Pods of DaemonSets stay.",
    .examples = "# Empty a node, but for the Pods of DaemonSets\n"
                "kubectl drain minato-worker --ignore-daemonsets\n\n"
                "# Also Pods that nobody will replace, giving each 10 seconds\n"
                "kubectl drain minato-worker --force --grace-period=10",
    .flags = {kNodeFlags, kDrainFlags, dryRunFlags()},
    .run = runDrain,
};

} // namespace minato::shell::kubectl
