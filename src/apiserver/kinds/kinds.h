// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apiserver/kind.h"

#include <vector>

/// One function a row of the registry, each in a file of its own.
namespace minato::apiserver::kinds {

[[nodiscard]] std::vector<Kind> accessReviews();
[[nodiscard]] Kind configMap();
[[nodiscard]] Kind controllerRevision();
[[nodiscard]] Kind daemonSet();
[[nodiscard]] Kind deployment();
[[nodiscard]] Kind endpoints();
[[nodiscard]] Kind endpointSlice();
[[nodiscard]] Kind event();
[[nodiscard]] Kind eventV1(); ///< events.k8s.io/v1, a second form of the same objects
[[nodiscard]] Kind horizontalPodAutoscaler();
[[nodiscard]] Kind horizontalPodAutoscalerV1(); ///< autoscaling/v1, a second form of the same objects
[[nodiscard]] Kind job();
[[nodiscard]] Kind lease();
[[nodiscard]] Kind limitRange();
[[nodiscard]] std::vector<Kind> metrics(); ///< of Nodes and of Pods
[[nodiscard]] Kind namespaceKind();
[[nodiscard]] Kind node();
[[nodiscard]] Kind pod();
[[nodiscard]] Kind podDisruptionBudget();
[[nodiscard]] Kind podTemplate();
[[nodiscard]] Kind priorityClass();
[[nodiscard]] Kind replicaSet();
[[nodiscard]] Kind resourceQuota();
[[nodiscard]] Kind secret();
[[nodiscard]] Kind selfSubjectReview();
[[nodiscard]] Kind service();
[[nodiscard]] Kind serviceAccount();
[[nodiscard]] Kind statefulSet();

/// The two PriorityClasses that every cluster has.
[[nodiscard]] std::vector<kube::Value> systemPriorityClasses();

} // namespace minato::apiserver::kinds
