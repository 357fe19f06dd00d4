// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/work_queue.h"
#include "client/written_objects.h"
#include "components/common/context.h"
#include "components/endpointslice/endpoint.h"
#include "components/endpointslice/service_pods.h"

#include <map>
#include <string>

namespace minato::components {

/// A Pod of a Service, and how the Service's Endpoints show it: made once, shared by every version of them.
struct EndpointsMember {
    explicit EndpointsMember(Endpoint of);
    Endpoint endpoint;
    kube::Value address;
};
using EndpointsMembers = std::map<std::string, EndpointsMember, std::less<>>; ///< by key of the Pod

/// Keeps the legacy Endpoints object of each Service that has a selector.
///
/// Mirrors   pkg/controller/endpoint: at most 1000 addresses, terminating Pods left out
/// Differs   Ports are those of the first Pod: Pods that resolve a named port differently are not split into
/// subsets.
class EndpointsController {
public:
    static constexpr std::size_t kMostAddresses = 1000;

    explicit EndpointsController(Context context);

private:
    client::Task<bool> sync(std::string key);
    client::Task<bool> remove(std::string key);
    void update(const kube::Object &service, const std::string &key);

    Context m_context;
    client::Informer &m_endpoints;
    client::WorkQueue m_queue;
    client::WrittenObjects m_written;
    ServicePods m_servicePods;
    std::map<std::string, EndpointsMembers, std::less<>> m_members; ///< by key of the Service
};

/// The subsets of an Endpoints object; `isTruncated` is set when there are too many addresses.
[[nodiscard]] kube::Value endpointSubsets(const EndpointsMembers &members, bool &isTruncated);

} // namespace minato::components
