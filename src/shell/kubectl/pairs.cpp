// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/pairs.h"

namespace minato::shell::kubectl {
namespace {

bool isPair(std::string_view text)
{
    return (text.contains('=') && text.front() != '=') || (text.ends_with('-') && text != "-");
}

} // namespace

Result<SplitArguments> splitArguments(const std::vector<std::string> &arguments, std::string_view what)
{
    SplitArguments split;
    for (const std::string &argument : arguments) {
        if (isPair(argument))
            split.pairs.push_back(argument);
        else if (split.pairs.empty())
            split.resources.push_back(argument);
        else
            return std::unexpected(Error("all resources must be specified before " + std::string(what) +
                                         " changes: " + argument));
    }
    return split;
}

Result<Pairs> parsePairs(const std::vector<std::string> &pairs, std::string_view what, bool removes)
{
    Pairs result;
    std::string invalid;
    for (const std::string &pair : pairs) {
        const std::size_t equals = pair.find('=');
        if (equals != std::string::npos && equals > 0)
            result.set[pair.substr(0, equals)] = pair.substr(equals + 1);
        else if (removes && pair.ends_with('-') && pair != "-")
            result.removed.push_back(pair.substr(0, pair.size() - 1));
        else
            invalid += (invalid.empty() ? "" : ", ") + pair;
    }
    if (!invalid.empty())
        return std::unexpected(Error("invalid " + std::string(what) + " format: " + invalid));
    return result;
}

} // namespace minato::shell::kubectl
