// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "client/informer.h"
#include "components/kube_proxy/proxy_rules.h"

namespace minato::components {

/// Turns Services and EndpointSlices into rules; a change costs as much as the Service it touches has slices.
class RulesBuilder {
public:
    RulesBuilder(client::InformerHub &hub, std::function<void()> onChange);
    /// The rules for what is known now.
    [[nodiscard]] std::shared_ptr<const ProxyRules> rules();
    /// The ClusterIP of a Service; empty when there is none.
    [[nodiscard]] std::string clusterIp(std::string_view ns, std::string_view name) const;

private:
    /// One slice, sorted by what may be used.
    struct SliceParts {
        EndpointGroup::Part ready, fallback;
    };
    using PortParts = std::map<std::string, SliceParts, std::less<>>; ///< by name of the port
    void onSlice(const kube::ObjectPtr &before, const kube::ObjectPtr &now);
    void touch(std::string key);
    void rebuild(ProxyRules &rules, const std::string &key);
    [[nodiscard]] std::shared_ptr<const ProxyService> makeService(const kube::Object &service, const kube::Value &port,
                                                                  const std::string &key) const;

    client::Informer &m_services;
    std::function<void()> m_onChange;
    std::map<std::string, std::map<std::string, PortParts>, std::less<>> m_slices; ///< Service key → slice → port
    std::map<std::string, std::vector<ProxyRules::ServicePtr>, std::less<>> m_built; ///< by key of the Service
    std::set<std::string, std::less<>> m_touched;
    std::shared_ptr<const ProxyRules> m_rules = std::make_shared<ProxyRules>();
};

} // namespace minato::components
