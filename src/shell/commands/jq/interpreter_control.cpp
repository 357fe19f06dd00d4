// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Control, names, assignments.
#include "shell/commands/jq/interpreter.h"
#include "shell/commands/jq/interpreter_depth.h"

#include <utility>

namespace minato::shell::jq {
namespace {

ScopePtr withVariable(const ScopePtr &scope, std::string_view name, Value value)
{
    return std::make_shared<const Scope>(
        Scope{.kind = Scope::Kind::Variable, .name = name, .before = scope, .value = std::move(value)});
}

/// Carries an error of what takes the results past the `try` that made them.
struct Passing {
    Error error;
    std::size_t attempt; ///< which try
};

} // namespace

void Interpreter::attempt(const Node &node, const ScopePtr &scope, Item in, Emit emit)
{
    const std::size_t number = newLabel();
    try {
        eval(*node.children[0], scope, in, [&](Item item) {
            try {
                emit(std::move(item));
            } catch (Error &error) {
                throw Passing{std::move(error), number};
            }
        });
    } catch (const Error &error) {
        if (node.children[1])
            eval(*node.children[1], scope, {error.value, nullptr},
                 [&](Item item) { emit(made(std::move(item.value), in)); });
    } catch (Passing &passing) {
        if (passing.attempt != number)
            throw;
        throw std::move(passing.error);
    }
}

void Interpreter::condition(const Node &node, const ScopePtr &scope, Item in, Emit emit)
{
    values(*node.children[0], scope, in.value, [&](const Value &test) {
        if (test.isTrue())
            eval(*node.children[1], scope, in, emit);
        else if (node.children[2])
            eval(*node.children[2], scope, in, emit);
        else
            emit(in);
    });
}

void Interpreter::bind(const Pattern &pattern, const ScopePtr &scope, const Value &value,
                       const std::function<void(ScopePtr)> &use)
{
    if (!pattern.variable.empty())
        return use(withVariable(scope, pattern.variable, value));
    bindEntries(pattern, 0, scope, value, use);
}

void Interpreter::bindEntries(const Pattern &pattern, std::size_t at, const ScopePtr &scope,
                              const Value &value, const std::function<void(ScopePtr)> &use)
{
    if (at == pattern.entries.size())
        return use(scope);
    const Pattern::Entry &entry = pattern.entries[at];
    const auto goOn = [&](const ScopePtr &inner) { bindEntries(pattern, at + 1, inner, value, use); };
    if (!entry.key) {
        bind(*entry.value, scope, indexed(value, Value(at)), goOn);
        return;
    }
    values(*entry.key, scope, value, [&](const Value &key) {
        if (!key.isString())
            fail("Cannot index " + std::string(value.typeName()) + " with " + std::string(key.typeName()));
        const Value part = indexed(value, key);
        const ScopePtr inner = entry.variable.empty() ? scope : withVariable(scope, entry.variable, part);
        if (entry.value)
            bind(*entry.value, inner, part, goOn);
        else
            goOn(inner);
    });
}

void Interpreter::reduce(const Node &node, const ScopePtr &scope, Item in, Emit emit)
{
    eval(*node.children[1], scope, in, [&](Item start) {
        Item state = std::move(start);
        values(*node.children[0], scope, in.value, [&](const Value &value) {
            bind(*node.pattern, scope, value, [&](const ScopePtr &inner) {
                Item next = made(Value(), in); // without a result: null
                Item before = std::exchange(state, {});
                eval(*node.children[2], inner, std::move(before), [&](Item item) { next = std::move(item); });
                state = std::move(next);
            });
        });
        emit(std::move(state));
    });
}

void Interpreter::foreach (const Node &node, const ScopePtr &scope, Item in, Emit emit)
{
    eval(*node.children[1], scope, in, [&](Item start) {
        Item state = std::move(start);
        values(*node.children[0], scope, in.value, [&](const Value &value) {
            bind(*node.pattern, scope, value, [&](const ScopePtr &inner) {
                const Item before = state;
                eval(*node.children[2], inner, before, [&](Item item) {
                    state = item;
                    if (node.children.size() > 3)
                        eval(*node.children[3], inner, std::move(item), emit);
                    else
                        emit(std::move(item));
                });
            });
        });
    });
}

void Interpreter::label(const Node &node, const ScopePtr &scope, Item in, Emit emit)
{
    const std::string name = "*" + node.text; // no variable has such a name
    const std::size_t number = newLabel();
    const auto inner = std::make_shared<const Scope>(
        Scope{.kind = Scope::Kind::Label, .name = name, .before = scope, .label = number});
    try {
        eval(*node.children[0], inner, std::move(in), emit);
    } catch (const BreakOut &out) {
        if (out.label != number)
            throw;
    }
}

const Scope *Interpreter::find(std::string_view name, std::size_t arity, const Scope *scope) const
{
    for (; scope; scope = scope->before.get()) {
        if (scope->name != name)
            continue;
        if (scope->kind != Scope::Kind::Function || scope->definition->parameters.size() == arity)
            return scope;
    }
    return nullptr;
}

void Interpreter::variable(const Node &node, const ScopePtr &scope, const Item &in, Emit emit)
{
    for (const Scope *at = scope.get(); at; at = at->before.get())
        if (at->kind == Scope::Kind::Variable && at->name == node.text)
            return emit(made(at->value, in));
    if (node.text == "ENV")
        return emit(made(m_world.environment, in));
    if (node.text == "__loc__") {
        Object place;
        place.set("file", Value("<top-level>"));
        place.set("line", Value(1.0));
        return emit(made(Value(std::move(place)), in));
    }
    fail("$" + node.text + " is not defined");
}

void Interpreter::call(const Node &node, const ScopePtr &scope, Item in, Emit emit)
{
    for (ScopePtr at = scope; at; at = at->before) {
        if (at->kind == Scope::Kind::Filter && at->name == node.text && node.children.empty())
            return eval(*at->filter, at->filterScope, std::move(in), emit);
        if (at->kind == Scope::Kind::Function && at->name == node.text &&
            at->definition->parameters.size() == node.children.size())
            return callDefinition(node, scope, at, std::move(in), emit);
    }
    if (const FilterFunction filter = findFilterFunction(node.text, node.children.size()))
        return filter(*this, node, scope, std::move(in), emit);
    const ValueFunction function = findValueFunction(node.text, node.children.size());
    if (!function)
        fail(node.text + "/" + std::to_string(node.children.size()) + " is not defined");
    // All combinations of the arguments' values; the last one varies slowest.
    std::vector<Value> arguments(node.children.size());
    const std::function<void(std::size_t)> take = [&](std::size_t left) {
        if (left == 0) {
            emit(made(function(*this, in.value, arguments), in));
            return;
        }
        values(*node.children[left - 1], scope, in.value, [&](Value value) {
            arguments[left - 1] = std::move(value);
            take(left - 1);
        });
    };
    take(arguments.size());
}

void Interpreter::callDefinition(const Node &node, const ScopePtr &scope, const ScopePtr &found, Item in,
                                 Emit emit)
{
    const FunctionDefinition &definition = *found->definition;
    const std::function<void(std::size_t, const ScopePtr &)> bindFrom = [&](std::size_t at,
                                                                            const ScopePtr &inner) {
        if (at == definition.parameters.size())
            return eval(*definition.body, inner, in, emit);
        const std::string_view parameter = definition.parameters[at];
        const bool isValue = parameter.starts_with('$');
        const auto filter = std::make_shared<const Scope>(Scope{.kind = Scope::Kind::Filter,
                                                                .name = parameter.substr(isValue ? 1 : 0),
                                                                .before = inner,
                                                                .filter = node.children[at].get(),
                                                                .filterScope = scope});
        if (!isValue)
            return bindFrom(at + 1, filter);
        values(*node.children[at], scope, in.value, [&](Value value) {
            bindFrom(at + 1, withVariable(filter, parameter.substr(1), std::move(value)));
        });
    };
    bindFrom(0, found);
}

void Interpreter::assign(const Node &node, const ScopePtr &scope, const Item &in, Emit emit)
{
    values(*node.children[1], scope, in.value, [&](const Value &value) {
        Value result = in.value;
        for (const auto &path : paths(*node.children[0], scope, in.value))
            result = setPath(std::move(result), path, value);
        emit(made(std::move(result), in));
    });
}

void Interpreter::update(const Node &node, const ScopePtr &scope, const Item &in, Emit emit)
{
    const auto places = paths(*node.children[0], scope, in.value);
    if (node.kind == Node::Kind::Update) {
        Value result = in.value;
        std::vector<std::vector<Value>> empty;
        for (const auto &path : places) {
            std::optional<Value> first;
            const std::size_t number = newLabel();
            try {
                values(*node.children[1], scope, getPath(result, path), [&](Value value) {
                    first = std::move(value);
                    throw BreakOut{number};
                });
            } catch (const BreakOut &out) {
                if (out.label != number)
                    throw;
            }
            if (first)
                result = setPath(std::move(result), path, *first);
            else
                empty.push_back(path);
        }
        return emit(made(deletePaths(std::move(result), std::move(empty)), in));
    }
    values(*node.children[1], scope, in.value, [&](const Value &value) {
        Value result = in.value;
        for (const auto &path : places) {
            const Value before = getPath(result, path);
            const bool isAlternative = node.kind == Node::Kind::UpdateAlternative;
            result =
                setPath(std::move(result), path,
                        !isAlternative    ? calculate(std::string_view(node.text).substr(0, 1), before, value)
                        : before.isTrue() ? before
                                          : value);
        }
        emit(made(std::move(result), in));
    });
}

std::optional<std::string> Interpreter::findUndefined(const Node &program) const
{
    return undefinedIn(program, m_global);
}

/// Goes through the program as it would run, with names that stand for what will be bound.
std::optional<std::string> Interpreter::undefinedIn(const Node &node, const ScopePtr &scope) const
{
    ScopePtr inner = scope;
    const auto bindNames = [&](const auto &self, const Pattern &pattern) -> void {
        if (!pattern.variable.empty())
            inner = withVariable(inner, pattern.variable, {});
        for (const Pattern::Entry &entry : pattern.entries) {
            if (!entry.variable.empty())
                inner = withVariable(inner, entry.variable, {});
            if (entry.value)
                self(self, *entry.value);
        }
    };
    if (node.kind == Node::Kind::Call && !find(node.text, node.children.size(), scope.get()) &&
        !findFilterFunction(node.text, node.children.size()) &&
        !findValueFunction(node.text, node.children.size()))
        return node.text + "/" + std::to_string(node.children.size());
    if (node.kind == Node::Kind::Variable && node.text != "ENV" && node.text != "__loc__" &&
        !find(node.text, 0, scope.get()))
        return "$" + node.text;
    if (node.kind == Node::Kind::Break && !find("*" + node.text, 0, scope.get()))
        return "$*label-" + node.text;
    std::string labelName;
    if (node.kind == Node::Kind::Label) {
        labelName = "*" + node.text;
        inner = std::make_shared<const Scope>(
            Scope{.kind = Scope::Kind::Label, .name = labelName, .before = scope});
    }
    if (node.definition) {
        inner = std::make_shared<const Scope>(Scope{.kind = Scope::Kind::Function,
                                                    .name = node.definition->name,
                                                    .before = scope,
                                                    .definition = node.definition.get()});
        ScopePtr body = inner;
        for (const std::string_view parameter : node.definition->parameters) {
            const std::string_view name = parameter.substr(parameter.starts_with('$') ? 1 : 0);
            body = std::make_shared<const Scope>(
                Scope{.kind = Scope::Kind::Filter, .name = name, .before = body});
        }
        if (auto undefined = undefinedIn(*node.definition->body, body))
            return undefined;
    }
    if (node.pattern)
        bindNames(bindNames, *node.pattern);
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        const bool isSource = node.pattern && i == 0;
        if (node.children[i])
            if (auto undefined = undefinedIn(*node.children[i], isSource ? scope : inner))
                return undefined;
    }
    return std::nullopt;
}

} // namespace minato::shell::jq
