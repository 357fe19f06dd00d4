// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/http_message.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <format>
#include <ranges>

namespace minato::wire {
namespace {

constexpr std::array<std::pair<int, std::string_view>, 21> kReasons{{
    {101, "Switching Protocols"},
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {409, "Conflict"},
    {410, "Gone"},
    {413, "Request Entity Too Large"},
    {415, "Unsupported Media Type"},
    {422, "Unprocessable Entity"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {503, "Service Unavailable"},
    {505, "HTTP Version Not Supported"},
}};

bool isSameWord(std::string_view a, std::string_view b)
{
    const auto lower = [](char c) { return std::tolower(static_cast<unsigned char>(c)); };
    return std::ranges::equal(a, b, {}, lower, lower);
}

std::string_view withoutBlanks(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

} // namespace

std::string HttpRequest::header(std::string_view name) const
{
    std::string all;
    const auto [first, last] = headers.equal_range(name);
    for (const auto &[key, value] : std::ranges::subrange(first, last))
        all.append(all.empty() ? "" : ", ").append(value);
    return all;
}

bool HttpRequest::headerNames(std::string_view name, std::string_view word) const
{
    const std::string all = header(name);
    return std::ranges::any_of(std::views::split(all, ','), [word](const auto &piece) {
        return isSameWord(withoutBlanks(std::string_view(piece)), word);
    });
}

std::string_view HttpRequest::parameter(std::string_view key) const
{
    const auto it = std::ranges::find(query, key, &std::pair<std::string, std::string>::first);
    return it == query.end() ? std::string_view() : std::string_view(it->second);
}

std::string_view reasonOf(int status)
{
    const auto reason = std::ranges::find(kReasons, status, &std::pair<int, std::string_view>::first);
    return reason == kReasons.end() ? std::string_view("Status") : reason->second;
}

std::string responseHead(const HttpResponse &response, bool isClosing)
{
    std::string head = std::format("HTTP/1.1 {} {}\r\n", response.status, reasonOf(response.status));
    if (!response.contentType.empty())
        head += "Content-Type: " + response.contentType + "\r\n";
    for (const auto &[name, values] : response.headers) {
        for (const std::string &value : values)
            head.append(name).append(": ").append(value).append("\r\n");
    }
    head += isClosing ? "Connection: close\r\n\r\n" : "\r\n";
    return head;
}

} // namespace minato::wire
