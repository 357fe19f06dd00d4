// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/value.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minato::kube {

/// Knows the fields of the kinds and their types, and brings an object into the form in which a Go server
/// would have decoded and written it again: unknown fields dropped, empty ones left out, quantities and times
/// in their canonical spelling, structures that are always written present.
///
/// Why       "Nothing changed" (contract C1) is then plain equality, and -o yaml looks as from a real
/// cluster. Sharing   What is canonical already stays shared. PodSpecs seen lately are known by identity and
/// not walked again:
///           the replicas of one template cost one walk.
/// Threads   One (the memory of PodSpecs changes inside const functions).
class Schema {
public:
    Schema();

    struct Outcome {
        Value value;
        std::vector<std::string> unknownFields; ///< "spec.foo", "spec.containers[0].imagee"
        std::optional<std::string> error;       ///< the first wrong type, in Go's words
    };
    /// `type` is a structure of the table: "Deployment", "discovery.EndpointSlice". An unknown one: no
    /// change.
    /// Members that are the very nodes of `known`, which is canonical, are not walked.
    [[nodiscard]] Outcome canonical(std::string_view type, const Value &object,
                                    const Value *known = nullptr) const;
    [[nodiscard]] bool knows(std::string_view type) const { return m_names.contains(type); }

private:
    friend class SchemaWalk;
    enum class Form : std::uint8_t {
        Structure,
        List,
        Map,
        String,
        Bool,
        Int32,
        Int64,
        Float,
        Bytes,
        Quantity,
        IntOrString,
        Time,
        MicroTime,
        Any
    };
    struct Type {
        Form form = Form::Any;
        std::size_t structure = 0; ///< index, of a Structure
        std::size_t inner = 0;     ///< index of the items' type, of a List or Map
        std::string goName;        ///< as Go's messages print it
    };
    struct Field {
        Value key;
        std::size_t type = 0;
        bool isPointer = false, isAlwaysWritten = false, isLeftOutWhenZero = false;
    };
    struct Structure {
        std::string goName;
        std::vector<Field> fields; ///< sorted by key
        bool isRemembered = false;
    };

    [[nodiscard]] std::size_t typeFor(std::string_view spelling);
    void readStructure(std::string_view line);

    std::map<std::string, std::size_t, std::less<>> m_names;
    std::map<std::string, std::size_t, std::less<>> m_types;
    std::vector<Structure> m_structures;
    std::vector<Type> m_typeList;
    mutable std::array<Value, 16> m_remembered; ///< canonical PodSpecs
    mutable std::size_t m_nextRemembered = 0;
};

} // namespace minato::kube
