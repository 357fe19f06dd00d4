// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/scheduler/scheduling_queue.h"

#include <algorithm>
#include <vector>

namespace minato::components::scheduling {
namespace {

using namespace std::chrono_literals;

constexpr base::Duration kFirstBackoff = 1s;
constexpr base::Duration kLongestBackoff = 10s;
constexpr base::Duration kLongestUnschedulable = 5min;

bool mayHelp(ClusterEvent event, const std::set<std::string, std::less<>> &plugins)
{
    const auto any = [&](std::initializer_list<std::string_view> names) {
        return std::ranges::any_of(names, [&](std::string_view name) { return plugins.contains(name); });
    };
    switch (event) {
    case ClusterEvent::AllocatableChanged:
    case ClusterEvent::PodGone:
        return any({"NodeResourcesFit", "PodTopologySpread", "InterPodAffinity", "NodePorts"});
    case ClusterEvent::TaintsChanged:
        return any({"TaintToleration", "NodeUnschedulable"});
    case ClusterEvent::LabelsChanged:
        return any({"NodeAffinity", "PodTopologySpread", "InterPodAffinity"});
    case ClusterEvent::NodeAdded:
    case ClusterEvent::Other:
        break;
    }
    return true;
}

} // namespace

base::Duration backoffAfter(int attempts)
{
    return attempts <= 0 ? base::Duration::zero()
                         : std::min<base::Duration>(kFirstBackoff * (1 << std::min(attempts - 1, 10)), kLongestBackoff);
}

void SchedulingQueue::activate(Item item, base::Instant now)
{
    item.queued = now;
    const std::string uid(item.pod->uid());
    const Rank rank{-item.priority, item.queued, m_order++};
    m_activeByUid[uid] = rank;
    m_active.emplace(rank, std::move(item));
}

void SchedulingQueue::add(const kube::ObjectPtr &pod, base::Instant now)
{
    Item item;
    item.pod = pod;
    item.priority = pod->spec()["priority"].asInt();
    activate(std::move(item), now);
}

void SchedulingQueue::update(const kube::ObjectPtr &pod, base::Instant now)
{
    if (const auto active = m_activeByUid.find(pod->uid()); active != m_activeByUid.end()) {
        m_active.at(active->second).pod = pod;
    } else if (const auto waiting = m_backoffByUid.find(pod->uid()); waiting != m_backoffByUid.end()) {
        m_backoff.at(waiting->second).pod = pod;
    } else if (const auto it = m_unschedulable.find(pod->uid()); it != m_unschedulable.end()) {
        const kube::ObjectPtr before = std::exchange(it->second.second.pod, pod);
        // Our own note in the status is no reason to try again.
        if (before->spec() == pod->spec() && before->labels() == pod->labels())
            return;
        Item item = std::move(it->second.second);
        m_unschedulable.erase(it);
        activate(std::move(item), now);
    }
}

void SchedulingQueue::remove(std::string_view uid)
{
    if (const auto active = m_activeByUid.find(uid); active != m_activeByUid.end()) {
        m_active.erase(active->second);
        m_activeByUid.erase(active);
    }
    if (const auto waiting = m_backoffByUid.find(uid); waiting != m_backoffByUid.end()) {
        m_backoff.erase(waiting->second);
        m_backoffByUid.erase(waiting);
    }
    if (const auto it = m_unschedulable.find(uid); it != m_unschedulable.end())
        m_unschedulable.erase(it);
}

std::optional<SchedulingQueue::Item> SchedulingQueue::pop(base::Instant now)
{
    Item item;
    if (!m_active.empty()) {
        item = std::move(m_active.begin()->second);
        m_active.erase(m_active.begin());
        m_activeByUid.erase(std::string(item.pod->uid()));
    } else {
        const auto it = std::ranges::find_if(m_backoff, [now](const auto &entry) {
            return !entry.second.isError || entry.first.first <= now;
        });
        if (it == m_backoff.end())
            return std::nullopt;
        item = std::move(it->second);
        m_backoff.erase(it);
        m_backoffByUid.erase(std::string(item.pod->uid()));
    }
    ++item.attempts;
    item.rejectedBy.clear();
    item.isError = false;
    return item;
}

void SchedulingQueue::putBack(Item item, base::Instant now)
{
    item.backoffUntil = now + backoffAfter(item.attempts);
    const std::string uid(item.pod->uid());
    if (item.isError) {
        const std::pair key{item.backoffUntil, m_order++};
        m_backoffByUid[uid] = key;
        m_backoff.emplace(key, std::move(item));
    } else {
        m_unschedulable.insert_or_assign(uid, std::pair(now, std::move(item)));
    }
}

void SchedulingQueue::onEvent(ClusterEvent event, base::Instant now)
{
    std::vector<Item> helped;
    for (auto it = m_unschedulable.begin(); it != m_unschedulable.end();) {
        if (mayHelp(event, it->second.second.rejectedBy)) {
            helped.push_back(std::move(it->second.second));
            it = m_unschedulable.erase(it);
        } else {
            ++it;
        }
    }
    std::ranges::stable_sort(helped, {}, &Item::queued);
    for (Item &item : helped) {
        if (item.backoffUntil <= now) {
            activate(std::move(item), now);
            continue;
        }
        const std::pair key{item.backoffUntil, m_order++};
        m_backoffByUid[std::string(item.pod->uid())] = key;
        m_backoff.emplace(key, std::move(item));
    }
}

void SchedulingQueue::flushOld(base::Instant now)
{
    for (auto it = m_unschedulable.begin(); it != m_unschedulable.end();) {
        if (now - it->second.first > kLongestUnschedulable) {
            Item item = std::move(it->second.second);
            it = m_unschedulable.erase(it);
            activate(std::move(item), now);
        } else {
            ++it;
        }
    }
}

std::optional<base::Instant> SchedulingQueue::nextDue(base::Instant now) const
{
    if (!m_active.empty())
        return now;
    std::optional<base::Instant> due;
    for (const auto &[key, item] : m_backoff) {
        if (!item.isError)
            return now;
        if (!due)
            due = key.first;
    }
    return due;
}

} // namespace minato::components::scheduling
