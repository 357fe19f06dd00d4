// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/service_allocator.h"

#include "apiserver/syntax.h"

#include <algorithm>
#include <charconv>
#include <format>

namespace minato::apiserver {
namespace {

/// Draws from [low, high) and then walks on to the first value that is free; nullopt when none is.
std::optional<std::uint32_t> pickFrom(std::uint32_t low, std::uint32_t high, base::RandomStream &random,
                                      auto &&isTaken)
{
    if (low >= high)
        return std::nullopt;
    const std::uint32_t count = high - low;
    const auto start = static_cast<std::uint32_t>(random.below(count));
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint32_t candidate = low + (start + i) % count;
        if (!isTaken(candidate))
            return candidate;
    }
    return std::nullopt;
}

constexpr std::uint32_t kSmallestBand = 16;

} // namespace

std::uint32_t staticAddressBand(std::uint32_t size)
{
    return size <= kSmallestBand ? 0 : std::clamp(size / 16, kSmallestBand, 256U);
}

std::uint32_t staticPortBand(std::uint32_t size)
{
    return size <= kSmallestBand ? 0 : std::clamp(size / 32, kSmallestBand, 128U);
}

std::optional<std::uint32_t> parseAddress(std::string_view text)
{
    if (!syntax::isIPv4(text))
        return std::nullopt;
    std::uint32_t address = 0;
    std::uint32_t part = 0;
    for (const char c : text) {
        if (c == '.') {
            address = address << 8 | part;
            part = 0;
        } else {
            part = part * 10 + static_cast<std::uint32_t>(c - '0');
        }
    }
    return address << 8 | part;
}

std::string addressText(std::uint32_t address)
{
    return std::format("{}.{}.{}.{}", address >> 24, address >> 16 & 255, address >> 8 & 255, address & 255);
}

std::optional<AddressBlock> AddressBlock::parse(std::string_view cidr)
{
    const std::size_t slash = cidr.find('/');
    const auto address = parseAddress(cidr.substr(0, slash));
    if (!address || slash == std::string_view::npos)
        return std::nullopt;
    int bits = -1;
    const std::string_view digits = cidr.substr(slash + 1);
    std::from_chars(digits.data(), digits.data() + digits.size(), bits);
    if (bits < 4 || bits > 30)
        return std::nullopt;
    const std::uint32_t size = 1U << (32 - bits);
    return AddressBlock{*address & ~(size - 1), size};
}

ServiceAllocator::ServiceAllocator(AddressBlock block, std::uint64_t seed)
    : m_block(block), m_random(seed, "apiserver.services")
{
}

void ServiceAllocator::observe(const kube::Object *before, const kube::Object *after)
{
    if (before)
        release(*before);
    if (after)
        claim(*after);
}

void ServiceAllocator::claim(const kube::Object &service)
{
    const std::string owner = kube::objectKey(service);
    if (const auto address = parseAddress(service.at("spec", "clusterIP").asString()))
        m_addresses[*address] = owner;
    for (const kube::Value &port : service.at("spec", "ports").items()) {
        if (const auto number = static_cast<int>(port["nodePort"].asInt()))
            m_ports[{number, std::string(port["protocol"].asString())}] = owner;
    }
}

void ServiceAllocator::release(const kube::Object &service)
{
    if (const auto address = parseAddress(service.at("spec", "clusterIP").asString()))
        m_addresses.erase(*address);
    for (const kube::Value &port : service.at("spec", "ports").items())
        m_ports.erase({static_cast<int>(port["nodePort"].asInt()), std::string(port["protocol"].asString())});
}

std::optional<std::string> ServiceAllocator::pickAddress()
{
    const auto isTaken = [this](std::uint32_t address) { return m_addresses.contains(address); };
    // Without the network's own address and the last one.
    const std::uint32_t low = m_block.first + 1;
    const std::uint32_t high = m_block.first + m_block.size - 1;
    const std::uint32_t dynamic = low + staticAddressBand(m_block.size);
    auto address = pickFrom(dynamic, high, m_random, isTaken);
    if (!address)
        address = pickFrom(low, std::min(dynamic, high), m_random, isTaken);
    return address.transform(addressText);
}

bool ServiceAllocator::isPortTaken(int port) const
{
    const auto it = m_ports.lower_bound({port, {}});
    return it != m_ports.end() && it->first.first == port;
}

std::optional<int> ServiceAllocator::pickPort(const std::map<int, int> &taken)
{
    constexpr std::uint32_t kFirst = kFirstNodePort;
    constexpr std::uint32_t kEnd = kLastNodePort + 1;
    const std::uint32_t dynamic = kFirst + staticPortBand(kEnd - kFirst);
    const auto isTaken = [&](std::uint32_t port) {
        return isPortTaken(static_cast<int>(port)) || taken.contains(static_cast<int>(port));
    };
    auto port = pickFrom(dynamic, kEnd, m_random, isTaken);
    if (!port)
        port = pickFrom(kFirst, dynamic, m_random, isTaken);
    return port.transform([](std::uint32_t p) { return static_cast<int>(p); });
}

std::optional<std::string> ServiceAllocator::refusal(std::string_view text, std::string_view owner) const
{
    const auto address = parseAddress(text);
    if (!address || *address <= m_block.first || *address >= m_block.first + m_block.size - 1)
        return std::format(
            "failed to allocate IP {}: the provided IP ({}) is not in the valid range. The range of valid "
            "IPs is {}/{}",
            text, text, addressText(m_block.first), 32 - std::countr_zero(m_block.size));
    const auto it = m_addresses.find(*address);
    if (it != m_addresses.end() && it->second != owner)
        return std::format("failed to allocate IP {}: provided IP is already allocated", text);
    return std::nullopt;
}

std::optional<std::string> ServiceAllocator::portRefusal(int port, std::string_view protocol,
                                                         std::string_view owner) const
{
    if (port < kFirstNodePort || port > kLastNodePort)
        return std::format("provided port is not in the valid range. The range of valid ports is {}-{}",
                           kFirstNodePort, kLastNodePort);
    const auto it = m_ports.find({port, std::string(protocol)});
    if (it != m_ports.end() && it->second != owner)
        return "provided port is already allocated";
    return std::nullopt;
}

} // namespace minato::apiserver
