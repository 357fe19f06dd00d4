// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/requests.h"
#include "components/common/claim.h"
#include "components/common/pod.h"
#include "components/common/slow_start.h"
#include "components/job/job_controller.h"
#include "components/job/job_requests.h"
#include "kube/label_selector.h"

#include <algorithm>
#include <format>

namespace minato::components {
namespace {

using jobs::JobSync;
using jobs::Pods;
using kube::Value;
using kube::resources::kJobs;
using kube::resources::kPods;

bool isGone(const api::Result<api::Response> &answer)
{
    return !answer && answer.error().code == 404;
}

} // namespace

client::Task<bool> JobController::sync(std::string key)
{
    const auto job = m_jobs.cache().find(key);
    if (!job) {
        m_known.ledger.forget(key);
        m_known.removals.erase(key);
        m_known.records.erase(key);
        co_return true;
    }
    if (jobs::isManagedElsewhere(*job))
        co_return true;
    const std::string uid(job->uid());
    if (jobs::isFinished(*job)) {
        m_known.records.erase(key);
        m_known.finished.erase(uid);
        co_return true;
    }
    if (m_known.finished.contains(uid))
        co_return true;
    // Asked before the Pods are counted: one that comes in between must not be missed.
    const bool isSettled = m_known.ledger.isSettled(key, m_context.timers.now());
    auto pods = co_await claim(job);
    if (!pods)
        co_return false;
    const auto record = m_known.records.find(key);
    const auto before = record == m_known.records.end() ? jobs::FailureRecord() : record->second;
    const auto removals = m_known.removals.find(key);
    const auto expected = removals == m_known.removals.end() ? jobs::Uids() : removals->second;
    JobSync state(job, std::move(*pods), expected, before, m_context.timers.now());
    co_return co_await act(state, isSettled);
}

/// The Pods that are the Job's; nullopt when one could not be taken or let go.
client::Task<std::optional<Pods>> JobController::claim(kube::ObjectPtr job)
{
    const auto selector = kube::LabelSelector::fromValue(job->spec()["selector"]);
    Pods mine, adopted;
    std::vector<api::Request> releases, adoptions;
    for (const auto &[key, pod] : m_pods.cache().bucket(m_podsByOwner, job->uid())) {
        if (selector && selector->matches(pod->object->labels()))
            mine.push_back(pod->object);
        else if (!job->isTerminating())
            releases.push_back(jobs::disownPodRequest(*pod->object, *job));
    }
    for (const auto &[key, pod] : m_pods.cache().bucket(m_orphans, job->ns())) {
        const kube::Object &orphan = *pod->object;
        if (!job->isTerminating() && !orphan.isTerminating() && selector &&
            selector->matches(orphan.labels())) {
            adopted.push_back(pod->object);
            adoptions.push_back(jobs::adoptPodRequest(orphan, *job));
        }
    }
    bool isGood = true;
    const auto released = co_await sendAll(m_context.transport, std::move(releases));
    for (const Answer &answer : released)
        isGood &= answer || isGone(answer) || answer.error().code == 422;
    if (!adoptions.empty()) {
        const bool isAllowed = co_await mayAdopt(m_context.transport, kJobs, job);
        if (!isAllowed)
            co_return std::nullopt;
    }
    const auto taken = co_await sendAll(m_context.transport, std::move(adoptions));
    for (std::size_t i = 0; i < taken.size(); ++i) {
        isGood &= taken[i] || isGone(taken[i]);
        if (taken[i])
            mine.push_back(jobs::trackedPod(adopted[i]));
    }
    if (!isGood)
        co_return std::nullopt;
    co_return mine;
}

client::Task<bool> JobController::act(JobSync &sync, bool isSettled)
{
    sync.judge();
    if (const auto left = sync.untilDeadline(); left && !sync.finished)
        m_queue.addAfter(kube::objectKey(*sync.job), *left);
    Failure failure;
    bool isChanged = false;
    if (sync.finished) {
        failure = co_await endPods(sync, isSettled);
    } else {
        const bool isManaged = isSettled && !sync.job->isTerminating();
        if (isManaged)
            failure = co_await manage(sync);
        if (sync.hasCompleted()) {
            sync.finished = sync.condition("SuccessCriteriaMet", "CompletionsReached",
                                           "Reached expected number of succeeded pods");
        } else if (isManaged) {
            const std::string reason(sync.noteSuspension());
            isChanged = !reason.empty();
            if (isChanged)
                m_events.normal(*sync.job, reason, reason == "Suspended" ? "Job suspended" : "Job resumed");
        }
    }
    const auto update = [&](const char *key, int count) {
        isChanged |= !sync.status[key].isInt() || sync.status[key].asInt() != count;
        sync.status.set(key, count);
    };
    isChanged |= sync.active != sync.status["active"].asInt();
    update("ready", sync.ready);
    update("terminating", sync.terminating);
    if (sync.active == 0)
        sync.status.erase("active");
    else
        sync.status.set("active", sync.active);
    const bool isTracked = co_await track(sync, isChanged);
    co_return isTracked && !failure;
}

void JobController::reportDeletion(const kube::Object &job, const kube::Object &pod, const Answer &answer)
{
    if (answer)
        m_events.normal(job, "SuccessfulDelete", std::format("Deleted pod: {}", pod.name()));
    else if (answer.error().code != 404)
        m_events.warning(job, "FailedDelete", std::format("Error deleting: {}", answer.error().message));
}

/// The Job has come to its end: so do its Pods, which keep their finalizers until they are counted.
client::Task<JobController::Failure> JobController::endPods(JobSync &sync, bool isSettled)
{
    std::vector<api::Request> requests;
    for (const auto &pod : sync.activePods)
        requests.push_back(client::deleteRequest(kPods, *pod));
    const auto answers = co_await sendAll(m_context.transport, std::move(requests));
    Failure failure;
    int deleted = 0;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const kube::Object &pod = *sync.activePods[i];
        reportDeletion(*sync.job, pod, answers[i]);
        sync.ready -= isPodReady(pod) ? 1 : 0;
        if (answers[i] || isGone(answers[i]))
            ++deleted;
        else if (!failure)
            failure = answers[i].error();
    }
    // Perhaps there are Pods that the cache does not show yet.
    if (deleted != sync.active || !isSettled)
        sync.finished.reset();
    sync.active -= deleted;
    sync.terminating += deleted;
    co_return failure;
}

client::Task<JobController::Failure> JobController::manage(JobSync &sync)
{
    auto plan = sync.plan();
    if (jobs::isSuspended(*sync.job) || !plan.removals.empty())
        co_return co_await remove(sync, std::move(plan.removals));
    if (plan.wait) {
        m_queue.addAfter(kube::objectKey(*sync.job), std::max(*plan.wait, kBatchPeriod));
        sync.active = 0; // as upstream says while it waits
        co_return std::nullopt;
    }
    if (plan.creations > 0)
        co_return co_await create(sync, std::move(plan));
    co_return std::nullopt;
}

/// Not counted as failures: their finalizers go first.
client::Task<JobController::Failure> JobController::remove(JobSync &sync, Pods pods)
{
    const std::string key = kube::objectKey(*sync.job);
    m_known.ledger.expect(key, 0, static_cast<int>(pods.size()), m_context.timers.now());
    Failure failure;
    int removed = static_cast<int>(pods.size());
    const auto fail = [&](const Answer &answer, std::string_view prefix) {
        m_known.ledger.deletionObserved(key);
        if (isGone(answer))
            return;
        --removed;
        if (!failure) {
            failure = answer.error();
            failure->message = std::string(prefix) + failure->message;
        }
    };
    std::vector<api::Request> patches, deletions;
    Pods tracked, released;
    for (const auto &pod : pods) {
        if (jobs::isTracked(*pod)) {
            patches.push_back(jobs::releaseRequest(*pod));
            tracked.push_back(pod);
        } else {
            released.push_back(pod);
        }
    }
    const auto patched = co_await sendAll(m_context.transport, std::move(patches));
    for (std::size_t i = 0; i < patched.size(); ++i) {
        if (patched[i])
            released.push_back(tracked[i]);
        else
            fail(patched[i], "removing completion finalizer: ");
    }
    for (const auto &pod : released)
        deletions.push_back(client::deleteRequest(kPods, *pod));
    const auto deleted = co_await sendAll(m_context.transport, std::move(deletions));
    for (std::size_t i = 0; i < deleted.size(); ++i) {
        reportDeletion(*sync.job, *released[i], deleted[i]);
        sync.ready -= isPodReady(*released[i]) ? 1 : 0;
        if (!deleted[i])
            fail(deleted[i], "unable to delete pods: ");
    }
    sync.active -= removed;
    sync.terminating += removed;
    co_return failure;
}

void JobController::reportCreation(const kube::Object &job, const Answer &answer)
{
    if (answer) {
        m_events.normal(job, "SuccessfulCreate", std::format("Created pod: {}", answer->object()->name()));
        return;
    }
    if (isNamespaceEnding(answer.error()))
        return; // still expected: nothing will be created here any more
    m_known.ledger.creationObserved(kube::objectKey(job));
    m_events.warning(job, "FailedCreate", std::format("Error creating: {}", answer.error().message));
}

client::Task<JobController::Failure> JobController::create(JobSync &sync, JobSync::Plan plan)
{
    const std::string key = kube::objectKey(*sync.job);
    m_known.ledger.expect(key, plan.creations, 0, m_context.timers.now());
    const auto next = [&sync, &plan, i = std::size_t(0)]() mutable {
        std::optional<int> index;
        if (!plan.indexes.empty())
            index = plan.indexes[i++];
        const auto failed = index ? sync.delayed.find(*index) : sync.delayed.end();
        return client::createRequest(
            kPods, jobs::podOf(*sync.job, index, failed == sync.delayed.end() ? nullptr : failed->second));
    };
    const auto result = co_await slowStart(
        m_context.transport, plan.creations, next,
        [this, job = sync.job](const Answer &answer) { reportCreation(*job, answer); }, isNamespaceEnding);
    m_known.ledger.creationObserved(key, plan.creations - result.calls);
    sync.active += result.successes;
    if (result.successes == result.calls)
        co_return std::nullopt;
    co_return result.firstError;
}

client::Task<bool> JobController::writeStatus(JobSync &sync)
{
    Value body = sync.job->root();
    body.set("status", sync.status);
    auto request = client::updateRequest(kJobs, std::move(body), "status");
    const auto answer = co_await client::send(m_context.transport, std::move(request));
    if (!answer)
        co_return false;
    sync.job = answer->object();
    sync.status = sync.job->status();
    co_return true;
}

/// First what has ended is written down, then the finalizers go, then it is counted: so that none is counted
/// twice or lost.
client::Task<bool> JobController::track(JobSync &sync, bool isChanged)
{
    jobs::Uids held;
    const auto tracked = sync.track(held);
    if (isChanged || tracked.isChanged) {
        const bool isWritten = co_await writeStatus(sync);
        if (!isWritten)
            co_return false;
        m_known.records.insert_or_assign(kube::objectKey(*sync.job), sync.record);
    }
    const bool isReleased = co_await release(sync, tracked.released, held);
    const bool isLeft = sync.countReleased(held);
    if (!isReleased) {
        if (isLeft)
            co_await writeStatus(sync);
        co_return false;
    }
    const bool isFinished = !tracked.isPartial && sync.finish();
    if (!isLeft && !isFinished)
        co_return true;
    const bool isWritten = co_await writeStatus(sync);
    if (isWritten && isFinished)
        reportEnd(sync);
    co_return isWritten;
}

client::Task<bool> JobController::release(JobSync &sync, const Pods &pods, jobs::Uids &held)
{
    if (pods.empty())
        co_return true;
    auto &expected = m_known.removals[kube::objectKey(*sync.job)];
    std::vector<api::Request> requests;
    for (const auto &pod : pods) {
        expected.emplace(pod->uid());
        requests.push_back(jobs::releaseRequest(*pod));
    }
    const auto answers = co_await sendAll(m_context.transport, std::move(requests));
    bool isGood = true;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const std::string uid(pods[i]->uid());
        // No event will tell of a removal that failed.
        if (!answers[i])
            m_known.removals[kube::objectKey(*sync.job)].erase(uid);
        if (answers[i] || isGone(answers[i]))
            held.erase(uid);
        else
            isGood = false;
    }
    co_return isGood;
}

void JobController::reportEnd(const JobSync &sync)
{
    m_known.finished.emplace(sync.job->uid());
    const kube::Object &job = *sync.job;
    const Value &end = *sync.finished;
    if (end["type"].asString() != "Complete") {
        m_events.warning(job, end["reason"].asString(), end["message"].asString());
        return;
    }
    const auto &wanted = job.spec()["completions"];
    if (wanted.isInt() && job.status()["succeeded"].asInt() > wanted.asInt())
        m_events.warning(job, "TooManySucceededPods",
                         "Too many succeeded pods running after completion count reached");
    m_events.normal(job, "Completed", "Job completed");
}

} // namespace minato::components
