// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz_target.h"
#include "serve/spdy.h"

#include <algorithm>
#include <vector>

using minato::fuzz::claim;
using namespace minato::serve::spdy;

namespace {

struct Read {
    std::vector<Frame> frames;
    bool hasFailed = false;
};

/// Reads the bytes as they would arrive in pieces of one size.
Read readInPieces(std::string_view bytes, std::size_t size)
{
    Reader reader;
    Read read;
    for (; !bytes.empty(); bytes.remove_prefix(std::min(size, bytes.size())))
        for (Frame &frame : reader.take(bytes.substr(0, size)))
            read.frames.push_back(std::move(frame));
    read.hasFailed = reader.hasFailed();
    return read;
}

bool areSame(const Frame &a, const Frame &b)
{
    return a.kind == b.kind && a.stream == b.stream && a.isLast == b.isLast && a.data == b.data &&
           a.headers == b.headers;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes = minato::fuzz::textOf(data, size);
    const Read whole = readInPieces(bytes, std::max<std::size_t>(bytes.size(), 1));
    for (const std::size_t piece : {1U, 5U}) {
        const Read pieces = readInPieces(bytes, piece);
        claim(whole.hasFailed == pieces.hasFailed, "how the bytes arrive decides no failure");
        claim(std::ranges::equal(whole.frames, pieces.frames, areSame), "nor a frame");
    }
    HeaderWriter writer;
    HeaderReader reader;
    for (const Frame &frame : whole.frames) {
        if (frame.kind != Frame::Kind::NewStream)
            continue;
        const auto again = reader.read(writer.write(frame.headers));
        claim(again && *again == frame.headers, "headers that were read are written to be read");
    }
    return 0;
}
