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

/// The Pods of a Service as addresses, in the order in which its Endpoints show them: by address, then by UID. How
/// one is shown is made once, for all versions of the Endpoints.
class EndpointsMembers {
public:
    struct Member {
        Endpoint endpoint;
        kube::Value address;
    };
    /// `pod`: its key.
    void set(const std::string &pod, Endpoint endpoint);
    void remove(std::string_view pod);
    void clear();
    [[nodiscard]] const std::map<std::string, Member, std::less<>> &inOrder() const { return m_members; }

private:
    std::map<std::string, Member, std::less<>> m_members;      ///< by address and UID
    std::map<std::string, std::string, std::less<>> m_placeOf; ///< by key of the Pod
};

/// Keeps the legacy Endpoints object of each Service that has a selector.
///
/// Mirrors   pkg/controller/endpoint: at most 1000 addresses; terminating Pods only where also what is not ready is
///           published; it follows only the deletion of a Service, not the loss of its selector
/// Differs   With too many addresses it writes when those within the limit change, upstream at each look.
class EndpointsController {
public:
    static constexpr std::size_t kMostAddresses = 1000;

    explicit EndpointsController(Context context);

private:
    client::Task<bool> sync(std::string key);
    client::Task<bool> remove(std::string key);
    void update(const kube::Object &service, const std::string &key, const ServicePods::Changes &changes);
    [[nodiscard]] kube::Value bodyFor(const kube::Object &service, const kube::ObjectPtr &existing) const;

    Context m_context;
    client::Informer &m_endpoints;
    client::WorkQueue m_queue;
    client::WrittenObjects m_written;
    ServicePods m_servicePods;
    std::map<std::string, EndpointsMembers, std::less<>> m_members; ///< by key of the Service
};

/// The subsets of an Endpoints object, null when there is none; `isTruncated` is set when there are too many
/// addresses.
///
/// Mirrors   pkg/api/v1/endpoints/util.go RepackSubsets: ports that the same Pods offer share a subset
/// Differs   Subsets follow their first Pods; upstream sorts them by a hash of addresses and UIDs.
[[nodiscard]] kube::Value endpointSubsets(const EndpointsMembers &members, bool &isTruncated);

} // namespace minato::components
