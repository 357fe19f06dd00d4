// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/work_queue.h"

#include <algorithm>

namespace minato::client {

WorkQueue::WorkQueue(api::Timers &timers, int workers, Sync sync, RetryDelays retries)
    : m_timers(timers), m_sync(std::move(sync)), m_retries(retries)
{
    m_workers.resize(static_cast<std::size_t>(workers));
}

WorkQueue::~WorkQueue() = default;

void WorkQueue::start()
{
    m_hasStarted = true;
    schedulePump();
}

void WorkQueue::add(std::string_view key)
{
    if (m_waiting.contains(key))
        return;
    m_waiting.emplace(key);
    if (m_busyKeys.contains(key))
        return;
    m_order.emplace_back(key);
    schedulePump();
}

void WorkQueue::addAfter(std::string_view key, base::Duration delay)
{
    if (delay <= base::Duration::zero()) {
        add(key);
        return;
    }
    const base::Instant at = m_timers.now() + delay;
    const auto it = m_delayed.find(key);
    if (it != m_delayed.end() && it->second.at <= at)
        return;
    auto &slot = it != m_delayed.end() ? it->second : m_delayed[std::string(key)];
    slot.at = at;
    slot.timer = m_timers.after(delay, [this, name = std::string(key)] {
        const auto due = m_delayed.extract(name);
        add(name);
    });
}

base::Duration WorkQueue::retryDelay(std::string_view key)
{
    auto it = m_failures.find(key);
    if (it == m_failures.end())
        it = m_failures.emplace(std::string(key), 0).first;
    const int failures = it->second++;
    return std::min(m_retries.first * (1L << std::min(failures, 20)), m_retries.longest);
}

void WorkQueue::schedulePump()
{
    if (!m_hasStarted || m_isPumping || m_pumpTimer)
        return;
    m_pumpTimer = m_timers.after(base::Duration::zero(), [this] {
        const auto timer = std::move(m_pumpTimer);
        pump();
    });
}

void WorkQueue::pump()
{
    m_isPumping = true;
    for (std::size_t i = 0; i < m_workers.size() && !m_order.empty(); ++i) {
        // A sync that never waits frees its worker at once.
        while (!m_workers[i].isBusy && !m_order.empty())
            run(i);
    }
    m_isPumping = false;
}

void WorkQueue::run(std::size_t index)
{
    Worker &worker = m_workers[index];
    worker.key = std::move(m_order.front());
    m_order.pop_front();
    m_waiting.erase(worker.key);
    m_busyKeys.insert(worker.key);
    worker.isBusy = true;
    worker.task = m_sync(worker.key);
    worker.task.start([this, index] { finish(index); });
}

void WorkQueue::finish(std::size_t index)
{
    Worker &worker = m_workers[index];
    const bool isGood = worker.task.takeResult();
    const std::string key = std::move(worker.key);
    worker.task = {};
    worker.isBusy = false;
    m_busyKeys.erase(key);
    if (m_waiting.contains(key))
        m_order.push_back(key);
    if (isGood)
        m_failures.erase(key);
    else
        addAfter(key, retryDelay(key));
    if (!m_order.empty())
        schedulePump();
}

} // namespace minato::client
