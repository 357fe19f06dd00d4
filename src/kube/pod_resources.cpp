// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/pod_resources.h"

namespace minato::kube {
namespace {

void add(ResourceAmounts &to, const ResourceAmounts &from)
{
    for (const auto &[name, amount] : from)
        to[name] = to[name] + amount;
}

void raise(ResourceAmounts &to, const ResourceAmounts &from)
{
    for (const auto &[name, amount] : from) {
        const auto [it, isNew] = to.emplace(name, amount);
        if (!isNew && it->second < amount)
            it->second = amount;
    }
}

} // namespace

ResourceAmounts readAmounts(const Value &amounts)
{
    ResourceAmounts result;
    for (const Member &member : amounts.members()) {
        if (auto amount = Quantity::fromValue(member.value))
            result.emplace(member.key(), *std::move(amount));
    }
    return result;
}

ResourceAmounts podResources(const Value &podSpec, std::string_view which)
{
    ResourceAmounts running, sidecars, starting;
    for (const Value &container : podSpec["containers"].items())
        add(running, readAmounts(container["resources"][which]));
    for (const Value &container : podSpec["initContainers"].items()) {
        ResourceAmounts its = readAmounts(container["resources"][which]);
        if (container["restartPolicy"].asString() == "Always") {
            add(running, its);
            add(sidecars, its);
            raise(starting, sidecars);
        } else {
            add(its, sidecars);
            raise(starting, its);
        }
    }
    raise(running, starting);
    for (auto &[name, amount] : readAmounts(podSpec["resources"][which]))
        running[name] = amount;
    for (const auto &[name, amount] : readAmounts(podSpec["overhead"])) {
        // A Pod without a limit stays without one.
        if (which == "requests" || running.contains(name))
            running[name] = running[name] + amount;
    }
    return running;
}

} // namespace minato::kube
