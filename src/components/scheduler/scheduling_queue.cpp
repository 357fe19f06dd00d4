// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/scheduler/scheduling_queue.h"

#include "components/scheduler/framework.h"

#include <algorithm>
#include <vector>

namespace minato::components::scheduling {
namespace {

using namespace std::chrono_literals;

constexpr base::Duration kFirstBackoff = 1s;
constexpr base::Duration kLongestBackoff = 10s;
constexpr base::Duration kOrderingWindow = 1s;
constexpr base::Duration kLongestUnschedulable = 5min;

base::Instant windowOf(base::Instant at)
{
    return {at.ns - at.ns % kOrderingWindow.count()};
}

bool mayHelp(const ClusterEvent &event, const SchedulingQueue::Item &item)
{
    if (item.rejectedBy.empty() || !item.info || event.kind == ClusterEvent::Kind::Any)
        return true;
    return std::ranges::any_of(item.rejectedBy, [&](const std::string &name) {
        const FilterPlugin *plugin = findFilterPlugin(name);
        return plugin && plugin->mayHelp(*item.info, event);
    });
}

bool isBackingOff(const SchedulingQueue::Item &item, base::Instant now)
{
    const int count = item.errorsInARow > 0 ? item.errorsInARow : item.timesUnschedulable;
    return count > 0 && item.backoffUntil() >= windowOf(now);
}

} // namespace

base::Duration backoffAfter(int attempts)
{
    return attempts <= 0
               ? base::Duration::zero()
               : std::min<base::Duration>(kFirstBackoff * (1 << std::min(attempts - 1, 10)), kLongestBackoff);
}

base::Instant SchedulingQueue::Item::backoffUntil() const
{
    return windowOf(queued + backoffAfter(errorsInARow > 0 ? errorsInARow : timesUnschedulable));
}

void SchedulingQueue::activate(Item item)
{
    const Rank rank = rankOf(item);
    m_activeByUid[std::string(item.pod->uid())] = rank;
    m_active.emplace(rank, std::move(item));
}

void SchedulingQueue::requeue(Item item, base::Instant now)
{
    const std::string uid(item.pod->uid());
    if (m_held.contains(uid)) {
        m_unschedulable.insert_or_assign(uid, std::move(item));
    } else if (isBackingOff(item, now)) {
        const BackoffRank rank{item.backoffUntil(), rankOf(item)};
        m_backoffByUid[uid] = rank;
        (item.rejectedBy.empty() ? m_errorBackoff : m_backoff).emplace(rank, std::move(item));
    } else {
        activate(std::move(item));
    }
}

void SchedulingQueue::add(const kube::ObjectPtr &pod, base::Instant now)
{
    Item item;
    item.pod = pod;
    item.priority = pod->spec()["priority"].asInt();
    item.queued = now;
    activate(std::move(item));
}

void SchedulingQueue::update(const kube::ObjectPtr &pod, base::Instant now)
{
    if (const auto active = m_activeByUid.find(pod->uid()); active != m_activeByUid.end()) {
        m_active.at(active->second).pod = pod;
        return;
    }
    if (const auto waiting = m_backoffByUid.find(pod->uid()); waiting != m_backoffByUid.end()) {
        for (Backoff *backoff : {&m_backoff, &m_errorBackoff}) {
            if (const auto it = backoff->find(waiting->second); it != backoff->end())
                it->second.pod = pod;
        }
        return;
    }
    const auto it = m_unschedulable.find(pod->uid());
    if (it == m_unschedulable.end())
        return;
    const kube::ObjectPtr before = std::exchange(it->second.pod, pod);
    if (it->second.info) {
        auto info = std::make_shared<PodInfo>(*it->second.info);
        info->object = pod;
        it->second.info = std::move(info);
    }
    for (const ClusterEvent &event : podEvents(before, pod)) {
        if (!mayHelp(event, it->second))
            continue;
        Item item = std::move(it->second);
        m_unschedulable.erase(it);
        requeue(std::move(item), now);
        return;
    }
}

std::optional<SchedulingQueue::Item> SchedulingQueue::takeWaiting(std::string_view uid)
{
    std::optional<Item> item;
    if (const auto it = m_unschedulable.find(uid); it != m_unschedulable.end()) {
        item = std::move(it->second);
        m_unschedulable.erase(it);
    } else if (const auto waiting = m_backoffByUid.find(uid); waiting != m_backoffByUid.end()) {
        for (Backoff *backoff : {&m_backoff, &m_errorBackoff}) {
            if (auto node = backoff->extract(waiting->second))
                item = std::move(node.mapped());
        }
        m_backoffByUid.erase(waiting);
    }
    return item;
}

void SchedulingQueue::remove(std::string_view uid)
{
    if (const auto active = m_activeByUid.find(uid); active != m_activeByUid.end()) {
        m_active.erase(active->second);
        m_activeByUid.erase(active);
    }
    (void)takeWaiting(uid);
    m_held.erase(std::string(uid));
}

void SchedulingQueue::flushBackoff(Backoff &backoff, base::Instant now)
{
    while (!backoff.empty() && backoff.begin()->first.first < windowOf(now)) {
        Item item = std::move(backoff.begin()->second);
        backoff.erase(backoff.begin());
        m_backoffByUid.erase(std::string(item.pod->uid()));
        activate(std::move(item));
    }
}

std::optional<SchedulingQueue::Item> SchedulingQueue::pop(base::Instant now)
{
    flushBackoff(m_backoff, now);
    flushBackoff(m_errorBackoff, now);
    Item item;
    if (!m_active.empty()) {
        item = std::move(m_active.begin()->second);
        m_active.erase(m_active.begin());
        m_activeByUid.erase(std::string(item.pod->uid()));
    } else if (!m_backoff.empty()) {
        item = std::move(m_backoff.begin()->second);
        m_backoff.erase(m_backoff.begin());
        m_backoffByUid.erase(std::string(item.pod->uid()));
    } else {
        return std::nullopt;
    }
    ++item.attempts;
    item.rejectedBy.clear();
    return item;
}

void SchedulingQueue::putBack(Item item, base::Instant now)
{
    item.queued = now;
    if (item.rejectedBy.empty()) {
        ++item.errorsInARow;
        requeue(std::move(item), now);
        return;
    }
    ++item.timesUnschedulable;
    item.errorsInARow = 0;
    std::string uid(item.pod->uid());
    m_unschedulable.insert_or_assign(std::move(uid), std::move(item));
}

void SchedulingQueue::onEvent(const ClusterEvent &event, base::Instant now,
                              std::optional<std::int64_t> highestPriority)
{
    std::vector<Item> helped;
    for (auto it = m_unschedulable.begin(); it != m_unschedulable.end();) {
        const bool isMeant = !highestPriority || it->second.priority <= *highestPriority;
        if (isMeant && !m_held.contains(it->first) && mayHelp(event, it->second)) {
            helped.push_back(std::move(it->second));
            it = m_unschedulable.erase(it);
        } else {
            ++it;
        }
    }
    std::ranges::stable_sort(helped, {}, &Item::queued);
    for (Item &item : helped)
        requeue(std::move(item), now);
}

void SchedulingQueue::flushOld(base::Instant now)
{
    for (auto it = m_unschedulable.begin(); it != m_unschedulable.end();) {
        if (now - it->second.queued > kLongestUnschedulable && !m_held.contains(it->first)) {
            Item item = std::move(it->second);
            it = m_unschedulable.erase(it);
            requeue(std::move(item), now);
        } else {
            ++it;
        }
    }
}

void SchedulingQueue::release(std::string_view uid, bool retry, base::Instant now)
{
    m_held.erase(std::string(uid));
    if (!retry)
        return;
    if (auto item = takeWaiting(uid)) {
        item->queued = now;
        activate(std::move(*item));
    }
}

std::optional<base::Instant> SchedulingQueue::nextDue(base::Instant now) const
{
    if (!m_active.empty() || !m_backoff.empty())
        return now;
    if (m_errorBackoff.empty())
        return std::nullopt;
    return std::max(now, m_errorBackoff.begin()->first.first + kOrderingWindow);
}

} // namespace minato::components::scheduling
