// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace minato::viewmodels {

/// Terminal cells that a code point takes: 2 for East Asian wide ones, 0 for combining marks, else 1.
///
/// Mirrors   POSIX wcwidth for the scripts that lessons use (Unicode East Asian Width W and F).
[[nodiscard]] constexpr int cellWidth(char32_t c)
{
    if ((c >= 0x0300 && c <= 0x036F) || c == 0x200B || c == 0x200D || (c >= 0x3099 && c <= 0x309A) ||
        (c >= 0xFE00 && c <= 0xFE0F))
        return 0;
    const bool isWide =
        (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0x303E) || (c >= 0x3041 && c <= 0x33FF) ||
        (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xA000 && c <= 0xA4CF) ||
        (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) ||
        (c >= 0xFF00 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1FAFF) ||
        (c >= 0x20000 && c <= 0x3FFFD);
    return isWide ? 2 : 1;
}

/// The code point at a position and how many QChars it takes.
struct CodePoint {
    char32_t value = 0;
    int size = 1;
};
[[nodiscard]] inline CodePoint codePointAt(QStringView text, qsizetype at)
{
    const QChar c = text[at];
    if (c.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate())
        return {QChar::surrogateToUcs4(c, text[at + 1]), 2};
    return {c.unicode(), 1};
}

} // namespace minato::viewmodels
