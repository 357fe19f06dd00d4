// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/schema/schema.h"

#include "kube/schema/schema_walk.h"

namespace minato::kube {

Schema::Outcome Schema::canonical(std::string_view type, const Value &object, const Value *known,
                                  Wording wording) const
{
    const Structure *structure = m_types.find(type);
    if (!structure)
        return {object, {}, std::nullopt};
    SchemaWalk walk(*this, wording);
    Outcome outcome;
    outcome.value = walk.structure(*structure, object, known ? *known : Value());
    outcome.unknownFields = walk.takeUnknownFields();
    outcome.error = walk.takeError();
    return outcome;
}

Value Schema::emptyMember(std::string_view type, std::string_view member) const
{
    const Structure *structure = m_types.find(type);
    const Field *field = structure ? structure->field(member) : nullptr;
    if (!field || field->type->form != Form::Structure)
        return Value::emptyMap();
    SchemaWalk walk(*this, Wording::Json);
    return walk.structure(m_types.structure(field->type->structure), Value::emptyMap(), {});
}

} // namespace minato::kube
