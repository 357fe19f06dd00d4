// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/request.h"
#include "apiserver/containers.h"
#include "apiserver/log_source.h"
#include "apiserver/machinery.h"

namespace minato::apiserver {

/// pods/binding: puts a Pod on a node. Mirrors pkg/registry/core/pod/storage (BindingREST).
[[nodiscard]] kube::Result<api::Response> bindPod(Machinery &machinery, const Kind &pods,
                                                  const api::Request &request);

/// namespaces/finalize: takes spec.finalizers away; the last one lets the Namespace go.
[[nodiscard]] kube::Result<api::Response> finalizeNamespace(Machinery &machinery, const Kind &namespaces,
                                                            const api::Request &request);

/// A request for a log, checked: whose, and what of it.
struct LogRequest {
    kube::ObjectPtr pod;
    LogOptions options;
    bool isScheduled = false; ///< without a node there is no log: an empty answer

    [[nodiscard]] static kube::Result<LogRequest> prepare(const Machinery &machinery, const Kind &pods,
                                                          const api::Request &request);
};

/// A request for exec or attach, checked.
struct ExecRequest {
    kube::ObjectPtr pod;
    ExecOptions options;

    [[nodiscard]] static kube::Result<ExecRequest> prepare(const Machinery &machinery,
                                                           const api::Request &request);
};

} // namespace minato::apiserver
