// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Functions whose arguments are filters, or that pass paths on.
#include "shell/commands/jq/interpreter.h"
#include "shell/commands/jq/json_text.h"
#include "shell/commands/jq/regex_functions.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace minato::shell::jq {

/// Reaches what stops the results of a filter.
struct FilterFunctions {
    using BreakOut = Interpreter::BreakOut;

    /// The results until `use` says that it has enough.
    static void until(Interpreter &interpreter, const Node &node, const ScopePtr &scope, Item in,
                      const std::function<bool(Item)> &use)
    {
        const std::size_t number = interpreter.newLabel();
        try {
            interpreter.eval(node, scope, std::move(in), [&](Item item) {
                if (use(std::move(item)))
                    throw BreakOut{number};
            });
        } catch (const BreakOut &out) {
            if (out.label != number)
                throw;
        }
    }
};

namespace {

using Keyed = std::pair<Value, Value>; ///< what it is sorted by, the item

std::vector<Keyed> keyed(Interpreter &interpreter, const Node &call, const ScopePtr &scope, const Value &in)
{
    if (!in.isArray())
        fail(described(in) + " cannot be sorted, as it is not an array");
    std::vector<Keyed> result;
    for (const Value &item : in.items()) {
        Array key;
        interpreter.values(*call.children[0], scope, item,
                           [&](Value value) { key.push_back(std::move(value)); });
        result.emplace_back(Value(std::move(key)), item);
    }
    return result;
}

void sortByKey(std::vector<Keyed> &items)
{
    std::ranges::stable_sort(items,
                             [](const Keyed &a, const Keyed &b) { return compare(a.first, b.first) < 0; });
}

void callEmpty(Interpreter &, const Node &, const ScopePtr &, Item, Emit) {}

void callError(Interpreter &, const Node &, const ScopePtr &, Item in, Emit)
{
    throw Error{std::move(in.value)};
}

void callPath(Interpreter &interpreter, const Node &call, const ScopePtr &scope, Item in, Emit emit)
{
    for (auto &path : interpreter.paths(*call.children[0], scope, in.value))
        emit(made(Value(Array(std::move(path))), in));
}

void callGetpath(Interpreter &interpreter, const Node &call, const ScopePtr &scope, Item in, Emit emit)
{
    interpreter.values(*call.children[0], scope, in.value, [&](const Value &path) {
        if (!path.isArray())
            fail("Path must be specified as an array");
        Item item = in;
        for (const Value &key : path.items())
            item = found(item.value.isNull() ? Value() : indexed(item.value, key), item, key);
        emit(std::move(item));
    });
}

void callFirst(Interpreter &interpreter, const Node &call, const ScopePtr &scope, Item in, Emit emit)
{
    std::optional<Item> first;
    FilterFunctions::until(interpreter, *call.children[0], scope, std::move(in), [&](Item item) {
        first = std::move(item);
        return true;
    });
    if (first)
        emit(std::move(*first));
}

void callLimit(Interpreter &interpreter, const Node &call, const ScopePtr &scope, Item in, Emit emit)
{
    interpreter.values(*call.children[0], scope, in.value, [&](const Value &count) {
        double left = count.isNumber() ? count.number() : 0;
        if (left <= 0)
            return;
        FilterFunctions::until(interpreter, *call.children[1], scope, in, [&](Item item) {
            --left;
            emit(std::move(item));
            return left <= 0;
        });
    });
}

void callIsempty(Interpreter &interpreter, const Node &call, const ScopePtr &scope, Item in, Emit emit)
{
    bool isEmpty = true;
    FilterFunctions::until(interpreter, *call.children[0], scope, in, [&](const Item &) {
        isEmpty = false;
        return true;
    });
    emit(made(Value(isEmpty), in));
}

void callRange(Interpreter &interpreter, const Node &call, const ScopePtr &scope, Item in, Emit emit)
{
    const auto number = [](const Value &value) {
        if (!value.isNumber())
            fail("Range bounds must be numeric");
        return value.number();
    };
    interpreter.values(*call.children[0], scope, in.value, [&](const Value &from) {
        interpreter.values(*call.children[1], scope, in.value, [&](const Value &to) {
            const auto run = [&](double step) {
                const double first = number(from), last = number(to);
                for (double i = first; step > 0 ? i < last : step < 0 && i > last; i += step) {
                    interpreter.countSteps(1);
                    emit(made(Value(i), in));
                }
            };
            if (call.children.size() < 3)
                return run(1);
            interpreter.values(*call.children[2], scope, in.value,
                               [&](const Value &step) { run(number(step)); });
        });
    });
}

void callWhile(Interpreter &interpreter, const Node &call, const ScopePtr &scope, Item in, Emit emit)
{
    std::vector<Item> states{std::move(in)};
    while (!states.empty()) {
        Item state = std::move(states.back());
        states.pop_back();
        bool goesOn = false;
        interpreter.values(*call.children[0], scope, state.value,
                           [&](const Value &test) { goesOn = test.isTrue(); });
        if (!goesOn)
            continue;
        emit(state);
        std::vector<Item> next;
        interpreter.eval(*call.children[1], scope, std::move(state),
                         [&](Item item) { next.push_back(std::move(item)); });
        states.insert(states.end(), next.rbegin(), next.rend());
    }
}

void callUntil(Interpreter &interpreter, const Node &call, const ScopePtr &scope, Item in, Emit emit)
{
    std::vector<Item> states{std::move(in)};
    while (!states.empty()) {
        Item state = std::move(states.back());
        states.pop_back();
        bool isDone = false;
        interpreter.values(*call.children[0], scope, state.value,
                           [&](const Value &test) { isDone = test.isTrue(); });
        if (isDone) {
            emit(std::move(state));
            continue;
        }
        std::vector<Item> next;
        interpreter.eval(*call.children[1], scope, std::move(state),
                         [&](Item item) { next.push_back(std::move(item)); });
        states.insert(states.end(), next.rbegin(), next.rend());
    }
}

void callRepeat(Interpreter &interpreter, const Node &call, const ScopePtr &scope, Item in, Emit emit)
{
    std::vector<Item> states{std::move(in)};
    while (!states.empty()) {
        Item state = std::move(states.back());
        states.pop_back();
        emit(state);
        std::vector<Item> next;
        interpreter.eval(*call.children[0], scope, std::move(state),
                         [&](Item item) { next.push_back(std::move(item)); });
        states.insert(states.end(), next.rbegin(), next.rend());
    }
}

void callSortBy(Interpreter &interpreter, const Node &call, const ScopePtr &scope, Item in, Emit emit)
{
    auto items = keyed(interpreter, call, scope, in.value);
    sortByKey(items);
    Array sorted;
    for (Keyed &item : items)
        sorted.push_back(std::move(item.second));
    emit(made(Value(std::move(sorted)), in));
}

/// group_by; unique_by takes the first of each group.
Array groups(Interpreter &interpreter, const Node &call, const ScopePtr &scope, const Value &in)
{
    auto items = keyed(interpreter, call, scope, in);
    sortByKey(items);
    Array result;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i == 0 || compare(items[i - 1].first, items[i].first) != 0)
            result.emplace_back(Array());
        result.back().editItems().push_back(items[i].second);
    }
    return result;
}

void callGroupBy(Interpreter &interpreter, const Node &call, const ScopePtr &scope, Item in, Emit emit)
{
    emit(made(Value(groups(interpreter, call, scope, in.value)), in));
}

void callUniqueBy(Interpreter &interpreter, const Node &call, const ScopePtr &scope, Item in, Emit emit)
{
    Array result;
    for (const Value &group : groups(interpreter, call, scope, in.value))
        result.push_back(group.items().front());
    emit(made(Value(std::move(result)), in));
}

void callExtremeBy(Interpreter &interpreter, const Node &call, const ScopePtr &scope, Item in, Emit emit)
{
    const auto items = keyed(interpreter, call, scope, in.value);
    const bool isMax = call.text == "max_by";
    const Keyed *best = nullptr;
    for (const Keyed &item : items)
        if (!best || (isMax ? compare(item.first, best->first) >= 0 : compare(item.first, best->first) < 0))
            best = &item;
    emit(made(best ? best->second : Value(), in));
}

void callInput(Interpreter &interpreter, const Node &, const ScopePtr &, Item in, Emit emit)
{
    auto next = interpreter.world().nextInput();
    if (!next)
        fail("No more inputs");
    emit(made(std::move(*next), in));
}

void callDebug(Interpreter &interpreter, const Node &call, const ScopePtr &scope, Item in, Emit emit)
{
    const auto tell = [&](const Value &value) {
        interpreter.world().complain("[\"DEBUG:\"," + toText(value) + "]\n");
    };
    if (call.children.empty())
        tell(in.value);
    else
        interpreter.values(*call.children[0], scope, in.value, tell);
    emit(std::move(in));
}

void callStderr(Interpreter &interpreter, const Node &, const ScopePtr &, Item in, Emit emit)
{
    interpreter.world().complain(plainText(in.value));
    emit(std::move(in));
}

void callHalt(Interpreter &interpreter, const Node &call, const ScopePtr &scope, Item in, Emit)
{
    if (call.text == "halt")
        throw Halt{};
    interpreter.values(*call.children[0], scope, in.value, [&](const Value &status) {
        if (!status.isNumber())
            fail("halt_error/1: number required");
        throw Halt{static_cast<int>(status.number()) & 0xFF,
                   in.value.isString() ? in.value.text() : toText(in.value) + "\n"};
    });
}

/// sub($re; f; $flags): f gets the named captures of each match.
void callSub(Interpreter &interpreter, const Node &call, const ScopePtr &scope, Item in, Emit emit)
{
    interpreter.values(*call.children[0], scope, in.value, [&](const Value &pattern) {
        interpreter.values(*call.children[2], scope, in.value, [&](const Value &flags) {
            if (!in.value.isString())
                fail(described(in.value) + " cannot be matched, as it is not a string");
            const std::string &text = in.value.text();
            std::vector<std::string> results{""}; // one for each result of f
            std::size_t at = 0;
            for (const RegexMatch &match : findMatches(text, pattern, flags)) {
                std::vector<std::string> next;
                interpreter.values(*call.children[1], scope, match.names(), [&](const Value &value) {
                    if (!value.isString())
                        fail(described(in.value) + " cannot be added to a string");
                    for (const std::string &result : results)
                        next.push_back(result + text.substr(at, match.begin - at) + value.text());
                });
                results = std::move(next);
                at = match.end;
            }
            for (const std::string &result : results)
                emit(made(Value(result + text.substr(at)), in));
        });
    });
}

void callMatch(Interpreter &interpreter, const Node &call, const ScopePtr &scope, Item in, Emit emit)
{
    interpreter.values(*call.children[0], scope, in.value, [&](const Value &pattern) {
        interpreter.values(*call.children[1], scope, in.value, [&](const Value &flags) {
            if (!in.value.isString())
                fail(described(in.value) + " cannot be matched, as it is not a string");
            const auto matches = findMatches(in.value.text(), pattern, flags);
            if (call.text == "test")
                return emit(made(Value(!matches.empty()), in));
            for (const RegexMatch &match : matches)
                emit(made(match.described(in.value.text()), in));
        });
    });
}

struct Entry {
    std::string_view name;
    std::size_t arity;
    FilterFunction function;
};

constexpr std::array kFilters{
    Entry{"empty", 0, callEmpty},      Entry{"error", 0, callError},      Entry{"path", 1, callPath},
    Entry{"getpath", 1, callGetpath},  Entry{"first", 1, callFirst},      Entry{"limit", 2, callLimit},
    Entry{"isempty", 1, callIsempty},  Entry{"range", 2, callRange},      Entry{"range", 3, callRange},
    Entry{"while", 2, callWhile},      Entry{"until", 2, callUntil},      Entry{"repeat", 1, callRepeat},
    Entry{"sort_by", 1, callSortBy},   Entry{"group_by", 1, callGroupBy}, Entry{"unique_by", 1, callUniqueBy},
    Entry{"min_by", 1, callExtremeBy}, Entry{"max_by", 1, callExtremeBy}, Entry{"input", 0, callInput},
    Entry{"debug", 0, callDebug},      Entry{"debug", 1, callDebug},      Entry{"stderr", 0, callStderr},
    Entry{"halt", 0, callHalt},        Entry{"halt_error", 1, callHalt},  Entry{"sub", 3, callSub},
    Entry{"match", 2, callMatch},      Entry{"test", 2, callMatch}};

} // namespace

FilterFunction findFilterFunction(std::string_view name, std::size_t arity)
{
    const auto known = std::ranges::find_if(
        kFilters, [&](const Entry &entry) { return entry.name == name && entry.arity == arity; });
    return known == kFilters.end() ? nullptr : known->function;
}

} // namespace minato::shell::jq
