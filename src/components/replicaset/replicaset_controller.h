// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/event_recorder.h"
#include "client/work_queue.h"
#include "client/written_objects.h"
#include "components/common/claim.h"
#include "components/common/context.h"
#include "components/common/expectations.h"
#include "components/replicaset/pod_tally.h"
#include "components/replicaset/ranking.h"

#include <optional>
#include <string>
#include <vector>

namespace minato::components {

/// Keeps as many Pods as a ReplicaSet asks for.
///
/// Mirrors   pkg/controller/replicaset/replica_set.go, replica_set_utils.go: adoption and release,
///           expectations, slow start, at most 500 at a time, victim ranking, status, events
/// Differs   Pods that share a node count for the ranking when a ReplicaSet of the same owner owns them;
///           upstream looks whether its selector matches them.
/// Decides   "Victims" records: who was deleted, who was spared, and the rule that separated them.
class ReplicaSetController {
public:
    static constexpr int kBurst = 500;

    explicit ReplicaSetController(Context context);

private:
    using Failure = std::optional<kube::Status>;
    struct Scaling {
        int diff = 0; ///< active - wanted
        Failure failure;
    };

    void onReplicaSet(const kube::ObjectPtr &before, const kube::ObjectPtr &now);
    void onPod(const kube::ObjectPtr &before, const kube::ObjectPtr &now);
    void enqueueMatching(const kube::Object &orphan);
    [[nodiscard]] kube::ObjectPtr ownerOf(const kube::Object &pod) const;

    client::Task<bool> sync(std::string key);
    client::Task<Claim> claim(kube::ObjectPtr set);
    client::Task<Failure> create(kube::ObjectPtr set, int count);
    client::Task<Failure> removeSurplus(kube::ObjectPtr set, int count);
    client::Task<bool> writeStatus(kube::ObjectPtr set, Scaling scaling);
    void onCreated(const kube::ObjectPtr &set, const api::Result<api::Response> &answer);
    void onDeleted(const kube::ObjectPtr &set, const VictimCandidate &victim,
                   const api::Result<api::Response> &answer);
    [[nodiscard]] std::vector<VictimCandidate> rankedVictims(const kube::Object &set, int count) const;
    struct Availability {
        int available = 0;
        std::optional<base::Duration> nextCheck; ///< when the next Pod may have been ready for long enough
    };
    [[nodiscard]] Availability availability(const kube::Object &set, std::int64_t minReadySeconds) const;
    void explain(const kube::Object &set, std::vector<VictimCandidate> ranked, int victims);

    Context m_context;
    client::Informer &m_sets;
    client::Informer &m_pods;
    client::Cache::IndexId m_setsByOwner, m_setsByNamespace, m_podsByOwner, m_orphans;
    client::EventRecorder m_events;
    Expectations m_expectations;
    PodTally m_tally;
    client::WrittenObjects m_written;
    client::WorkQueue m_queue;
};

} // namespace minato::components
