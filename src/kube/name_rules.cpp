// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/name_rules.h"

#include "kube/go_quote.h"

#include <algorithm>
#include <format>

namespace minato::kube {
namespace {

// The patterns are for messages only; the checks below are written out, because std::regex is slow and
// recurses.
constexpr std::string_view kLabel1123Pattern = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
constexpr std::string_view kSubdomainPattern =
    "[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*";
constexpr std::string_view kLabel1035Pattern = "[a-z]([-a-z0-9]*[a-z0-9])?";
constexpr std::string_view kQualifiedPattern = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
constexpr std::string_view kLabelValuePattern = "(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?";
constexpr std::size_t kMaxLabel = 63, kMaxSubdomain = 253, kMaxPortName = 15;

constexpr bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

constexpr bool isLowerOrDigit(char c)
{
    return isLower(c) || isDigit(c);
}

constexpr bool isAlnum(char c)
{
    return isLowerOrDigit(c) || (c >= 'A' && c <= 'Z');
}

bool isLabel1123(std::string_view text)
{
    return !text.empty() && isLowerOrDigit(text.front()) && isLowerOrDigit(text.back()) &&
           std::ranges::all_of(text, [](char c) { return isLowerOrDigit(c) || c == '-'; });
}

bool isSubdomain(std::string_view text)
{
    while (true) {
        const std::size_t dot = text.find('.');
        if (!isLabel1123(text.substr(0, dot)))
            return false;
        if (dot == std::string_view::npos)
            return true;
        text.remove_prefix(dot + 1);
    }
}

bool isQualified(std::string_view text)
{
    return !text.empty() && isAlnum(text.front()) && isAlnum(text.back()) &&
           std::ranges::all_of(text, [](char c) { return isAlnum(c) || c == '-' || c == '_' || c == '.'; });
}

/// "MESSAGE (e.g. 'a',  or 'b', regex used for validation is 'PATTERN')": the odd comma is upstream's.
std::string regexError(std::string_view message, std::string_view pattern,
                       std::initializer_list<std::string_view> examples)
{
    std::string text(message);
    text += " (e.g. ";
    bool isFirst = true;
    for (const std::string_view example : examples) {
        text += std::format("{}'{}', ", isFirst ? "" : " or ", example);
        isFirst = false;
    }
    return text + std::format("regex used for validation is '{}')", pattern);
}

std::string qualifiedNameRegexError()
{
    return regexError(
        "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an "
        "alphanumeric character",
        kQualifiedPattern, {"MyName", "my.name", "123-abc"});
}

/// Names of files and variables must not lead to the folder above.
void addParentFolderError(std::string_view text, NameErrors &errors)
{
    if (text == "." || text == "..")
        errors.push_back(std::format("must not be '{}'", text));
    else if (text.starts_with(".."))
        errors.push_back("must not start with '..'");
}

} // namespace

std::string maxLengthError(std::size_t length)
{
    return std::format("must be no more than {} characters", length);
}

std::string joinErrors(const NameErrors &errors, std::string_view separator)
{
    std::string text;
    for (std::size_t i = 0; i < errors.size(); ++i)
        (text += i == 0 ? "" : separator) += errors[i];
    return text;
}

std::string invalidValueText(std::string_view path, std::string_view value, std::string_view detail)
{
    return std::format("{}: Invalid value: {}: {}", path, goQuote(value), detail);
}

NameErrors dns1123SubdomainErrors(std::string_view text)
{
    NameErrors errors;
    if (text.size() > kMaxSubdomain)
        errors.push_back(maxLengthError(kMaxSubdomain));
    if (!isSubdomain(text))
        errors.push_back(
            regexError("a lowercase RFC 1123 subdomain must consist of lower case alphanumeric "
                       "characters, '-' or '.', and must start and end with an alphanumeric character",
                       kSubdomainPattern, {"example.com"}));
    return errors;
}

NameErrors dns1123LabelErrors(std::string_view text)
{
    NameErrors errors;
    if (text.size() > kMaxLabel)
        errors.push_back(maxLengthError(kMaxLabel));
    if (!isLabel1123(text))
        errors.push_back(
            isSubdomain(text)
                ? "must not contain dots"
                : regexError("a lowercase RFC 1123 label must consist of lower case alphanumeric "
                             "characters or '-', and must start and end with an alphanumeric character",
                             kLabel1123Pattern, {"my-name", "123-abc"}));
    return errors;
}

NameErrors dns1035LabelErrors(std::string_view text)
{
    NameErrors errors;
    if (text.size() > kMaxLabel)
        errors.push_back(maxLengthError(kMaxLabel));
    if (!isLabel1123(text) || !isLower(text.front()))
        errors.push_back(
            regexError("a DNS-1035 label must consist of lower case alphanumeric characters or '-', "
                       "start with an alphabetic character, and end with an alphanumeric character",
                       kLabel1035Pattern, {"my-name", "abc-123"}));
    return errors;
}

NameErrors qualifiedNameErrors(std::string_view text)
{
    NameErrors errors;
    std::string_view name = text;
    if (const std::size_t slash = text.find('/'); slash != std::string_view::npos) {
        const std::string_view prefix = text.substr(0, slash);
        name = text.substr(slash + 1);
        if (name.find('/') != std::string_view::npos)
            return {"a qualified name " + qualifiedNameRegexError() +
                    " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')"};
        if (prefix.empty())
            errors.push_back("prefix part must be non-empty");
        else
            for (const std::string &error : dns1123SubdomainErrors(prefix))
                errors.push_back("prefix part " + error);
    }
    if (name.empty())
        errors.push_back("name part must be non-empty");
    else if (name.size() > kMaxLabel)
        errors.push_back("name part " + maxLengthError(kMaxLabel));
    if (!isQualified(name))
        errors.push_back("name part " + qualifiedNameRegexError());
    return errors;
}

NameErrors labelValueErrors(std::string_view text)
{
    NameErrors errors;
    if (text.size() > kMaxLabel)
        errors.push_back(maxLengthError(kMaxLabel));
    if (!text.empty() && !isQualified(text))
        errors.push_back(
            regexError("a valid label must be an empty string or consist of alphanumeric characters, '-', "
                       "'_' or '.', and must start and end with an alphanumeric character",
                       kLabelValuePattern, {"MyValue", "my_value", "12345"}));
    return errors;
}

NameErrors portNameErrors(std::string_view text)
{
    NameErrors errors;
    if (text.size() > kMaxPortName)
        errors.push_back(maxLengthError(kMaxPortName));
    if (text.empty() || !std::ranges::all_of(text, [](char c) { return isLowerOrDigit(c) || c == '-'; }))
        errors.push_back("must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)");
    if (!std::ranges::any_of(text, isLower))
        errors.push_back("must contain at least one letter (a-z)");
    if (text.contains("--"))
        errors.push_back("must not contain consecutive hyphens");
    if (text.starts_with('-') || text.ends_with('-'))
        errors.push_back("must not begin or end with a hyphen");
    return errors;
}

NameErrors percentErrors(std::string_view text)
{
    const std::string_view digits = text.substr(0, text.empty() ? 0 : text.size() - 1);
    if (!digits.empty() && text.ends_with('%') && std::ranges::all_of(digits, isDigit))
        return {};
    return {regexError("a valid percent string must be a numeric string followed by an ending '%'", "[0-9]+%",
                       {"1%", "93%"})};
}

NameErrors configMapKeyErrors(std::string_view text)
{
    NameErrors errors;
    if (text.size() > kMaxSubdomain)
        errors.push_back(maxLengthError(kMaxSubdomain));
    if (text.empty() ||
        !std::ranges::all_of(text, [](char c) { return isAlnum(c) || c == '-' || c == '_' || c == '.'; }))
        errors.push_back(
            regexError("a valid config key must consist of alphanumeric characters, '-', '_' or '.'",
                       "[-._a-zA-Z0-9]+", {"key.name", "KEY_NAME", "key-name"}));
    addParentFolderError(text, errors);
    return errors;
}

NameErrors envVarNameErrors(std::string_view text)
{
    NameErrors errors;
    const auto fits = [](char c) { return isAlnum(c) || c == '-' || c == '_' || c == '.'; };
    if (text.empty() || isDigit(text.front()) || !std::ranges::all_of(text, fits))
        errors.push_back(
            regexError("a valid environment variable name must consist of alphabetic characters, digits, "
                       "'_', '-', or '.', and must not start with a digit",
                       "[-._a-zA-Z][-._a-zA-Z0-9]*", {"my.env-name", "MY_ENV.NAME", "MyEnvName1"}));
    addParentFolderError(text, errors);
    return errors;
}

} // namespace minato::kube
