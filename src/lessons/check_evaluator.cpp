// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/check_evaluator.h"

#include <algorithm>
#include <set>

namespace minato::lessons {
namespace {

template <class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};

Outcome metIf(bool isMet)
{
    return isMet ? Outcome::Met : Outcome::Unmet;
}

bool isMatch(const ObjectQuery &query, const kube::Object &object)
{
    return (object.ns().empty() || object.ns() == query.ns) &&
           (query.name.empty() || object.name() == query.name) && query.selector.matches(object.labels());
}

std::vector<kube::ObjectPtr> select(const ObjectQuery &query, const CheckWorld &world)
{
    auto objects = world.objects(query.resource);
    std::erase_if(objects, [&query](const kube::ObjectPtr &object) { return !isMatch(query, *object); });
    return objects;
}

bool holdsCompare(const Compare &compare, const CheckWorld &world)
{
    const auto objects = select(compare.query, world);
    return !objects.empty() && compare.that.holds(*objects.front());
}

bool holdsCount(const Count &count, const CheckWorld &world)
{
    auto objects = select(count.query, world);
    std::erase_if(objects, [&count](const kube::ObjectPtr &object) {
        return !std::ranges::all_of(count.where,
                                    [&object](const PathComparison &c) { return c.holds(*object); });
    });
    if (!count.distinct)
        return count.comparison.holds(objects.size());
    std::set<std::string> texts;
    for (const kube::ObjectPtr &object : objects)
        texts.insert(count.distinct->print(object->root()).value_or(std::string()));
    texts.erase(std::string());
    return count.comparison.holds(texts.size());
}

bool holdsTraffic(const Traffic &traffic, const CheckWorld &world)
{
    const auto summary = world.traffic().summary(traffic.service, traffic.last, traffic.sinceLesson);
    const auto isFine = [](const std::optional<Comparison> &comparison, std::size_t actual) {
        return !comparison || comparison->holds(actual);
    };
    // "Of the last 3" says that there were 3.
    return summary.requests >= traffic.last && isFine(traffic.requests, summary.requests) &&
           isFine(traffic.answered, summary.answered) && isFine(traffic.distinctPods, summary.distinctPods) &&
           isFine(traffic.failed, summary.failed) && isFine(traffic.refused, summary.refused);
}

} // namespace

Outcome CheckEvaluator::evaluate(const CheckWorld &world)
{
    m_wakeAt.reset();
    m_nextMemory = 0;
    return evaluate(m_check, world);
}

Outcome CheckEvaluator::evaluate(const Check &check, const CheckWorld &world)
{
    return std::visit(Overloaded{
                          [&](const AllOf &all) { return evaluateAll(all.parts, world); },
                          [&](const AnyOf &any) { return evaluateAny(any.parts, world); },
                          [&](const Not &n) {
                              const Outcome part = evaluate(*n.part, world);
                              return part == Outcome::Waiting ? part : metIf(part == Outcome::Unmet);
                          },
                          [&](const Exists &e) { return metIf(!select(e.query, world).empty()); },
                          [&](const Compare &c) { return metIf(holdsCompare(c, world)); },
                          [&](const Count &c) { return metIf(holdsCount(c, world)); },
                          [&](const Traffic &t) { return metIf(holdsTraffic(t, world)); },
                          [&](const Eventually &e) { return evaluateEventually(e, world); },
                          [&](const Always &a) { return evaluateAlways(a, world); },
                      },
                      check.node);
}

// Every part is asked, also when the answer is clear already: `always` must see each moment.

Outcome CheckEvaluator::evaluateAll(const Checks &parts, const CheckWorld &world)
{
    Outcome least = Outcome::Met;
    for (const Check &part : parts)
        least = std::min(least, evaluate(part, world));
    return least;
}

Outcome CheckEvaluator::evaluateAny(const Checks &parts, const CheckWorld &world)
{
    Outcome most = Outcome::Unmet;
    for (const Check &part : parts)
        most = std::max(most, evaluate(part, world));
    return most;
}

Outcome CheckEvaluator::evaluateEventually(const Eventually &eventually, const CheckWorld &world)
{
    if (evaluate(*eventually.part, world) == Outcome::Met)
        return Outcome::Met;
    const auto action = world.lastAction();
    if (!action || world.now() > *action + eventually.within)
        return Outcome::Unmet;
    wakeBy(*action + eventually.within + std::chrono::nanoseconds(1));
    return Outcome::Waiting;
}

Outcome CheckEvaluator::evaluateAlways(const Always &always, const CheckWorld &world)
{
    const std::size_t index = m_nextMemory++;
    if (index == m_memories.size())
        m_memories.emplace_back();
    const bool isMet = evaluate(*always.part, world) == Outcome::Met;
    Memory &memory = m_memories[index];
    if (!always.during) {
        memory.isBroken = memory.isBroken || !isMet;
        return metIf(!memory.isBroken);
    }
    if (!isMet) {
        memory.heldSince.reset();
        return Outcome::Unmet;
    }
    if (!memory.heldSince)
        memory.heldSince = world.now();
    const base::Instant until = *memory.heldSince + *always.during;
    if (world.now() >= until)
        return Outcome::Met;
    wakeBy(until);
    return Outcome::Waiting;
}

void CheckEvaluator::wakeBy(base::Instant time)
{
    m_wakeAt = m_wakeAt ? std::min(*m_wakeAt, time) : time;
}

} // namespace minato::lessons
