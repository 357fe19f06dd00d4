// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/typed_object.h"

#include "kube/schema/schema.h"

namespace minato::shell::kubectl {
namespace {

using kube::Value;

/// Writes the times that releases before v1.34 do not leave out.
class NullTimes {
public:
    explicit NullTimes(const kube::TypeTable &types) : m_types(types) {}

    void addTo(Value &value, const kube::FieldType &type) const
    {
        if (type.form == kube::Form::Structure && value.isMap())
            addTo(value, m_types.structure(type.structure));
        else if (type.form == kube::Form::List && value.isArray())
            for (Value &item : value.editItems())
                addTo(item, *type.inner);
    }
    void addTo(Value &object, const kube::Structure &structure) const
    {
        for (const kube::Field &field : structure.fields) {
            const std::string_view key = field.key.asString();
            if (object.contains(key))
                addTo(object.edit(key), *field.type);
            else if (field.isLeftOutWhenZero && field.type->form == kube::Form::Time)
                object.set(key, Value());
        }
    }

private:
    const kube::TypeTable &m_types;
};

} // namespace

Value asTyped(Value object, bool hasNullTimes)
{
    const kube::Schema schema;
    const kube::Structure *structure =
        schema.types().find(kube::structureName(object["apiVersion"].asString(), object["kind"].asString()));
    if (!structure)
        return object;
    Value typed = schema.canonical(structure->name, object).value;
    if (hasNullTimes)
        NullTimes(schema.types()).addTo(typed, *structure);
    return typed;
}

} // namespace minato::shell::kubectl
