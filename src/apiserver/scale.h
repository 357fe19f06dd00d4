// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/request.h"
#include "apiserver/machinery.h"
#include "apiserver/writer.h"

namespace minato::apiserver {

/// The scale subresource: how many replicas, asked and answered as an autoscaling/v1 Scale.
///
/// Mirrors   pkg/registry/apps/deployment/storage (ScaleREST)
class ScaleEndpoint {
public:
    ScaleEndpoint(Machinery &machinery, Writer &writer) : m_machinery(machinery), m_writer(writer) {}

    [[nodiscard]] kube::Result<api::Response> handle(const Kind &kind, const api::Request &request);

private:
    [[nodiscard]] kube::Result<kube::Value> wanted(const api::Request &request,
                                                   const kube::Value &current) const;

    Machinery &m_machinery;
    Writer &m_writer;
};

} // namespace minato::apiserver
