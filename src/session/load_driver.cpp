// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/load_driver.h"

#include <cmath>
#include <utility>

namespace minato::session {
namespace {

constexpr std::uint64_t kMostClients = 1000;

/// How many requests a load is to send.
std::uint64_t plannedRequests(const traffic::LoadShape &shape)
{
    if (const auto *batch = std::get_if<traffic::Batch>(&shape))
        return batch->requests;
    const auto &ramp = std::get<traffic::Ramp>(shape);
    const double seconds = std::chrono::duration<double>(ramp.duration).count();
    return static_cast<std::uint64_t>(std::llround((ramp.from + ramp.to) / 2 * seconds));
}

} // namespace

std::optional<api::TrafficRequest> addressOf(const kube::Object &service, const std::string &hostName)
{
    const kube::Value &port = service.spec()["ports"][0];
    if (port.isEmpty())
        return std::nullopt;
    const std::int64_t nodePort = port["nodePort"].asInt();
    const bool isOutside = nodePort > 0 && !hostName.empty();
    api::TrafficRequest request;
    request.port = static_cast<std::uint16_t>(isOutside ? nodePort : port["port"].asInt());
    const std::string_view ip = service.spec()["clusterIP"].asString();
    request.host = isOutside ? hostName
                   : ip.empty() || ip == "None"
                       ? std::string(service.name()) + "." + std::string(service.ns())
                       : std::string(ip);
    return request;
}

void LoadDriver::start(const StartLoad &order, api::TrafficRequest address)
{
    if (!traffic::isPlayable(order.shape) || order.clients.count == 0 || order.clients.count > kMostClients)
        return;
    stop();
    ++m_loads;
    const auto *ramp = std::get_if<traffic::Ramp>(&order.shape);
    const base::Instant now = m_timers.now();
    m_state = {.service = order.service,
               .planned = plannedRequests(order.shape),
               .start = now,
               .end = ramp ? now + ramp->duration : now,
               .isKeptAlive = order.clients.isKeptAlive,
               .clients = order.clients.count};
    m_told.reset();
    for (std::uint64_t i = 0; i < order.clients.count; ++i)
        m_clients.insert(traffic::clientName(order.clients, i));
    traffic::LoadRunner::Options options{.request = std::move(address),
                                         .shape = order.shape,
                                         .arrivals = order.arrivals,
                                         .clients = order.clients,
                                         .seed = m_seed + m_loads,
                                         .firstConnection = m_loads << 32U};
    m_runner.emplace(m_target, m_timers, std::move(options));
    m_runner->start([this](const traffic::LoadOutcome &outcome) { m_onOutcome(m_state.service, outcome); });
}

void LoadDriver::stop()
{
    if (m_runner) {
        m_state = takeState().value_or(m_state);
        m_state.isRunning = false;
    }
    m_runner.reset();
    m_clients.clear();
}

std::optional<LoadState> LoadDriver::takeState()
{
    if (m_runner) {
        const traffic::LoadCounts &counts = m_runner->counts();
        m_state.isRunning = !m_runner->isDone();
        m_state.sent = counts.sent;
        m_state.answered = counts.answered;
        m_state.failed = counts.failed;
        m_state.heldBack = counts.heldBack;
    }
    if (m_loads == 0 || m_told == m_state)
        return std::nullopt;
    m_told = m_state;
    return m_state;
}

} // namespace minato::session
