// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/request.h"
#include "apiserver/deleter.h"
#include "apiserver/eviction.h"
#include "apiserver/machinery.h"
#include "apiserver/measured_reader.h"
#include "apiserver/reader.h"
#include "apiserver/scale.h"
#include "apiserver/writer.h"

namespace minato::apiserver {

/// Finds who answers a request: the verbs of a resource, a subresource, a path outside the resources.
/// Logs are streams and not answered here.
class Dispatcher {
public:
    explicit Dispatcher(Machinery &machinery)
        : m_machinery(machinery),
          m_reader(machinery),
          m_measuredReader(machinery),
          m_writer(machinery),
          m_deleter(machinery),
          m_eviction(machinery, m_deleter),
          m_scale(machinery, m_writer)
    {
    }

    [[nodiscard]] kube::Result<api::Response> handle(const api::Request &request);

private:
    [[nodiscard]] kube::Result<api::Response> handleObject(const Kind &kind, const api::Request &request);
    [[nodiscard]] kube::Result<api::Response> handleSubresource(const Kind &kind,
                                                                const api::Request &request);

    Machinery &m_machinery;
    Reader m_reader;
    MeasuredReader m_measuredReader;
    Writer m_writer;
    Deleter m_deleter;
    EvictionEndpoint m_eviction;
    ScaleEndpoint m_scale;
};

} // namespace minato::apiserver
