// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/informer.h"
#include "components/kube_proxy/proxy_rules.h"

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace minato::components {

/// What DNS knows of an endpoint.
struct NamedAddress {
    std::string hostName; ///< "web-0", or empty
    std::string ip;
};

/// Turns Services and EndpointSlices into rules; a change costs as much as the Service it touches has slices.
class RulesBuilder {
public:
    RulesBuilder(client::InformerHub &hub, std::function<void()> onChange);
    /// The rules for what is known now.
    [[nodiscard]] std::shared_ptr<const ProxyRules> rules();
    /// Null when there is none.
    [[nodiscard]] kube::ObjectPtr service(std::string_view ns, std::string_view name) const;
    /// What is ready behind a Service.
    [[nodiscard]] std::vector<NamedAddress> addresses(std::string_view ns, std::string_view name) const;

private:
    /// One slice, sorted by what may be used.
    struct SliceParts {
        EndpointGroup::Part ready, fallback;
    };
    struct SliceRules {
        std::map<std::string, SliceParts, std::less<>> ports; ///< by name
        std::vector<NamedAddress> addresses;
    };
    void onSlice(const kube::ObjectPtr &before, const kube::ObjectPtr &now);
    void touch(std::string key);
    void rebuild(ProxyRules &rules, const std::string &key);
    [[nodiscard]] std::shared_ptr<const ProxyService>
    makeService(const kube::Object &service, const kube::Value &port, const std::string &key) const;

    client::Informer &m_services;
    std::function<void()> m_onChange;
    std::map<std::string, std::map<std::string, SliceRules>, std::less<>> m_slices; ///< Service key → slice
    std::map<std::string, std::vector<ProxyRules::ServicePtr>, std::less<>>
        m_built; ///< by key of the Service
    std::set<std::string, std::less<>> m_touched;
    std::shared_ptr<const ProxyRules> m_rules = std::make_shared<ProxyRules>();
};

} // namespace minato::components
