// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/ttlafterfinished/ttl_after_finished_controller.h"

#include "client/requests.h"

namespace minato::components {
namespace {

using kube::resources::kJobs;

constexpr int kWorkers = 5;

} // namespace

std::optional<base::Instant> expiry(const kube::Object &job)
{
    const auto &seconds = job.spec()["ttlSecondsAfterFinished"];
    if (!seconds.isInt() || job.isTerminating())
        return std::nullopt;
    for (const kube::Value &condition : job.status()["conditions"].items()) {
        const auto type = condition["type"].asString();
        if ((type != "Complete" && type != "Failed") || condition["status"].asString() != "True")
            continue;
        const auto end = base::parseRfc3339(condition["lastTransitionTime"].asString());
        return end ? std::optional(*end + std::chrono::seconds(seconds.asInt())) : std::nullopt;
    }
    return std::nullopt;
}

TtlAfterFinishedController::TtlAfterFinishedController(Context context)
    : m_context(std::move(context)),
      m_jobs(m_context.hub.informer(kJobs)),
      m_queue(m_context.timers, kWorkers, [this](std::string key) { return sync(std::move(key)); })
{
    m_jobs.addHandler([this](const auto &, const auto &now) { onJob(now); });
    m_context.hub.whenSynced([this] { m_queue.start(); });
}

void TtlAfterFinishedController::onJob(const kube::ObjectPtr &now)
{
    if (now && expiry(*now))
        m_queue.add(kube::objectKey(*now));
}

bool TtlAfterFinishedController::isDue(const kube::Object &job)
{
    const auto end = expiry(job);
    const base::Instant now = m_context.timers.now();
    if (end && *end > now)
        m_queue.addAfter(kube::objectKey(job), *end - now);
    return end && *end <= now;
}

client::Task<bool> TtlAfterFinishedController::sync(std::string key)
{
    const auto job = m_jobs.cache().find(key);
    if (!job || !isDue(*job))
        co_return true;
    // Somebody may have given it more time meanwhile.
    auto get = client::getRequest(kJobs, job->ns(), job->name());
    const auto answer = co_await client::send(m_context.transport, std::move(get));
    if (!answer)
        co_return answer.error().code == 404;
    const auto fresh = answer->object();
    if (!isDue(*fresh))
        co_return true;
    auto request = client::deleteRequest(kJobs, *fresh, {.propagationPolicy = "Foreground"});
    const auto deleted = co_await client::send(m_context.transport, std::move(request));
    co_return deleted.has_value();
}

} // namespace minato::components
