// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http_input.h"

#include <algorithm>

namespace minato::fuzz {
namespace {

constexpr std::string_view kBetween = "\n====\n";

/// What comes before the separator, which is dropped with it.
std::string_view take(std::string_view &text, std::string_view separator)
{
    const std::string_view part = text.substr(0, text.find(separator));
    text.remove_prefix(std::min(text.size(), part.size() + separator.size()));
    return part;
}

RequestText requestOf(std::string_view text)
{
    RequestText request;
    request.line = take(text, "\n");
    for (std::string_view line = take(text, "\n"); !line.empty(); line = take(text, "\n"))
        request.headers.emplace_back(line);
    request.body = text;
    return request;
}

bool isHeader(std::string_view line, std::string_view name)
{
    return line.starts_with(name) && line.substr(name.size()).starts_with(": ");
}

} // namespace

std::string RequestText::header(std::string_view name) const
{
    const auto it =
        std::ranges::find_if(headers, [name](const std::string &each) { return isHeader(each, name); });
    return it == headers.end() ? std::string() : it->substr(name.size() + 2);
}

void RequestText::setHeader(std::string_view name, std::string_view value)
{
    std::erase_if(headers, [name](const std::string &each) { return isHeader(each, name); });
    headers.push_back(std::string(name).append(": ").append(value));
}

std::vector<RequestText> requestsOf(std::string_view text)
{
    std::vector<RequestText> requests;
    while (!text.empty())
        requests.push_back(requestOf(take(text, kBetween)));
    return requests;
}

std::string textOf(const std::vector<RequestText> &requests)
{
    std::string text;
    for (const RequestText &request : requests) {
        text += text.empty() ? std::string_view() : kBetween;
        text += request.line + "\n";
        for (const std::string &line : request.headers)
            text += line + "\n";
        text += "\n" + request.body;
    }
    return text;
}

} // namespace minato::fuzz
