// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/validation.h"

#include <algorithm>
#include <array>

namespace minato::shell::kubectl {

FlagSpecs validateFlags()
{
    static constexpr FlagSpec flags[]{{"validate", 0, FlagType::Text, "strict",
                                       "What happens to fields that the server does not know: strict (or "
                                       "true) refuses them, warn tells, ignore "
                                       "(or false) drops them.",
                                       "strict"}};
    return flags;
}

Result<std::string> validationOf(const Session &session)
{
    static constexpr std::array<std::string_view, 7> strict{"strict", "1", "t", "T", "true", "TRUE", "True"};
    static constexpr std::array<std::string_view, 7> ignore{"ignore", "0",     "f",    "F",
                                                            "false",  "FALSE", "False"};
    const std::string &text = session.flags().text("validate");
    if (std::ranges::contains(strict, text))
        return "Strict";
    if (std::ranges::contains(ignore, text))
        return "Ignore";
    if (text == "warn")
        return "Warn";
    return std::unexpected(Error("invalid - validate option \"" + text +
                                 "\"; must be one of: strict (or true), warn, ignore (or false)"));
}

} // namespace minato::shell::kubectl
