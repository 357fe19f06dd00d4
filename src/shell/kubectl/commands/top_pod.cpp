// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl top pod. Mirrors kubectl/pkg/cmd/top (top_pod.go) and pkg/metricsutil (metrics_printer.go).
#include "kube/duration.h"
#include "kube/field_selector.h"
#include "kube/label_selector.h"
#include "kube/tab_writer.h"
#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/commands/top.h"

#include <chrono>
#include <format>

namespace minato::shell::kubectl {
namespace {

/// An older Pod should have been measured.
constexpr base::Duration kPatience = std::chrono::minutes(2);

top::Measured measuredPod(const kube::Object &metrics)
{
    top::Measured pod{std::string(metrics.ns()), std::string(metrics.name()), {}};
    for (const kube::Value &container : metrics["containers"].items()) {
        const auto usage = top::Usage::of(container["usage"]);
        pod.usage.add(usage);
        pod.containers.push_back({pod.ns, std::string(container["name"].asString()), usage});
    }
    return pod;
}

std::string line(const top::Measured &measured)
{
    return measured.name + "\t" + top::cpuCell(measured.usage) + top::memoryCell(measured.usage) + "\n";
}

std::string blanks(int count)
{
    return std::string(static_cast<std::size_t>(count), '\t');
}

/// The line for all Pods together. Without headers upstream forgets the columns before the names.
std::string sumLines(const std::vector<top::Measured> &pods, int columns)
{
    top::Measured sum;
    for (const top::Measured &pod : pods)
        sum.usage.add(pod.usage);
    return blanks(columns - 2) + "________\t________\t\n" + blanks(columns - 3) + line(sum);
}

std::string table(const Flags &flags, std::vector<top::Measured> pods)
{
    const bool hasNamespaces = flags.isTrue("all-namespaces"), hasContainers = flags.isTrue("containers");
    const std::string &order = flags.text("sort-by");
    kube::TabWriter out({.rememberWidths = true});
    int columns = 3;
    if (!flags.isTrue("no-headers")) {
        columns += (hasNamespaces ? 1 : 0) + (hasContainers ? 1 : 0);
        out.write(std::string(hasNamespaces ? "NAMESPACE\t" : "") + (hasContainers ? "POD\t" : "") +
                  "NAME\tCPU(cores)\tMEMORY(bytes)\t\n");
    }
    top::sort(pods, order, hasNamespaces);
    for (top::Measured &pod : pods) {
        const std::string before = hasNamespaces ? pod.ns + "\t" : "";
        if (!hasContainers) {
            out.write(before + line(pod));
            continue;
        }
        top::sort(pod.containers, order, false);
        for (const top::Measured &container : pod.containers)
            out.write(before + pod.name + "\t" + line(container));
    }
    if (flags.isTrue("sum"))
        out.write(sumLines(pods, columns));
    return out.flush();
}

/// What to say when nothing was measured; nothing: there are no Pods at all.
client::Task<Result<void>> explainNothing(Session &session, api::Query query)
{
    const auto pods = co_await top::read(session, kube::resources::kPods, session.ns(), "", std::move(query));
    if (!pods)
        co_return std::unexpected(pods.error());
    if (pods->empty())
        co_return Result<void>();
    for (const kube::ObjectPtr &pod : *pods) {
        const auto created = base::parseRfc3339(pod->metadata()["creationTimestamp"].asString());
        const base::Duration age = session.now() - created.value_or(session.now());
        if (age > kPatience)
            co_return std::unexpected(Error(std::format("Metrics not available for pod {}/{}, age: {}",
                                                        pod->ns(), pod->name(), kube::goDuration(age))));
    }
    co_return std::unexpected(Error("metrics not available yet"));
}

/// The query of the flags. Error: a selector that cannot be read.
Result<api::Query> queryOf(const Flags &flags)
{
    const auto labels = kube::LabelSelector::parse(flags.text("selector"));
    if (!labels)
        return std::unexpected(Error(labels.error()));
    const auto fields = kube::FieldSelector::parse(flags.text("field-selector"));
    if (!fields)
        return std::unexpected(Error(fields.error()));
    return api::Query{{"labelSelector", labels->toString()}, {"fieldSelector", fields->toString()}};
}

client::Task<int> runTopPod(Session &session)
{
    const Flags &flags = session.flags();
    if (session.arguments().size() > 1)
        co_return session.failUsage("pod [NAME | -l label]");
    const auto called =
        top::checkCall(session, !flags.text("selector").empty() || !flags.text("field-selector").empty(),
                       "only one of NAME or selector can be provided");
    if (!called)
        co_return session.fail(called.error());
    const auto query = queryOf(flags);
    if (!query)
        co_return session.fail(query.error());
    const auto found = co_await top::findMetricsApi(session);
    if (!found)
        co_return session.fail(found.error());
    const bool isEverywhere = flags.isTrue("all-namespaces");
    std::string ns = session.ns();
    if (isEverywhere)
        ns.clear();
    const std::string name = top::nameOf(session);
    if (isEverywhere && !name.empty() && !session.isSince(31))
        co_return session.fail(Error("an empty namespace may not be set when a resource name is provided"));
    const auto metrics = co_await top::read(session, top::kPodMetrics, std::move(ns), name, *query);
    if (!metrics)
        co_return session.fail(metrics.error());
    if (metrics->empty()) {
        const auto explained = co_await explainNothing(session, *query);
        if (!explained)
            co_return session.fail(explained.error());
        session.warn(isEverywhere ? "No resources found\n"
                                  : std::format("No resources found in {} namespace.\n", session.ns()));
        co_return 0;
    }
    std::vector<top::Measured> pods;
    for (const kube::ObjectPtr &one : *metrics)
        pods.push_back(measuredPod(*one));
    session.print(table(flags, std::move(pods)));
    co_return 0;
}

constexpr FlagSpec kFlags[]{
    {"selector", 'l', FlagType::Text, "", "Only Pods with these labels."},
    {"field-selector", 0, FlagType::Text, "", "Only Pods with these fields: metadata.name=web"},
    {"sort-by", 0, FlagType::Text, "", "\"cpu\" or \"memory\": the greatest first; without it, by name."},
    {"containers", 0, FlagType::Bool, "false", "A line for each container."},
    {"all-namespaces", 'A', FlagType::Bool, "false", "Pods of all namespaces."},
    {"no-headers", 0, FlagType::Bool, "false", "Leave the line of headers out."},
    {"sum", 0, FlagType::Bool, "false", "Add a line for all of them together."},
    {"use-protocol-buffers", 0, FlagType::Bool, "true", "How the metrics travel."},
};

} // namespace

const Command kTopPod{
    .path = "top pod",
    .usage = "[NAME | -l label]",
    .brief = "Display resource (CPU/memory) usage of pods",
    .text = "CPU and memory that Pods use now. A new Pod is measured about half a minute after its start.",
    .examples = "# The Pods of this namespace\n"
                "kubectl top pod\n\n"
                "# The containers of one Pod\n"
                "kubectl top pod web --containers\n\n"
                "# All Pods of an app, and their sum\n"
                "kubectl top pod -l app=web --sum",
    .flags = {kFlags},
    .run = runTopPod,
    .aliases = {"pods", "po"},
};

} // namespace minato::shell::kubectl
