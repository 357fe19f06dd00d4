// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace minato::components::scheduling {

/// The order in which nodes are looked at: one of each zone in turn, so that a search that stops early has
/// seen all zones.
///
/// Mirrors   pkg/scheduler/backend/cache/node_tree.go
class NodeOrder {
public:
    void add(std::string_view zone, std::size_t node);
    void remove(std::string_view zone, std::size_t node);
    [[nodiscard]] std::span<const std::size_t> nodes() const { return m_nodes; }

private:
    void interleave();

    std::vector<std::pair<std::string, std::vector<std::size_t>>> m_zones; ///< in the order of their coming
    std::vector<std::size_t> m_nodes;
};

} // namespace minato::components::scheduling
