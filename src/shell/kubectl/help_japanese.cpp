// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/help_japanese.h"

#include <algorithm>

namespace minato::shell::kubectl {

std::string_view inJapanese(std::string_view english)
{
    for (const std::span<const HelpText> texts : {japaneseOfCommands(), japaneseOfFlags()})
        if (const auto found = std::ranges::find(texts, english, &HelpText::english); found != texts.end())
            return found->japanese;
    return english;
}

} // namespace minato::shell::kubectl
