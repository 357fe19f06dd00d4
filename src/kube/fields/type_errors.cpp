// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/fields/typed_merge.h"
#include "kube/go_quote.h"
#include "kube/go_text.h"
#include "kube/json.h"

#include <format>
#include <set>

namespace minato::kube {
namespace {

enum class Scalar : std::uint8_t { Untyped, Number, Text, Truth };

Scalar scalarOf(Form form)
{
    switch (form) {
    case Form::Bool:
        return Scalar::Truth;
    case Form::Int32:
    case Form::Int64:
    case Form::Float:
        return Scalar::Number;
    case Form::Quantity:
    case Form::IntOrString:
        return Scalar::Untyped;
    default:
        return Scalar::Text;
    }
}

std::string_view goType(const Value &value)
{
    return value.isString()   ? "string"
           : value.isBool()   ? "bool"
           : value.isInt()    ? "int64"
           : value.isDouble() ? "float64"
           : value.isArray()  ? "[]interface {}"
                              : "map[string]interface {}";
}

/// The value as %v prints upstream's wrapper of it.
std::string wrapped(const Value &value)
{
    return "&{" + goPrint(value) + "}";
}

/// The wrapper as %#v prints it; what is in a map or list is shortened.
std::string wrappedGo(const Value &value)
{
    std::string inside = value.isString()                   ? goQuote(value.asString())
                         : value.isArray() || value.isMap() ? std::string(goType(value)) + "{…}"
                                                            : toJson(value);
    return "&value.valueUnstructured{Value:" + inside + "}";
}

class Check {
public:
    void at(const FieldPlace &place, const Value &value, const std::string &path)
    {
        if (value.isNull())
            return;
        if (place.shape() == FieldPlace::Shape::Structure)
            structure(place, value, path);
        else if (const FieldType *type = place.type())
            typed(place, *type, value, path);
    }
    [[nodiscard]] std::vector<std::string> take() { return std::move(m_errors); }

private:
    void complain(const std::string &path, const std::string &what)
    {
        m_errors.push_back(path.empty() ? what : path + ": " + what);
    }

    void structure(const FieldPlace &place, const Value &value, const std::string &path)
    {
        if (!value.isMap())
            return complain(path, "expected map, got " + wrapped(value));
        for (const Member &member : value.members()) {
            const std::string inside = std::format("{}.{}", path, member.key());
            if (!place.field(member.key()))
                complain(inside, "field not declared in schema");
            else
                at(place.member(member.key()), member.value, inside);
        }
    }

    void typed(const FieldPlace &place, const FieldType &type, const Value &value, const std::string &path)
    {
        switch (type.form) {
        case Form::Structure:
            return structure(place, value, path);
        case Form::Map:
            return map(place, value, path);
        case Form::List:
            return list(place, value, path);
        case Form::FieldsV1:
        case Form::RawExtension:
            return;
        default:
            return scalar(scalarOf(type.form), value, path);
        }
    }

    void map(const FieldPlace &place, const Value &value, const std::string &path)
    {
        if (!value.isMap())
            return complain(path, "expected map, got " + wrapped(value));
        for (const Member &member : value.members())
            at(place.inner(), member.value, std::format("{}.{}", path, member.key()));
    }

    void list(const FieldPlace &place, const Value &value, const std::string &path)
    {
        if (!value.isArray())
            return complain(path, "expected list, got " + wrapped(value));
        std::set<std::string> seen;
        for (std::size_t i = 0; i < value.size(); ++i) {
            std::string step = std::format("[{}]", i);
            if (place.isList()) {
                const auto key = place.itemKey(value[i]);
                if (!key)
                    return complain(path, std::format("element {}: {}", i, key.error()));
                step = field_set::paths(field_set::ofPath({*key})).front();
                if (!seen.insert(*key).second)
                    complain(path, "duplicate entries for key " + step);
            }
            at(place.inner(), value[i], path + step);
        }
    }

    void scalar(Scalar kind, const Value &value, const std::string &path)
    {
        const bool isScalar = value.isString() || value.isNumber() || value.isBool();
        if (kind == Scalar::Number && !value.isNumber())
            complain(path, std::format("expected numeric (int or float), got {}", goType(value)));
        else if (kind == Scalar::Text && !value.isString())
            complain(path, "expected string, got " + wrappedGo(value));
        else if (kind == Scalar::Truth && !value.isBool())
            complain(path, "expected boolean, got " + wrapped(value));
        else if (kind == Scalar::Untyped && !isScalar)
            complain(path, "expected any scalar, got " + wrapped(value));
    }

    std::vector<std::string> m_errors;
};

} // namespace

std::vector<std::string> typeErrors(const FieldPlace &place, const Value &value)
{
    Check check;
    check.at(place, value, {});
    return check.take();
}

} // namespace minato::kube
