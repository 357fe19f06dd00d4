// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/request.h"
#include "apiserver/machinery.h"

#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace minato::apiserver {

/// What /metrics tells: requests since the start, of every client, the cluster's own components included.
///
/// Mirrors   apiserver/pkg/endpoints/metrics (apiserver_request_total, apiserver_longrunning_requests),
///           storage/etcd3/metrics (apiserver_storage_objects), in Prometheus' text format 0.0.4
/// Differs   No durations, sizes or process metrics: a simulated server has none.
class RequestMetrics {
public:
    explicit RequestMetrics(const Registry &registry) : m_registry(&registry) {}

    void count(const api::Request &request, const kube::Result<api::Response> &response);
    /// A watch or another lasting request that begins; its end is not counted.
    void countLasting(const api::Request &request, std::string_view verb);

    [[nodiscard]] std::string text(const Machinery &machinery, std::size_t watchers) const;

private:
    struct Key {
        std::string group, resource, scope, subresource, verb, version;
        int code = 200;
        friend auto operator<=>(const Key &, const Key &) = default;
    };
    void add(const api::Request &request, std::string_view verb, int code);

    const Registry *m_registry;
    std::map<Key, std::uint64_t> m_counts; ///< bounded: what the server does not know has no key of its own
};

} // namespace minato::apiserver
