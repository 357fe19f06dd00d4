// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/request.h"
#include "session/story.h"

#include <optional>
#include <string>
#include <vector>

namespace minato::session {

/// What a change of one object tells: how it was before (null: it is new) and how it is now (null: it is gone).
/// The facts have no time yet; their root is where to begin looking for it, or empty: at the object.
///
/// Mirrors   when a rollout is complete: DeploymentComplete in pkg/controller/deployment/util/deployment_util.go
/// Threads   Functions of their arguments.
/// Tests     tests/viewmodels/tst_story.cpp (over a whole simulated cluster)
using Before = const kube::ObjectPtr &;
using Now = const kube::ObjectPtr &;
[[nodiscard]] std::vector<StoryFact> deploymentFacts(Before before, Now now);
[[nodiscard]] std::vector<StoryFact> replicaSetFacts(Before before, Now now);
/// Ending has no reason yet.
[[nodiscard]] std::vector<StoryFact> podFacts(Before before, Now now);
/// Nothing: the Event was told before.
[[nodiscard]] std::optional<StoryFact> eventFact(Before before, Now now);

/// The Pods that came to the ready endpoints of a slice, and those that left.
struct EndpointChange {
    std::vector<std::string> joined, left;
};
[[nodiscard]] EndpointChange endpointChange(Before before, Now now);

/// The request changes something that a story may be about.
[[nodiscard]] bool isChange(const api::Request &request);
[[nodiscard]] StoryFact writeFact(const api::Request &request);
[[nodiscard]] StoryFact refusalFact(const api::Request &request, const kube::Status &status);

} // namespace minato::session
