// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/schema/merge_rules.h"

namespace minato::kube {

MergeRules::MergeRules(const TypeTable &types, std::string_view structure)
    : m_types(&types), m_structure(types.find(structure))
{
}

MergeRules::MergeRules(const TypeTable &types, const FieldType *type) : m_types(&types)
{
    if (type->form == Form::List)
        type = type->inner;
    if (type->form == Form::Structure)
        m_structure = &types.structure(type->structure);
    else if (type->form == Form::Map)
        m_values = type->inner;
}

MergedMember MergeRules::member(std::string_view key) const
{
    if (m_values)
        return {.inside = MergeRules(*m_types, m_values)};
    const Field *field = m_structure ? m_structure->field(key) : nullptr;
    if (!field)
        return {};
    return {.isMerged = field->isMerged,
            .isReplaced = field->isReplaced,
            .retainsKeys = field->retainsKeys,
            .mergeKey = field->mergeKey,
            .inside = MergeRules(*m_types, field->type)};
}

} // namespace minato::kube
