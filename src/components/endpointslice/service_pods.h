// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/informer.h"
#include "components/endpointslice/trigger_times.h"
#include "kube/label_selector.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace minato::components {

/// Which Pods of which Services have changed since somebody last looked: lets a sync touch only those.
class ServicePods {
public:
    struct Changes {
        bool isFull = false;                     ///< the Service itself changed: look at all its Pods
        std::set<std::string, std::less<>> pods; ///< keys
        std::optional<base::Instant> since;      ///< the earliest of the changes; nullopt: there are none
    };
    /// `enqueue` is told the key of each Service that has something to look at.
    ServicePods(client::InformerHub &hub, std::function<void(std::string_view key)> enqueue);

    /// What has changed since the last call.
    [[nodiscard]] Changes take(std::string_view service);
    /// Next time look at everything: the last sync failed, or somebody else changed its result.
    void invalidate(std::string_view service);
    [[nodiscard]] bool exists(std::string_view service) const
    {
        return m_services.cache().find(service) != nullptr;
    }
    /// Those that get endpoints: with a selector, and not the name of something outside. Null when there is none
    /// of this name.
    [[nodiscard]] kube::ObjectPtr service(std::string_view key) const;
    [[nodiscard]] bool selects(std::string_view service, const kube::Object &pod) const;
    [[nodiscard]] kube::ObjectPtr pod(std::string_view key) const { return m_pods.cache().find(key); }
    /// The keys of all Pods that a Service selects.
    [[nodiscard]] std::set<std::string, std::less<>> selected(std::string_view service) const;

private:
    struct State {
        kube::LabelSelector selector = kube::LabelSelector::nothing();
        Changes changes;
        std::set<std::string, std::less<>>
            transitions; ///< Pods of which readiness is newly told, and no more
        TriggerTimes times;
    };
    [[nodiscard]] std::optional<base::Instant> takeTriggerTime(std::string_view service, State &state) const;
    void onService(const kube::ObjectPtr &before, const kube::ObjectPtr &now);
    void onPod(const kube::ObjectPtr &before, const kube::ObjectPtr &now);

    client::Informer &m_services;
    client::Informer &m_pods;
    client::Cache::IndexId m_servicesByNamespace, m_podsByNamespace;
    std::function<void(std::string_view)> m_enqueue;
    std::map<std::string, State, std::less<>> m_states; ///< by key of the Service
};

} // namespace minato::components
