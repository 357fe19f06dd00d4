// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/informer.h"
#include "components/common/claim.h"
#include "kube/label_selector.h"

#include <functional>
#include <optional>
#include <vector>

namespace minato::components {

/// Where a controller's Pods are found.
struct PodSource {
    const client::Informer &pods;
    client::Cache::IndexId byOwner, orphans;
};

/// The Pods that are the owner's or that it would take in, as the cache shows them.
[[nodiscard]] std::vector<kube::ObjectPtr> podsOf(const kube::Object &owner, const PodSource &source,
                                                  const std::function<bool(const kube::Object &)> &matches);

/// The Pods that an owner has after it has taken in and let go; nullopt: a request was refused.
///
/// Mirrors   pkg/controller/controller_ref_manager.go ClaimPods
[[nodiscard]] client::Task<std::optional<std::vector<kube::ObjectPtr>>>
claimPods(api::KubeTransport &transport, kube::GroupVersionResource ownerResource, kube::ObjectPtr owner,
          PodSource source, std::function<bool(const kube::Object &)> matches);

/// The object of a kind that a Pod's managing controller is; null: it is another one, or gone.
[[nodiscard]] kube::ObjectPtr controllerOf(const kube::Object &pod, std::string_view kind,
                                           const client::Cache &controllers);

} // namespace minato::components
