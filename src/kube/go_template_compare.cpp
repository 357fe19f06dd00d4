// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/go_template_compare.h"

#include "kube/go_format.h"

#include <format>

namespace minato::kube::gotemplate {
namespace {

using Answer = std::expected<bool, std::string>;

using Basic = GoValue::Basic;

std::string printed(const GoValue &value, char32_t verb)
{
    GoPrinter printer(kMaxText);
    printer.printValue(value.withoutInterface(), verb);
    return printer.take();
}

/// Maps and lists compare with nothing but nil.
Answer equalComposites(const GoValue &left, const GoValue &right)
{
    if (!left.hasValue() || !right.hasValue())
        return left.hasValue() == right.hasValue();
    if (left.kind != right.kind) {
        return std::unexpected(std::format("non-comparable types {}: {}, {}: {}", printed(left, 's'),
                                           left.typeName(), right.typeName(), printed(right, 'v')));
    }
    return std::unexpected(std::format("non-comparable type {}: {}", printed(right, 's'), right.typeName()));
}

Answer equal(const GoValue &left, const GoValue &right)
{
    const Basic basic = left.basic();
    if (basic != right.basic()) {
        if (left.hasValue() && right.hasValue())
            return std::unexpected("incompatible types for comparison");
        return false;
    }
    switch (basic) {
    case Basic::Bool:
        return left.data.asBool() == right.data.asBool();
    case Basic::Complex:
        return left.data == right.data;
    case Basic::Integer:
        return left.data.asInt() == right.data.asInt();
    case Basic::Float:
        return left.data.asDouble() == right.data.asDouble();
    case Basic::String:
        return left.data.asString() == right.data.asString();
    case Basic::None:
        break;
    }
    return equalComposites(left, right);
}

Answer less(const GoValue &left, const GoValue &right)
{
    const Basic basic = left.basic();
    if (basic == Basic::None || right.basic() == Basic::None)
        return std::unexpected("invalid type for comparison");
    if (basic != right.basic())
        return std::unexpected("incompatible types for comparison");
    switch (basic) {
    case Basic::Integer:
        return left.data.asInt() < right.data.asInt();
    case Basic::Float:
        return left.data.asDouble() < right.data.asDouble();
    case Basic::String:
        return left.data.asString() < right.data.asString();
    default:
        return std::unexpected("invalid type for comparison");
    }
}

Answer lessOrEqual(const GoValue &left, const GoValue &right)
{
    const Answer isLower = less(left, right);
    return !isLower || *isLower ? isLower : equal(left, right);
}

Function::Result result(const Answer &answer, bool isInverse = false)
{
    if (!answer)
        return std::unexpected(answer.error());
    return GoValue::plain(*answer != isInverse);
}

} // namespace

Function::Result isEqual(Function::Arguments arguments)
{
    if (arguments.size() < 2)
        return std::unexpected("missing argument for comparison");
    for (const GoValue &other : arguments.subspan(1)) {
        const Answer answer = equal(arguments[0], other);
        if (!answer || *answer)
            return result(answer);
    }
    return GoValue::plain(false);
}

Function::Result isNotEqual(Function::Arguments arguments)
{
    return result(equal(arguments[0], arguments[1]), true);
}

Function::Result isLess(Function::Arguments arguments)
{
    return result(less(arguments[0], arguments[1]));
}

Function::Result isLessOrEqual(Function::Arguments arguments)
{
    return result(lessOrEqual(arguments[0], arguments[1]));
}

Function::Result isGreater(Function::Arguments arguments)
{
    return result(lessOrEqual(arguments[0], arguments[1]), true);
}

Function::Result isGreaterOrEqual(Function::Arguments arguments)
{
    return result(less(arguments[0], arguments[1]), true);
}

} // namespace minato::kube::gotemplate
