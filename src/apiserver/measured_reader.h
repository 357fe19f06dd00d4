// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/request.h"
#include "apiserver/machinery.h"

namespace minato::apiserver {

/// Get and List of kinds that are measured and not kept: metrics.k8s.io.
///
/// Mirrors   kubernetes-sigs/metrics-server v0.8 pkg/api (node.go, pod.go, table.go), behind the aggregation layer
/// Differs   It is part of the API server: there is no APIService object, and no Pod of a metrics server.
/// Errors    404 about the measured object when that is not there, about the metrics when it is not measured yet;
///           405 for every other verb
class MeasuredReader {
public:
    explicit MeasuredReader(const Machinery &machinery) : m_machinery(machinery) {}

    [[nodiscard]] kube::Result<api::Response> handle(const Kind &kind, const api::Request &request) const;

private:
    [[nodiscard]] kube::Result<kube::ObjectPtr> get(const Kind &kind, const api::Request &request) const;
    [[nodiscard]] kube::Result<kube::ObjectList> list(const Kind &kind, const api::Request &request) const;
    /// Null: there are no measurements yet.
    [[nodiscard]] kube::ObjectPtr measure(const Kind &kind, const kube::Object &base) const;

    const Machinery &m_machinery;
};

} // namespace minato::apiserver
