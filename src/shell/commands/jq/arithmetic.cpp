// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/commands/jq/interpreter.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace minato::shell::jq {
namespace {

constexpr std::size_t kMostText = 64U << 20U;

[[noreturn]] void refuse(const Value &a, const Value &b, std::string_view what)
{
    fail(described(a) + " and " + described(b) + " cannot be " + std::string(what));
}

Value merged(Value a, const Value &b, bool isDeep)
{
    for (const auto &[key, value] : b.object().members()) {
        const Value *before = a.object().find(key);
        const bool isBoth = isDeep && before && before->isObject() && value.isObject();
        Value next = isBoth ? merged(*before, value, true) : value;
        a.editObject().set(key, std::move(next));
    }
    return a;
}

Value add(const Value &a, const Value &b)
{
    if (a.isNull())
        return b;
    if (b.isNull())
        return a;
    if (a.isNumber() && b.isNumber())
        return {a.number() + b.number()};
    if (a.isString() && b.isString()) {
        if (a.text().size() + b.text().size() > kMostText)
            throw TooLong{};
        return {a.text() + b.text()};
    }
    if (a.isArray() && b.isArray()) {
        Value sum = a;
        Array &items = sum.editItems();
        items.insert(items.end(), b.items().begin(), b.items().end());
        return sum;
    }
    if (a.isObject() && b.isObject())
        return merged(a, b, false);
    refuse(a, b, "added");
}

Value subtract(const Value &a, const Value &b)
{
    if (a.isNumber() && b.isNumber())
        return {a.number() - b.number()};
    if (!a.isArray() || !b.isArray())
        refuse(a, b, "subtracted");
    Array left;
    for (const Value &item : a.items())
        if (!std::ranges::any_of(b.items(), [&](const Value &other) { return item == other; }))
            left.push_back(item);
    return {std::move(left)};
}

Value multiply(const Value &a, const Value &b)
{
    if (a.isNumber() && b.isNumber())
        return {a.number() * b.number()};
    if ((a.isString() && b.isNumber()) || (a.isNumber() && b.isString())) {
        const std::string &text = a.isString() ? a.text() : b.text();
        const double count = a.isString() ? b.number() : a.number();
        if (!(count > 0))
            return {};
        if (count * static_cast<double>(text.size()) > static_cast<double>(kMostText))
            throw TooLong{};
        std::string result;
        for (double i = 0; i < std::max(count, 1.0); ++i)
            result += text;
        return {std::move(result)};
    }
    if (a.isObject() && b.isObject())
        return merged(a, b, true);
    refuse(a, b, "multiplied");
}

Value split(const std::string &text, const std::string &separator)
{
    Array parts;
    for (std::size_t at = 0; !text.empty();) {
        if (separator.empty() && at == text.size())
            break;
        std::size_t end = separator.empty() ? at + 1 : text.find(separator, at);
        while (separator.empty() && end < text.size() &&
               (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
            ++end;
        parts.emplace_back(text.substr(at, std::min(end, text.size()) - at));
        if (end == std::string::npos)
            break;
        at = end + separator.size();
    }
    return {std::move(parts)};
}

Value divide(const Value &a, const Value &b)
{
    if (a.isString() && b.isString())
        return split(a.text(), b.text());
    if (!a.isNumber() || !b.isNumber())
        refuse(a, b, "divided");
    if (b.number() == 0)
        refuse(a, b, "divided because the divisor is zero");
    return {a.number() / b.number()};
}

std::int64_t whole(double number)
{
    if (std::isnan(number))
        return 0;
    return static_cast<std::int64_t>(std::clamp(number, -9.2e18, 9.2e18));
}

Value modulo(const Value &a, const Value &b)
{
    if (!a.isNumber() || !b.isNumber())
        refuse(a, b, "divided");
    if (std::isnan(a.number()) || std::isnan(b.number()))
        return {std::numeric_limits<double>::quiet_NaN()};
    const std::int64_t divisor = whole(b.number());
    if (divisor == 0)
        refuse(a, b, "divided because the divisor is zero");
    const std::int64_t size = divisor < 0 ? -divisor : divisor, number = whole(a.number());
    const std::int64_t rest = (number < 0 ? -number : number) % size;
    return {static_cast<double>(number < 0 ? -rest : rest)};
}

} // namespace

Value calculate(std::string_view op, const Value &a, const Value &b)
{
    switch (op.front()) {
    case '+':
        return add(a, b);
    case '-':
        return subtract(a, b);
    case '*':
        return multiply(a, b);
    case '/':
        return divide(a, b);
    default:
        return modulo(a, b);
    }
}

} // namespace minato::shell::jq
