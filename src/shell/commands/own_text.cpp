// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/commands/own_text.h"

namespace minato::shell {

std::string ownLines(std::string_view lang, std::string_view en, std::string_view ja)
{
    const bool isJapanese = lang.starts_with("ja"), isEnglish = lang.starts_with("en");
    std::string text;
    if (!isEnglish)
        text.append(ja).append("\n");
    if (!isJapanese)
        text.append(en).append("\n");
    return text;
}

} // namespace minato::shell
