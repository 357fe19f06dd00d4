// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/job/job_controller.h"

#include "client/requests.h"
#include "components/job/job_names.h"
#include "components/job/job_requests.h"
#include "kube/label_selector.h"

#include <format>

namespace minato::components {
namespace {

using kube::resources::kJobs;
using kube::resources::kPods;

constexpr int kWorkers = 5;
constexpr std::string_view kComponent = "job-controller";

bool isSelected(const kube::Object &pod, const kube::Object &job)
{
    const auto selector = kube::LabelSelector::fromValue(job.spec()["selector"]);
    return selector && selector->matches(pod.labels());
}

} // namespace

JobController::JobController(Context context, jobs::Memory memory)
    : m_context(std::move(context)),
      m_jobs(m_context.hub.informer(kJobs)),
      m_pods(m_context.hub.informer(kPods)),
      m_jobsByNamespace(m_jobs.addIndex(client::byNamespace)),
      m_podsByNamespace(m_pods.addIndex(client::byNamespace)),
      m_podsByOwner(m_pods.addIndex(client::byControllerUid)),
      m_orphans(m_pods.addIndex(client::byOrphanNamespace)),
      m_events(m_context.forEvents(), m_context.timers, {std::string(kComponent), {}}),
      m_known(std::move(memory)),
      m_queue(
          m_context.timers, kWorkers, [this](std::string key) { return sync(std::move(key)); }, kRetries),
      m_orphanQueue(
          m_context.timers, kWorkers, [this](std::string key) { return syncOrphan(std::move(key)); },
          kRetries)
{
    m_jobs.addHandler([this](const auto &before, const auto &now) { onJob(before, now); });
    m_pods.addHandler([this](const auto &before, const auto &now) { onPod(before, now); });
    m_context.hub.whenSynced([this] {
        m_queue.start();
        m_orphanQueue.start();
    });
}

void JobController::onJob(const kube::ObjectPtr &before, const kube::ObjectPtr &now)
{
    if (before && now) {
        onJobUpdate(*before, *now);
        return;
    }
    m_queue.add(kube::objectKey(now ? *now : *before));
    if (now)
        return;
    m_known.finished.erase(std::string(before->uid()));
    m_known.records.erase(kube::objectKey(*before));
    releaseMatching(*before);
}

void JobController::onJobUpdate(const kube::Object &before, const kube::Object &now)
{
    if (jobs::isFinished(now)) {
        releaseMatching(now);
        return;
    }
    const std::string key = kube::objectKey(now);
    if (now.generation() == before.generation())
        enqueueBatched(key);
    else
        m_queue.add(key);
    const auto start = base::parseRfc3339(now.status()["startTime"].asString());
    const auto &seconds = now.spec()["activeDeadlineSeconds"];
    if (start && seconds.isInt() && seconds != before.spec()["activeDeadlineSeconds"])
        m_queue.addAfter(key, std::chrono::seconds(seconds.asInt()) - (m_context.timers.now() - *start));
}

kube::ObjectPtr JobController::ownerOf(const kube::Object &pod) const
{
    const auto &reference = pod.controllerRef();
    if (reference["kind"].asString() != "Job")
        return nullptr;
    const auto job = m_jobs.cache().find(pod.ns(), reference["name"].asString());
    return job && job->uid() == reference["uid"].asString() ? job : nullptr;
}

void JobController::enqueueMatching(const kube::Object &orphan)
{
    for (const auto &[key, job] : m_jobs.cache().bucket(m_jobsByNamespace, orphan.ns())) {
        if (isSelected(orphan, *job->object))
            enqueueBatched(key);
    }
}

void JobController::releaseOrphan(const kube::Object &pod)
{
    if (jobs::isTracked(pod))
        m_orphanQueue.add(kube::objectKey(pod));
}

void JobController::releaseMatching(const kube::Object &job)
{
    for (const auto &[key, pod] : m_pods.cache().bucket(m_podsByNamespace, job.ns())) {
        if (isSelected(*pod->object, job))
            releaseOrphan(*pod->object);
    }
}

void JobController::onPod(const kube::ObjectPtr &before, const kube::ObjectPtr &now)
{
    if (!now || now->isTerminating()) {
        onPodLeaving(now ? *now : *before, !now);
        return;
    }
    const auto observe = [&](const kube::Object &job) {
        const std::string key = kube::objectKey(job);
        if (!before)
            m_known.ledger.creationObserved(key);
        else if (const auto removals = m_known.removals.find(key);
                 removals != m_known.removals.end() && !jobs::isTracked(*now))
            removals->second.erase(std::string(now->uid()));
        enqueueBatched(key);
    };
    const bool isOwnerNew = before && before->controllerRef() != now->controllerRef();
    if (isOwnerNew) {
        if (const auto job = ownerOf(*before))
            observe(*job);
    }
    if (!now->controllerRef().isNull()) {
        if (const auto job = ownerOf(*now))
            observe(*job);
        return;
    }
    releaseOrphan(*now);
    if (!before || isOwnerNew || before->labels() != now->labels())
        enqueueMatching(*now);
}

void JobController::onPodLeaving(const kube::Object &pod, bool isGone)
{
    const auto job = ownerOf(pod);
    if (pod.controllerRef().isNull() || !job || jobs::isFinished(*job)) {
        releaseOrphan(pod);
        return;
    }
    const std::string key = kube::objectKey(*job);
    m_known.ledger.deletionObserved(key);
    const auto removals = m_known.removals.find(key);
    if (removals != m_known.removals.end() && (isGone || !jobs::isTracked(pod)))
        removals->second.erase(std::string(pod.uid()));
    enqueueBatched(key);
}

client::Task<bool> JobController::syncOrphan(std::string key)
{
    const auto pod = m_pods.cache().find(key);
    if (!pod || !jobs::isTracked(*pod))
        co_return true;
    const auto &owner = pod->controllerRef();
    const bool isJobs = owner["kind"].asString() == "Job" && owner["apiVersion"].asString() == "batch/v1";
    if (!owner.isNull() && !isJobs)
        co_return true;
    const auto job = ownerOf(*pod);
    if (job && (jobs::isManagedElsewhere(*job) || !jobs::isFinished(*job)))
        co_return true;
    const auto answer = co_await client::send(m_context.transport, jobs::releaseRequest(*pod));
    co_return answer || answer.error().code == 404;
}

} // namespace minato::components
