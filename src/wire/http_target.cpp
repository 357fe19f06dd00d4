// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/http_target.h"

#include <algorithm>
#include <charconv>
#include <ranges>
#include <string>
#include <utility>

namespace minato::wire {
namespace {

bool percentDecode(std::string_view text, bool plusIsBlank, std::string &out)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plusIsBlank) {
            out += ' ';
        } else if (text[i] != '%') {
            out += text[i];
        } else {
            const std::string_view digits = text.substr(i + 1, 2);
            unsigned code = 0;
            const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
            if (digits.size() < 2 || error != std::errc() || end != digits.data() + digits.size())
                return false;
            out += static_cast<char>(code);
            i += 2;
        }
    }
    return true;
}

void decodeQuery(std::string_view text, HttpRequest &request)
{
    for (const auto piece : std::views::split(text, '&')) {
        const std::string_view pair(piece);
        const auto equals = pair.find('=');
        std::string key, value;
        // Go drops what it cannot decode, too.
        if (!pair.empty() && percentDecode(pair.substr(0, equals), true, key) &&
            percentDecode(equals == std::string_view::npos ? std::string_view() : pair.substr(equals + 1),
                          true, value))
            request.query.emplace_back(std::move(key), std::move(value));
    }
}

} // namespace

bool decodeTarget(std::string_view target, HttpRequest &request)
{
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (!target.starts_with(scheme))
            continue;
        const auto slash = target.find('/', scheme.size());
        target = slash == std::string_view::npos ? std::string_view("/") : target.substr(slash);
    }
    const auto isPlain = [](char c) { return static_cast<unsigned char>(c) > ' ' && c != '\x7f'; };
    if (!target.starts_with('/') || !std::ranges::all_of(target, isPlain))
        return false;
    target = target.substr(0, target.find('#'));
    const auto mark = target.find('?');
    if (mark != std::string_view::npos)
        decodeQuery(target.substr(mark + 1), request);
    return percentDecode(target.substr(0, mark), false, request.path);
}

} // namespace minato::wire
