// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/image_reference.h"

#include "base/assert.h"
#include "shell/commands/regex.h"

#include <string>

namespace minato::shell::kubectl {

bool isImageReference(std::string_view text)
{
    const std::string label = "[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?";
    const std::string host = "(" + label + "(\\." + label + ")*|\\[[a-fA-F0-9:]+\\])";
    const std::string part = "[a-z0-9]+(([._]|__|-+)[a-z0-9]+)*";
    const std::string algorithm = "[A-Za-z][A-Za-z0-9]*([-_+.][A-Za-z][A-Za-z0-9]*)*";
    const std::string pattern = "^(" + host + "(:[0-9]+)?/)?" + part + "(/" + part + ")*" +
                                "(:[A-Za-z0-9_][A-Za-z0-9_.-]*)?" + "(@" + algorithm + ":[0-9A-Fa-f]{32,})?$";
    const auto regex = Regex::parse(pattern, {.syntax = Regex::Syntax::Extended});
    MINATO_ASSERT(regex);
    if (text.contains('\n') || !regex->find(text))
        return false;
    // At most 128 characters of tag, which the pattern does not count.
    constexpr std::size_t kLongestTag = 128;
    const std::string_view name = text.substr(0, text.find('@'));
    const std::size_t colon = name.rfind(':');
    return colon == std::string_view::npos || name.substr(colon).contains('/') ||
           name.size() - colon - 1 <= kLongestTag;
}

} // namespace minato::shell::kubectl
