// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/schema/type_table.h"
#include "kube/value.h"

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace minato::kube {

/// How server-side apply sees a place of an object: as one whole (a leaf), or as parts that can have owners
/// of their own.
///
/// Mirrors   what kube-openapi's schemaconv makes of the markers: without one, maps and structures have
/// parts,
///           lists are wholes unless they have a merge key
class FieldPlace {
public:
    enum class Shape : std::uint8_t { Leaf, Structure, Map, Set, KeyedList };

    /// The root of an object. A structure that is not in the table is a leaf.
    FieldPlace(const TypeTable &types, std::string_view structure);

    [[nodiscard]] Shape shape() const { return m_shape; }
    [[nodiscard]] bool isLeaf() const { return m_shape == Shape::Leaf; }
    [[nodiscard]] bool isList() const { return m_shape == Shape::Set || m_shape == Shape::KeyedList; }
    /// Null: unknown, nothing is said about the values.
    [[nodiscard]] const FieldType *type() const { return m_type; }
    /// Of a structure, also one that is a leaf; null: it has no such field.
    [[nodiscard]] const Field *field(std::string_view key) const
    {
        return m_structure ? m_structure->field(key) : nullptr;
    }
    /// Below a structure or map, also one that is a leaf.
    [[nodiscard]] FieldPlace member(std::string_view key) const;
    /// The items of a list, the entries of a map.
    [[nodiscard]] FieldPlace inner() const;
    /// How a set of fields names this place, which was reached by `key`: "f:replicas".
    [[nodiscard]] Value setKey(const Value &key) const
    {
        return m_field ? m_field->setKey : Value::key(std::string("f:").append(key.asString()));
    }
    /// How a set of fields names an item of the list: `k:{"name":"web"}`, `v:"a"`.
    /// Errors    upstream's words: a null item, one without any key…
    [[nodiscard]] std::expected<std::string, std::string> itemKey(const Value &item) const;

private:
    FieldPlace(const TypeTable &types, const FieldType *type, const Field *field);

    [[nodiscard]] std::expected<std::string, std::string> keyedItemKey(const Value &item) const;

    const TypeTable *m_types;
    const FieldType *m_type = nullptr;
    const Field *m_field = nullptr; ///< by which the place was reached
    const Structure *m_structure = nullptr;
    std::string_view m_keys; ///< "containerPort,protocol"
    Shape m_shape = Shape::Leaf;
};

} // namespace minato::kube
