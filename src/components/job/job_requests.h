// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/request.h"
#include "kube/object.h"

namespace minato::components::jobs {

/// The patches by which a Job takes its Pods and lets them go.
///
/// Mirrors   pkg/controller/controller_ref_manager.go (AdoptPod, ReleasePod with finalizers), pkg/controller/job
///           (removeTrackingFinalizerPatch)

/// Takes off the tracking finalizer.
[[nodiscard]] api::Request releaseRequest(const kube::Object &pod);
/// Makes the Job the owner, or ends that; with the finalizer.
[[nodiscard]] api::Request adoptPodRequest(const kube::Object &pod, const kube::Object &job);
[[nodiscard]] api::Request disownPodRequest(const kube::Object &pod, const kube::Object &job);
/// The Pod as it is once it has been adopted.
[[nodiscard]] kube::ObjectPtr trackedPod(const kube::ObjectPtr &pod);

} // namespace minato::components::jobs
