// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

namespace minato::components {

/// The Pod addresses of one node.
///
/// Mirrors   CNI host-local: from .2 upward, a freed address comes again only after the others
class IpPool {
public:
    /// "10.244.1.0/24"
    explicit IpPool(std::string_view cidr);
    /// Empty when all are taken.
    [[nodiscard]] std::string take();
    void release(std::string_view ip);

private:
    std::uint32_t m_base = 0, m_size = 0, m_next = 2;
    std::set<std::uint32_t> m_taken; ///< offsets
};

[[nodiscard]] std::uint32_t parseIpv4(std::string_view text);
[[nodiscard]] std::string formatIpv4(std::uint32_t address);

} // namespace minato::components
