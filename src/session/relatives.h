// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/informer.h"
#include "session/ask.h"

#include <functional>
#include <vector>

namespace minato::session {

/// Finds who made an object, what it made, and whom it works with, from the watches of a hub.
///
/// Lifetime  The hub's handlers keep a pointer to this: it must not move and must outlive the hub.
/// Threads   One: the backend's.
class Relatives {
public:
    explicit Relatives(client::InformerHub &hub) : m_hub(hub) {}
    Relatives(const Relatives &) = delete;
    Relatives &operator=(const Relatives &) = delete;

    /// Follows the kinds that objects are related to, from the first call on.
    void follow();
    [[nodiscard]] std::vector<RelativeGroup> of(const kube::Object &object);
    /// Has anything changed since the last call that may matter to what of() gave?
    [[nodiscard]] bool takeChanged() { return std::exchange(m_hasChanged, false); }
    [[nodiscard]] bool hasChanged() const { return m_hasChanged; }

private:
    using Ids = std::vector<std::string>;
    [[nodiscard]] const client::Cache &cache(const kube::GroupVersionResource &resource);
    [[nodiscard]] kube::ObjectPtr find(std::string_view kind, std::string_view ns, std::string_view name);
    void addOwners(const kube::Object &object, std::vector<RelativeGroup> &groups);
    void addOwned(const kube::Object &object, std::vector<RelativeGroup> &groups);
    void addOfPod(const kube::Object &pod, std::vector<RelativeGroup> &groups);
    void addOfNode(const kube::Object &node, std::vector<RelativeGroup> &groups);
    void addSelected(const kube::Object &object, Relation relation, std::vector<RelativeGroup> &groups);
    void addScaling(const kube::Object &object, std::vector<RelativeGroup> &groups);
    void add(std::vector<RelativeGroup> &groups, Relation relation, const kube::Object &relative);
    void note(const kube::ObjectPtr &before, const kube::ObjectPtr &now);

    client::InformerHub &m_hub;
    bool m_isFollowing = false, m_hasChanged = false;
    std::string m_subject;              ///< UID that of() was asked about last
    std::vector<std::string> m_related; ///< UIDs that it gave, sorted
};

} // namespace minato::session
