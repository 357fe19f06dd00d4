// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/local_ports.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>
#include <vector>

namespace minato::shell {
namespace {

constexpr std::uint16_t kFirstFree = 32768; ///< where Linux begins to look
constexpr std::string_view kAllV4 = "0.0.0.0", kAllV6 = "::";

bool isLoopbackV4(std::string_view address)
{
    return address.starts_with("127.");
}

bool isOwnAddress(std::string_view address)
{
    return isLoopbackV4(address) || address == "::1" || address == kAllV4 || address == kAllV6;
}

bool isV6(std::string_view address)
{
    return address.contains(':');
}

/// The addresses that a host name of this computer may mean, in the order in which curl tries them; none: another
/// computer's.
std::vector<std::string> addressesOf(const std::string &host)
{
    if (host == "localhost")
        return {"::1", "127.0.0.1"};
    return isOwnAddress(host) ? std::vector{host} : std::vector<std::string>();
}

} // namespace

bool LocalPorts::isTaken(const std::string &address, std::uint16_t port) const
{
    return std::ranges::any_of(*m_table, [&](const auto &entry) {
        const auto &[takenPort, taken] = entry.first;
        const bool isWide = taken == kAllV4 || taken == kAllV6 || address == kAllV4 || address == kAllV6;
        return takenPort == port && (taken == address || (isWide && isV6(taken) == isV6(address)));
    });
}

std::expected<LocalPorts::Listener, std::string> LocalPorts::listen(const std::string &address,
                                                                    std::uint16_t port, Handler handler)
{
    if (!isOwnAddress(address))
        return std::unexpected("cannot assign requested address");
    if (port == 0) {
        port = kFirstFree;
        while (isTaken(address, port) && port < std::numeric_limits<std::uint16_t>::max())
            ++port;
    }
    if (isTaken(address, port))
        return std::unexpected("address already in use");
    Place place{port, address};
    m_table->emplace(place, std::make_shared<const Handler>(std::move(handler)));
    return Listener(m_table, std::move(place));
}

std::shared_ptr<const LocalPorts::Handler> LocalPorts::handlerAt(const std::string &host,
                                                                 std::uint16_t port) const
{
    for (const std::string &address : addressesOf(host)) {
        const std::array<std::string, 2> places{address, std::string(isV6(address) ? kAllV6 : kAllV4)};
        for (const std::string &place : places)
            if (const auto found = m_table->find({port, place}); found != m_table->end())
                return found->second;
    }
    return nullptr;
}

api::CallPtr LocalPorts::request(api::TrafficRequest request, Reply reply)
{
    // Kept for the call: the listener may go meanwhile.
    const auto handler = handlerAt(request.host, request.port);
    return handler ? (*handler)(std::move(request), std::move(reply))
                   : m_outer.request(std::move(request), std::move(reply));
}

} // namespace minato::shell
