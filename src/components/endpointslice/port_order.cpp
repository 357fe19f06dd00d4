// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/endpointslice/port_order.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <format>
#include <utility>
#include <vector>

namespace minato::components {
namespace {

using State = std::array<std::uint32_t, 4>;

constexpr std::size_t kBlock = 64;
constexpr std::array<std::array<int, 4>, 4> kShifts{
    {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}}};

/// The table of RFC 1321: 4294967296 times |sin(i + 1)|.
const std::array<std::uint32_t, 64> &constants()
{
    static const auto table = [] {
        std::array<std::uint32_t, 64> values{};
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = static_cast<std::uint32_t>(
                std::floor(std::abs(std::sin(static_cast<double>(i + 1))) * 0x1p32));
        return values;
    }();
    return table;
}

/// The message with its padding and its length in bits.
std::string padded(std::string_view text)
{
    std::string message(text);
    message += '\x80';
    message.append((2 * kBlock - 8 - message.size() % kBlock) % kBlock, '\0');
    for (std::uint64_t bits = text.size() * 8, i = 0; i < 8; ++i, bits >>= 8)
        message += static_cast<char>(bits & 0xFF);
    return message;
}

std::uint32_t word(std::string_view block, std::size_t i)
{
    std::uint32_t value = 0;
    for (std::size_t k = 4; k-- > 0;)
        value = value << 8 | static_cast<unsigned char>(block[i * 4 + k]);
    return value;
}

/// The mix of a round, and which word of the block it takes.
std::pair<std::uint32_t, std::size_t> mix(const State &s, std::size_t i)
{
    const auto [a, b, c, d] = s;
    switch (i / 16) {
    case 0:
        return {(b & c) | (~b & d), i};
    case 1:
        return {(d & b) | (~d & c), (5 * i + 1) % 16};
    case 2:
        return {b ^ c ^ d, (3 * i + 5) % 16};
    default:
        return {c ^ (b | ~d), 7 * i % 16};
    }
}

void add(State &state, std::string_view block)
{
    State s = state;
    for (std::size_t i = 0; i < 64; ++i) {
        const auto [mixed, place] = mix(s, i);
        const std::uint32_t sum = s[0] + mixed + constants()[i] + word(block, place);
        s = {s[3], s[1] + std::rotl(sum, kShifts[i / 16][i % 4]), s[1], s[2]};
    }
    for (std::size_t k = 0; k < 4; ++k)
        state[k] += s[k];
}

/// What Go prints of a pointer to text.
std::string pointed(const kube::Value &text)
{
    return std::format("(*string){}", text.isNull() ? "<nil>" : text.asString());
}

std::string asSlicePort(const kube::Value &port)
{
    return std::format(
        "(v1.EndpointPort){{Name:(*string){} Protocol:(*v1.Protocol){} Port:(*int32){} AppProtocol:{}}}",
        port["name"].asString(), port["protocol"].asString(), port["port"].asInt(),
        pointed(port["appProtocol"]));
}

std::string asEndpointsPort(const kube::Value &port)
{
    return std::format(
        "(v1.EndpointPort){{Name:(string){} Port:(int32){} Protocol:(v1.Protocol){} AppProtocol:{}}}",
        port["name"].asString(), port["port"].asInt(), port["protocol"].asString(),
        pointed(port["appProtocol"]));
}

kube::Value ordered(const kube::Value &ports, std::string (*print)(const kube::Value &))
{
    if (ports.size() < 2)
        return ports;
    std::vector<std::pair<std::array<std::uint8_t, 16>, kube::Value>> list;
    for (const kube::Value &port : ports.items())
        list.emplace_back(md5(print(port)), port);
    std::ranges::stable_sort(list, {}, [](const auto &entry) { return entry.first; });
    kube::Value result = kube::Value::emptyArray();
    for (auto &[hash, port] : list)
        result.push(std::move(port));
    return result;
}

} // namespace

std::array<std::uint8_t, 16> md5(std::string_view text)
{
    State state{0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476};
    const std::string message = padded(text);
    for (std::size_t at = 0; at < message.size(); at += kBlock)
        add(state, std::string_view(message).substr(at, kBlock));
    std::array<std::uint8_t, 16> digest{};
    for (std::size_t i = 0; i < digest.size(); ++i)
        digest[i] = static_cast<std::uint8_t>(state[i / 4] >> 8 * (i % 4));
    return digest;
}

kube::Value inSliceOrder(const kube::Value &ports)
{
    return ordered(ports, asSlicePort);
}

kube::Value inEndpointsOrder(const kube::Value &ports)
{
    return ordered(ports, asEndpointsPort);
}

} // namespace minato::components
