// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/commands/jq/interpreter.h"

#include <algorithm>
#include <cmath>

namespace minato::shell::jq {
namespace {

constexpr double kMostItems = 10'000'000;

struct Bounds {
    std::size_t from = 0, to = 0;
};

/// Which items (or characters) a slice takes of `size`.
Bounds boundsOf(std::size_t size, const Value &from, const Value &to)
{
    const auto place = [size](const Value &bound, double otherwise, bool roundsUp) {
        if (bound.isNull())
            return otherwise;
        if (!bound.isNumber())
            fail("Start and end indices of an array slice must be numbers");
        const double number =
            bound.number() < 0 ? bound.number() + static_cast<double>(size) : bound.number();
        return std::clamp(roundsUp ? std::ceil(number) : std::floor(number), 0.0, static_cast<double>(size));
    };
    const double first = place(from, 0, false), last = place(to, static_cast<double>(size), true);
    return {static_cast<std::size_t>(first), static_cast<std::size_t>(std::max(first, last))};
}

bool isSliceKey(const Value &key)
{
    return key.isObject();
}

Value memberOf(const Value &key, std::string_view name)
{
    const Value *member = key.object().find(name);
    return member ? *member : Value();
}

Array indicesOf(const Array &items, const Array &wanted)
{
    Array found;
    for (std::size_t i = 0; !wanted.empty() && i + wanted.size() <= items.size(); ++i)
        if (std::equal(wanted.begin(), wanted.end(), items.begin() + static_cast<std::ptrdiff_t>(i)))
            found.emplace_back(i);
    return found;
}

Value setSlice(Value value, const Value &key, std::span<const Value> rest, const Value &what)
{
    const Value part = sliced(value, memberOf(key, "start"), memberOf(key, "end"));
    const Value next = setPath(part, rest, what);
    if (!next.isArray())
        fail("A slice of an array can only be assigned another array");
    Array &items = value.editItems();
    const Bounds bounds = boundsOf(items.size(), memberOf(key, "start"), memberOf(key, "end"));
    const auto begin = items.begin() + static_cast<std::ptrdiff_t>(bounds.from);
    const auto at = items.erase(begin, items.begin() + static_cast<std::ptrdiff_t>(bounds.to));
    items.insert(at, next.items().begin(), next.items().end());
    return value;
}

Value setItem(Value value, const Value &key, std::span<const Value> rest, const Value &what)
{
    Array &items = value.editItems();
    double number = std::floor(key.number());
    if (number < 0)
        number += static_cast<double>(items.size());
    if (number < 0)
        fail("Out of bounds negative array index");
    if (number > kMostItems)
        fail("Array index too large");
    const auto at = static_cast<std::size_t>(number);
    if (at >= items.size())
        items.resize(at + 1);
    items[at] = setPath(std::move(items[at]), rest, what);
    return value;
}

void deleteKeys(Value &value, const std::vector<Value> &keys)
{
    if (value.isNull())
        return;
    if (value.isObject()) {
        for (const Value &key : keys) {
            if (!key.isString())
                fail("Cannot delete field at object index of " + std::string(key.typeName()));
            value.editObject().erase(key.text());
        }
        return;
    }
    if (!value.isArray())
        fail("Cannot delete field at index of " + std::string(value.typeName()));
    std::vector<char> isGone(value.items().size(), 0);
    for (const Value &key : keys) {
        if (isSliceKey(key)) {
            const Bounds bounds = boundsOf(isGone.size(), memberOf(key, "start"), memberOf(key, "end"));
            std::fill(isGone.begin() + static_cast<std::ptrdiff_t>(bounds.from),
                      isGone.begin() + static_cast<std::ptrdiff_t>(bounds.to), 1);
            continue;
        }
        if (!key.isNumber())
            fail("Cannot delete field at array index of " + std::string(key.typeName()));
        const double number =
            key.number() < 0 ? key.number() + static_cast<double>(isGone.size()) : key.number();
        if (number >= 0 && number < static_cast<double>(isGone.size()))
            isGone[static_cast<std::size_t>(number)] = 1;
    }
    Array left;
    for (std::size_t i = 0; i < isGone.size(); ++i)
        if (isGone[i] == 0)
            left.push_back(value.items()[i]);
    value = Value(std::move(left));
}

} // namespace

Value indexed(const Value &target, const Value &key)
{
    if (target.isObject() && key.isString()) {
        const Value *member = target.object().find(key.text());
        return member ? *member : Value();
    }
    if (target.isArray() && key.isNumber()) {
        double number = std::floor(key.number());
        const auto size = static_cast<double>(target.items().size());
        number += number < 0 ? size : 0;
        return number >= 0 && number < size ? target.items()[static_cast<std::size_t>(number)] : Value();
    }
    if (target.isArray() && key.isArray())
        return {indicesOf(target.items(), key.items())};
    if (isSliceKey(key) && (target.isArray() || target.isString() || target.isNull()))
        return sliced(target, memberOf(key, "start"), memberOf(key, "end"));
    if (target.isNull() && (key.isString() || key.isNumber() || key.isNull()))
        return {};
    if (key.isString())
        fail("Cannot index " + std::string(target.typeName()) + " with string \"" + key.text() + "\"");
    fail("Cannot index " + std::string(target.typeName()) + " with " + std::string(key.typeName()));
}

Value sliced(const Value &target, const Value &from, const Value &to)
{
    if (target.isNull())
        return {};
    if (target.isArray()) {
        const Bounds bounds = boundsOf(target.items().size(), from, to);
        return {Array(target.items().begin() + static_cast<std::ptrdiff_t>(bounds.from),
                      target.items().begin() + static_cast<std::ptrdiff_t>(bounds.to))};
    }
    if (!target.isString())
        fail("Cannot index " + std::string(target.typeName()) + " with object");
    const std::string &text = target.text();
    std::vector<std::size_t> starts; // of characters
    for (std::size_t i = 0; i < text.size(); ++i)
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U)
            starts.push_back(i);
    const Bounds bounds = boundsOf(starts.size(), from, to);
    starts.push_back(text.size());
    return {text.substr(starts[bounds.from], starts[bounds.to] - starts[bounds.from])};
}

Value getPath(const Value &value, std::span<const Value> path)
{
    Value at = value;
    for (const Value &key : path) {
        if (at.isNull())
            return {};
        at = indexed(at, key);
    }
    return at;
}

Value setPath(Value value, std::span<const Value> path, const Value &what)
{
    if (path.empty())
        return what;
    const Value &key = path.front();
    const auto rest = path.subspan(1);
    if (key.isString() && (value.isNull() || value.isObject())) {
        Object &object = value.editObject();
        const Value *before = object.find(key.text());
        Value next = setPath(before ? *before : Value(), rest, what);
        value.editObject().set(key.text(), std::move(next));
        return value;
    }
    if (key.isNumber() && (value.isNull() || value.isArray()))
        return setItem(std::move(value), key, rest, what);
    if (isSliceKey(key) && (value.isNull() || value.isArray()))
        return setSlice(std::move(value), key, rest, what);
    (void)indexed(value, key); // says why not
    fail("Cannot update field at object index of " + std::string(value.typeName()));
}

Value deletePaths(Value value, std::vector<std::vector<Value>> paths)
{
    // Deepest and last first, so that what is gone moves nothing that is still to go. Keys of one place go together.
    std::ranges::sort(
        paths, [](const auto &a, const auto &b) { return compare(Value(Array(a)), Value(Array(b))) > 0; });
    for (std::size_t i = 0; i < paths.size();) {
        if (paths[i].empty())
            return {};
        const std::vector<Value> parent(paths[i].begin(), paths[i].end() - 1);
        std::vector<Value> keys;
        for (; i < paths.size() && paths[i].size() == parent.size() + 1 &&
               std::equal(parent.begin(), parent.end(), paths[i].begin());
             ++i)
            keys.push_back(paths[i].back());
        Value holder = getPath(value, parent);
        if (holder.isNull())
            continue;
        deleteKeys(holder, keys);
        value = setPath(std::move(value), parent, holder);
    }
    return value;
}

} // namespace minato::shell::jq
