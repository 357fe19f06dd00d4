// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/resource.h"
#include "kube/value.h"

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace minato::kube {

/// One entry of Status.details.causes.
struct StatusCause {
    std::string reason, message, field;

    friend bool operator==(const StatusCause &, const StatusCause &) = default;
};

/// A refused request: the only error that crosses the API seam, so that the shell can print just what kubectl
/// would.
///
/// Mirrors   metav1.Status; the texts are those of apimachinery/pkg/api/errors.
struct Status {
    int code = 500;
    std::string reason; ///< "NotFound", "AlreadyExists", "Conflict", "Invalid", …
    std::string message;
    std::string name, group, kind, uid; ///< details; `kind` holds the resource ("pods"), as upstream does
    std::vector<StatusCause> causes;
    int retryAfterSeconds = 0;
    std::string continueToken; ///< a fresh one with 410 on a list

    [[nodiscard]] static Status notFound(const GroupVersionResource &resource, std::string_view name);
    [[nodiscard]] static Status alreadyExists(const GroupVersionResource &resource, std::string_view name);
    /// "Operation cannot be fulfilled on RESOURCE "NAME": WHY"
    [[nodiscard]] static Status conflict(const GroupVersionResource &resource, std::string_view name,
                                         std::string_view why);
    /// 422 with one cause a field error: `Deployment.apps "web" is invalid: spec.replicas: Invalid value: …`
    [[nodiscard]] static Status invalid(const GroupVersionKind &kind, std::string_view name,
                                        std::vector<StatusCause> causes);
    [[nodiscard]] static Status badRequest(std::string_view message);
    [[nodiscard]] static Status forbidden(const GroupVersionResource &resource, std::string_view name,
                                          std::string_view why);
    [[nodiscard]] static Status methodNotAllowed(const GroupVersionResource &resource, std::string_view verb);
    /// 404 for a path that no resource has: "the server could not find the requested resource"
    [[nodiscard]] static Status noSuchResource();
    /// 410: "too old resource version: ASKED (OLDEST)"
    [[nodiscard]] static Status expired(std::string_view message);
    [[nodiscard]] static Status internal(std::string_view message);

    [[nodiscard]] bool isReason(std::string_view r) const { return reason == r; }
    [[nodiscard]] Value toValue() const; ///< {"kind":"Status","apiVersion":"v1","status":"Failure",…}
    [[nodiscard]] static Status fromValue(const Value &value);
    friend bool operator==(const Status &, const Status &) = default;
};

template <class T>
using Result = std::expected<T, Status>;

} // namespace minato::kube
