// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/check.h"

#include <algorithm>
#include <charconv>

namespace minato::lessons {
namespace {

template <class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};

std::optional<double> number(std::string_view text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

bool compareNumbers(Comparison::Op op, double a, double b)
{
    switch (op) {
    case Comparison::Op::Eq:
        return a == b;
    case Comparison::Op::Ne:
        return a != b;
    case Comparison::Op::Lt:
        return a < b;
    case Comparison::Op::Le:
        return a <= b;
    case Comparison::Op::Gt:
        return a > b;
    case Comparison::Op::Ge:
        return a >= b;
    }
    return false;
}

/// Calls back for each part of a composed check.
template <class Visit>
void forEachPart(const Check &check, Visit visit)
{
    std::visit(Overloaded{
                   [&](const AllOf &all) { std::ranges::for_each(all.parts, visit); },
                   [&](const AnyOf &any) { std::ranges::for_each(any.parts, visit); },
                   [&](const Not &n) { visit(*n.part); },
                   [&](const Eventually &e) { visit(*e.part); },
                   [&](const Always &a) { visit(*a.part); },
                   [](const auto &) {},
               },
               check.node);
}

} // namespace

bool Comparison::holds(std::string_view actual) const
{
    const auto a = number(actual);
    const auto b = number(value);
    if (a && b)
        return compareNumbers(op, *a, *b);
    return op == Op::Eq ? actual == value : op == Op::Ne && actual != value;
}

bool PathComparison::holds(const kube::Object &object) const
{
    return comparison.holds(path.print(object.root()).value_or(std::string()));
}

void collectResources(const Check &check, std::vector<kube::GroupVersionResource> &out)
{
    const auto add = [&out](const ObjectQuery &query) {
        if (!std::ranges::contains(out, query.resource))
            out.push_back(query.resource);
    };
    std::visit(Overloaded{
                   [&](const Exists &e) { add(e.query); },
                   [&](const Compare &c) { add(c.query); },
                   [&](const Count &c) { add(c.query); },
                   [](const auto &) {},
               },
               check.node);
    forEachPart(check, [&out](const Check &part) { collectResources(part, out); });
}

} // namespace minato::lessons
