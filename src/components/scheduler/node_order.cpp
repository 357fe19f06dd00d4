// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/scheduler/node_order.h"

#include <algorithm>

namespace minato::components::scheduling {

void NodeOrder::add(std::string_view zone, std::size_t node)
{
    auto it = std::ranges::find(m_zones, zone, [](const auto &z) { return std::string_view(z.first); });
    if (it == m_zones.end())
        it = m_zones.insert(it, {std::string(zone), {}});
    it->second.push_back(node);
    interleave();
}

void NodeOrder::remove(std::string_view zone, std::size_t node)
{
    const auto it = std::ranges::find(m_zones, zone, [](const auto &z) { return std::string_view(z.first); });
    if (it == m_zones.end())
        return;
    std::erase(it->second, node);
    if (it->second.empty())
        m_zones.erase(it);
    interleave();
}

void NodeOrder::interleave()
{
    m_nodes.clear();
    std::size_t longest = 0;
    for (const auto &[zone, nodes] : m_zones)
        longest = std::max(longest, nodes.size());
    for (std::size_t i = 0; i < longest; ++i) {
        for (const auto &[zone, nodes] : m_zones) {
            if (i < nodes.size())
                m_nodes.push_back(nodes[i]);
        }
    }
}

} // namespace minato::components::scheduling
