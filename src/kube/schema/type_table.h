// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/value.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace minato::kube {

/// What the value of a field looks like in JSON.
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
    Duration,
    FieldsV1,
    RawExtension
};

struct FieldType {
    Form form = Form::String;
    bool isMessage = false;           ///< a list that protobuf wraps in a message
    std::size_t structure = 0;        ///< index, of a Structure
    const FieldType *inner = nullptr; ///< of the items of a List or Map
    std::string_view values;          ///< of an enumeration: "TCP UDP", with "" for the empty one
    std::string goName;               ///< as Go's messages print it: "[]v1.Container"
};

/// What the key of list items or of map entries is for server-side apply.
enum class MergeType : std::uint8_t { None, Atomic, Granular, Set, Map };

struct Field {
    Value key;
    Value setKey; ///< "f:replicas", its name in a set of fields
    const FieldType *type = nullptr;
    std::uint32_t number = 0; ///< protobuf's; 0: not sent, or sent as part of an inlined message
    bool isPointer = false, isAlwaysWritten = false, isLeftOutWhenZero = false, isRequired = false;
    /// patchStrategy, for strategic merge patches
    bool isMerged = false, isReplaced = false, retainsKeys = false;
    std::string_view mergeKey; ///< "name"
    MergeType mergeType = MergeType::None;
    std::string_view mapKeys;      ///< "containerPort,protocol", of MergeType::Map
    std::string_view defaultValue; ///< JSON; empty: none declared
};

/// A message of protobuf whose fields are fields of the structure itself in JSON.
struct InlinedMessage {
    std::uint32_t number = 0;
    std::size_t structure = 0;
};

struct Structure {
    std::string_view name;     ///< "core.v1.PodSpec"
    std::vector<Field> fields; ///< sorted by key, inlined ones among them
    std::vector<InlinedMessage> messages;
    bool isAtomic = false;

    /// "PodSpec", as Go's messages print it
    [[nodiscard]] std::string_view goName() const { return name.substr(name.find_last_of('.') + 1); }
    /// Null: there is no such field.
    [[nodiscard]] const Field *field(std::string_view key) const;
};

/// The structures of the field table. Each is read when somebody first asks for it, so that making one costs
/// next to nothing.
///
/// Threads   One (what was read is kept inside const functions). What was handed out stays where it is.
class TypeTable {
public:
    TypeTable();

    /// Null: no such structure, or an enumeration.
    [[nodiscard]] const Structure *find(std::string_view name) const;
    [[nodiscard]] const Structure &structure(std::size_t index) const;

private:
    [[nodiscard]] std::size_t indexOf(std::string_view name) const;
    [[nodiscard]] Structure read(std::string_view line) const;
    void addField(Structure &structure, std::string_view package, std::string_view spelling) const;
    void inlineStructure(Structure &structure, const FieldType &type, std::uint32_t number) const;
    [[nodiscard]] const FieldType &typeFor(std::string_view package, std::string_view spelling) const;

    mutable std::vector<std::unique_ptr<const Structure>> m_structures; ///< by line of the table
    mutable std::map<std::string, FieldType, std::less<>> m_types;      ///< by spelling, with package
};

/// "apps/v1" and "Deployment" give "apps.v1.Deployment"; "events.k8s.io/v1" and "Event" give
/// "events.v1.Event".
[[nodiscard]] std::string structureName(std::string_view apiVersion, std::string_view kind);

} // namespace minato::kube
