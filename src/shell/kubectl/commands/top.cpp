// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/commands/top.h"

#include "shell/kubectl/commands/commands.h"

#include <algorithm>
#include <format>

namespace minato::shell::kubectl {
namespace top {

Usage Usage::of(const kube::Value &resources)
{
    const auto amount = [&resources](std::string_view name) {
        return kube::Quantity::fromValue(resources[name]).value_or(kube::Quantity());
    };
    return {amount("cpu"), amount("memory")};
}

void Usage::add(const Usage &other)
{
    cpu = cpu + other.cpu;
    memory = memory + other.memory;
}

void sort(std::vector<Measured> &list, std::string_view order, bool hasNamespaces)
{
    std::ranges::stable_sort(list, [&](const Measured &a, const Measured &b) {
        if (order == "cpu")
            return a.usage.cpu.milliValue() > b.usage.cpu.milliValue();
        if (order == "memory")
            return a.usage.memory.value() > b.usage.memory.value();
        if (hasNamespaces && a.ns != b.ns)
            return a.ns < b.ns;
        return a.name < b.name;
    });
}

std::string cpuCell(const Usage &usage)
{
    return std::format("{}m\t", usage.cpu.milliValue());
}

std::string memoryCell(const Usage &usage)
{
    constexpr std::int64_t kMebi = 1024 * 1024;
    return std::format("{}Mi\t", usage.memory.value() / kMebi);
}

Result<void> checkCall(const Session &session, bool hasSelector, std::string_view nameAndSelector)
{
    const std::string &order = session.flags().text("sort-by");
    if (!order.empty() && order != "cpu" && order != "memory")
        return std::unexpected(Error("--sort-by accepts only cpu or memory"));
    if (hasSelector && !nameOf(session).empty())
        return std::unexpected(Error(std::string(nameAndSelector)));
    return {};
}

client::Task<Result<void>> findMetricsApi(Session &session)
{
    const auto discovery = co_await session.discovery(true);
    if (!discovery)
        co_return std::unexpected(discovery.error());
    const bool isThere = std::ranges::any_of((*discovery)->entries(), [](const Discovery::Entry &entry) {
        return entry.resource.gvr.groupVersion() == kNodeMetrics.groupVersion();
    });
    if (!isThere)
        co_return std::unexpected(Error("Metrics API not available"));
    co_return Result<void>();
}

client::Task<Result<std::vector<kube::ObjectPtr>>> read(Session &session, kube::GroupVersionResource type,
                                                        std::string ns, std::string name, api::Query query)
{
    const bool isOne = !name.empty();
    api::Request request{.verb = isOne ? api::Verb::Get : api::Verb::List,
                         .resource = std::move(type),
                         .ns = std::move(ns),
                         .name = std::move(name)};
    for (auto &[key, value] : query) {
        if (!value.empty())
            request.query.emplace(key, std::move(value));
    }
    const auto answer = co_await session.send(std::move(request));
    if (!answer)
        co_return std::unexpected(answer.error());
    if (isOne)
        co_return std::vector<kube::ObjectPtr>{answer->object()};
    co_return answer->list().items;
}

std::string nameOf(const Session &session)
{
    return session.arguments().empty() ? std::string() : session.arguments().front();
}

} // namespace top

const Command kTop{
    .path = "top",
    .usage = "SUBCOMMAND",
    .brief = "Display resource (CPU/memory) usage",
    .text = "What nodes or Pods use now, as the cluster's metrics server measured it last.",
    .examples = "# Which node has how much to do?\n"
                "kubectl top node\n\n"
                "# The Pods that need most CPU first\n"
                "kubectl top pod --sort-by=cpu",
    .flags = {},
    .failsBare = true,
    .helpsOnErr = true,
};

} // namespace minato::shell::kubectl
