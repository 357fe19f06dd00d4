// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/flags.h"

#include "base/assert.h"
#include "kube/duration.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace minato::shell::kubectl {
namespace {

/// Go's strconv.ParseBool.
std::optional<bool> parseBool(std::string_view text)
{
    static constexpr std::array<std::string_view, 6> yes{"1", "t", "T", "true", "TRUE", "True"};
    static constexpr std::array<std::string_view, 6> no{"0", "f", "F", "false", "FALSE", "False"};
    if (std::ranges::contains(yes, text))
        return true;
    if (std::ranges::contains(no, text))
        return false;
    return std::nullopt;
}

std::expected<std::int64_t, std::string> parseInt(std::string_view text)
{
    const std::string quoted = "strconv.ParseInt: parsing \"" + std::string(text) + "\": ";
    std::string_view digits = text;
    int base = 10;
    const bool isNegative = digits.starts_with('-');
    if (isNegative || digits.starts_with('+'))
        digits.remove_prefix(1);
    if (digits.starts_with("0x") || digits.starts_with("0X")) {
        base = 16;
        digits.remove_prefix(2);
    } else if (digits.size() > 1 && digits.starts_with('0')) {
        base = 8;
    }
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
    if (digits.empty() || digits.front() == '-' || end != digits.data() + digits.size() ||
        error == std::errc::invalid_argument)
        return std::unexpected(quoted + "invalid syntax");
    if (error == std::errc::result_out_of_range)
        return std::unexpected(quoted + "value out of range");
    return isNegative ? -value : value;
}

std::string title(const FlagSpec &spec)
{
    const std::string name = "--" + std::string(spec.name);
    return spec.shorthand ? std::string("-") + spec.shorthand + ", " + name : name;
}

std::vector<std::string> splitCommas(std::string_view text)
{
    std::vector<std::string> items;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        items.emplace_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return items;
}

} // namespace

const FlagSpec *findFlag(std::span<const FlagSpecs> groups, std::string_view name)
{
    for (const FlagSpecs group : groups)
        for (const FlagSpec &spec : group)
            if (spec.name == name)
                return &spec;
    return nullptr;
}

const FlagSpec *findShorthand(std::span<const FlagSpecs> groups, char letter)
{
    for (const FlagSpecs group : groups)
        for (const FlagSpec &spec : group)
            if (spec.shorthand == letter)
                return &spec;
    return nullptr;
}

std::expected<void, std::string> Flags::set(const FlagSpec &spec, std::string_view value)
{
    const auto invalid = [&](const std::string &why) {
        return std::unexpected("invalid argument \"" + std::string(value) + "\" for \"" + title(spec) +
                               "\" flag: " + why);
    };
    Value &slot = m_values[std::string(spec.name)];
    slot.text = value;
    if (spec.type == FlagType::Bool) {
        const auto flag = parseBool(value);
        if (!flag)
            return invalid("strconv.ParseBool: parsing \"" + std::string(value) + "\": invalid syntax");
        slot.text = *flag ? "true" : "false";
    } else if (spec.type == FlagType::Int || spec.type == FlagType::Int32) {
        const auto number = parseInt(value);
        if (!number)
            return invalid(number.error());
        if (spec.type == FlagType::Int32 && *number != static_cast<std::int32_t>(*number))
            return invalid("strconv.ParseInt: parsing \"" + std::string(value) + "\": value out of range");
        slot.text = std::to_string(*number);
    } else if (spec.type == FlagType::Duration) {
        const auto duration = kube::parseGoDuration(value);
        if (!duration)
            return invalid(duration.error());
    } else if (spec.type == FlagType::List) {
        if (!m_given.contains(spec.name))
            slot.items.clear();
        for (std::string &item : value.empty() ? std::vector<std::string>() : splitCommas(value))
            slot.items.push_back(std::move(item));
    } else if (spec.type == FlagType::Array) {
        if (!m_given.contains(spec.name))
            slot.items.clear();
        slot.items.emplace_back(value);
    }
    m_given.emplace(spec.name);
    m_order.emplace_back(spec.name, value);
    return {};
}

std::expected<Flags, std::string> Flags::parse(std::span<const FlagSpecs> groups,
                                               std::span<const std::string> words)
{
    Flags flags;
    for (const FlagSpecs group : groups)
        for (const FlagSpec &spec : group)
            flags.m_values[std::string(spec.name)].text = spec.standard;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const std::string &word = words[at];
        if (word.size() < 2 || word.front() != '-') {
            flags.m_arguments.push_back(word);
            continue;
        }
        if (word == "--") {
            flags.m_beforeDashes = flags.m_arguments.size();
            flags.m_arguments.insert(flags.m_arguments.end(),
                                     words.begin() + static_cast<std::ptrdiff_t>(at) + 1, words.end());
            break;
        }
        if (word.starts_with("--")) {
            const std::size_t equals = std::min(word.find('='), word.size());
            const std::string name = word.substr(2, equals - 2);
            if (name.empty() || name.front() == '-')
                return std::unexpected("bad flag syntax: " + word);
            const FlagSpec *spec = findFlag(groups, name);
            if (!spec)
                return std::unexpected("unknown flag: --" + name);
            std::expected<void, std::string> done;
            if (equals < word.size())
                done = flags.set(*spec, std::string_view(word).substr(equals + 1));
            else if (!spec->bare.empty() || spec->type == FlagType::Bool)
                done = flags.set(*spec, spec->bare.empty() ? "true" : spec->bare);
            else if (at + 1 < words.size())
                done = flags.set(*spec, words[++at]);
            else
                return std::unexpected("flag needs an argument: --" + name);
            if (!done)
                return std::unexpected(done.error());
            continue;
        }
        // A cluster of shorthands: -Aw, -oyaml, -n=x
        for (std::size_t i = 1; i < word.size(); ++i) {
            const FlagSpec *spec = findShorthand(groups, word[i]);
            if (!spec)
                return std::unexpected(std::string("unknown shorthand flag: '") + word[i] + "' in -" +
                                       word.substr(i));
            std::expected<void, std::string> done;
            bool isLast = true;
            if (i + 1 < word.size() && word[i + 1] == '=') {
                done = flags.set(*spec, std::string_view(word).substr(i + 2));
            } else if (!spec->bare.empty() || spec->type == FlagType::Bool) {
                done = flags.set(*spec, spec->bare.empty() ? "true" : spec->bare);
                isLast = false;
            } else if (i + 1 < word.size()) {
                done = flags.set(*spec, std::string_view(word).substr(i + 1));
            } else if (at + 1 < words.size()) {
                done = flags.set(*spec, words[++at]);
            } else {
                return std::unexpected(std::string("flag needs an argument: '") + word[i] + "' in -" +
                                       word.substr(i));
            }
            if (!done)
                return std::unexpected(done.error());
            if (isLast)
                break;
        }
    }
    return flags;
}

const std::string &Flags::text(std::string_view name) const
{
    const auto found = m_values.find(name);
    MINATO_ASSERT(found != m_values.end()); // a command may ask only for flags that it lists
    return found->second.text;
}

std::int64_t Flags::number(std::string_view name) const
{
    return parseInt(text(name)).value_or(0);
}

const std::vector<std::string> &Flags::list(std::string_view name) const
{
    const auto found = m_values.find(name);
    MINATO_ASSERT(found != m_values.end());
    return found->second.items;
}

} // namespace minato::shell::kubectl
