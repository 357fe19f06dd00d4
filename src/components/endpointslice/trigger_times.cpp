// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/endpointslice/trigger_times.h"

#include <algorithm>
#include <utility>

namespace minato::components {

void TriggerTimes::noteChange(base::Instant when)
{
    m_earliest = m_earliest ? std::min(*m_earliest, when) : when;
}

void TriggerTimes::see(std::string_view pod, std::optional<base::Instant> readyTransition)
{
    if (!readyTransition) {
        forget(pod);
        return;
    }
    const auto known = m_pods.find(pod);
    if (known == m_pods.end() || *readyTransition > known->second)
        noteChange(*readyTransition);
    if (known == m_pods.end())
        m_pods.emplace(pod, *readyTransition);
    else
        known->second = *readyTransition;
}

void TriggerTimes::forget(std::string_view pod)
{
    if (const auto known = m_pods.find(pod); known != m_pods.end())
        m_pods.erase(known);
}

void TriggerTimes::keepOnly(const std::set<std::string, std::less<>> &pods)
{
    std::erase_if(m_pods, [&pods](const auto &known) { return !pods.contains(known.first); });
}

std::optional<base::Instant> TriggerTimes::take(base::Instant serviceCreation)
{
    if (!m_service || serviceCreation > *m_service)
        noteChange(serviceCreation);
    m_service = serviceCreation;
    const auto earliest = std::exchange(m_earliest, std::nullopt);
    // A new Service counts from its creation, however old its Pods are.
    return std::exchange(m_isKnown, true) ? earliest : serviceCreation;
}

} // namespace minato::components
