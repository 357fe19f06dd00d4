// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a program uses, how it is, and when it will end.
#include "components/apps/app_host.h"

#include <algorithm>

namespace minato::components {
namespace {

constexpr base::Duration kNoticedQueue = std::chrono::milliseconds(300);
constexpr int kKilled = 137;

void earlier(std::optional<base::Instant> &first, base::Instant at, base::Instant now)
{
    if (at > now && (!first || at < *first))
        first = at;
}

} // namespace

void App::setObservers(std::function<void(const End &)> onEnd, std::function<void()> onQueue)
{
    m_onEnd = std::move(onEnd);
    m_onQueue = std::move(onQueue);
}

std::optional<App::End> App::plannedEnd() const
{
    std::optional<End> end = m_ownEnd;
    if (m_memoryLimit == 0 || m_plan)
        return end;
    const std::int64_t room = m_memoryLimit - m_model->memory;
    if (room < 0 || m_model->memoryPerSecond > 0) {
        const auto seconds = room < 0 ? 0.0 : double(room) / double(m_model->memoryPerSecond);
        const base::Instant at = m_started + base::Duration(static_cast<std::int64_t>(seconds * 1e9));
        if (!end || at < end->at)
            end = End{at, kKilled, true};
    }
    return end;
}

std::int64_t App::memory(base::Instant now) const
{
    if (!m_isRunning)
        return 0;
    if (m_plan)
        return std::min<std::int64_t>(m_model->memory, 1 << 20);
    const auto seconds = std::chrono::duration<double>(now - m_started).count();
    const auto busy = std::ranges::count_if(m_turns, [now](base::Instant free) { return free > now; });
    return m_model->memory + static_cast<std::int64_t>(double(m_model->memoryPerSecond) * seconds) +
           m_model->memoryPerRequest * busy;
}

bool App::memoryVaries() const
{
    return m_isRunning && !m_plan && m_model->memoryPerSecond > 0;
}

base::Duration App::cpuTime(base::Instant now) const
{
    const auto idle = m_plan ? base::Duration::zero() : (now - m_started) / 1000 * m_model->milliCpu;
    return idle + m_model->cpuPerRequest * static_cast<std::int64_t>(m_requests);
}

base::Duration App::queueTime(base::Instant now) const
{
    if (m_model->concurrency == 0 || std::ssize(m_turns) < m_model->concurrency)
        return {};
    return std::max(base::Duration::zero(), *std::ranges::min_element(m_turns) - now);
}

/// Waits for a free worker, then works: how long that takes in all.
base::Duration App::takeTurn(base::Instant now, base::Duration work)
{
    if (m_model->concurrency == 0)
        return work;
    if (std::ssize(m_turns) < m_model->concurrency)
        m_turns.push_back(now);
    auto turn = std::ranges::min_element(m_turns);
    const base::Instant from = std::max(now, *turn);
    *turn = from + work;
    if (m_onQueue && from - now > kNoticedQueue)
        m_onQueue();
    return from + work - now;
}

const AppModel::Route *App::route(std::string_view path) const
{
    path = path.substr(0, path.find('?'));
    const AppModel::Route *any = nullptr;
    for (const auto &one : m_model->routes) {
        if (one.path == path)
            return &one;
        if (one.path == "*")
            any = &one;
    }
    return any;
}

int App::statusOf(std::string_view path, base::Instant now) const
{
    const auto *its = route(path);
    if (!its)
        return 200;
    const bool fails = its->failsFrom && now >= m_started + *its->failsFrom &&
                       (!its->failsUntil || now < m_started + *its->failsUntil);
    return fails ? its->failStatus : its->status;
}

std::optional<base::Instant> App::statusChange(std::string_view path, base::Instant now) const
{
    std::optional<base::Instant> first;
    earlier(first, m_listensFrom, now);
    if (const auto *its = route(path)) {
        if (its->failsFrom)
            earlier(first, m_started + *its->failsFrom, now);
        if (its->failsUntil)
            earlier(first, m_started + *its->failsUntil, now);
    }
    return first;
}

bool App::hasFile(std::string_view path, base::Instant now) const
{
    if (m_plan) {
        for (const auto &file : m_plan->files) {
            if (file.path == path && now >= m_started + file.from &&
                (!file.until || now < m_started + *file.until))
                return true;
        }
    }
    return std::ranges::any_of(m_root->files, [path](const auto &file) { return file.first == path; });
}

std::optional<base::Instant> App::fileChange(std::string_view path, base::Instant now) const
{
    std::optional<base::Instant> first;
    if (!m_plan)
        return first;
    for (const auto &file : m_plan->files) {
        if (file.path != path)
            continue;
        earlier(first, m_started + file.from, now);
        if (file.until)
            earlier(first, m_started + *file.until, now);
    }
    return first;
}

} // namespace minato::components
