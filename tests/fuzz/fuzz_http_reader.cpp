// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz_target.h"
#include "serve/request_reader.h"

#include <algorithm>
#include <string>
#include <vector>

using minato::fuzz::claim;
using namespace minato;
using namespace minato::serve;

namespace {

/// What a connection's bytes meant.
struct Read {
    std::vector<wire::HttpRequest> requests;
    int refusedWith = 0;
    bool operator==(const Read &other) const
    {
        const auto isSame = [](const wire::HttpRequest &a, const wire::HttpRequest &b) {
            return a.method == b.method && a.path == b.path && a.query == b.query && a.headers == b.headers &&
                   a.body == b.body;
        };
        return refusedWith == other.refusedWith && std::ranges::equal(requests, other.requests, isSame);
    }
};

/// Gives the bytes in pieces of `step`.
Read readInPieces(std::string_view bytes, std::size_t step)
{
    const HttpLimits limits;
    RequestReader reader(limits);
    Read read;
    std::string input;
    while (true) {
        const auto progress = reader.read(input);
        if (progress == RequestReader::Progress::Complete) {
            read.requests.push_back(reader.take());
        } else if (progress == RequestReader::Progress::Refused) {
            read.refusedWith = reader.refusal().code;
            claim(read.refusedWith >= 400 && !reader.refusal().message.empty(),
                  "a refusal is a Status that says why");
            return read;
        } else if (progress == RequestReader::Progress::NeedsMore) {
            if (bytes.empty())
                return read;
            input += bytes.substr(0, step);
            bytes.remove_prefix(std::min(bytes.size(), step));
        }
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes = minato::fuzz::textOf(data, size);
    const Read whole = readInPieces(bytes, std::max<std::size_t>(size, 1));
    claim(readInPieces(bytes, 1) == whole, "how the bytes are cut changes nothing");
    return 0;
}
