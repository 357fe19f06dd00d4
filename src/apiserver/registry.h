// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apiserver/kind.h"
#include "apiserver/store.h"

#include <span>
#include <string_view>
#include <vector>

namespace minato::apiserver {

/// Every kind that this server offers, in the order in which discovery lists them (`kubectl get all` depends
/// on it).
class Registry {
public:
    /// Gives each kind its bucket in the store.
    Registry(std::vector<Kind> kinds, Store &store);

    [[nodiscard]] const Kind *find(const kube::GroupVersionResource &resource) const;
    /// The row that keeps a bucket's objects.
    [[nodiscard]] const Kind &storedIn(BucketId bucket) const { return m_kinds[m_owners[bucket]]; }
    [[nodiscard]] std::span<const Kind> kinds() const { return m_kinds; }
    /// The rows of one group and version, in order.
    [[nodiscard]] std::vector<const Kind *> in(std::string_view group, std::string_view version) const;
    /// Groups but the core one, in the order of `/apis`, each with its versions, preferred first.
    [[nodiscard]] std::vector<std::pair<std::string, std::vector<std::string>>> groups() const;

private:
    std::vector<Kind> m_kinds;
    std::vector<std::size_t> m_owners; ///< by bucket: index of the row
};

/// The rows of the kinds that Minato simulates; with a metrics server, those that it measures, too.
[[nodiscard]] std::vector<Kind> builtInKinds(bool hasMetrics);

} // namespace minato::apiserver
