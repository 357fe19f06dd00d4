// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/value.h"

#include <string>
#include <string_view>

namespace minato::shell::kubectl {

/// The terminal's kubeconfig: clusters, contexts and users, in memory. Whatever it says, there is one cluster.
///
/// Mirrors   client-go/tools/clientcmd/api/v1 (types.go)
class Kubeconfig {
public:
    /// One cluster, context and user, "minato"; the context is the current one.
    explicit Kubeconfig(std::string_view serverUrl = {});

    /// As the file has it; lists are sorted by name.
    [[nodiscard]] const kube::Value &content() const { return m_content; }
    [[nodiscard]] std::string currentContext() const;
    void useContext(std::string_view name);
    /// What an entry says ("server: …" of a cluster); null: there is none. `list`: "clusters", "contexts",
    /// "users".
    [[nodiscard]] const kube::Value &find(std::string_view list, std::string_view name) const;
    void set(std::string_view list, std::string_view name, kube::Value what);
    /// False: there is none.
    bool remove(std::string_view list, std::string_view name);
    /// The namespace of that context, or of the current one.
    [[nodiscard]] std::string ns(std::string_view context = {}) const;

private:
    kube::Value m_content;
};

} // namespace minato::shell::kubectl
