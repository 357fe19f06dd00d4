// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "kube/object.h"

#include <cstdint>
#include <expected>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace minato::apiserver {

/// An IPv4 block, "10.96.0.0/12".
struct AddressBlock {
    std::uint32_t first = 0; ///< the network address
    std::uint32_t size = 0;  ///< addresses in the block

    [[nodiscard]] static std::optional<AddressBlock> parse(std::string_view cidr);
    friend bool operator==(const AddressBlock &, const AddressBlock &) = default;
};
[[nodiscard]] std::optional<std::uint32_t> parseAddress(std::string_view text);
[[nodiscard]] std::string addressText(std::uint32_t address);

/// How much of a range of so many addresses, or ports, is left to those who choose by hand.
///
/// Mirrors   ipallocator and portallocator calculateRangeOffset
[[nodiscard]] std::uint32_t staticAddressBand(std::uint32_t size);
[[nodiscard]] std::uint32_t staticPortBand(std::uint32_t size);

/// Hands out ClusterIPs and node ports. It picks, it does not reserve: what is taken is what the Services in
/// the store say (observe()), so that a refused or dry-run write leaves no trace.
///
/// Mirrors   pkg/registry/core/service (ipallocator, portallocator): random within the upper band of the
/// range, the
///           lower band (kept for choice by hand) only when that is full
class ServiceAllocator {
public:
    static constexpr int kFirstNodePort = 30000;
    static constexpr int kLastNodePort = 32767;

    ServiceAllocator(AddressBlock block, std::uint64_t seed);

    /// A Service appeared, changed or went; either may be null.
    void observe(const kube::Object *before, const kube::Object *after);

    [[nodiscard]] std::optional<std::string> pickAddress();
    /// `taken` are ports of the same write that are not in the store yet.
    [[nodiscard]] std::optional<int> pickPort(const std::map<int, int> &taken);

    /// Why an address may not be used; nullopt when it may. `owner` is the Service ("ns/name") that asks.
    [[nodiscard]] std::optional<std::string> refusal(std::string_view address, std::string_view owner) const;
    [[nodiscard]] std::optional<std::string> portRefusal(int port, std::string_view protocol,
                                                         std::string_view owner) const;
    [[nodiscard]] bool isPortTaken(int port) const;

private:
    void claim(const kube::Object &service);
    void release(const kube::Object &service);

    AddressBlock m_block;
    base::RandomStream m_random;
    std::map<std::uint32_t, std::string> m_addresses;           ///< address → owner
    std::map<std::pair<int, std::string>, std::string> m_ports; ///< (port, protocol) → owner
};

} // namespace minato::apiserver
