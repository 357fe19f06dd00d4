// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl top node. Mirrors kubectl/pkg/cmd/top (top_node.go) and pkg/metricsutil (metrics_printer.go). Nodes without
// metrics come in the order of their names, where upstream has none.
#include "kube/label_selector.h"
#include "kube/tab_writer.h"
#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/commands/top.h"

#include <format>
#include <map>

namespace minato::shell::kubectl {
namespace {

using Available = std::map<std::string, kube::Value, std::less<>>; ///< a ResourceList, by node

/// "7%\t"; nothing when the node does not say how much it has.
std::string share(const kube::Value &available, std::string_view resource, const kube::Quantity &used)
{
    if (!available.contains(resource))
        return {};
    const auto all = kube::Quantity::fromValue(available[resource]).value_or(kube::Quantity());
    const double share = static_cast<double>(used.milliValue()) / static_cast<double>(all.milliValue()) * 100;
    return std::format("{}%\t", static_cast<std::int64_t>(share));
}

std::string table(const Session &session, std::vector<top::Measured> nodes, Available available)
{
    const Flags &flags = session.flags();
    top::sort(nodes, flags.text("sort-by"), false);
    kube::TabWriter out({.rememberWidths = true});
    if (!flags.isTrue("no-headers"))
        out.write(session.isSince(32) ? "NAME\tCPU(cores)\tCPU(%)\tMEMORY(bytes)\tMEMORY(%)\t\n"
                                      : "NAME\tCPU(cores)\tCPU%\tMEMORY(bytes)\tMEMORY%\t\n");
    for (const top::Measured &node : nodes) {
        const kube::Value has = available.contains(node.name) ? available[node.name] : kube::Value();
        out.write(node.name + "\t" + top::cpuCell(node.usage) + share(has, "cpu", node.usage.cpu) +
                  top::memoryCell(node.usage) + share(has, "memory", node.usage.memory) + "\n");
        available.erase(node.name);
    }
    for (const auto &[name, has] : available)
        out.write(name + "\t<unknown>\t<unknown>\t<unknown>\t<unknown>\t\n");
    return out.flush();
}

client::Task<int> runTopNode(Session &session)
{
    const Flags &flags = session.flags();
    if (session.arguments().size() > 1)
        co_return session.failUsage("node [NAME | -l label]");
    const auto called = top::checkCall(session, !flags.text("selector").empty(),
                                       "only one of NAME or --selector can be provided");
    if (!called)
        co_return session.fail(called.error());
    const auto selector = kube::LabelSelector::parse(flags.text("selector"));
    if (!selector)
        co_return session.fail(Error(selector.error()));
    const auto found = co_await top::findMetricsApi(session);
    if (!found)
        co_return session.fail(found.error());
    const std::string name = top::nameOf(session);
    const api::Query query{{"labelSelector", selector->toString()}};
    const auto metrics = co_await top::read(session, top::kNodeMetrics, "", name, query);
    if (!metrics)
        co_return session.fail(metrics.error());
    if (metrics->empty())
        co_return session.fail(Error("metrics not available yet"));
    const auto nodes = co_await top::read(session, kube::resources::kNodes, "", name, query);
    if (!nodes)
        co_return session.fail(nodes.error());
    Available available;
    for (const kube::ObjectPtr &node : *nodes)
        available[std::string(node->name())] =
            node->status()[flags.isTrue("show-capacity") ? "capacity" : "allocatable"];
    std::vector<top::Measured> measured;
    for (const kube::ObjectPtr &one : *metrics)
        measured.push_back({"", std::string(one->name()), top::Usage::of((*one)["usage"])});
    session.print(table(session, std::move(measured), std::move(available)));
    co_return 0;
}

constexpr FlagSpec kFlags[]{
    {"selector", 'l', FlagType::Text, "", "Only nodes with these labels."},
    {"sort-by", 0, FlagType::Text, "", "\"cpu\" or \"memory\": the greatest first; without it, by name."},
    {"no-headers", 0, FlagType::Bool, "false", "Leave the line of headers out."},
    {"show-capacity", 0, FlagType::Bool, "false",
     "Percentages of all that the node has, not of what Pods may have of it."},
    {"use-protocol-buffers", 0, FlagType::Bool, "true", "How the metrics travel."},
};

} // namespace

const Command kTopNode{
    .path = "top node",
    .usage = "[NAME | -l label]",
    .brief = "Display resource (CPU/memory) usage of nodes",
    .text = "CPU and memory that nodes use now, and how much that is of what Pods may have there.",
    .examples = "# All nodes\n"
                "kubectl top node\n\n"
                "# One node\n"
                "kubectl top node minato-worker",
    .flags = {kFlags},
    .run = runTopNode,
    .aliases = {"nodes", "no"},
};

} // namespace minato::shell::kubectl
