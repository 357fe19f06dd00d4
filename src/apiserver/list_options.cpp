// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/list_options.h"

#include "apiserver/field_errors.h"

#include <charconv>
#include <format>

namespace minato::apiserver {
namespace {

constexpr std::string_view kDigits = "0123456789abcdef";

/// Tokens are opaque, so plain hexadecimal does: no padding, safe in a URL.
std::string toHex(std::string_view text)
{
    std::string hex;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        hex += kDigits[byte >> 4];
        hex += kDigits[byte & 15];
    }
    return hex;
}

std::optional<std::string> fromHex(std::string_view hex)
{
    std::string text;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
        const auto high = kDigits.find(hex[i]);
        const auto low = kDigits.find(hex[i + 1]);
        if (high == std::string_view::npos || low == std::string_view::npos)
            return std::nullopt;
        text += static_cast<char>(high << 4 | low);
    }
    return hex.size() % 2 ? std::nullopt : std::optional(text);
}

template <class T>
bool takeNumber(std::string_view &text, T &number)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end == text.data() + text.size() || *end != ' ')
        return false;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()) + 1);
    return true;
}

bool isTrue(std::string_view text)
{
    return text == "true" || text == "1";
}

kube::Status badNumber(std::string_view key, std::string_view text)
{
    return kube::Status::badRequest(std::format(
        "{}: Invalid value: \"{}\": strconv.ParseUint: parsing \"{}\": invalid syntax", key, text, text));
}

void validateList(const ListOptions &options, std::string_view match, FieldErrors &errors)
{
    constexpr const char *kMatch = "resourceVersionMatch";
    if (!match.empty()) {
        if (!options.revision)
            errors.forbidden(kMatch, "resourceVersionMatch is forbidden unless resourceVersion is provided");
        if (!options.continueToken.empty())
            errors.forbidden(kMatch, "resourceVersionMatch is forbidden when continue is provided");
        if (options.match == VersionMatch::Unset)
            errors.unsupported(kMatch, match, {"Exact", "NotOlderThan", ""});
        if (options.match == VersionMatch::Exact && options.revision == 0)
            errors.forbidden(kMatch, "resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\"");
    }
    if (options.sendInitialEvents)
        errors.forbidden("sendInitialEvents", "sendInitialEvents is forbidden for list");
}

void validateWatch(const ListOptions &options, std::string_view match, FieldErrors &errors)
{
    constexpr const char *kMatch = "resourceVersionMatch";
    if (options.sendInitialEvents && options.match != VersionMatch::NotOlderThan)
        errors.forbidden(kMatch, "sendInitialEvents requires setting resourceVersionMatch to NotOlderThan");
    if (match.empty())
        return;
    if (!options.sendInitialEvents)
        errors.forbidden(kMatch,
                         "resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided");
    if (options.match != VersionMatch::NotOlderThan)
        errors.unsupported(kMatch, match, {"NotOlderThan"});
}

} // namespace

std::string ContinueToken::encode() const
{
    return toHex(std::format("{} {} {} {}", revision, delivered, total, after));
}

std::optional<ContinueToken> ContinueToken::decode(std::string_view text)
{
    const auto plain = fromHex(text);
    if (!plain)
        return std::nullopt;
    std::string_view rest = *plain;
    ContinueToken token;
    if (!takeNumber(rest, token.revision) || !takeNumber(rest, token.delivered) ||
        !takeNumber(rest, token.total) || rest.empty())
        return std::nullopt;
    token.after = rest;
    return token;
}

kube::Result<ListOptions> ListOptions::parse(const api::Request &request, bool isWatch)
{
    ListOptions options;
    if (const auto text = request.parameter("resourceVersion"); !text.empty()) {
        options.revision = parseRevision(text);
        if (!options.revision)
            return std::unexpected(badNumber("resourceVersion", text));
    }
    for (const auto &[key, number] : {std::pair("limit", &options.limit)}) {
        const auto text = request.parameter(key);
        if (!text.empty() &&
            std::from_chars(text.data(), text.data() + text.size(), *number).ec != std::errc())
            return std::unexpected(badNumber(key, text));
    }
    if (const auto text = request.parameter("timeoutSeconds"); !text.empty())
        std::from_chars(text.data(), text.data() + text.size(), options.timeoutSeconds);
    const auto match = request.parameter("resourceVersionMatch");
    options.match = match == "Exact"          ? VersionMatch::Exact
                    : match == "NotOlderThan" ? VersionMatch::NotOlderThan
                                              : VersionMatch::Unset;
    options.continueToken = request.parameter("continue");
    options.sendInitialEvents = isTrue(request.parameter("sendInitialEvents"));
    options.wantsBookmarks = isTrue(request.parameter("allowWatchBookmarks"));
    FieldErrors errors;
    isWatch ? validateWatch(options, match, errors) : validateList(options, match, errors);
    if (!errors.isEmpty())
        return std::unexpected(
            kube::Status::invalid({"meta.k8s.io", "v1", "ListOptions"}, "", errors.take()));
    if (!options.continueToken.empty() && options.revision.value_or(0) != 0)
        return std::unexpected(
            kube::Status::badRequest("specifying resource version is not allowed when using continue"));
    return options;
}

kube::Status tooLargeVersion(Revision wanted, Revision current)
{
    kube::Status status;
    status.code = 504;
    status.reason = "Timeout";
    status.message = std::format("Timeout: Too large resource version: {}, current: {}", wanted, current);
    status.causes.push_back({"ResourceVersionTooLarge", "Too large resource version", ""});
    status.retryAfterSeconds = 1;
    return status;
}

} // namespace minato::apiserver
