// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/go_json.h"

namespace minato::kube {

std::string toEscapedJson(const Value &value, JsonStyle style)
{
    // The three characters have no place in JSON but inside its strings, so the finished text can be
    // searched.
    const std::string text = toJson(value, style);
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        if (c == '<')
            out += "\\u003c";
        else if (c == '>')
            out += "\\u003e";
        else if (c == '&')
            out += "\\u0026";
        else
            out += c;
    }
    return out;
}

} // namespace minato::kube
