// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/event_recorder.h"
#include "client/work_queue.h"
#include "components/common/context.h"
#include "components/job/job_sync.h"
#include "components/job/pod_ledger.h"

#include <expected>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace minato::components {

namespace jobs {

/// What the controller knows besides what its caches show, by the key of the Job; all of it would be lost with a
/// restart.
struct Memory {
    PodLedger ledger;
    std::map<std::string, Uids, std::less<>> removals; ///< finalizers taken off that the cache still shows
    std::map<std::string, FailureRecord, std::less<>> records;
    Uids finished; ///< UIDs of Jobs whose end is written, but not yet in the cache
};

} // namespace jobs

/// Runs Pods until enough of them have succeeded.
///
/// Mirrors   pkg/controller/job/job_controller.go: completions, parallelism, Indexed Jobs, back-off, limits
///           per index, failure and success policies, deadline, suspension, counting by finalizers, events
/// Differs   Pods are deleted by their UID: a namesake that came later stays.
/// Files     job_controller.cpp (what it hears), job_syncing.cpp (what it does), job_sync.h (what it decides)
class JobController {
public:
    static constexpr base::Duration kBatchPeriod = std::chrono::seconds(1);
    static constexpr client::RetryDelays kRetries{std::chrono::seconds(1), std::chrono::minutes(1)};

    explicit JobController(Context context, jobs::Memory memory = {});

private:
    using Failure = std::optional<kube::Status>;
    using Answer = api::Result<api::Response>;

    // What it hears.
    void onJob(const kube::ObjectPtr &before, const kube::ObjectPtr &now);
    void onJobUpdate(const kube::Object &before, const kube::Object &now);
    void onPod(const kube::ObjectPtr &before, const kube::ObjectPtr &now);
    void onPodLeaving(const kube::Object &pod, bool isGone);
    void enqueueBatched(std::string_view key) { m_queue.addAfter(key, kBatchPeriod); }
    void enqueueMatching(const kube::Object &orphan);
    void releaseMatching(const kube::Object &job);
    void releaseOrphan(const kube::Object &pod);
    [[nodiscard]] kube::ObjectPtr ownerOf(const kube::Object &pod) const;
    client::Task<bool> syncOrphan(std::string key);

    // What it does.
    client::Task<bool> sync(std::string key);
    client::Task<std::optional<jobs::Pods>> claim(kube::ObjectPtr job);
    client::Task<bool> act(jobs::JobSync &sync, bool isSettled);
    client::Task<Failure> endPods(jobs::JobSync &sync, bool isSettled);
    client::Task<Failure> manage(jobs::JobSync &sync);
    client::Task<Failure> remove(jobs::JobSync &sync, jobs::Pods pods);
    client::Task<Failure> create(jobs::JobSync &sync, jobs::JobSync::Plan plan);
    client::Task<bool> track(jobs::JobSync &sync, bool isChanged);
    client::Task<bool> release(jobs::JobSync &sync, const jobs::Pods &pods, jobs::Uids &held);
    client::Task<bool> writeStatus(jobs::JobSync &sync);
    void reportEnd(const jobs::JobSync &sync);
    void reportDeletion(const kube::Object &job, const kube::Object &pod, const Answer &answer);
    void reportCreation(const kube::Object &job, const Answer &answer);

    Context m_context;
    client::Informer &m_jobs;
    client::Informer &m_pods;
    client::Cache::IndexId m_jobsByNamespace, m_podsByNamespace, m_podsByOwner, m_orphans;
    client::EventRecorder m_events;
    jobs::Memory m_known;
    client::WorkQueue m_queue, m_orphanQueue;
};

} // namespace minato::components
