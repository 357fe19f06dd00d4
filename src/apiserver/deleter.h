// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/request.h"
#include "apiserver/machinery.h"

#include <optional>
#include <string>

namespace minato::apiserver {

/// The options of a deletion, from the body or the query.
struct DeleteOptions {
    std::optional<std::int64_t> gracePeriodSeconds;
    std::string propagationPolicy;                   ///< "", "Background", "Foreground", "Orphan"
    std::optional<std::string> uid, resourceVersion; ///< preconditions
    bool isDryRun = false;

    [[nodiscard]] static kube::Result<DeleteOptions> parse(const api::Request &request);
    [[nodiscard]] static kube::Result<DeleteOptions> fromValue(const kube::Value &value);
};

/// Delete and DeleteCollection: with a grace period, with finalizers, or at once.
///
/// Mirrors   apiserver/pkg/registry (rest/delete.go BeforeDelete, generic/registry/store.go Delete)
/// Differs   Dependents are the garbage collector's business: here only the finalizers "orphan" and
///           "foregroundDeletion" are set that it works on.
class Deleter {
public:
    explicit Deleter(Machinery &machinery) : m_machinery(machinery) {}

    [[nodiscard]] kube::Result<api::Response> remove(const Kind &kind, const api::Request &request);
    [[nodiscard]] kube::Result<api::Response> removeCollection(const Kind &kind, const api::Request &request);

    struct Outcome {
        kube::ObjectPtr object;
        bool isGone = false;
    };
    [[nodiscard]] kube::Result<Outcome> removeOne(const Kind &kind, const kube::ObjectPtr &object,
                                                  const DeleteOptions &options);

private:
    [[nodiscard]] kube::Result<Outcome> write(const Kind &kind, const kube::ObjectPtr &old,
                                              kube::Value object, bool removesAfterwards, bool isDryRun);

    Machinery &m_machinery;
};

/// 409 when the object is not the one that the options mean.
[[nodiscard]] kube::Result<void> checkPreconditions(const Kind &kind, const kube::Object &object,
                                                    const DeleteOptions &options);

/// {"kind":"Status","status":"Success","details":{…}} for an object that is gone.
[[nodiscard]] kube::Value successStatus(const Kind &kind, const kube::Object &object);

} // namespace minato::apiserver
