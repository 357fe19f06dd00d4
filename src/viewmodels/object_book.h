// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/batch.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace minato::viewmodels {

/// The Nodes, Pods, Deployments, ReplicaSets and Services that there are now, for who looks for them by name.
class ObjectBook {
public:
    void apply(const session::Batch &batch);

    [[nodiscard]] const std::map<std::string, session::ObjectName> &byUid() const { return m_byUid; }
    /// Those of that name, of any kind, in the order of kinds and namespaces.
    [[nodiscard]] std::vector<session::ObjectName> named(std::string_view name) const;

private:
    template <class State>
    void keep(const session::Changes<State> &changes, const char *kind);
    void forget(const std::string &uid);

    std::map<std::string, session::ObjectName> m_byUid;
    std::multimap<std::string, session::ObjectName, std::less<>> m_byName;
};

} // namespace minato::viewmodels
