// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/nodelifecycle/zone_state.h"

#include <algorithm>

namespace minato::components::nodes {
namespace {

constexpr double kRate = 0.1, kSecondaryRate = 0.01, kUnhealthyShare = 0.55;
constexpr int kLargeZone = 50;

} // namespace

ZoneState zoneState(int ready, int notReady)
{
    if (ready == 0 && notReady > 0)
        return ZoneState::FullDisruption;
    if (notReady > 2 && double(notReady) / double(notReady + ready) >= kUnhealthyShare)
        return ZoneState::PartialDisruption;
    return ZoneState::Normal;
}

double evictionRate(ZoneState state, int nodes)
{
    if (state == ZoneState::PartialDisruption)
        return nodes > kLargeZone ? kSecondaryRate : 0;
    return kRate;
}

bool TaintQueue::add(std::string_view node)
{
    if (!m_known.emplace(node).second)
        return false;
    m_waiting.emplace_back(node);
    return true;
}

bool TaintQueue::remove(std::string_view node)
{
    const auto it = m_known.find(node);
    if (it == m_known.end())
        return false;
    m_known.erase(it);
    std::erase(m_waiting, node);
    return true;
}

void TaintQueue::fill(base::Instant now)
{
    m_tokens = std::min(1.0, m_tokens + m_rate * std::chrono::duration<double>(now - m_filled).count());
    m_filled = now;
}

void TaintQueue::setRate(double perSecond, base::Instant now)
{
    fill(now);
    m_rate = perSecond;
    if (perSecond == 0)
        m_tokens = 0;
}

std::optional<std::string> TaintQueue::take(base::Instant now)
{
    fill(now);
    if (m_waiting.empty() || m_tokens < 1)
        return std::nullopt;
    m_tokens -= 1;
    std::string node = std::move(m_waiting.front());
    m_waiting.pop_front();
    return node;
}

} // namespace minato::components::nodes
