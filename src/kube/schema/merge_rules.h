// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/schema/type_table.h"

#include <string_view>

namespace minato::kube {

struct MergedMember;

/// How a strategic merge patch merges the members of one object: what the field table declares at some place
/// of a kind. Without a place (free-form data) nothing is declared.
///
/// Mirrors   PatchMetaFromStruct of apimachinery/pkg/util/strategicpatch
/// Lifetime  That of the table it was made from.
class MergeRules {
public:
    MergeRules() = default;
    /// `structure`: "apps.v1.Deployment"; an unknown one declares nothing.
    MergeRules(const TypeTable &types, std::string_view structure);

    [[nodiscard]] MergedMember member(std::string_view key) const;

private:
    MergeRules(const TypeTable &types, const FieldType *type);

    const TypeTable *m_types = nullptr;
    const Structure *m_structure = nullptr;
    const FieldType *m_values = nullptr; ///< of a map
};

/// How one member is merged. Undeclared: maps are merged, lists replaced.
struct MergedMember {
    bool isMerged = false;     ///< a list that is merged, by `mergeKey` or else as a set
    bool isReplaced = false;   ///< a map that the patch's map replaces
    bool retainsKeys = false;  ///< a map of which kubectl apply names the keys to keep
    std::string_view mergeKey; ///< "name"
    MergeRules inside;         ///< of the map, or of the items of the list
};

} // namespace minato::kube
