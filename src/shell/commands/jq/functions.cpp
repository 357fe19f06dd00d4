// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Functions of values: collections and types. Those of texts and numbers are in files of their own.
#include "shell/commands/jq/functions.h"

#include "shell/commands/jq/json_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace minato::shell::jq {
namespace {

using Arguments = std::span<const Value>;

Value length(Interpreter &, const Value &in, Arguments)
{
    switch (in.type()) {
    case Value::Type::Null:
        return {0.0};
    case Value::Type::Number:
        return {std::abs(in.number())};
    case Value::Type::String:
        return {characterCount(in.text())};
    case Value::Type::List:
        return {in.items().size()};
    case Value::Type::Map:
        return {in.object().size()};
    default:
        fail(described(in) + " has no length");
    }
}

Value logicalNot(Interpreter &, const Value &in, Arguments)
{
    return {!in.isTrue()};
}

Value type(Interpreter &, const Value &in, Arguments)
{
    return {std::string(in.typeName())};
}

Value keysOf(const Value &in, bool isSorted)
{
    Array keys;
    if (in.isArray()) {
        for (std::size_t i = 0; i < in.items().size(); ++i)
            keys.emplace_back(i);
    } else if (in.isObject() && isSorted) {
        for (std::string &key : in.object().sortedKeys())
            keys.emplace_back(std::move(key));
    } else if (in.isObject()) {
        for (const auto &[key, value] : in.object().members())
            keys.emplace_back(key);
    } else {
        fail(described(in) + " has no keys");
    }
    return {std::move(keys)};
}

Value keys(Interpreter &, const Value &in, Arguments)
{
    return keysOf(in, true);
}

Value keysUnsorted(Interpreter &, const Value &in, Arguments)
{
    return keysOf(in, false);
}

Value has(Interpreter &, const Value &in, Arguments arguments)
{
    const Value &key = arguments[0];
    if (in.isObject() && key.isString())
        return {in.object().find(key.text()) != nullptr};
    if (in.isArray() && key.isNumber())
        return {key.number() >= 0 && key.number() < static_cast<double>(in.items().size())};
    fail("Cannot check whether " + std::string(in.typeName()) + " has a " +
         std::string(key.isString() ? "string" : key.typeName()) + " key");
}

bool containsAll(const Value &a, const Value &b)
{
    if (a.typeName() != b.typeName())
        fail(described(a) + " and " + described(b) + " cannot have their containment checked");
    const auto isSimilar = [](const Value &x, const Value &y) {
        return x.typeName() == y.typeName() && containsAll(x, y);
    };
    if (a.isObject())
        return std::ranges::all_of(b.object().members(), [&](const Object::Member &member) {
            const Value *mine = a.object().find(member.first);
            return mine && isSimilar(*mine, member.second);
        });
    if (a.isArray())
        return std::ranges::all_of(b.items(), [&](const Value &wanted) {
            return std::ranges::any_of(a.items(), [&](const Value &item) { return isSimilar(item, wanted); });
        });
    if (a.isString())
        return a.text().contains(b.text());
    return a == b;
}

Value contains(Interpreter &, const Value &in, Arguments arguments)
{
    return {containsAll(in, arguments[0])};
}

Value add(Interpreter &, const Value &in, Arguments)
{
    Value sum;
    if (in.isArray()) {
        for (const Value &item : in.items())
            sum = calculate("+", std::exchange(sum, {}), item);
    } else if (in.isObject()) {
        for (const auto &[key, value] : in.object().members())
            sum = calculate("+", std::exchange(sum, {}), value);
    } else {
        fail("Cannot iterate over " + described(in));
    }
    return sum;
}

Array sorted(const Value &in)
{
    if (!in.isArray())
        fail(described(in) + " cannot be sorted, as it is not an array");
    Array items = in.items();
    std::ranges::stable_sort(items, [](const Value &a, const Value &b) { return compare(a, b) < 0; });
    return items;
}

Value sort(Interpreter &, const Value &in, Arguments)
{
    return {sorted(in)};
}

Value unique(Interpreter &, const Value &in, Arguments)
{
    Array items = sorted(in), result;
    for (Value &item : items)
        if (result.empty() || compare(result.back(), item) != 0)
            result.push_back(std::move(item));
    return {std::move(result)};
}

Value extreme(const Value &in, bool isMax)
{
    if (!in.isArray())
        fail(described(in) + " cannot be sorted, as it is not an array");
    const Value *best = nullptr;
    for (const Value &item : in.items())
        if (!best || (isMax ? compare(item, *best) >= 0 : compare(item, *best) < 0))
            best = &item;
    return best ? *best : Value();
}

Value smallest(Interpreter &, const Value &in, Arguments)
{
    return extreme(in, false);
}

Value largest(Interpreter &, const Value &in, Arguments)
{
    return extreme(in, true);
}

Value reverse(Interpreter &, const Value &in, Arguments)
{
    if (in.isNull())
        return {Array()};
    if (in.isString()) {
        std::string text;
        for (const Value &character : characters(in.text()))
            text.insert(0, character.text());
        return {std::move(text)};
    }
    if (!in.isArray())
        fail("Cannot reverse " + described(in));
    Array items = in.items();
    std::ranges::reverse(items);
    return {std::move(items)};
}

void flattenInto(Array &result, const Array &items, double depth)
{
    for (const Value &item : items) {
        if (item.isArray() && depth > 0)
            flattenInto(result, item.items(), depth - 1);
        else
            result.push_back(item);
    }
}

Value flatten(Interpreter &, const Value &in, Arguments arguments)
{
    const double depth = arguments.empty() ? 1e9 : arguments[0].isNumber() ? arguments[0].number() : -1;
    if (depth < 0)
        fail("flatten depth must not be negative");
    Array result;
    if (in.isObject()) {
        Array members;
        for (const auto &[key, value] : in.object().members())
            members.push_back(value);
        flattenInto(result, members, depth);
    } else if (in.isArray()) {
        flattenInto(result, in.items(), depth);
    } else {
        fail("Cannot iterate over " + described(in));
    }
    return {std::move(result)};
}

Value setpath(Interpreter &, const Value &in, Arguments arguments)
{
    if (!arguments[0].isArray())
        fail("Path must be specified as an array");
    return setPath(in, arguments[0].items(), arguments[1]);
}

Value delpaths(Interpreter &, const Value &in, Arguments arguments)
{
    if (!arguments[0].isArray())
        fail("Paths must be specified as an array");
    std::vector<std::vector<Value>> paths;
    for (const Value &path : arguments[0].items()) {
        if (!path.isArray())
            fail("Path must be specified as an array");
        paths.push_back(path.items());
    }
    return deletePaths(in, std::move(paths));
}

Value indices(Interpreter &, const Value &in, Arguments arguments)
{
    if (in.isNull())
        return {};
    if (in.isString() && arguments[0].isString()) {
        Array found;
        const std::string &wanted = arguments[0].text();
        for (std::size_t at = 0; !wanted.empty() && (at = in.text().find(wanted, at)) != std::string::npos;
             ++at)
            found.emplace_back(characterCount(std::string_view(in.text()).substr(0, at)));
        return {std::move(found)};
    }
    if (in.isArray())
        return indexed(in, arguments[0].isArray() ? arguments[0] : Value(Array{arguments[0]}));
    return indexed(in, arguments[0]);
}

Value index(Interpreter &interpreter, const Value &in, Arguments arguments)
{
    const Value all = indices(interpreter, in, arguments);
    return all.isArray() && !all.items().empty() ? all.items().front() : Value();
}

Value rindex(Interpreter &interpreter, const Value &in, Arguments arguments)
{
    const Value all = indices(interpreter, in, arguments);
    return all.isArray() && !all.items().empty() ? all.items().back() : Value();
}

Value tojson(Interpreter &, const Value &in, Arguments)
{
    return {toText(in)};
}

Value fromjson(Interpreter &, const Value &in, Arguments)
{
    if (!in.isString())
        fail(described(in) + " only strings can be parsed");
    JsonReader reader(in.text());
    try {
        Value value = reader.next().value_or(Value());
        if (reader.next())
            fail("Unexpected extra JSON values");
        return value;
    } catch (const Error &error) {
        fail(plainText(error.value) + " (while parsing '" + in.text() + "')");
    }
}

Value tostring(Interpreter &, const Value &in, Arguments)
{
    return {plainText(in)};
}

Value errorWith(Interpreter &, const Value &, Arguments arguments)
{
    throw Error{arguments[0]};
}

constexpr std::array kCollections{FunctionEntry{"length", 0, length},
                                  FunctionEntry{"not", 0, logicalNot},
                                  FunctionEntry{"type", 0, type},
                                  FunctionEntry{"keys", 0, keys},
                                  FunctionEntry{"keys_unsorted", 0, keysUnsorted},
                                  FunctionEntry{"has", 1, has},
                                  FunctionEntry{"contains", 1, contains},
                                  FunctionEntry{"add", 0, add},
                                  FunctionEntry{"sort", 0, sort},
                                  FunctionEntry{"unique", 0, unique},
                                  FunctionEntry{"min", 0, smallest},
                                  FunctionEntry{"max", 0, largest},
                                  FunctionEntry{"reverse", 0, reverse},
                                  FunctionEntry{"flatten", 0, flatten},
                                  FunctionEntry{"flatten", 1, flatten},
                                  FunctionEntry{"setpath", 2, setpath},
                                  FunctionEntry{"delpaths", 1, delpaths},
                                  FunctionEntry{"indices", 1, indices},
                                  FunctionEntry{"index", 1, index},
                                  FunctionEntry{"rindex", 1, rindex},
                                  FunctionEntry{"tojson", 0, tojson},
                                  FunctionEntry{"fromjson", 0, fromjson},
                                  FunctionEntry{"tostring", 0, tostring},
                                  FunctionEntry{"error", 1, errorWith}};

} // namespace

ValueFunction findValueFunction(std::string_view name, std::size_t arity)
{
    for (const std::span<const FunctionEntry> table :
         {std::span<const FunctionEntry>(kCollections), textFunctions(), numberFunctions()}) {
        const auto known = std::ranges::find_if(
            table, [&](const FunctionEntry &entry) { return entry.name == name && entry.arity == arity; });
        if (known != table.end())
            return known->function;
    }
    return nullptr;
}

} // namespace minato::shell::jq
