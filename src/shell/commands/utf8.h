// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace minato::shell {

/// The character at `at`, which moves behind it. A byte that is not UTF-8 counts as one character.
inline char32_t takeCharacter(std::string_view text, std::size_t &at)
{
    const auto first = static_cast<unsigned char>(text[at++]);
    const int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0;
    if (more == 0)
        return first;
    char32_t character = first & (0x3FU >> static_cast<unsigned>(more));
    for (int i = 0; i < more; ++i) {
        const std::size_t next = at + static_cast<std::size_t>(i);
        if (next >= text.size() || (static_cast<unsigned char>(text[next]) & 0xC0U) != 0x80U)
            return first;
        character = (character << 6U) | (static_cast<unsigned char>(text[next]) & 0x3FU);
    }
    at += static_cast<std::size_t>(more);
    return character;
}

inline void appendCharacter(std::string &text, char32_t c)
{
    const auto tail = [&](unsigned shift) { text += static_cast<char>(0x80U | ((c >> shift) & 0x3FU)); };
    if (c < 0x80) {
        text += static_cast<char>(c);
    } else if (c < 0x800) {
        text += static_cast<char>(0xC0U | (c >> 6U));
        tail(0);
    } else if (c < 0x10000) {
        text += static_cast<char>(0xE0U | (c >> 12U));
        tail(6);
        tail(0);
    } else {
        text += static_cast<char>(0xF0U | (c >> 18U));
        tail(12);
        tail(6);
        tail(0);
    }
}

} // namespace minato::shell
