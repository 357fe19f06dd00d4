// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/kube_proxy/proxy_rules.h"

#include <algorithm>
#include <format>

namespace minato::components {

void EndpointGroup::add(Part part)
{
    if (part->empty())
        return;
    m_ends.push_back(size() + part->size());
    m_parts.push_back(std::move(part));
}

const ProxyEndpoint &EndpointGroup::at(std::size_t index) const
{
    const auto end = std::ranges::upper_bound(m_ends, index);
    const auto part = static_cast<std::size_t>(end - m_ends.begin());
    const std::size_t before = part == 0 ? 0 : m_ends[part - 1];
    return (*m_parts[part])[index - before];
}

std::vector<std::string> iptablesProbabilities(int count)
{
    std::vector<std::string> probabilities;
    for (int i = 0; i + 1 < count; ++i)
        probabilities.push_back(std::format("{:.10f}", 1.0 / (count - i)));
    return probabilities;
}

} // namespace minato::components
