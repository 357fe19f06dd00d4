// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/yaml_scalar.h"

#include "kube/go_number.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <optional>
#include <string>

namespace minato::kube {
namespace {

struct Word {
    std::string_view text;
    YamlType type;
    bool isTrue = false;
    double number = 0;
};

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

constexpr std::array kWords{
    Word{"y", YamlType::Bool, true},
    Word{"Y", YamlType::Bool, true},
    Word{"yes", YamlType::Bool, true},
    Word{"Yes", YamlType::Bool, true},
    Word{"YES", YamlType::Bool, true},
    Word{"true", YamlType::Bool, true},
    Word{"True", YamlType::Bool, true},
    Word{"TRUE", YamlType::Bool, true},
    Word{"on", YamlType::Bool, true},
    Word{"On", YamlType::Bool, true},
    Word{"ON", YamlType::Bool, true},
    Word{"n", YamlType::Bool},
    Word{"N", YamlType::Bool},
    Word{"no", YamlType::Bool},
    Word{"No", YamlType::Bool},
    Word{"NO", YamlType::Bool},
    Word{"false", YamlType::Bool},
    Word{"False", YamlType::Bool},
    Word{"FALSE", YamlType::Bool},
    Word{"off", YamlType::Bool},
    Word{"Off", YamlType::Bool},
    Word{"OFF", YamlType::Bool},
    Word{"", YamlType::Null},
    Word{"~", YamlType::Null},
    Word{"null", YamlType::Null},
    Word{"Null", YamlType::Null},
    Word{"NULL", YamlType::Null},
    Word{".nan", YamlType::Float, false, kNaN},
    Word{".NaN", YamlType::Float, false, kNaN},
    Word{".NAN", YamlType::Float, false, kNaN},
    Word{".inf", YamlType::Float, false, kInfinity},
    Word{".Inf", YamlType::Float, false, kInfinity},
    Word{".INF", YamlType::Float, false, kInfinity},
    Word{"+.inf", YamlType::Float, false, kInfinity},
    Word{"+.Inf", YamlType::Float, false, kInfinity},
    Word{"+.INF", YamlType::Float, false, kInfinity},
    Word{"-.inf", YamlType::Float, false, -kInfinity},
    Word{"-.Inf", YamlType::Float, false, -kInfinity},
    Word{"-.INF", YamlType::Float, false, -kInfinity},
};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Takes up to `most` digits; nullopt when there is none.
std::optional<int> takeNumber(std::string_view &rest, std::size_t most)
{
    std::size_t length = 0;
    while (length < std::min(most, rest.size()) && isDigit(rest[length]))
        ++length;
    if (length == 0)
        return std::nullopt;
    int number = 0;
    std::from_chars(rest.data(), rest.data() + length, number);
    rest.remove_prefix(length);
    return number;
}

bool takeCharacter(std::string_view &rest, char c)
{
    if (!rest.starts_with(c))
        return false;
    rest.remove_prefix(1);
    return true;
}

bool takeDate(std::string_view &rest)
{
    const auto year = takeNumber(rest, 4);
    if (!takeCharacter(rest, '-'))
        return false;
    const auto month = takeNumber(rest, 2);
    if (!month || *month < 1 || *month > 12 || !takeCharacter(rest, '-'))
        return false;
    const auto day = takeNumber(rest, 2);
    const bool isLeap = *year % 4 == 0 && (*year % 100 != 0 || *year % 400 == 0);
    constexpr std::array kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const int days = *month == 2 && isLeap ? 29 : kDays[static_cast<std::size_t>(*month - 1)];
    return day && *day >= 1 && *day <= days;
}

bool takeTime(std::string_view &rest)
{
    const auto hour = takeNumber(rest, 2);
    if (!hour || *hour > 23 || !takeCharacter(rest, ':'))
        return false;
    const auto minute = takeNumber(rest, 2);
    if (!minute || *minute > 59 || !takeCharacter(rest, ':'))
        return false;
    const auto second = takeNumber(rest, 2);
    if (!second || *second > 59)
        return false;
    const bool hasFraction = rest.size() > 1 && (rest[0] == '.' || rest[0] == ',') && isDigit(rest[1]);
    if (hasFraction)
        rest.remove_prefix(std::min(rest.find_first_not_of("0123456789", 1), rest.size()));
    return true;
}

bool takeZone(std::string_view &rest)
{
    if (takeCharacter(rest, 'Z'))
        return true;
    const bool hasSign = takeCharacter(rest, '+') || takeCharacter(rest, '-');
    if (!hasSign || rest.size() < 5 || rest[2] != ':')
        return false;
    const auto hours = takeNumber(rest, 2);
    takeCharacter(rest, ':');
    const std::size_t before = rest.size();
    const auto minutes = takeNumber(rest, 2);
    return hours && *hours <= 24 && minutes && *minutes <= 60 && before - rest.size() == 2;
}

/// The four layouts that upstream hands to Go's time.Parse, with its leniencies.
bool isTimestamp(std::string_view text)
{
    if (text.size() < 5 || text[4] != '-' || !std::ranges::all_of(text.substr(0, 4), isDigit) ||
        !takeDate(text))
        return false;
    if (text.empty())
        return true;
    if (takeCharacter(text, 'T') || takeCharacter(text, 't'))
        return takeTime(text) && takeZone(text) && text.empty();
    if (!text.starts_with(' '))
        return false;
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    return takeTime(text) && text.empty();
}

/// What Go's ParseInt or ParseUint reads with base 0.
std::optional<Value> parseInteger(std::string_view text)
{
    if (const auto number = goParseInt(text))
        return Value(*number);
    if (const auto number = goParseUint(text))
        return Value(static_cast<double>(*number));
    return std::nullopt;
}

/// [-+]? (.digits | digits[.digits]) ([eE][-+]?digits)?
bool looksLikeFloat(std::string_view text)
{
    if (text.starts_with('-') || text.starts_with('+'))
        text.remove_prefix(1);
    const auto takeDigits = [&text] {
        const std::size_t count = std::min(text.find_first_not_of("0123456789"), text.size());
        text.remove_prefix(count);
        return count > 0;
    };
    const bool hasWhole = takeDigits();
    const bool hasPoint = takeCharacter(text, '.');
    const bool hasFraction = hasPoint && takeDigits();
    if (!hasWhole && !hasFraction)
        return false;
    if (takeCharacter(text, 'e') || takeCharacter(text, 'E')) {
        if (text.starts_with('-') || text.starts_with('+'))
            text.remove_prefix(1);
        if (!takeDigits())
            return false;
    }
    return text.empty();
}

std::optional<YamlScalar> resolveNumber(std::string_view text)
{
    if (text.starts_with('.')) {
        const auto number = looksLikeFloat(text) ? goParseFloat(text) : std::nullopt;
        return number ? std::optional(YamlScalar{YamlType::Float, *number}) : std::nullopt;
    }
    if (isTimestamp(text))
        return YamlScalar{YamlType::Timestamp, text};
    std::string plain(text);
    std::erase(plain, '_');
    if (auto integer = parseInteger(plain))
        return YamlScalar{YamlType::Int, *std::move(integer)};
    if (const auto number = looksLikeFloat(plain) ? goParseFloat(plain) : std::nullopt)
        return YamlScalar{YamlType::Float, *number};
    return std::nullopt;
}

} // namespace

YamlScalar resolveYamlScalar(std::string_view text)
{
    const auto word = std::ranges::find(kWords, text, &Word::text);
    if (word != kWords.end()) {
        switch (word->type) {
        case YamlType::Null:
            return {YamlType::Null, Value()};
        case YamlType::Bool:
            return {YamlType::Bool, word->isTrue};
        default:
            return {YamlType::Float, word->number};
        }
    }
    const char first = text.front();
    if (isDigit(first) || first == '+' || first == '-' || first == '.') {
        if (auto number = resolveNumber(text))
            return *std::move(number);
    }
    return {YamlType::String, text};
}

bool isBase60(std::string_view text)
{
    if (text.starts_with('-') || text.starts_with('+'))
        text.remove_prefix(1);
    if (text.empty() || !isDigit(text.front()))
        return false;
    text.remove_prefix(std::min(text.find_first_not_of("0123456789_"), text.size()));
    int groups = 0;
    for (; takeCharacter(text, ':'); ++groups) {
        const bool hasTens = text.size() > 1 && text[0] >= '0' && text[0] <= '5' && isDigit(text[1]);
        if (text.empty() || !isDigit(text.front()))
            return false;
        text.remove_prefix(hasTens ? 2 : 1);
    }
    if (groups == 0)
        return false;
    if (takeCharacter(text, '.'))
        text.remove_prefix(std::min(text.find_first_not_of("0123456789_"), text.size()));
    return text.empty();
}

} // namespace minato::kube
