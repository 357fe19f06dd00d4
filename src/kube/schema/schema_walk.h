// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/schema/schema.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minato::kube {

/// One walk of Schema::canonical: where it is, and what it found.
///
/// Sharing   `known`, here and below, is what stood at the same place in a canonical object; null: nothing.
///           What is its very node is not walked, and what turns out to be equal to it becomes it.
class SchemaWalk {
public:
    SchemaWalk(const Schema &schema, Wording wording) : m_schema(schema), m_wording(wording) {}

    [[nodiscard]] Value structure(const Structure &structure, const Value &value, const Value &known);
    [[nodiscard]] std::vector<std::string> takeUnknownFields() { return std::move(m_unknown); }
    [[nodiscard]] std::optional<std::string> takeError() { return std::move(m_error); }

private:
    struct Step {
        std::string_view key; ///< empty: an index
        std::size_t index = 0;
    };
    /// Keeps the path in step with the walk.
    class Into {
    public:
        Into(SchemaWalk &walk, Step step) : m_walk(walk) { m_walk.m_path.push_back(step); }
        ~Into() { m_walk.m_path.pop_back(); }
        Into(const Into &) = delete;
        Into &operator=(const Into &) = delete;

    private:
        SchemaWalk &m_walk;
    };

    [[nodiscard]] Value value(const FieldType &type, const Value &value, const Value &known);
    [[nodiscard]] Value judged(const FieldType &type, const Value &value, const Value &known);
    [[nodiscard]] Value list(const FieldType &type, const Value &value, const Value &known);
    [[nodiscard]] Value map(const FieldType &type, const Value &value, const Value &known);
    [[nodiscard]] Value integer(const FieldType &type, const Value &value);
    [[nodiscard]] Value quantity(const Value &value);
    [[nodiscard]] Value bytes(const Value &value);
    [[nodiscard]] Value time(const FieldType &type, const Value &value);
    /// The field's value, or nullopt when it is left out.
    [[nodiscard]] std::optional<Value> field(const Field &field, const Value &value, const Value &known);
    [[nodiscard]] Value zero(const FieldType &type, const Value &known = {});
    [[nodiscard]] Value wrongType(const FieldType &type, const Value &value);
    void fail(std::string message);
    void unknown(std::string_view key);
    [[nodiscard]] bool isRemembered(const Value &value) const;
    void remember(const Value &value);
    /// "spec.containers[0]", or without indices as Go's messages have it.
    [[nodiscard]] std::string path(bool withIndices) const;

    const Schema &m_schema;
    Wording m_wording;
    std::vector<Step> m_path;
    std::vector<const Structure *> m_structures; ///< those we are inside of
    std::vector<std::string> m_unknown;
    std::optional<std::string> m_error;
};

} // namespace minato::kube
