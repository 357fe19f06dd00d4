// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/event_recorder.h"
#include "client/work_queue.h"
#include "components/common/context.h"
#include "components/endpointslice/service_pods.h"
#include "components/endpointslice/slice_packing.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace minato::components {

/// Keeps the EndpointSlices of each Service that has a selector.
///
/// Mirrors   pkg/controller/endpointslice
/// Differs   IPv4 only; hints follow spec.trafficDistribution, not the annotation for topology modes. Works
/// on what it last wrote instead of its cache, and starts over when somebody
///           else changes a slice.
class EndpointSliceController {
public:
    explicit EndpointSliceController(Context context);

private:
    using Step = client::Task<bool>;
    Step sync(std::string key);
    Step write(kube::ObjectPtr service, SlicePacking &packing, std::optional<base::Instant> since);

    Step removeAll(std::string key);
    void onSlice(const kube::ObjectPtr &before, const kube::ObjectPtr &now);
    void reload(const kube::Object &service, SlicePacking &packing) const;
    [[nodiscard]] bool apply(const kube::Object &service, const std::string &key,
                             const ServicePods::Changes &changes, SlicePacking &packing) const;
    [[nodiscard]] std::optional<Endpoint> endpointOf(const kube::Object &service, const std::string &key,
                                                     const std::string &podKey, bool &isNodeMissing) const;
    [[nodiscard]] api::Request writeRequest(const kube::Object &service, Slice &slice,
                                            std::optional<base::Instant> since) const;

    Context m_context;
    client::Informer &m_slices;
    client::Informer &m_nodes;
    client::Cache::IndexId m_slicesByOwner;
    client::WorkQueue m_queue;
    ServicePods m_servicePods;
    std::map<std::string, SlicePacking, std::less<>> m_packings; ///< by key of the Service
};

} // namespace minato::components
