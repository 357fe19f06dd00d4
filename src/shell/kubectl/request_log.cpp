// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/request_log.h"

#include <algorithm>
#include <array>
#include <format>

namespace minato::shell::kubectl {
namespace {

std::string_view methodOf(const api::Request &request)
{
    switch (request.verb) {
    case api::Verb::Create:
        return "POST";
    case api::Verb::Update:
        return "PUT";
    case api::Verb::Patch:
        return "PATCH";
    case api::Verb::Delete:
    case api::Verb::DeleteCollection:
        return "DELETE";
    case api::Verb::Get:
    case api::Verb::List:
        break;
    }
    return "GET";
}

/// As Go's url.QueryEscape.
std::string escaped(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        const bool isPlain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                             std::string_view("-_.~").contains(c);
        if (c == ' ')
            result += '+';
        else if (isPlain)
            result += c;
        else
            result += std::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    }
    return result;
}

std::string pathOf(const api::Request &request)
{
    if (!request.rawPath.empty())
        return request.rawPath;
    const kube::GroupVersionResource &type = request.resource;
    std::string path =
        type.group.empty() ? "/api/" + type.version : "/apis/" + type.group + "/" + type.version;
    // A namespace itself is named as any object is.
    if (!request.ns.empty())
        path += "/namespaces/" + request.ns;
    path += "/" + type.resource;
    for (const std::string *part : {&request.name, &request.subresource})
        if (!part->empty())
            path += "/" + *part;
    return path;
}

std::string_view reasonPhrase(int code)
{
    static constexpr std::array<std::pair<int, std::string_view>, 12> phrases{
        {{200, "OK"},
         {201, "Created"},
         {400, "Bad Request"},
         {401, "Unauthorized"},
         {403, "Forbidden"},
         {404, "Not Found"},
         {405, "Method Not Allowed"},
         {409, "Conflict"},
         {415, "Unsupported Media Type"},
         {422, "Unprocessable Entity"},
         {429, "Too Many Requests"},
         {500, "Internal Server Error"}}};
    const auto found = std::ranges::find(phrases, code, [](const auto &phrase) { return phrase.first; });
    return found == phrases.end() ? std::string_view() : found->second;
}

} // namespace

std::string requestLine(std::string_view serverUrl, const api::Request &request)
{
    std::string line = std::string(methodOf(request)) + " " + std::string(serverUrl) + pathOf(request);
    char separator = '?';
    for (const auto &[key, value] : request.query) {
        line.append(1, std::exchange(separator, '&')).append(escaped(key)).append("=").append(escaped(value));
    }
    return line;
}

std::string statusLine(const api::Result<api::Response> &answer)
{
    const int code = answer ? (answer->isCreated ? 201 : 200) : answer.error().code;
    return std::format("{} {}", code, reasonPhrase(code));
}

} // namespace minato::shell::kubectl
