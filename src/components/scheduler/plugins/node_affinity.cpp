// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/common/object_edit.h"
#include "components/scheduler/plugins/plugins.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <set>

namespace minato::components::scheduling {
namespace {

using Names = std::set<std::string, std::less<>>;

bool contains(const kube::Value &values, const kube::Value &value)
{
    return std::ranges::find(values.items(), value) != values.items().end();
}

bool matchesExpression(const kube::Value &expression, const kube::Value &value)
{
    const auto op = expression["operator"].asString();
    const auto &values = expression["values"];
    if (op == "Exists")
        return !value.isNull();
    if (op == "DoesNotExist")
        return value.isNull();
    if (op == "NotIn")
        return value.isNull() || !contains(values, value);
    if (value.isNull())
        return false;
    if (op == "In")
        return contains(values, value);
    constexpr auto kNone = std::numeric_limits<std::int64_t>::min();
    const auto have = intText(value, kNone), limit = intText(values[0], kNone);
    if (have == kNone || limit == kNone)
        return false;
    return op == "Gt" ? have > limit : op == "Lt" && have < limit;
}

const kube::Value &requiredAffinity(const kube::Value &podSpec)
{
    return podSpec.at("affinity", "nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution");
}

/// The nodes that a term names by metadata.name; nullopt: it names none.
std::optional<Names> namedNodes(const kube::Value &term)
{
    std::optional<Names> names;
    for (const kube::Value &field : term["matchFields"].items()) {
        if (field["key"].asString() != "metadata.name" || field["operator"].asString() != "In")
            continue;
        Names here;
        for (const kube::Value &name : field["values"].items()) {
            if (!names || names->contains(name.asString()))
                here.emplace(name.asString());
        }
        names = std::move(here);
    }
    return names;
}

FilterPlugin::Before prepare(CycleState &state, std::string &reason)
{
    const auto &required = requiredAffinity(state.pod.spec());
    if (required.isNull() && state.pod.spec()["nodeSelector"].isNull())
        return FilterPlugin::Before::Skip;
    const auto terms = required["nodeSelectorTerms"].items();
    Names all;
    for (const kube::Value &term : terms) {
        auto names = namedNodes(term);
        if (!names)
            return FilterPlugin::Before::Run;
        all.merge(*names);
    }
    if (terms.empty())
        return FilterPlugin::Before::Run;
    if (all.empty()) {
        reason = "pod affinity terms conflict";
        return FilterPlugin::Before::Reject;
    }
    state.onlyOnNodes.emplace(all.begin(), all.end());
    return FilterPlugin::Before::Run;
}

Rejection filter(const CycleState &state, const NodeInfo &node)
{
    return matchesNodeAffinity(state.pod.spec(), *node.object)
               ? Rejection()
               : unresolvable("node(s) didn't match Pod's node affinity/selector");
}

bool mayHelp(const PodInfo &waiting, const ClusterEvent &event)
{
    using Kind = ClusterEvent::Kind;
    if (event.kind != Kind::NodeAdded && event.kind != Kind::NodeLabels)
        return false;
    return matchesNodeAffinity(waiting.spec(), *event.now) &&
           !(event.before && matchesNodeAffinity(waiting.spec(), *event.before));
}

bool score(const ScoreState &state, std::span<std::int64_t> scores)
{
    const auto &preferred =
        state.pod.spec().at("affinity", "nodeAffinity", "preferredDuringSchedulingIgnoredDuringExecution");
    if (preferred.isEmpty())
        return false;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        for (const kube::Value &term : preferred.items()) {
            if (matchesTerm(term["preference"], *state.node(i).object))
                scores[i] += term["weight"].asInt();
        }
    }
    normaliseByMax(scores, false);
    return true;
}

} // namespace

bool matchesTerm(const kube::Value &term, const kube::Object &node)
{
    const auto expressions = term["matchExpressions"].items(), fields = term["matchFields"].items();
    if (expressions.empty() && fields.empty())
        return false;
    const auto meetsExpression = [&](const kube::Value &expression) {
        return matchesExpression(expression, node.labels()[expression["key"].asString()]);
    };
    const auto meetsField = [&](const kube::Value &field) {
        const bool isName = field["key"].asString() == "metadata.name";
        return matchesExpression(field, isName ? kube::Value(node.name()) : kube::Value());
    };
    return std::ranges::all_of(expressions, meetsExpression) && std::ranges::all_of(fields, meetsField);
}

bool matchesNodeAffinity(const kube::Value &podSpec, const kube::Object &node)
{
    const auto isThere = [&](const kube::Member &wanted) {
        return node.labels()[wanted.key()] == wanted.value;
    };
    if (!std::ranges::all_of(podSpec["nodeSelector"].members(), isThere))
        return false;
    const auto &required = requiredAffinity(podSpec);
    const auto terms = required["nodeSelectorTerms"].items();
    return required.isNull() ||
           std::ranges::any_of(terms, [&](const kube::Value &term) { return matchesTerm(term, node); });
}

const FilterPlugin kNodeAffinityFilter{"NodeAffinity", prepare, filter, nullptr, mayHelp};
const ScorePlugin kNodeAffinityScore{"NodeAffinity", 2, score};

} // namespace minato::components::scheduling
