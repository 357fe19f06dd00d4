// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/go_value.h"

namespace minato::kube {
namespace {

GoValue::Kind kindOf(const Value &value)
{
    switch (value.type()) {
    case Value::Type::Null:
        return GoValue::Kind::Invalid;
    case Value::Type::Bool:
        return GoValue::Kind::Bool;
    case Value::Type::Int:
        return GoValue::Kind::Int64;
    case Value::Type::Double:
        return GoValue::Kind::Float64;
    case Value::Type::String:
        return GoValue::Kind::String;
    case Value::Type::Array:
        return GoValue::Kind::Slice;
    case Value::Type::Map:
        return GoValue::Kind::Map;
    }
    return GoValue::Kind::Invalid;
}

} // namespace

GoValue GoValue::plain(const Value &value)
{
    return {kindOf(value), false, value};
}

GoValue GoValue::item(const Value &value)
{
    const Kind kind = kindOf(value);
    return {kind == Kind::Invalid ? Kind::Nil : kind, true, value};
}

GoValue GoValue::complex(double real, double imaginary)
{
    return {Kind::Complex128, false, Value::array({real, imaginary})};
}

GoValue GoValue::withoutInterface() const
{
    return {kind == Kind::Nil ? Kind::Invalid : kind, false, data};
}

bool GoValue::isTrue() const
{
    switch (kind) {
    case Kind::Invalid:
    case Kind::Nil:
        return false;
    case Kind::Bool:
        return data.asBool();
    case Kind::Int:
    case Kind::Int64:
    case Kind::Uint8:
        return data.asInt() != 0;
    case Kind::Float64:
        return data.asDouble() != 0;
    case Kind::Complex128:
        return data[0].asDouble() != 0 || data[1].asDouble() != 0;
    case Kind::String:
        return !data.asString().empty();
    case Kind::Slice:
    case Kind::Map:
        return data.size() > 0;
    }
    return false;
}

std::string_view GoValue::typeName() const
{
    switch (kind) {
    case Kind::Invalid:
    case Kind::Nil:
        return "<nil>";
    case Kind::Bool:
        return "bool";
    case Kind::Int:
        return "int";
    case Kind::Int64:
        return "int64";
    case Kind::Uint8:
        return "uint8";
    case Kind::Float64:
        return "float64";
    case Kind::Complex128:
        return "complex128";
    case Kind::String:
        return "string";
    case Kind::Slice:
        return "[]interface {}";
    case Kind::Map:
        return "map[string]interface {}";
    }
    return {};
}

std::string_view GoValue::staticTypeName() const
{
    return isInterface ? "interface {}" : typeName();
}

GoValue::Basic GoValue::basic() const
{
    switch (kind) {
    case Kind::Bool:
        return Basic::Bool;
    case Kind::Complex128:
        return Basic::Complex;
    case Kind::Int:
    case Kind::Int64:
    case Kind::Uint8:
        return Basic::Integer;
    case Kind::Float64:
        return Basic::Float;
    case Kind::String:
        return Basic::String;
    default:
        return Basic::None;
    }
}

} // namespace minato::kube
