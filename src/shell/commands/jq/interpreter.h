// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "shell/commands/jq/ast.h"

#include <concepts>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

namespace minato::shell::jq {

/// The way from the input to a value, for path(f) and assignments.
struct Step {
    std::shared_ptr<const Step> before; ///< null: this is the input itself
    Value key;
    bool isBroken = false; ///< the value was made, not found: it has no path
};
using Path = std::shared_ptr<const Step>;

/// A value on its way through a program; the path is null where nobody asks for it.
struct Item {
    Value value;
    Path path;
};

/// Takes the results of a filter, one after the other. Refers to a callable that outlives it.
class Emit {
public:
    template <class F>
        requires(!std::same_as<std::remove_cvref_t<F>, Emit>)
    Emit(const F &function)
        : m_object(&function),
          m_call([](const void *object, Item item) { (*static_cast<const F *>(object))(std::move(item)); })
    {
    }
    void operator()(Item item) const { m_call(m_object, std::move(item)); }

private:
    const void *m_object;
    void (*m_call)(const void *, Item);
};

struct Scope;
using ScopePtr = std::shared_ptr<const Scope>;

/// What a name means where a filter stands: one variable, function, filter parameter or label, and all before it.
struct Scope {
    enum class Kind : std::uint8_t { Variable, Function, Filter, Label };
    Kind kind{};
    std::string_view name;
    ScopePtr before;
    Value value;                                    ///< of a variable
    const FunctionDefinition *definition = nullptr; ///< of a function; its body sees the function itself
    const Node *filter = nullptr;                   ///< of a parameter
    ScopePtr filterScope;                           ///< where that filter was written
    std::size_t label = 0;
};

/// What a program asks of the world around it.
struct World {
    std::function<std::optional<Value>()> nextInput; ///< `input`
    std::function<void(std::string)> complain;       ///< `debug`, `stderr`
    std::map<std::string, Value> variables;          ///< --arg and its like
    Value environment;                               ///< $ENV
    base::Instant now;
};

/// Thrown by `halt` and `halt_error`.
struct Halt {
    int status = 0;
    std::string message;
};
/// Thrown when a program takes too many steps; nothing in it can catch that.
struct TooLong {};

/// Evaluates programs.
///
/// Bounds    kMostSteps filters a call, kMostDepth of them in one another: a program cannot hold the thread for long.
/// Errors    Error, Halt and TooLong are thrown.
class Interpreter {
public:
    static constexpr std::size_t kMostSteps = 2'000'000;
    static constexpr int kMostDepth = 2500;

    explicit Interpreter(World world);
    ~Interpreter();

    /// The name of a function that is not there ("foo/1"), or of a variable ("$foo").
    [[nodiscard]] std::optional<std::string> findUndefined(const Node &program) const;
    /// All results for one input.
    void run(const Node &program, Value input, Emit emit);

    void eval(const Node &node, const ScopePtr &scope, Item in, Emit emit);
    /// Results as values alone.
    void values(const Node &node, const ScopePtr &scope, const Value &in,
                const std::function<void(Value)> &use);
    [[nodiscard]] std::vector<std::vector<Value>> paths(const Node &node, const ScopePtr &scope,
                                                        const Value &in);
    [[nodiscard]] std::size_t newLabel() { return ++m_labels; }
    /// Counts what is made without a filter being asked: the results of range, long texts.
    void countSteps(std::size_t steps)
    {
        m_steps += steps;
        if (m_steps > kMostSteps)
            throw TooLong{};
    }
    [[nodiscard]] World &world() { return m_world; }

private:
    class Depth;
    struct BreakOut {
        std::size_t label;
    };
    friend struct FilterFunctions;

    // interpreter.cpp
    void field(const Node &node, const ScopePtr &scope, Item in, Emit emit);
    void index(const Node &node, const ScopePtr &scope, Item in, Emit emit);
    void slice(const Node &node, const ScopePtr &scope, Item in, Emit emit);
    void iterate(const Item &target, Emit emit);
    void recurseAll(Item in, Emit emit);
    void text(const Node &node, const ScopePtr &scope, const Item &in, Emit emit);
    void array(const Node &node, const ScopePtr &scope, const Item &in, Emit emit);
    void object(const Node &node, const ScopePtr &scope, const Item &in, std::size_t at, const Object &sofar,
                Emit emit);
    void binary(const Node &node, const ScopePtr &scope, const Item &in, Emit emit);
    void negate(const Node &node, const ScopePtr &scope, const Item &in, Emit emit);
    void logic(const Node &node, const ScopePtr &scope, const Item &in, Emit emit);
    void alternative(const Node &node, const ScopePtr &scope, Item in, Emit emit);

    // interpreter_control.cpp
    void attempt(const Node &node, const ScopePtr &scope, Item in, Emit emit);
    void condition(const Node &node, const ScopePtr &scope, Item in, Emit emit);
    void reduce(const Node &node, const ScopePtr &scope, Item in, Emit emit);
    void foreach (const Node &node, const ScopePtr &scope, Item in, Emit emit);
    void bind(const Pattern &pattern, const ScopePtr &scope, const Value &value,
              const std::function<void(ScopePtr)> &use);
    void bindEntries(const Pattern &pattern, std::size_t at, const ScopePtr &scope, const Value &value,
                     const std::function<void(ScopePtr)> &use);
    void label(const Node &node, const ScopePtr &scope, Item in, Emit emit);
    void variable(const Node &node, const ScopePtr &scope, const Item &in, Emit emit);
    void call(const Node &node, const ScopePtr &scope, Item in, Emit emit);
    void callDefinition(const Node &node, const ScopePtr &scope, const ScopePtr &found, Item in, Emit emit);
    void assign(const Node &node, const ScopePtr &scope, const Item &in, Emit emit);
    void update(const Node &node, const ScopePtr &scope, const Item &in, Emit emit);
    [[nodiscard]] const Scope *find(std::string_view name, std::size_t arity, const Scope *scope) const;
    [[nodiscard]] std::optional<std::string> undefinedIn(const Node &node, const ScopePtr &scope) const;

    World m_world;
    std::vector<std::unique_ptr<const FunctionDefinition>> m_prelude;
    ScopePtr m_global;
    std::size_t m_steps = 0, m_labels = 0;
    int m_depth = 0;
};

/// The same value, as one that was made.
[[nodiscard]] Item made(Value value, const Item &from);
/// A value one step further on.
[[nodiscard]] Item found(Value value, const Item &from, Value key);
/// Throws when the value has no path.
void checkPath(const Item &item);

// paths.cpp: getpath, setpath, delpaths and what they stand on
[[nodiscard]] Value indexed(const Value &target, const Value &key);
[[nodiscard]] Value sliced(const Value &target, const Value &from, const Value &to);
[[nodiscard]] Value getPath(const Value &value, std::span<const Value> path);
[[nodiscard]] Value setPath(Value value, std::span<const Value> path, const Value &what);
[[nodiscard]] Value deletePaths(Value value, std::vector<std::vector<Value>> paths);

// arithmetic.cpp
[[nodiscard]] Value calculate(std::string_view op, const Value &a, const Value &b);

// formats.cpp: @csv, @tsv, @sh, …
[[nodiscard]] std::string formatted(std::string_view format, const Value &value);
[[nodiscard]] std::string plainText(const Value &value); ///< tostring

// functions.cpp: functions of values; nullptr when there is none
using ValueFunction = Value (*)(Interpreter &interpreter, const Value &in, std::span<const Value> arguments);
[[nodiscard]] ValueFunction findValueFunction(std::string_view name, std::size_t arity);
// filters.cpp: functions whose arguments are filters
using FilterFunction = void (*)(Interpreter &interpreter, const Node &call, const ScopePtr &scope, Item in,
                                Emit emit);
[[nodiscard]] FilterFunction findFilterFunction(std::string_view name, std::size_t arity);
// prelude.cpp: functions written in jq
[[nodiscard]] std::string_view preludeText();

} // namespace minato::shell::jq
