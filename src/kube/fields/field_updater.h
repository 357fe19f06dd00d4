// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/fields/field_comparison.h"
#include "kube/fields/managed_fields.h"

#include <expected>
#include <functional>
#include <string>
#include <vector>

namespace minato::kube {

/// Somebody else's field that an apply would change.
struct FieldConflict {
    std::shared_ptr<const FieldManager> manager;
    std::string path; ///< ".spec.replicas"
};
using FieldConflicts = std::vector<FieldConflict>;

/// Keeps track of whose fields are whose while an object is written in one version of its kind.
///
/// Mirrors   structured-merge-diff's merge.Updater and the managers around it in
///           apimachinery/pkg/util/managedfields (managed fields are not begun by an update; at most ten
///           updaters are kept apart; metadata that the system sets has no owner)
/// Differs   In an apply, fields that others own in other versions are looked for under their own paths.
/// Threads   One.
class FieldUpdater {
public:
    /// One write.
    struct Write {
        std::shared_ptr<const FieldManager> manager;
        base::Instant now;
        Value resetFields; ///< what the endpoint leaves alone whatever is sent
        Value nothing;     ///< an object of the kind in which nothing is said
        /// The object in another version of its kind; null: there is no such version.
        std::function<Value(std::string_view apiVersion, const Value &object)> convert;
        /// The structure of that version.
        std::function<FieldPlace(std::string_view apiVersion)> placeIn;
    };
    /// What an apply makes.
    struct Applied {
        Value object;
        ManagedFields managed;
    };

    explicit FieldUpdater(FieldPlace place) : m_place(std::move(place)) {}

    /// After an update that made `now` of `live`.
    [[nodiscard]] ManagedFields update(const ManagedFields &managed, const Value &live, const Value &now,
                                       const Write &write) const;
    /// The same when what was changed is known already, in the version of the write.
    [[nodiscard]] ManagedFields update(const ManagedFields &managed, const FieldComparison &changed,
                                       const Value &live, const Value &now, const Write &write) const;
    /// Lays `config` over `live`, and takes away what this manager applied before and does not any more.
    /// Errors    conflicts, unless `isForced`
    [[nodiscard]] std::expected<Applied, FieldConflicts> apply(const ManagedFields &managed,
                                                               const Value &live, const Value &config,
                                                               const Write &write, bool isForced) const;
    /// What the system sets, which nobody owns.
    [[nodiscard]] static Value systemFields();

private:
    class Comparisons;
    using Entries = std::vector<ManagedEntry>;

    [[nodiscard]] Value pruned(const Value &merged, const Entries &entries, const Value &last) const;

    FieldPlace m_place;
};

} // namespace minato::kube
