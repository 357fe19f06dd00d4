// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/request.h"
#include "apiserver/machinery.h"
#include "apiserver/writer.h"

namespace minato::apiserver {

/// The scale subresource: how many replicas, asked and answered as an autoscaling/v1 Scale.
///
/// Mirrors   pkg/registry/apps/deployment/storage (ScaleREST, scaleUpdatedObjectInfo)
class ScaleEndpoint {
public:
    ScaleEndpoint(Machinery &machinery, Writer &writer) : m_machinery(machinery), m_writer(writer) {}

    [[nodiscard]] kube::Result<api::Response> handle(const Kind &kind, const api::Request &request);

private:
    struct Wanted {
        kube::Value scale;
        kube::ManagedFieldsPtr managed; ///< of the Scale
    };
    [[nodiscard]] kube::Result<Wanted> wanted(const api::Request &request, const kube::Object &current,
                                              const WriteOptions &options) const;
    [[nodiscard]] kube::Result<Wanted> applied(const Kind &scaleKind, const api::Request &request,
                                               const kube::Object &current,
                                               const WriteOptions &options) const;
    [[nodiscard]] kube::Result<kube::ObjectPtr> write(const Kind &kind, const api::Request &request,
                                                      const kube::ObjectPtr &old);

    Machinery &m_machinery;
    Writer &m_writer;
};

} // namespace minato::apiserver
