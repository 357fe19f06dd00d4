// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace minato::components::scheduling {

/// What the spread filter knows: matching Pods in each domain of each DoNotSchedule constraint.
///
/// Mirrors   pkg/scheduler/framework/plugins/podtopologyspread (filtering.go preFilterState, scoring.go)
struct SpreadFilterState {
    using Domains = std::map<std::string, int, std::less<>>;
    std::vector<Domains> domains;
};

/// Not rounded: the sum over constraints of count × ln(size + 2) + maxSkew - 1 is.
[[nodiscard]] double spreadTerm(int count, int maxSkew, int topologySize);
/// raw → 0..100, the emptier the better; a raw score below zero: the node does not take part and gets 0.
void normaliseSpread(std::span<std::int64_t> scores);

} // namespace minato::components::scheduling
