// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz_target.h"
#include "serve/websocket.h"

#include <algorithm>
#include <vector>

using minato::fuzz::claim;
using namespace minato::serve::websocket;

namespace {

struct Read {
    std::vector<Message> messages;
    std::optional<std::uint16_t> failure;
};

/// Reads the bytes as they would arrive in pieces of one size.
Read readInPieces(std::string_view bytes, std::size_t size)
{
    Reader reader;
    Read read;
    for (; !bytes.empty(); bytes.remove_prefix(std::min(size, bytes.size()))) {
        for (Message &message : reader.take(bytes.substr(0, size))) {
            claim(message.data.size() <= Reader::kMaxMessage, "a message is bounded");
            claim(message.opcode != Opcode::Continuation, "a message is whole");
            read.messages.push_back(std::move(message));
        }
    }
    read.failure = reader.failure();
    return read;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes = minato::fuzz::textOf(data, size);
    const Read whole = readInPieces(bytes, std::max<std::size_t>(bytes.size(), 1));
    for (const std::size_t piece : {1U, 3U}) {
        const Read pieces = readInPieces(bytes, piece);
        claim(whole.failure == pieces.failure, "how the bytes arrive decides no failure");
        claim(std::ranges::equal(whole.messages, pieces.messages,
                                 [](const Message &a, const Message &b) {
                                     return a.opcode == b.opcode && a.data == b.data;
                                 }),
              "nor a message");
    }
    for (const Message &message : whole.messages)
        claim(!frame(message.opcode, message.data).empty(), "what was read can be answered");
    return 0;
}
