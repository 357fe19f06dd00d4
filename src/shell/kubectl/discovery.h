// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/object.h"
#include "kube/resource.h"
#include "kube/value.h"

#include <string>
#include <string_view>
#include <vector>

namespace minato::shell::kubectl {

/// A type of objects that the server offers.
struct ApiResource {
    kube::GroupVersionResource gvr;
    std::string kind, singular;
    bool isNamespaced = true;
    std::vector<std::string> shortNames, categories, verbs;
    std::vector<std::string> subresources = {}; ///< "scale", "status"

    /// "deployment.apps", "pod": what names printed objects.
    [[nodiscard]] std::string kindName() const;
    [[nodiscard]] bool can(std::string_view verb) const;
};

/// What a server told of its types, in its order (core first), preferred versions first.
///
/// Mirrors   client-go/restmapper and discovery: short names, singulars, kinds, groups by prefix
class Discovery {
public:
    /// Appends the groups of one aggregated document (APIGroupDiscoveryList).
    void addAggregated(const kube::Value &document);
    /// Appends one APIResourceList; `isPreferred` false marks a group's further version.
    void addList(const kube::Value &list, bool isPreferred);

    /// The type that an argument means: "po", "Pod", "deployments.apps", "deployments.v1.apps"; null: none.
    [[nodiscard]] const ApiResource *find(std::string_view argument) const;
    /// Other types that a short name might mean as well: "events.events.k8s.io" for "ev".
    [[nodiscard]] std::vector<std::string> alsoMeant(std::string_view argument) const;
    [[nodiscard]] const ApiResource *findKind(std::string_view group, std::string_view version,
                                              std::string_view kind) const;
    /// The types of a category ("all"), preferred versions only.
    [[nodiscard]] std::vector<const ApiResource *> category(std::string_view name) const;
    [[nodiscard]] bool isEmpty() const { return m_resources.empty(); }

    struct Entry {
        ApiResource resource;
        bool isPreferred = true;
    };
    [[nodiscard]] const std::vector<Entry> &entries() const { return m_resources; }

private:
    [[nodiscard]] const ApiResource *match(std::string_view resource, std::string_view group,
                                           std::string_view version, bool hasGroup) const;
    void add(ApiResource resource, bool isPreferred);
    std::vector<Entry> m_resources;
};

} // namespace minato::shell::kubectl
