// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/transport.h"
#include "client/cache.h"
#include "client/task.h"
#include "kube/object.h"

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace minato::components {

/// Taking in and letting go of what a controller owns.
///
/// Mirrors   pkg/controller/controller_ref_manager.go
/// Rules     What matches the selector and belongs to nobody is adopted; what is owned and no longer matches
///           is released, unless the owner is being deleted. Before an adoption the owner is read from the server,
///           not from the cache: it may be about to be deleted, or a namesake.

/// The patch that makes `owner` the controller of an object, if that is still the same object.
[[nodiscard]] api::Request adoptRequest(const kube::GroupVersionResource &resource,
                                        const kube::Object &object, const kube::Object &owner);
/// The patch that ends the ownership.
[[nodiscard]] api::Request releaseRequest(const kube::GroupVersionResource &resource,
                                          const kube::Object &object, std::string_view ownerUid);

/// Asks the server whether this owner is still there and not being deleted.
[[nodiscard]] client::Task<bool> mayAdopt(api::KubeTransport &transport,
                                          kube::GroupVersionResource ownerResource, kube::ObjectPtr owner);

enum class Claim : std::uint8_t {
    Nothing, ///< the cache shows exactly what is owned
    Done,    ///< something was claimed or released: its events bring the owner back
    Failed
};

struct ClaimRequests {
    std::vector<api::Request> releases, adoptions;

    [[nodiscard]] bool isEmpty() const { return releases.empty() && adoptions.empty(); }
};
/// `matches` is the selector, `isCandidate` what the controller looks at at all.
[[nodiscard]] ClaimRequests claimRequests(const kube::GroupVersionResource &resource,
                                          const kube::Object &owner, const client::Cache::Bucket &owned,
                                          const client::Cache::Bucket &orphans,
                                          const std::function<bool(const kube::Object &)> &matches,
                                          const std::function<bool(const kube::Object &)> &isCandidate);
[[nodiscard]] client::Task<Claim> sendClaims(api::KubeTransport &transport,
                                             kube::GroupVersionResource ownerResource, kube::ObjectPtr owner,
                                             ClaimRequests requests);

} // namespace minato::components
