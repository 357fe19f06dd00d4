// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/schema/type_table.h"
#include "kube/value.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minato::kube {

/// In whose words a value of the wrong type is told.
enum class Wording : std::uint8_t {
    Json, ///< "json: cannot unmarshal string into Go struct field DeploymentSpec.spec.replicas of type int32"
    Converter, ///< "unrecognized type: int32": runtime.DefaultUnstructuredConverter, after a strategic merge
               ///< patch
};

/// Brings an object into the form in which a Go server would have decoded and written it again: unknown
/// fields dropped, empty ones left out, quantities and times in their canonical spelling, structures that are
/// always written present.
///
/// Why       "Nothing changed" (contract C1) is then plain equality, and -o yaml looks as from a real
/// cluster. Sharing   What is canonical already stays shared. PodSpecs seen lately are known by identity and
/// not walked
///           again: the replicas of one template cost one walk.
/// Threads   One (the memory of PodSpecs changes inside const functions).
class Schema {
public:
    struct Outcome {
        Value value;
        std::vector<std::string> unknownFields; ///< "spec.foo", "spec.containers[0].imagee"
        std::optional<std::string> error;       ///< the first wrong type
    };
    /// `type` is a structure of the table: "apps.v1.Deployment". An unknown one: no change.
    /// What is a node of `known`, which is canonical, in the same place is not walked; what is equal to it
    /// there becomes it.
    [[nodiscard]] Outcome canonical(std::string_view type, const Value &object, const Value *known = nullptr,
                                    Wording wording = Wording::Json) const;
    /// What a member is when nothing is said in it: fields that are always written, with their zeros.
    /// `member` is a structure.
    [[nodiscard]] Value emptyMember(std::string_view type, std::string_view member) const;
    [[nodiscard]] const TypeTable &types() const { return m_types; }

private:
    friend class SchemaWalk;

    TypeTable m_types;
    mutable std::array<Value, 16> m_remembered; ///< canonical PodSpecs
    mutable std::size_t m_nextRemembered = 0;
};

} // namespace minato::kube
