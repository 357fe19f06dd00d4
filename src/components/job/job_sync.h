// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "components/job/index_ranges.h"
#include "components/job/job_pods.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace minato::components::jobs {

using Uids = std::set<std::string, std::less<>>;

/// One look at a Job and its Pods: what is counted, whether it has come to its end, what is to be done.
///
/// Mirrors   pkg/controller/job/job_controller.go syncJobCtx and the steps of syncJob, manageJob,
///           trackJobStatusAndRemoveFinalizers that ask nobody anything
/// Threads   A value of one sync.
struct JobSync {
    /// `expectedRemovals`: Pods whose finalizer has been taken off already, though the cache shows it.
    JobSync(kube::ObjectPtr job, Pods pods, Uids expectedRemovals, const FailureRecord &before,
            base::Instant now);

    kube::ObjectPtr job;
    kube::Value status; ///< as it will be written
    base::Instant now;
    Pods pods, activePods;
    Uids expectedRemovals;
    Uids succeededUids, failedUids; ///< uncounted when the sync began
    int active = 0, ready = 0, terminating = 0, succeeded = 0, failed = 0;
    FailureRecord record;
    IndexRanges succeededBefore, succeededIndexes;
    std::optional<IndexRanges> failedIndexes; ///< only with a limit per index
    std::map<int, kube::ObjectPtr> delayed;   ///< failed Pods that stay until they are replaced, by index
    std::optional<kube::Value> finished;      ///< the condition that ends the Job

    /// Decides `finished`, all but the plain reaching of the completions.
    void judge();
    /// Whether it has all its successes, and nothing runs any more.
    [[nodiscard]] bool hasCompleted() const;
    /// Notes that it is suspended or goes on; the reason of the event, or empty when that is nothing new.
    std::string_view noteSuspension();
    /// How long activeDeadlineSeconds leave it; nullopt: for ever.
    [[nodiscard]] std::optional<base::Duration> untilDeadline() const;

    struct Plan {
        Pods removals;
        std::optional<base::Duration> wait; ///< Pods are missing, but not yet to be made
        int creations = 0;
        std::vector<int> indexes; ///< of the creations, if the Job is Indexed
    };
    [[nodiscard]] Plan plan() const;

    /// Sorts Pods that have ended into the status; gives those that need not be held any longer.
    struct Tracked {
        Pods released;
        bool isChanged = false; ///< the status has to be written first
        bool isPartial = false; ///< there are more than one sync takes
    };
    Tracked track(Uids &held);
    /// Counts the uncounted that nothing holds any longer; whether there were some.
    bool countReleased(const Uids &held);
    [[nodiscard]] Uids heldPods() const;
    /// Adds the condition Complete or Failed if nothing is in its way any longer.
    bool finish();

    [[nodiscard]] kube::Value condition(std::string_view type, std::string_view reason,
                                        std::string_view message) const;

private:
    void count(const FailureRecord &before);
    void judgeIndexes();
    void findDelayed();
    [[nodiscard]] int wantedActive() const;
    [[nodiscard]] std::vector<int> missingIndexes(int count) const;
    [[nodiscard]] bool mayRelease(const kube::Object &pod) const;
    bool sortIn(const kube::Object &pod, std::set<int> &newIndexes);
    bool writeIndexes(const std::set<int> &newIndexes);
    bool noteEnd();
    [[nodiscard]] bool isUnaccounted(const kube::Object &pod, const Uids &uncounted) const;
    [[nodiscard]] const kube::Value &uncounted(std::string_view list) const;
    bool setCondition(const kube::Value &condition);
};

/// The most Pods that a sync creates or deletes, and that wait uncounted.
inline constexpr int kMaxPerSync = 500;
inline constexpr std::size_t kMaxUncounted = 500;

} // namespace minato::components::jobs
