// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/request.h"

#include <optional>
#include <string>
#include <string_view>

namespace minato::client {

/// Short ways to say the requests that controllers and tools make again and again.

[[nodiscard]] api::Request getRequest(const kube::GroupVersionResource &resource, std::string_view ns,
                                      std::string_view name);
[[nodiscard]] api::Request listRequest(const kube::GroupVersionResource &resource, std::string_view ns = {});
/// The namespace is the object's own.
[[nodiscard]] api::Request createRequest(const kube::GroupVersionResource &resource, kube::Value object);
/// A PUT of the whole object; its resourceVersion makes it fail with 409 when somebody was faster.
[[nodiscard]] api::Request updateRequest(const kube::GroupVersionResource &resource, kube::Value object,
                                         std::string_view subresource = {});
[[nodiscard]] api::Request patchRequest(const kube::GroupVersionResource &resource,
                                        const kube::Object &object, kube::PatchType type, kube::Value patch,
                                        std::string_view subresource = {});

struct DeleteOptions {
    std::optional<std::int64_t> gracePeriodSeconds;
    std::string_view propagationPolicy; ///< "Background", "Foreground", "Orphan"; empty: the server's default
    bool onlyThisUid = true;            ///< precondition: never delete a namesake that came later
};
[[nodiscard]] api::Request deleteRequest(const kube::GroupVersionResource &resource,
                                         const kube::Object &object, const DeleteOptions &options = {});

} // namespace minato::client
