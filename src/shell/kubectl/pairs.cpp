// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/pairs.h"

#include "kube/quantity.h"

#include <algorithm>

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

std::vector<std::string> splitAt(std::string_view text, char separator)
{
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(separator, begin), text.size());
        parts.emplace_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

Result<kube::Value> parseLabels(std::string_view text)
{
    kube::Value labels = kube::Value::emptyMap();
    for (const std::string &spec : splitAt(text, ',')) {
        const auto parts = splitAt(spec, '=');
        if (parts.size() != 2)
            return std::unexpected(Error("unexpected label spec: " + spec));
        if (parts[0].empty())
            return std::unexpected(Error("unexpected empty label key"));
        labels.set(parts[0], parts[1]);
    }
    return labels;
}

Result<kube::Value> parseResourceList(std::string_view text)
{
    kube::Value list = kube::Value::emptyMap();
    if (text.empty())
        return list;
    for (const std::string &spec : splitAt(text, ',')) {
        const auto parts = splitAt(spec, '=');
        if (parts.size() != 2)
            return std::unexpected(
                Error("Invalid argument syntax " + spec + ", expected <resource>=<value>"));
        const auto quantity = kube::Quantity::parse(parts[1]);
        if (!quantity)
            return std::unexpected(Error(quantity.error()));
        list.set(parts[0], quantity->toString());
    }
    return list;
}

} // namespace minato::shell::kubectl
