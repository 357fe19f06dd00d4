// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace minato::serve {

struct ProtobufMessage;

enum class ProtobufType : std::uint8_t {
    Text,
    Integer,
    Flag,
    Message,
    TextMap,
    QuantityMap,
    IntOrString,
    Time
};

struct ProtobufField {
    std::uint32_t number;
    std::string_view name; ///< in JSON
    ProtobufType type = ProtobufType::Text;
    const ProtobufMessage *message = nullptr; ///< of a Message
    bool isRepeated = false;
    bool isPointer = false; ///< in Go: an empty or zero value is one that was given
};

struct ProtobufMessage {
    std::span<const ProtobufField> fields;
};

/// The message of a kind that clients send in protobuf; null: none of them.
///
/// Mirrors   k8s.io/api (generated.proto) at v1.32, as far as kubectl's `create TYPE NAME` and typed deletes
/// fill it
[[nodiscard]] const ProtobufMessage *protobufMessage(std::string_view apiVersion, std::string_view kind);

} // namespace minato::serve
