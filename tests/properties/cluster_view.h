// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/transport.h"
#include "kube/object.h"
#include "kube/resource.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace minato::tests {

/// What watches tell of a cluster, event by event, nothing coalesced, in the order in which the server wrote.
///
/// Order     Watches of different kinds overtake each other; so an event waits until what was written before
/// it must
///           have arrived.
class ClusterView {
public:
    using Objects = std::map<std::string, kube::ObjectPtr, std::less<>>; ///< by "namespace/name"
    /// `before` is null for a new object, `now` for one that is gone.
    using Handler = std::function<void(const kube::GroupVersionResource &resource,
                                       const kube::ObjectPtr &before, const kube::ObjectPtr &now)>;
    /// Told what must not happen.
    using Complain = std::function<void(const std::string &what)>;

    ClusterView(api::KubeTransport &transport, const std::vector<kube::GroupVersionResource> &resources,
                Handler handler, Complain complain);

    /// Takes in what was written up to `patience` before now.
    void catchUp(base::Duration patience = std::chrono::seconds(1));

    /// When the event that is being told of arrived.
    [[nodiscard]] base::Instant eventTime() const { return m_eventTime; }
    [[nodiscard]] const Objects &objects(const kube::GroupVersionResource &resource) const;
    [[nodiscard]] kube::ObjectPtr find(const kube::GroupVersionResource &resource,
                                       std::string_view key) const;
    [[nodiscard]] std::vector<kube::GroupVersionResource> resources() const;

private:
    struct Followed {
        kube::GroupVersionResource resource;
        Objects objects;
        std::uint64_t version = 0;
        api::CallPtr watch;
    };
    struct Waiting {
        Followed *followed;
        api::WatchEvent event;
        base::Instant arrived;
    };
    void receive(Followed &followed, const api::WatchEvent &event);
    void apply(Followed &followed, const api::WatchEvent &event);

    const api::BackendClock &m_clock;
    base::Instant m_eventTime;
    std::multimap<std::uint64_t, Waiting> m_waiting; ///< by version

    std::map<std::string, Followed, std::less<>> m_followed; ///< by resource and group
    Handler m_handler;
    Complain m_complain;
};

} // namespace minato::tests
