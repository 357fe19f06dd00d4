// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/diagnostic.h"

namespace minato::base {

std::string toString(const Diagnostic &diagnostic)
{
    std::string text = diagnostic.file;
    for (const int number : {diagnostic.line, diagnostic.column}) {
        if (number > 0)
            text += (text.empty() ? "" : ":") + std::to_string(number);
    }
    return text.empty() ? diagnostic.message : text + ": " + diagnostic.message;
}

} // namespace minato::base
