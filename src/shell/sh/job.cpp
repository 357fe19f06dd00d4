// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/sh/job.h"

#include <algorithm>
#include <charconv>

namespace minato::shell {

void Job::start(client::Task<void> body)
{
    m_body = std::move(body);
    m_body.start([this] { finish(m_environment->status); });
}

void Job::finish(int status)
{
    m_isDone = true;
    m_status = status;
    m_body.cancel();
    m_kill.reset();
    m_environment->files.clear();
    m_finished.notify();
}

void Job::kill(int status)
{
    if (!m_isDone && !m_kill)
        m_kill = m_timers.after({}, [this, status] { finish(status); });
}

client::Task<void> Job::finished()
{
    while (!m_isDone)
        co_await m_finished.wait();
}

void Jobs::add(JobPtr job)
{
    job->id = m_nextId++;
    m_numbers.push_back(m_numbers.empty() ? 1 : m_numbers.back() + 1);
    m_jobs.push_back(std::move(job));
}

JobPtr Jobs::find(std::string_view spec) const
{
    if (m_jobs.empty())
        return nullptr;
    if (spec == "%%" || spec == "%+" || spec == "%")
        return m_jobs.back();
    const bool isNumber = spec.starts_with('%');
    if (isNumber)
        spec.remove_prefix(1);
    int wanted = 0;
    const auto [end, error] = std::from_chars(spec.data(), spec.data() + spec.size(), wanted);
    if (error != std::errc{} || end != spec.data() + spec.size())
        return nullptr;
    for (std::size_t i = 0; i < m_jobs.size(); ++i)
        if ((isNumber ? m_numbers[i] : m_jobs[i]->id) == wanted)
            return m_jobs[i];
    return nullptr;
}

void Jobs::forget(const JobPtr &job)
{
    const auto found = std::ranges::find(m_jobs, job);
    if (found == m_jobs.end())
        return;
    m_numbers.erase(m_numbers.begin() + (found - m_jobs.begin()));
    m_jobs.erase(found);
}

int Jobs::number(const JobPtr &job) const
{
    const auto found = std::ranges::find(m_jobs, job);
    return found == m_jobs.end() ? 0 : m_numbers[static_cast<std::size_t>(found - m_jobs.begin())];
}

} // namespace minato::shell
