// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/field_selector.h"

#include "kube/utf8.h"

#include <algorithm>
#include <format>

namespace minato::kube {
namespace {

/// The terms between commas that no backslash escapes.
std::vector<std::string_view> splitTerms(std::string_view text)
{
    std::vector<std::string_view> terms;
    std::size_t start = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\') {
            ++i;
        } else if (text[i] == ',') {
            terms.push_back(text.substr(start, i - start));
            start = i + 1;
        }
    }
    terms.push_back(text.substr(start));
    return terms;
}

std::expected<std::string, std::string> unescape(std::string_view text)
{
    std::string value;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == ',' || text[i] == '=') // upstream prints the character's number
            return std::unexpected(std::format("invalid field selector: unescaped character in value: {}",
                                               static_cast<int>(text[i])));
        if (text[i] == '\\') {
            ++i;
            const std::string_view next = text.substr(i);
            if (next.empty() || (next[0] != '\\' && next[0] != ',' && next[0] != '='))
                return std::unexpected(std::format("invalid field selector: invalid escape sequence: \\{}",
                                                   next.substr(0, firstRune(next).size)));
        }
        value += text[i];
    }
    return value;
}

std::string escape(std::string_view value)
{
    std::string text;
    for (const char c : value) {
        if (c == '\\' || c == ',' || c == '=')
            text += '\\';
        text += c;
    }
    return text;
}

} // namespace

std::expected<FieldSelector, std::string> FieldSelector::parse(std::string_view text)
{
    FieldSelector selector;
    std::vector<std::string_view> terms = splitTerms(text);
    std::ranges::sort(terms);
    for (const std::string_view term : terms) {
        if (term.empty())
            continue;
        const std::size_t equals = term.find('=');
        if (equals == std::string_view::npos)
            return std::unexpected(std::format("invalid selector: '{}'; can't understand '{}'", text, term));
        const bool isNegated = equals > 0 && term[equals - 1] == '!';
        const bool isDouble = !isNegated && term.substr(equals).starts_with("==");
        const auto value = unescape(term.substr(equals + (isDouble ? 2 : 1)));
        if (!value)
            return std::unexpected(value.error());
        selector.m_requirements.push_back(
            {std::string(term.substr(0, isNegated ? equals - 1 : equals)), *value, !isNegated});
    }
    return selector;
}

std::string_view FieldSelector::requiredValue(std::string_view field) const
{
    for (const Requirement &requirement : m_requirements) {
        if (requirement.isEqual && requirement.field == field)
            return requirement.value;
    }
    return {};
}

bool FieldSelector::matches(const std::function<std::string(std::string_view)> &fieldOf) const
{
    return std::ranges::all_of(m_requirements, [&fieldOf](const Requirement &requirement) {
        return (fieldOf(requirement.field) == requirement.value) == requirement.isEqual;
    });
}

std::string FieldSelector::toString() const
{
    std::string text;
    for (const Requirement &requirement : m_requirements) {
        if (!text.empty())
            text += ',';
        text += std::format("{}{}{}", requirement.field,
                            requirement.isEqual ? "=" : "!=", escape(requirement.value));
    }
    return text;
}

} // namespace minato::kube
