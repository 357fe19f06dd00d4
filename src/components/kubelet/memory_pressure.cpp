// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/kubelet/memory_pressure.h"

#include "kube/quantity.h"

#include <algorithm>
#include <format>
#include <tuple>

namespace minato::components {
namespace {

std::string inKibibytes(std::int64_t bytes)
{
    constexpr std::int64_t kKibi = 1024;
    return kube::Quantity::fromUnits(bytes / kKibi * kKibi, kube::Quantity::Format::BinarySI).toString();
}

} // namespace

void rankForMemory(std::vector<EvictionCandidate> &candidates)
{
    const auto rank = [](const EvictionCandidate &each) {
        const auto above = each.usage - each.request;
        return std::tuple(above <= 0, each.pod->spec()["priority"].asInt(), -above);
    };
    std::ranges::stable_sort(candidates, {}, rank);
}

std::string memoryEvictionMessage(const EvictionCandidate &victim, std::int64_t threshold,
                                  std::int64_t available)
{
    std::string text =
        std::format("The node was low on resource: memory. Threshold quantity: {}, available: {}. ",
                    inKibibytes(threshold), inKibibytes(available));
    for (const auto &container : victim.containers) {
        if (container.usage > container.request)
            text +=
                std::format("Container {} was using {}, request is {}, has larger consumption of memory. ",
                            container.name, inKibibytes(container.usage),
                            container.request == 0 ? "0" : inKibibytes(container.request));
    }
    return text;
}

} // namespace minato::components
