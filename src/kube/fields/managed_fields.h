// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "kube/value.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace minato::kube {

/// Who set fields of an object: the manager of one entry of metadata.managedFields.
struct FieldManager {
    enum class Operation : std::uint8_t { Apply, Update };

    Operation operation = Operation::Update;
    std::string name, apiVersion, subresource;

    /// Do both name one entry? Whoever applies has one entry for all versions.
    [[nodiscard]] bool isSameAs(const FieldManager &other) const;
    /// `"kubectl-edit" with subresource "status" using apps/v1`, as messages name it
    [[nodiscard]] std::string toString() const;
    friend bool operator==(const FieldManager &, const FieldManager &) = default;
};

/// An entry: which fields, since when.
struct ManagedEntry {
    std::shared_ptr<const FieldManager> manager; ///< shared by all its entries
    std::optional<base::Instant> time;
    Value fields; ///< a set of fields (field_set.h), not empty
};

/// metadata.managedFields of one object: which of its fields were set by whom.
///
/// Mirrors   apimachinery/pkg/util/managedfields (internal/managedfields.go)
/// Why       Beside the object's tree, not in it: controllers never look at it, and most of it is shared.
/// Threads   Immutable where it is shared.
class ManagedFields {
public:
    ManagedFields() = default;
    explicit ManagedFields(std::vector<ManagedEntry> entries);

    /// Sorted as upstream writes them: by operation, time, name.
    [[nodiscard]] const std::vector<ManagedEntry> &entries() const { return m_entries; }
    /// Of several entries of one manager only the last, as every write reads them.
    [[nodiscard]] std::vector<ManagedEntry> distinct() const;
    [[nodiscard]] bool isEmpty() const { return m_entries.empty(); }
    /// The array as the API shows it.
    [[nodiscard]] Value toValue() const;
    /// Nullopt: some entry is not understood.
    [[nodiscard]] static std::optional<ManagedFields> fromValue(const Value &array);
    /// Equal but for the times.
    [[nodiscard]] bool hasSameFields(const ManagedFields &other) const;

private:
    std::vector<ManagedEntry> m_entries;
};

using ManagedFieldsPtr = std::shared_ptr<const ManagedFields>;

} // namespace minato::kube
