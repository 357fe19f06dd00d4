// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/kubelet/ip_pool.h"

#include <charconv>
#include <format>

namespace minato::components {

std::uint32_t parseIpv4(std::string_view text)
{
    std::uint32_t address = 0;
    for (int i = 0; i < 4; ++i) {
        std::uint32_t part = 0;
        const auto end = std::from_chars(text.data(), text.data() + text.size(), part).ptr;
        address = address << 8 | (part & 0xffU);
        text.remove_prefix(std::min(text.size(), static_cast<std::size_t>(end - text.data()) + 1));
    }
    return address;
}

std::string formatIpv4(std::uint32_t address)
{
    return std::format("{}.{}.{}.{}", address >> 24, address >> 16 & 0xffU, address >> 8 & 0xffU, address & 0xffU);
}

IpPool::IpPool(std::string_view cidr)
{
    const auto slash = cidr.find('/');
    int bits = 24;
    if (slash != std::string_view::npos)
        std::from_chars(cidr.data() + slash + 1, cidr.data() + cidr.size(), bits);
    m_base = parseIpv4(cidr.substr(0, slash));
    m_size = 1U << (32 - bits);
}

std::string IpPool::take()
{
    // .0 is the network, .1 the bridge, the last the broadcast address.
    for (std::uint32_t tried = 0; tried + 3 < m_size; ++tried) {
        const std::uint32_t offset = m_next;
        m_next = m_next + 2 < m_size ? m_next + 1 : 2;
        if (m_taken.insert(offset).second)
            return formatIpv4(m_base + offset);
    }
    return {};
}

void IpPool::release(std::string_view ip)
{
    m_taken.erase(parseIpv4(ip) - m_base);
}

} // namespace minato::components
