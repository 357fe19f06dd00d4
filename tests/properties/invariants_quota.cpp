// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/common/pod.h"
#include "properties/invariants.h"

#include <algorithm>
#include <format>

namespace minato::tests {

using namespace kube::resources;

namespace {

/// A Pod that should be gone, but whose node does not answer, is not held against the namespace.
bool isOverdue(const kube::Object &pod, base::Instant now)
{
    const auto due = base::parseRfc3339(pod.metadata()["deletionTimestamp"].asString());
    const auto grace = pod.metadata()["deletionGracePeriodSeconds"].asInt();
    return due && now > *due + std::chrono::seconds(grace);
}

} // namespace

Invariants::Usage Invariants::usageOf(std::string_view ns) const
{
    Usage usage;
    const auto keys = m_podsOfNamespace.find(ns);
    if (keys == m_podsOfNamespace.end())
        return usage;
    for (const std::string &key : keys->second) {
        const auto pod = m_view.find(kPods, key);
        if (!pod || components::isPodTerminal(*pod) || isOverdue(*pod, m_view.eventTime()))
            continue;
        ++usage.pods;
        usage.milliCpu += components::podRequests(pod->spec()).milliCpu;
    }
    return usage;
}

/// What is there already when a quota comes, or is lowered, may stay. It is in force from its status on: before
/// the controller has counted, the admission passes it over, as upstream's does (resourcequota CheckRequest).
void Invariants::onQuota(const kube::ObjectPtr &now, const kube::ObjectPtr &before)
{
    const kube::Object &object = now ? *now : *before;
    if (!now || now->status()["hard"].isNull()) {
        m_quotas.erase(kube::objectKey(object));
        return;
    }
    auto &allowed = m_quotas[kube::objectKey(object)];
    const auto used = usageOf(object.ns());
    const auto &hard = now->status()["hard"];
    if (!before || before->status()["hard"] != hard)
        allowed = {std::max(used.pods, components::quantityValue(hard["pods"])),
                   std::max(used.milliCpu, components::quantityMilli(hard["requests.cpu"]))};
}

/// A new Pod is within all quotas of its namespace; what has become less stays less.
void Invariants::checkQuotas(const kube::Object &pod, bool isNew)
{
    const auto used = usageOf(pod.ns());
    for (auto &[key, allowed] : m_quotas) {
        const auto quota = m_view.find(kResourceQuotas, key);
        if (!quota || quota->ns() != pod.ns())
            continue;
        if (isNew && (used.pods > allowed.pods || used.milliCpu > allowed.milliCpu))
            m_complain(std::format("{} is one more than quota {} allows: {} Pods of {}, {}m CPU of {}m",
                                   kube::objectKey(pod), key, used.pods, allowed.pods, used.milliCpu,
                                   allowed.milliCpu));
        const auto &hard = quota->status()["hard"];
        allowed.pods = std::min(allowed.pods, std::max(used.pods, components::quantityValue(hard["pods"])));
        allowed.milliCpu = std::min(allowed.milliCpu,
                                    std::max(used.milliCpu, components::quantityMilli(hard["requests.cpu"])));
    }
}

} // namespace minato::tests
