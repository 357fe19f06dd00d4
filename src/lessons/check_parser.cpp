// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/duration.h"
#include "kube/json.h"
#include "lessons/check.h"
#include "lessons/fields.h"

#include <algorithm>
#include <array>
#include <format>

namespace minato::lessons {
namespace {

using kube::Value;
using Problems = std::vector<PathProblem>;

std::optional<base::Duration> durationIn(Fields &fields, const std::string &key)
{
    const auto parsed = parseCheckDuration(fields.take(key).asString());
    if (!parsed)
        fields.report(key, "expected a duration such as 30s or 2m");
    return parsed;
}

std::optional<kube::JsonPath> pathIn(Fields &fields, const std::string &key, bool isRequired)
{
    const Value &value = fields.take(key);
    if (value.isNull() && !isRequired)
        return std::nullopt;
    auto parsed = kube::JsonPath::parse(value.asString());
    if (!parsed || value.asString().empty()) {
        fields.report(key, "expected a JSONPath such as \"{.spec.replicas}\"" +
                               (parsed ? "" : ": " + parsed.error()));
        return std::nullopt;
    }
    parsed->setAllowMissingKeys(true);
    return *parsed;
}

std::optional<Comparison::Op> parseOp(std::string_view text)
{
    using Op = Comparison::Op;
    static constexpr std::array<std::pair<std::string_view, Op>, 6> kOps{
        {{"eq", Op::Eq}, {"ne", Op::Ne}, {"lt", Op::Lt}, {"le", Op::Le}, {"gt", Op::Gt}, {"ge", Op::Ge}}};
    for (const auto &[name, op] : kOps) {
        if (name == text)
            return op;
    }
    return std::nullopt;
}

/// A scalar of YAML as the text that JSONPath would print for it.
std::optional<std::string> scalarText(const Value &value)
{
    if (value.isString())
        return std::string(value.asString());
    if (value.isNumber() || value.isBool())
        return kube::toJson(value);
    return std::nullopt;
}

/// `op` and `valueKey` beside each other in one map.
Comparison comparisonIn(Fields &fields, const std::string &valueKey)
{
    Comparison comparison;
    const Value &op = fields.take("op");
    if (const auto parsed = parseOp(op.isNull() ? "eq" : op.asString()))
        comparison.op = *parsed;
    else
        fields.report("op", "expected eq, ne, lt, le, gt or ge");
    if (const auto text = scalarText(fields.take(valueKey)))
        comparison.value = *text;
    else
        fields.report(valueKey, "expected a value to compare with");
    return comparison;
}

/// A bare number, or {op, value}.
std::optional<Comparison> numberOrComparison(Fields &fields, const std::string &key)
{
    const Value &value = fields.take(key);
    if (value.isNull())
        return std::nullopt;
    if (value.isNumber())
        return Comparison{.value = kube::toJson(value)};
    Fields inner(value, fields.child(key), fields.problems());
    Comparison comparison = comparisonIn(inner, "value");
    inner.finish();
    return comparison;
}

ObjectQuery queryIn(Fields &fields, const std::string &defaultNs)
{
    ObjectQuery query;
    const std::string resource = fields.text("resource", true);
    if (const auto *found = kube::resources::find(resource))
        query.resource = *found;
    else
        fields.report("resource", std::format("unknown resource \"{}\"", resource));
    query.name = fields.text("name", false);
    const std::string ns = fields.text("namespace", false);
    query.ns = ns.empty() ? defaultNs : ns;
    if (const std::string text = fields.text("selector", false); !text.empty()) {
        if (auto selector = kube::LabelSelector::parse(text))
            query.selector = *selector;
        else
            fields.report("selector", selector.error());
    }
    return query;
}

/// Where a condition stands: what parsing its parts needs.
struct Place {
    std::string path, ns;
    Problems &problems;

    [[nodiscard]] Place at(const std::string &inner) const { return {inner, ns, problems}; }
};

std::shared_ptr<const Check> partOf(const Value &value, const Place &place)
{
    auto part = parseCheck(value, place.path, place.ns);
    if (part)
        return std::make_shared<const Check>(*std::move(part));
    place.problems.insert(place.problems.end(), part.error().begin(), part.error().end());
    return std::make_shared<const Check>(Check{AllOf{}});
}

Checks partsOf(const Value &value, const Place &place)
{
    Checks parts;
    if (value.size() == 0 || !value.isArray())
        place.problems.push_back({place.path, "expected a list of at least one condition"});
    for (std::size_t i = 0; i < value.items().size(); ++i)
        parts.push_back(*partOf(value[i], place.at(std::format("{}[{}]", place.path, i))));
    return parts;
}

Check parseExists(const Value &value, const Place &place)
{
    Fields fields(value, place.path, place.problems);
    Exists exists{queryIn(fields, place.ns)};
    fields.finish();
    return {std::move(exists)};
}

PathComparison pathComparisonIn(Fields &fields)
{
    return {.path = pathIn(fields, "jsonpath", true).value_or(kube::JsonPath()),
            .comparison = comparisonIn(fields, "value")};
}

Check parseCompare(const Value &value, const Place &place)
{
    Fields fields(value, place.path, place.problems);
    Compare compare{.query = queryIn(fields, place.ns), .that = pathComparisonIn(fields)};
    if (compare.query.name.empty())
        fields.report("name", "expected the name of one object");
    fields.finish();
    return {std::move(compare)};
}

Check parseCount(const Value &value, const Place &place)
{
    Fields fields(value, place.path, place.problems);
    Count count{.query = queryIn(fields, place.ns)};
    const Value &where = fields.take("where");
    if (!where.isNull() && !where.isArray())
        fields.report("where", "expected a list");
    for (std::size_t i = 0; i < where.items().size(); ++i) {
        Fields inner(where[i], std::format("{}.where[{}]", place.path, i), place.problems);
        count.where.push_back(pathComparisonIn(inner));
        inner.finish();
    }
    count.distinct = pathIn(fields, "distinct", false);
    count.comparison = comparisonIn(fields, "value");
    fields.finish();
    return {std::move(count)};
}

Check parseTraffic(const Value &value, const Place &place)
{
    Fields fields(value, place.path, place.problems);
    Traffic traffic;
    const std::string ns = fields.text("namespace", false);
    traffic.service = (ns.empty() ? place.ns : ns) + "/" + fields.text("service", true);
    const std::string since = fields.text("since", false);
    if (!since.empty() && since != "step" && since != "lesson")
        fields.report("since", "expected step or lesson");
    traffic.sinceLesson = since == "lesson";
    const Value &last = fields.take("last");
    if (!last.isNull() && (!last.isInt() || last.asInt() < 1))
        fields.report("last", "expected a whole number from 1");
    traffic.last = static_cast<std::size_t>(std::max<std::int64_t>(0, last.asInt()));
    traffic.requests = numberOrComparison(fields, "requests");
    traffic.answered = numberOrComparison(fields, "answered");
    traffic.distinctPods = numberOrComparison(fields, "distinctPods");
    traffic.failed = numberOrComparison(fields, "failed");
    traffic.refused = numberOrComparison(fields, "refused");
    if (!traffic.requests && !traffic.answered && !traffic.distinctPods && !traffic.failed &&
        !traffic.refused)
        fields.report("", "expected at least one of requests, answered, distinctPods, failed and refused");
    fields.finish();
    return {std::move(traffic)};
}

Check parseEventually(const Value &value, const Place &place)
{
    Fields fields(value, place.path, place.problems);
    Eventually node{durationIn(fields, "within").value_or(base::Duration{}),
                    partOf(fields.take("that"), place.at(fields.child("that")))};
    fields.finish();
    return {std::move(node)};
}

Check parseAlways(const Value &value, const Place &place)
{
    Fields fields(value, place.path, place.problems);
    Always node;
    if (value["during"].asString() == "step")
        (void)fields.take("during");
    else
        node.during = durationIn(fields, "during").value_or(base::Duration{});
    node.part = partOf(fields.take("that"), place.at(fields.child("that")));
    fields.finish();
    return {std::move(node)};
}

using Parse = Check (*)(const Value &, const Place &);

Parse parserOf(std::string_view key)
{
    static constexpr std::array<std::pair<std::string_view, Parse>, 9> kParsers{{
        {"all", [](const Value &v, const Place &p) { return Check{AllOf{partsOf(v, p)}}; }},
        {"any", [](const Value &v, const Place &p) { return Check{AnyOf{partsOf(v, p)}}; }},
        {"not", [](const Value &v, const Place &p) { return Check{Not{partOf(v, p)}}; }},
        {"exists", parseExists},
        {"compare", parseCompare},
        {"count", parseCount},
        {"traffic", parseTraffic},
        {"eventually", parseEventually},
        {"always", parseAlways},
    }};
    const auto it = std::ranges::find(kParsers, key, &std::pair<std::string_view, Parse>::first);
    return it == kParsers.end() ? nullptr : it->second;
}

} // namespace

std::expected<Check, std::vector<PathProblem>> parseCheck(const Value &value, const std::string &path,
                                                          const std::string &ns)
{
    if (!value.isMap() || value.size() != 1)
        return std::unexpected(Problems{{path, "expected one condition, such as \"exists: {…}\""}});
    const kube::Member &member = value.members().front();
    const Parse parse = parserOf(member.key());
    const std::string inner = std::format("{}.{}", path, member.key());
    if (!parse)
        return std::unexpected(
            Problems{{inner, std::format("unknown condition \"{}\"; there are all, any, not, exists, "
                                         "compare, count, traffic, eventually and always",
                                         member.key())}});
    Problems problems;
    Check check = parse(member.value, {inner, ns, problems});
    if (!problems.empty())
        return std::unexpected(std::move(problems));
    return check;
}

std::optional<base::Duration> parseCheckDuration(std::string_view text)
{
    const auto parsed = kube::parseGoDuration(text);
    return parsed && *parsed > base::Duration::zero() ? std::optional(*parsed) : std::nullopt;
}

} // namespace minato::lessons
