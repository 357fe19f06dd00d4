// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minato::serve {

/// The server's side of WebSocket frames.
///
/// Mirrors   RFC 6455, sections 4 and 5
/// Differs   No extensions; Ping and Pong are the caller's to answer.
namespace websocket {

enum class Opcode : std::uint8_t { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

struct Message {
    Opcode opcode{}; ///< Text, Binary, Close, Ping or Pong
    std::string data;
};

/// Close codes.
inline constexpr std::uint16_t kNormal = 1000, kProtocolError = 1002, kTooBig = 1009;

/// An unmasked frame that is a message of its own.
[[nodiscard]] std::string frame(Opcode opcode, std::string_view data);
[[nodiscard]] std::string closeFrame(std::uint16_t code, std::string_view why = {});
/// What answers the client's Sec-WebSocket-Key.
[[nodiscard]] std::string acceptKey(std::string_view key);

/// Puts a client's frames together, however they are cut.
///
/// Bounds    A message of kMaxMessage.
/// Errors    failure(): a close code. Nothing is read any more then.
/// Tests     tests/serve/tst_websocket.cpp
class Reader {
public:
    static constexpr std::size_t kMaxMessage = 4U << 20U;

    [[nodiscard]] std::vector<Message> take(std::string_view bytes);
    [[nodiscard]] std::optional<std::uint16_t> failure() const { return m_failure; }

private:
    struct Head {
        bool isFinal = false;
        Opcode opcode{};
        std::size_t size = 0; ///< of the head
        std::uint64_t length = 0;
        std::size_t maskAt = 0;
    };
    [[nodiscard]] std::optional<Head> readHead();
    [[nodiscard]] bool isAllowed(const Head &head) const;
    void takeFrame(const Head &head, std::vector<Message> &messages);

    std::string m_input;
    std::size_t m_at = 0; ///< of the input, what has been read
    std::optional<Message> m_partial;
    std::optional<std::uint16_t> m_failure;
};

} // namespace websocket
} // namespace minato::serve
