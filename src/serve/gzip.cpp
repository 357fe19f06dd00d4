// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "serve/gzip.h"

#include <zlib.h>

#include <algorithm>
#include <ranges>

namespace minato::serve {
namespace {

constexpr std::size_t kThreshold = 128U * 1024;
constexpr std::size_t kMost = 1U << 30U; ///< zlib counts in 32 bits
constexpr int kGzipFormat = 16;          ///< to be added to the bits of the window

/// "deflate, gzip;q=1.0"; a quality of zero is a no.
bool asksForGzip(std::string_view acceptEncoding)
{
    return std::ranges::any_of(std::views::split(acceptEncoding, ','), [](const auto &piece) {
        std::string_view word(piece);
        word.remove_prefix(std::min(word.find_first_not_of(' '), word.size()));
        const std::string_view name = word.substr(0, word.find_first_of("; "));
        return name == "gzip" && !word.ends_with(";q=0");
    });
}

/// Empty: zlib has no memory.
std::string gzipped(std::string_view text)
{
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, MAX_WBITS + kGzipFormat, MAX_MEM_LEVEL,
                     Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    std::string out(deflateBound(&stream, text.size()), '\0');
    // zlib does not write to its input.
    stream.next_in = const_cast<Bytef *>(reinterpret_cast<const Bytef *>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const bool isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    out.resize(isWhole ? stream.total_out : 0);
    deflateEnd(&stream);
    return out;
}

} // namespace

void compressFor(std::string_view acceptEncoding, wire::HttpResponse &response)
{
    if (response.body.size() <= kThreshold || response.body.size() > kMost || !asksForGzip(acceptEncoding))
        return;
    std::string packed = gzipped(response.body);
    if (packed.empty())
        return;
    response.body = std::move(packed);
    response.headers["Content-Encoding"] = {"gzip"};
    response.headers["Vary"] = {"Accept-Encoding"};
}

} // namespace minato::serve
