// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace minato::kube {

enum class WireType : std::uint8_t {
    Varint = 0,
    Fixed64 = 1,
    Bytes = 2,
    StartGroup = 3,
    EndGroup = 4,
    Fixed32 = 5
};

/// Takes one protobuf message apart, field by field:
///
///     for (WireReader reader(bytes); reader.next();) …
///
/// Mirrors   the wire format of protocol buffers (protobuf.dev, "Encoding") with the checks that the Unmarshal
///           functions generated for k8s.io/api make
/// Differs   Nothing is decoded that nobody asks for.
/// Errors    The first one stays; next() gives false from then on. A value that nobody took is skipped.
class WireReader {
public:
    explicit WireReader(std::string_view bytes) : m_rest(bytes) {}

    /// Moves to the next field; false at the end and after an error.
    [[nodiscard]] bool next();
    [[nodiscard]] std::uint32_t number() const { return m_number; }
    [[nodiscard]] WireType type() const { return m_type; }
    /// The value of the present field. Of another wire type than its own: an error, and zero.
    [[nodiscard]] std::uint64_t varint(std::string_view field);
    [[nodiscard]] std::uint64_t fixed64(std::string_view field);
    [[nodiscard]] std::string_view bytes(std::string_view field);

    [[nodiscard]] const std::string &error() const { return m_error; } ///< empty: none

private:
    [[nodiscard]] bool expect(WireType type, std::string_view field);
    [[nodiscard]] std::uint64_t takeVarint();
    [[nodiscard]] std::string_view take(std::uint64_t size);
    void skip();
    void skipGroup();
    void fail(std::string message);

    std::string_view m_rest;
    std::uint32_t m_number = 0;
    WireType m_type{};
    bool m_isTaken = true;
    std::string m_error;
};

} // namespace minato::kube
