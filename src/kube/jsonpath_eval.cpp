// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/jsonpath_eval.h"

#include "kube/go_format.h"
#include "kube/jsonpath_compare.h"

#include <format>
#include <utility>

namespace minato::kube {
namespace {

using Kind = JsonPathNode::Kind;

constexpr std::size_t kMaxSteps = 8'000'000;
constexpr int kMaxRangeDepth = 200;
constexpr std::size_t kMaxQuotedValue = std::size_t{1} << 20;

std::string printed(const GoValue &value)
{
    GoPrinter printer(kMaxQuotedValue);
    printer.printValue(value);
    return printer.take();
}

/// The part of a list that `[start:end:step]` takes.
struct Window {
    std::int64_t start = 0;
    std::int64_t end = 0;
    std::int64_t step = 1;
};

std::expected<Window, std::string> windowOf(const std::array<JsonPathBound, 3> &bounds, std::int64_t length)
{
    const auto shifted = [length](std::int64_t number) { // wraps as upstream's does
        return static_cast<std::int64_t>(static_cast<std::uint64_t>(number) +
                                         static_cast<std::uint64_t>(length));
    };
    Window window{.start = bounds[0].isKnown ? bounds[0].value : 0,
                  .end = bounds[1].isKnown ? bounds[1].value : length};
    if (window.start < 0)
        window.start = shifted(window.start);
    if (window.end < 0 || (window.end == 0 && bounds[1].isDerived))
        window.end = shifted(window.end);
    if (window.start == window.end)
        return window;
    const auto outside = [length](std::int64_t index) {
        return std::unexpected(std::format("array index out of bounds: index {}, length {}", index, length));
    };
    if (window.start >= length || window.start < 0)
        return outside(window.start);
    if (window.end > length || window.end < 0)
        return outside(window.end - 1);
    if (window.start > window.end) {
        return std::unexpected(
            std::format("starting index {} is greater than ending index {}", window.start, window.end));
    }
    window.step = bounds[2].isKnown ? bounds[2].value : 1;
    if (window.step <= 0)
        return std::unexpected("step must be > 0");
    return window;
}

} // namespace

std::expected<JsonPathRun::Results, std::string> JsonPathRun::run(std::span<const JsonPathNode> nodes,
                                                                  const Value &data)
{
    m_nodes = nodes;
    Results results;
    if (const Outcome outcome = runFrom(0, GoValue::plain(data), results, 0); !outcome)
        return std::unexpected(outcome.error());
    return results;
}

/// Runs the actions from `first` on, up to the {end} that belongs to the innermost range. Ranges without an
/// end run to the last action, and that action then follows once more, as upstream has it.
JsonPathRun::Outcome JsonPathRun::runFrom(std::size_t first, const GoValue &root, Results &out, int depth)
{
    for (std::size_t i = first; i < m_nodes.size(); ++i) {
        Step step = walk({root}, m_nodes[i]);
        if (step.error)
            return std::unexpected(*step.error);
        if (m_endings > 0 && m_endings <= m_ranges) {
            --m_endings;
            m_lastEnd = i;
            break;
        }
        if (m_openingRanges == 0) {
            out.push_back(std::move(step.items));
            continue;
        }
        if (const Outcome outcome = runRange(i + 1, step.items, out, depth + 1); !outcome)
            return outcome;
        if (m_lastEnd && *m_lastEnd > i)
            i = *m_lastEnd;
    }
    return {};
}

/// A range over nothing still runs its body once, to find where it ends; what that gives is dropped.
JsonPathRun::Outcome JsonPathRun::runRange(std::size_t body, const Items &items, Results &out, int depth)
{
    if (depth > kMaxRangeDepth)
        return std::unexpected("ranges are nested too deeply");
    --m_openingRanges;
    ++m_ranges;
    if (items.empty()) {
        Results dropped;
        if (const Outcome outcome = runFrom(body, {}, dropped, depth); !outcome)
            return outcome;
    }
    for (const GoValue &item : items) {
        if (const Outcome outcome = runFrom(body, item.withoutInterface(), out, depth); !outcome)
            return outcome;
    }
    --m_ranges;
    return {};
}

bool JsonPathRun::spend(std::size_t steps)
{
    m_steps += steps;
    return m_steps <= kMaxSteps;
}

JsonPathRun::Step JsonPathRun::walk(Items input, const JsonPathNode &node)
{
    if (!spend(1 + input.size()))
        return {.items = {}, .error = "the expression takes too many steps"};
    switch (node.kind) {
    case Kind::Text:
        return {.items = {GoValue::plain(node.text)}};
    case Kind::List:
        return walkList(std::move(input), node);
    case Kind::Field:
        return field(input, node);
    case Kind::Wildcard:
        return wildcard(input);
    case Kind::Recursive:
        return recursive(input);
    case Kind::Slice:
        return slice(std::move(input), node);
    case Kind::Union:
        return unite(std::move(input), node);
    case Kind::Filter:
        return filter(std::move(input), node);
    case Kind::Identifier:
        return identifier(std::move(input), node);
    case Kind::Int:
        return constant(input, GoValue::integer(node.integer));
    case Kind::Float:
        return constant(input, GoValue::plain(node.fraction));
    case Kind::Bool:
        return constant(input, GoValue::plain(node.integer != 0));
    }
    return {};
}

JsonPathRun::Step JsonPathRun::walkList(Items input, const JsonPathNode &list)
{
    Step step{.items = std::move(input)};
    for (const JsonPathNode &node : list.nodes) {
        step = walk(std::move(step.items), node);
        if (step.error)
            break;
    }
    return step;
}

JsonPathRun::Step JsonPathRun::identifier(Items input, const JsonPathNode &node)
{
    if (node.text == "range") {
        ++m_openingRanges;
        return {.items = std::move(input)};
    }
    if (node.text != "end")
        return {.items = std::move(input), .error = std::format("unrecognized identifier {}", node.text)};
    if (m_ranges == 0)
        return {.items = {}, .error = "not in range, nothing to end"};
    ++m_endings;
    return {};
}

JsonPathRun::Step JsonPathRun::constant(const Items &input, const GoValue &value)
{
    return {.items = Items(input.size(), value)};
}

JsonPathRun::Step JsonPathRun::field(const Items &input, const JsonPathNode &node)
{
    Step step;
    for (const GoValue &value : input) {
        if (value.kind == GoValue::Kind::Map && value.data.contains(node.text))
            step.items.push_back(GoValue::item(value.data[node.text]));
    }
    if (step.items.empty() && !input.empty() && !m_allowMissingKeys)
        step.error = std::format("{} is not found", node.text);
    return step;
}

void JsonPathRun::appendChildren(const GoValue &value, Items &out)
{
    if (value.kind == GoValue::Kind::String) {
        for (const char c : value.data.asString())
            out.push_back(GoValue::byte(static_cast<unsigned char>(c)));
    }
    for (const Value &item : value.data.items())
        out.push_back(GoValue::item(item));
    for (const Member &member : value.data.members())
        out.push_back(GoValue::item(member.value));
}

JsonPathRun::Step JsonPathRun::wildcard(const Items &input)
{
    Step step;
    for (const GoValue &value : input)
        appendChildren(value, step.items);
    return step;
}

JsonPathRun::Step JsonPathRun::recursive(const Items &input)
{
    Step step;
    for (const GoValue &value : input)
        descend(value, step.items);
    if (!spend(0))
        step.error = "the expression takes too many steps";
    return step;
}

/// The value and all below it that hold something: maps, lists and texts. A text's bytes hold nothing
/// themselves.
void JsonPathRun::descend(const GoValue &value, Items &out)
{
    const bool isText = value.kind == GoValue::Kind::String && !value.data.asString().empty();
    if ((!isText && value.data.size() == 0) || !spend(1 + value.data.size()))
        return;
    out.push_back(value.withoutInterface());
    for (const Value &item : value.data.items())
        descend(GoValue::item(item), out);
    for (const Member &member : value.data.members())
        descend(GoValue::item(member.value), out);
}

JsonPathRun::Step JsonPathRun::slice(Items input, const JsonPathNode &node)
{
    Step step;
    for (const GoValue &value : input) {
        if (value.kind == GoValue::Kind::Nil)
            continue;
        if (value.kind != GoValue::Kind::Slice)
            return {.items = std::move(input),
                    .error = std::format("{} is not array or slice", value.typeName())};
        const auto window = windowOf(node.bounds, static_cast<std::int64_t>(value.data.size()));
        if (!window)
            return {.items = std::move(input), .error = window.error()};
        if (window->start == window->end)
            return step; // and the lists that follow are not looked at
        for (std::int64_t i = window->start; i < window->end;) {
            step.items.push_back(GoValue::item(value.data[static_cast<std::size_t>(i)]));
            if (window->step >= window->end - i)
                break;
            i += window->step;
        }
    }
    return step;
}

JsonPathRun::Step JsonPathRun::unite(Items input, const JsonPathNode &node)
{
    Step step;
    for (const JsonPathNode &list : node.nodes) {
        Step part = walkList(input, list);
        if (part.error)
            return {.items = std::move(input), .error = std::move(part.error)};
        step.items.insert(step.items.end(), part.items.begin(), part.items.end());
    }
    return step;
}

JsonPathRun::Step JsonPathRun::filter(Items input, const JsonPathNode &node)
{
    Step step;
    for (const GoValue &value : input) {
        if (value.kind != GoValue::Kind::Slice) {
            const std::string text = printed(value);
            return {.items = std::move(input),
                    .error = std::format("{} is not array or slice and cannot be filtered", text)};
        }
        for (const Value &member : value.data.items()) {
            const GoValue item = GoValue::item(member);
            const auto passed = passes(item, node);
            if (!passed) {
                step.error = passed.error();
                return step;
            }
            if (*passed)
                step.items.push_back(item);
        }
    }
    return step;
}

std::expected<bool, std::string> JsonPathRun::passes(const GoValue &item, const JsonPathNode &node)
{
    const Step left = walkList({item}, node.nodes[0]);
    if (node.text == kExistsOperator)
        return !left.items.empty();
    if (left.error)
        return std::unexpected(*left.error);
    if (left.items.empty())
        return false;
    if (left.items.size() > 1)
        return std::unexpected("can only compare one element at a time");
    const Step right = walkList({item}, node.nodes[1]);
    if (right.error)
        return std::unexpected(*right.error);
    if (right.items.empty())
        return false;
    if (right.items.size() > 1)
        return std::unexpected("can only compare one element at a time");
    return compareForFilter(left.items[0], node.text, right.items[0]);
}

} // namespace minato::kube
