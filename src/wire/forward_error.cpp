// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/forward_error.h"

#include <format>

namespace minato::wire {
namespace {

/// 64 bits that look like nothing in particular (FNV-1a), other ones for each `salt`.
std::uint64_t scrambled(std::string_view text, char salt)
{
    std::uint64_t hash = 0xcbf29ce484222325U;
    const auto mix = [&hash](char c) { hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U; };
    mix(salt);
    for (const char c : text)
        mix(c);
    mix(salt);
    return hash;
}

std::string sandboxOf(std::string_view podUid)
{
    std::string id;
    for (const char salt : {'a', 'b', 'c', 'd'})
        id += std::format("{:016x}", scrambled(podUid, salt));
    return id;
}

std::string networkOf(std::string_view podUid)
{
    const std::uint64_t high = scrambled(podUid, 'n'), low = scrambled(podUid, 'm');
    return std::format("/var/run/netns/cni-{:08x}-{:04x}-{:04x}-{:04x}-{:012x}", high >> 32U,
                       high >> 16U & 0xffffU, high & 0xffffU, low >> 48U, low & 0xffffffffffffU);
}

} // namespace

std::string forwardError(std::string_view podUid, std::uint16_t port, ForwardFailure failure)
{
    const std::string sandbox = sandboxOf(podUid);
    const std::string begin = std::format("error forwarding port {} to pod {}, uid : ", port, sandbox);
    if (failure == ForwardFailure::Gone)
        return begin + std::format("network namespace for sandbox \"{}\" is closed", sandbox);
    return begin +
           std::format("failed to execute portforward in network namespace \"{}\": failed to connect to "
                       "localhost:{} inside namespace \"{}\", IPv4: dial tcp4 127.0.0.1:{}: connect: "
                       "connection refused IPv6 dial tcp6: address localhost: no suitable address found ",
                       networkOf(podUid), port, sandbox, port);
}

} // namespace minato::wire
