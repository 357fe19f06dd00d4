// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/syntax.h"

#include <algorithm>
#include <charconv>
#include <format>
#include <initializer_list>

namespace minato::apiserver::syntax {
namespace {

bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}
bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
bool isLowerAlnum(char c)
{
    return isLower(c) || isDigit(c);
}
bool isAlnum(char c)
{
    return isLowerAlnum(c) || (c >= 'A' && c <= 'Z');
}

constexpr std::string_view kLabelPattern = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
constexpr std::string_view kNamePattern = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";

bool isLabelText(std::string_view text)
{
    return !text.empty() && isLowerAlnum(text.front()) && isLowerAlnum(text.back()) &&
           std::ranges::all_of(text, [](char c) { return isLowerAlnum(c) || c == '-'; });
}

bool isSubdomainText(std::string_view text)
{
    for (std::size_t start = 0;;) {
        const std::size_t dot = text.find('.', start);
        if (!isLabelText(text.substr(start, dot - start)))
            return false;
        if (dot == std::string_view::npos)
            return true;
        start = dot + 1;
    }
}

bool isNameText(std::string_view text)
{
    return !text.empty() && isAlnum(text.front()) && isAlnum(text.back()) &&
           std::ranges::all_of(text, [](char c) { return isAlnum(c) || c == '-' || c == '_' || c == '.'; });
}

std::string tooLong(std::size_t maximum)
{
    return std::format("must be no more than {} characters", maximum);
}

std::string mustMatch(std::string_view rule, std::string_view pattern,
                      std::initializer_list<std::string_view> examples)
{
    std::string text = std::format("{} (e.g. ", rule);
    const char *separator = "";
    for (const auto example : examples) {
        text += std::format("{}'{}', ", separator, example);
        separator = " or ";
    }
    return text + std::format("regex used for validation is '{}')", pattern);
}

std::string maskTrailingDash(std::string_view name, bool isPrefix)
{
    // Upstream replaces the last two characters by an 'a', which is all the same to a rule about letters.
    if (!isPrefix || name.size() < 2 || !name.ends_with('-'))
        return std::string(name);
    return std::string(name.substr(0, name.size() - 2)) + 'a';
}

} // namespace

Complaints dns1123Label(std::string_view text)
{
    Complaints complaints;
    if (text.size() > 63)
        complaints.push_back(tooLong(63));
    if (isLabelText(text))
        return complaints;
    if (isSubdomainText(text))
        complaints.emplace_back("must not contain dots");
    else
        complaints.push_back(
            mustMatch("a lowercase RFC 1123 label must consist of lower case alphanumeric characters or "
                      "'-', and must start and end with an alphanumeric character",
                      kLabelPattern, {"my-name", "123-abc"}));
    return complaints;
}

Complaints dns1123Subdomain(std::string_view text)
{
    Complaints complaints;
    if (text.size() > 253)
        complaints.push_back(tooLong(253));
    if (!isSubdomainText(text))
        complaints.push_back(
            mustMatch("a lowercase RFC 1123 subdomain must consist of lower case alphanumeric "
                      "characters, '-' or '.', and must start and end with an alphanumeric character",
                      std::format("{0}(\\.{0})*", kLabelPattern), {"example.com"}));
    return complaints;
}

Complaints dns1035Label(std::string_view text)
{
    Complaints complaints;
    if (text.size() > 63)
        complaints.push_back(tooLong(63));
    if (!isLabelText(text) || !isLower(text.front()))
        complaints.push_back(
            mustMatch("a DNS-1035 label must consist of lower case alphanumeric characters or '-', start "
                      "with an alphabetic character, and end with an alphanumeric character",
                      "[a-z]([-a-z0-9]*[a-z0-9])?", {"my-name", "abc-123"}));
    return complaints;
}

Complaints qualifiedName(std::string_view text)
{
    constexpr std::string_view kRule =
        "must consist of alphanumeric characters, '-', '_' or '.', and must start and end "
        "with an alphanumeric character";
    Complaints complaints;
    std::string_view name = text;
    if (const std::size_t slash = text.find('/'); slash != std::string_view::npos) {
        const std::string_view prefix = text.substr(0, slash);
        name = text.substr(slash + 1);
        if (name.contains('/')) {
            complaints.push_back(
                "a qualified name " + mustMatch(kRule, kNamePattern, {"MyName", "my.name", "123-abc"}) +
                " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')");
            return complaints;
        }
        if (prefix.empty())
            complaints.emplace_back("prefix part must be non-empty");
        else
            std::ranges::transform(dns1123Subdomain(prefix), std::back_inserter(complaints),
                                   [](const std::string &complaint) { return "prefix part " + complaint; });
    }
    if (name.empty())
        complaints.emplace_back("name part must be non-empty");
    else if (name.size() > 63)
        complaints.push_back("name part " + tooLong(63));
    if (!isNameText(name))
        complaints.push_back("name part " + mustMatch(kRule, kNamePattern, {"MyName", "my.name", "123-abc"}));
    return complaints;
}

Complaints labelValue(std::string_view text)
{
    Complaints complaints;
    if (text.size() > 63)
        complaints.push_back(tooLong(63));
    if (!text.empty() && !isNameText(text))
        complaints.push_back(
            mustMatch("a valid label must be an empty string or consist of alphanumeric characters, '-', "
                      "'_' or '.', and must start and end with an alphanumeric character",
                      std::format("({})?", kNamePattern), {"MyValue", "my_value", "12345"}));
    return complaints;
}

Complaints portName(std::string_view text)
{
    Complaints complaints;
    if (text.size() > 15)
        complaints.push_back(tooLong(15));
    if (text.empty() || !std::ranges::all_of(text, [](char c) { return isLowerAlnum(c) || c == '-'; }))
        complaints.emplace_back("must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)");
    if (!std::ranges::any_of(text, isLower))
        complaints.emplace_back("must contain at least one letter (a-z)");
    if (text.contains("--"))
        complaints.emplace_back("must not contain consecutive hyphens");
    if (text.starts_with('-') || text.ends_with('-'))
        complaints.emplace_back("must not begin or end with a hyphen");
    return complaints;
}

Complaints configMapKey(std::string_view text)
{
    Complaints complaints;
    if (text.size() > 253)
        complaints.push_back(tooLong(253));
    const bool isKey = !text.empty() && std::ranges::all_of(text, [](char c) {
        return isAlnum(c) || c == '-' || c == '_' || c == '.';
    });
    if (!isKey)
        complaints.push_back(
            mustMatch("a valid config key must consist of alphanumeric characters, '-', '_' or '.'",
                      "[-._a-zA-Z0-9]+", {"key.name", "KEY_NAME", "key-name"}));
    if (text == "." || text == "..")
        complaints.push_back(std::format("must not be '{}'", text));
    else if (text.starts_with(".."))
        complaints.emplace_back("must not start with '..'");
    return complaints;
}

Complaints envVarName(std::string_view text)
{
    if (text.empty())
        return {"environment variable name must be non-empty"};
    if (std::ranges::all_of(text, [](char c) { return c > 0x1f && c < 0x7f && c != '='; }))
        return {};
    return {
        "a valid environment variable name must consist only of printable ASCII characters other than '='"};
}

Complaints portNumber(std::int64_t port)
{
    return port >= 1 && port <= 65535 ? Complaints{} : Complaints{inclusiveRange(1, 65535)};
}

bool isPercent(std::string_view text)
{
    return text.size() > 1 && text.ends_with('%') &&
           std::ranges::all_of(text.substr(0, text.size() - 1), isDigit);
}

bool isIPv4(std::string_view text)
{
    for (int part = 0; part < 4; ++part) {
        const std::size_t dot = text.find('.');
        const std::string_view digits = text.substr(0, dot);
        int number = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        const bool isPlain = digits.size() == 1 || (digits.size() < 4 && !digits.starts_with('0'));
        if (error != std::errc() || end != digits.data() + digits.size() || number < 0 || number > 255 ||
            !isPlain)
            return false;
        if (dot == std::string_view::npos)
            return part == 3;
        text.remove_prefix(dot + 1);
    }
    return false;
}

bool isIP(std::string_view text)
{
    if (isIPv4(text))
        return true;
    // Good enough to tell an IPv6 address from a slip of the pen: groups of hex digits, at most one "::".
    const auto colons = std::ranges::count(text, ':');
    return colons >= 2 && colons <= 7 && text.find("::") == text.rfind("::") &&
           std::ranges::all_of(text, [](char c) {
               return c == ':' || isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
           });
}

std::string inclusiveRange(std::int64_t low, std::int64_t high)
{
    return std::format("must be between {} and {}, inclusive", low, high);
}

Complaints subdomainName(std::string_view name, bool isPrefix)
{
    return dns1123Subdomain(maskTrailingDash(name, isPrefix));
}

Complaints labelName(std::string_view name, bool isPrefix)
{
    return dns1123Label(maskTrailingDash(name, isPrefix));
}

Complaints serviceName(std::string_view name, bool isPrefix)
{
    return dns1035Label(maskTrailingDash(name, isPrefix));
}

Complaints pathSegmentName(std::string_view name, bool isPrefix)
{
    if (!isPrefix && (name == "." || name == ".."))
        return {std::format("may not be '{}'", name)};
    Complaints complaints;
    for (const std::string_view one : {"/", "%"}) {
        if (name.contains(one))
            complaints.push_back(std::format("may not contain '{}'", one));
    }
    return complaints;
}

} // namespace minato::apiserver::syntax
