// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Filters that look into values and make them.
#include "shell/commands/jq/interpreter.h"

#include "shell/commands/jq/interpreter_depth.h"
#include "shell/commands/jq/parser.h"

#include <utility>

namespace minato::shell::jq {
namespace {

constexpr std::size_t kTextOfStep = 64; ///< bytes of text that count as one step

} // namespace

Item made(Value value, const Item &from)
{
    Path path;
    if (from.path)
        path = std::make_shared<const Step>(Step{.isBroken = true});
    return {std::move(value), std::move(path)};
}

Item found(Value value, const Item &from, Value key)
{
    if (!from.path)
        return {std::move(value), nullptr};
    return {std::move(value), std::make_shared<const Step>(Step{.before = from.path, .key = std::move(key)})};
}

void checkPath(const Item &item)
{
    if (item.path && item.path->isBroken)
        fail("Invalid path expression with result " +
             described(item.value).substr(item.value.typeName().size() + 2));
}

Interpreter::Interpreter(World world)
    : m_world(std::move(world)), m_prelude(Parser::parseDefinitions(preludeText()))
{
    for (const auto &definition : m_prelude)
        m_global = std::make_shared<const Scope>(Scope{.kind = Scope::Kind::Function,
                                                       .name = definition->name,
                                                       .before = m_global,
                                                       .definition = definition.get()});
    for (const auto &[name, value] : m_world.variables)
        m_global = std::make_shared<const Scope>(
            Scope{.kind = Scope::Kind::Variable, .name = name, .before = m_global, .value = value});
}

Interpreter::~Interpreter() = default;

void Interpreter::run(const Node &program, Value input, Emit emit)
{
    m_steps = 0;
    m_depth = 0;
    eval(program, m_global, {std::move(input), nullptr}, emit);
}

void Interpreter::values(const Node &node, const ScopePtr &scope, const Value &in,
                         const std::function<void(Value)> &use)
{
    eval(node, scope, {in, nullptr}, [&](Item item) { use(std::move(item.value)); });
}

std::vector<std::vector<Value>> Interpreter::paths(const Node &node, const ScopePtr &scope, const Value &in)
{
    std::vector<std::vector<Value>> result;
    eval(node, scope, {in, std::make_shared<const Step>()}, [&](Item item) {
        checkPath(item);
        std::vector<Value> path;
        for (const Step *step = item.path.get(); step->before; step = step->before.get())
            path.insert(path.begin(), step->key);
        result.push_back(std::move(path));
    });
    return result;
}

void Interpreter::eval(const Node &node, const ScopePtr &scope, Item in, Emit emit)
{
    const Depth depth(*this);
    using Kind = Node::Kind;
    switch (node.kind) {
    case Kind::Identity:
        return emit(std::move(in));
    case Kind::RecurseDefault:
        return recurseAll(std::move(in), emit);
    case Kind::Field:
        return field(node, scope, std::move(in), emit);
    case Kind::Index:
        return index(node, scope, std::move(in), emit);
    case Kind::Slice:
        return slice(node, scope, std::move(in), emit);
    case Kind::Iterate:
        return eval(*node.children[0], scope, std::move(in),
                    [&](const Item &target) { iterate(target, emit); });
    case Kind::Literal:
        return emit(made(node.value, in));
    case Kind::Text:
        return text(node, scope, in, emit);
    case Kind::Format:
        return emit(made(Value(formatted(node.text, in.value)), in));
    case Kind::MakeArray:
        return array(node, scope, in, emit);
    case Kind::MakeObject:
        return object(node, scope, in, 0, {}, emit);
    case Kind::Negate:
        return negate(node, scope, in, emit);
    case Kind::Pipe:
        return eval(*node.children[0], scope, std::move(in),
                    [&](Item item) { eval(*node.children[1], scope, std::move(item), emit); });
    case Kind::Comma:
        eval(*node.children[0], scope, in, emit);
        return eval(*node.children[1], scope, std::move(in), emit);
    case Kind::Arithmetic:
    case Kind::Compare:
        return binary(node, scope, in, emit);
    case Kind::And:
    case Kind::Or:
        return logic(node, scope, in, emit);
    case Kind::Alternative:
        return alternative(node, scope, std::move(in), emit);
    case Kind::Assign:
        return assign(node, scope, in, emit);
    case Kind::Update:
    case Kind::UpdateWith:
    case Kind::UpdateAlternative:
        return update(node, scope, in, emit);
    case Kind::Try:
        return attempt(node, scope, std::move(in), emit);
    case Kind::If:
        return condition(node, scope, std::move(in), emit);
    case Kind::Reduce:
        return reduce(node, scope, std::move(in), emit);
    case Kind::Foreach:
        return foreach (node, scope, std::move(in), emit);
    case Kind::Define: {
        const auto inner = std::make_shared<const Scope>(Scope{.kind = Scope::Kind::Function,
                                                               .name = node.definition->name,
                                                               .before = scope,
                                                               .definition = node.definition.get()});
        return eval(*node.children[0], inner, std::move(in), emit);
    }
    case Kind::Call:
        return call(node, scope, std::move(in), emit);
    case Kind::Variable:
        return variable(node, scope, in, emit);
    case Kind::As:
        return values(*node.children[0], scope, in.value, [&](const Value &value) {
            bind(*node.pattern, scope, value,
                 [&](const ScopePtr &inner) { eval(*node.children[1], inner, in, emit); });
        });
    case Kind::Label:
        return label(node, scope, std::move(in), emit);
    case Kind::Break:
        throw BreakOut{find("*" + node.text, 0, scope.get())->label};
    }
}

void Interpreter::negate(const Node &node, const ScopePtr &scope, const Item &in, Emit emit)
{
    values(*node.children[0], scope, in.value, [&](const Value &value) {
        if (!value.isNumber())
            fail(described(value) + " cannot be negated");
        emit(made(Value(-value.number()), in));
    });
}

void Interpreter::field(const Node &node, const ScopePtr &scope, Item in, Emit emit)
{
    eval(*node.children[0], scope, std::move(in), [&](const Item &target) {
        checkPath(target);
        emit(
            found(indexed(target.value, Value(node.text)), target, target.path ? Value(node.text) : Value()));
    });
}

void Interpreter::index(const Node &node, const ScopePtr &scope, Item in, Emit emit)
{
    const Value input = in.value;
    eval(*node.children[0], scope, std::move(in), [&](const Item &target) {
        values(*node.children[1], scope, input, [&](const Value &key) {
            checkPath(target);
            emit(found(indexed(target.value, key), target, key));
        });
    });
}

void Interpreter::slice(const Node &node, const ScopePtr &scope, Item in, Emit emit)
{
    const Value input = in.value;
    const auto bound = [&](std::size_t child, const std::function<void(Value)> &use) {
        if (child < node.children.size() && node.children[child])
            values(*node.children[child], scope, input, use);
        else
            use(Value());
    };
    eval(*node.children[0], scope, std::move(in), [&](const Item &target) {
        bound(2, [&](const Value &to) {
            bound(1, [&](const Value &from) {
                checkPath(target);
                Object key;
                key.set("start", from);
                key.set("end", to);
                emit(found(sliced(target.value, from, to), target, Value(std::move(key))));
            });
        });
    });
}

void Interpreter::iterate(const Item &target, Emit emit)
{
    checkPath(target);
    if (target.value.isArray()) {
        const Value kept = target.value;
        for (std::size_t i = 0; i < kept.items().size(); ++i)
            emit(found(kept.items()[i], target, target.path ? Value(i) : Value()));
    } else if (target.value.isObject()) {
        const Value kept = target.value;
        for (const auto &[key, value] : kept.object().members())
            emit(found(value, target, target.path ? Value(key) : Value()));
    } else {
        fail("Cannot iterate over " + described(target.value));
    }
}

void Interpreter::recurseAll(Item in, Emit emit)
{
    const Depth depth(*this);
    emit(in);
    if (in.value.isArray() || in.value.isObject())
        iterate(in, [&](Item item) { recurseAll(std::move(item), emit); });
}

void Interpreter::text(const Node &node, const ScopePtr &scope, const Item &in, Emit emit)
{
    // The last expression varies slowest, as in jq.
    const std::string_view format =
        node.text.empty() ? std::string_view("@text") : std::string_view(node.text);
    const std::function<void(std::size_t, const std::string &)> put = [&](std::size_t left,
                                                                          const std::string &behind) {
        if (left == 0) {
            emit(made(Value(node.texts[0] + behind), in));
            return;
        }
        values(*node.children[left - 1], scope, in.value, [&](const Value &value) {
            put(left - 1, formatted(format, value) + node.texts[left] + behind);
        });
    };
    put(node.children.size(), "");
}

void Interpreter::array(const Node &node, const ScopePtr &scope, const Item &in, Emit emit)
{
    Array items;
    if (!node.children.empty())
        values(*node.children[0], scope, in.value, [&](Value value) {
            countSteps(value.isString() ? value.text().size() / kTextOfStep : 0); // all of it is kept
            items.push_back(std::move(value));
        });
    emit(made(Value(std::move(items)), in));
}

void Interpreter::object(const Node &node, const ScopePtr &scope, const Item &in, std::size_t at,
                         const Object &sofar, Emit emit)
{
    if (at == node.children.size()) {
        emit(made(Value(sofar), in));
        return;
    }
    values(*node.children[at], scope, in.value, [&](const Value &key) {
        if (!key.isString())
            fail("Object keys must be strings");
        values(*node.children[at + 1], scope, in.value, [&](Value value) {
            Object more = sofar;
            more.set(key.text(), std::move(value));
            object(node, scope, in, at + 2, more, emit);
        });
    });
}

void Interpreter::binary(const Node &node, const ScopePtr &scope, const Item &in, Emit emit)
{
    values(*node.children[1], scope, in.value, [&](const Value &right) {
        values(*node.children[0], scope, in.value, [&](const Value &left) {
            if (node.kind == Node::Kind::Arithmetic) {
                emit(made(calculate(node.text, left, right), in));
                return;
            }
            const int order = compare(left, right);
            const bool holds = node.text == "=="   ? order == 0
                               : node.text == "!=" ? order != 0
                               : node.text == "<"  ? order < 0
                               : node.text == "<=" ? order <= 0
                               : node.text == ">"  ? order > 0
                                                   : order >= 0;
            emit(made(Value(holds), in));
        });
    });
}

void Interpreter::logic(const Node &node, const ScopePtr &scope, const Item &in, Emit emit)
{
    const bool isOr = node.kind == Node::Kind::Or;
    values(*node.children[0], scope, in.value, [&](const Value &left) {
        if (left.isTrue() == isOr) {
            emit(made(Value(isOr), in));
            return;
        }
        values(*node.children[1], scope, in.value,
               [&](const Value &right) { emit(made(Value(right.isTrue()), in)); });
    });
}

void Interpreter::alternative(const Node &node, const ScopePtr &scope, Item in, Emit emit)
{
    std::vector<Item> good;
    try {
        eval(*node.children[0], scope, in, [&](Item item) {
            if (item.value.isTrue())
                good.push_back(std::move(item));
        });
    } catch (const Error &) { // what went wrong is no alternative, what came before it is
    }
    if (good.empty())
        return eval(*node.children[1], scope, std::move(in), emit);
    for (Item &item : good)
        emit(std::move(item));
}

} // namespace minato::shell::jq
