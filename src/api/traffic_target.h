// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/transport.h"

#include <cstdint>
#include <expected>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace minato::api {

/// One HTTP request from outside or inside the cluster, on a connection of its own unless `connection` says
/// otherwise.
struct TrafficRequest {
    std::string method = "GET";
    std::string host; ///< "host01", an IP, a Service's DNS name
    std::uint16_t port = 80;
    std::string path = "/";
    std::map<std::string, std::string> headers;
    std::string body;
    std::string client = "terminal"; ///< whose request it is, for statistics and ClientIP affinity
    std::uint64_t connection = 0;    ///< 0: a new connection; else keep-alive: equal numbers share one
};

/// Which way a request took: kube-proxy's decision, told with its reasons.
struct Route {
    std::string service; ///< "default/kubernetes-bootcamp"; empty when a Pod was addressed directly
    std::string viaNode; ///< whose port was asked; empty for a ClusterIP
    std::string pod, podUid, podNode; ///< "default/NAME"; empty when none was reached
    std::string endpoint;             ///< "10.244.1.5:8080"
    std::uint32_t candidates = 0;     ///< how many endpoints the choice was among
    std::uint32_t choice = 0;         ///< 0-based, in their order
};

struct TrafficReply {
    int status = 200;
    std::string reason = "OK";
    std::map<std::string, std::string> headers;
    std::string body;
    Route route;
    base::Duration latency{};
};

struct TrafficError {
    enum class Kind : std::uint8_t { UnknownHost, Refused, TimedOut, Reset };
    Kind kind{};
    Route route;
    base::Duration latency{};
};

using TrafficResult = std::expected<TrafficReply, TrafficError>;

/// Seam 2: the data plane. Simulated: Service → kube-proxy rules → endpoint → app model. Real: HTTP to an
/// address that the learner names. Rules of callbacks as for KubeTransport.
class TrafficTarget {
public:
    virtual ~TrafficTarget() = default;
    [[nodiscard]] virtual CallPtr request(TrafficRequest request,
                                          std::move_only_function<void(TrafficResult)> reply) = 0;
};

/// A finished request as statistics, charts and lesson checks see it.
struct TrafficRecord {
    base::Instant at; ///< when it ended
    std::string client;
    TrafficResult result;
};
using TrafficObserver = std::function<void(const TrafficRecord &)>;

} // namespace minato::api
