// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/label_selector.h"

#include "kube/go_number.h"
#include "kube/go_quote.h"
#include "kube/label_selector_parser.h"
#include "kube/name_rules.h"

#include <algorithm>
#include <format>

namespace minato::kube {
namespace {

using Operator = LabelSelector::Operator;
using Requirement = LabelSelector::Requirement;

bool isMet(const Requirement &requirement, const Value &labels)
{
    const bool has = labels.contains(requirement.key);
    const std::string_view value = labels[requirement.key].asString();
    switch (requirement.op) {
    case Operator::Exists:
        return has;
    case Operator::DoesNotExist:
        return !has;
    case Operator::In:
    case Operator::Equals:
        return has && std::ranges::contains(requirement.values, value);
    case Operator::NotIn:
    case Operator::NotEquals:
        return !has || !std::ranges::contains(requirement.values, value);
    case Operator::Greater:
    case Operator::Less:
        break;
    }
    const auto actual = has ? goAtoi(value) : std::nullopt;
    const auto limit = requirement.values.empty() ? std::nullopt : goAtoi(requirement.values.front());
    if (!actual || !limit)
        return false;
    return requirement.op == Operator::Greater ? *actual > *limit : *actual < *limit;
}

std::string_view operatorText(Operator op)
{
    switch (op) {
    case Operator::In:
        return " in ";
    case Operator::NotIn:
        return " notin ";
    case Operator::Equals:
        return "=";
    case Operator::NotEquals:
        return "!=";
    case Operator::Greater:
        return ">";
    case Operator::Less:
        return "<";
    case Operator::Exists:
    case Operator::DoesNotExist:
        break;
    }
    return "";
}

std::string requirementText(const Requirement &requirement)
{
    const bool isSet = requirement.op == Operator::In || requirement.op == Operator::NotIn;
    std::string text = requirement.op == Operator::DoesNotExist ? "!" : "";
    (text += requirement.key) += operatorText(requirement.op);
    const std::string values = joinErrors(requirement.values, ",");
    return text + (isSet ? "(" + values + ")" : values);
}

std::expected<Requirement, std::string> fromExpression(const Value &expression)
{
    const std::string_view name = expression["operator"].asString();
    Requirement requirement{.key = std::string(expression["key"].asString())};
    if (name == "In")
        requirement.op = Operator::In;
    else if (name == "NotIn")
        requirement.op = Operator::NotIn;
    else if (name == "Exists")
        requirement.op = Operator::Exists;
    else if (name == "DoesNotExist")
        requirement.op = Operator::DoesNotExist;
    else
        return std::unexpected(goQuote(name) + " is not a valid label selector operator");
    for (const Value &value : expression["values"].items())
        requirement.values.emplace_back(value.asString());
    if (auto error = requirementError(requirement))
        return std::unexpected(*std::move(error));
    std::ranges::sort(requirement.values);
    return requirement;
}

void sortByKey(std::vector<Requirement> &requirements)
{
    std::ranges::stable_sort(requirements, {}, &Requirement::key);
}

} // namespace

LabelSelector LabelSelector::nothing()
{
    LabelSelector selector;
    selector.m_nothing = true;
    return selector;
}

std::expected<LabelSelector, std::string> LabelSelector::parse(std::string_view text)
{
    auto requirements = parseLabelRequirements(text);
    if (!requirements)
        return std::unexpected(std::move(requirements.error()));
    LabelSelector selector;
    selector.m_requirements = std::move(*requirements);
    sortByKey(selector.m_requirements);
    return selector;
}

std::expected<LabelSelector, std::string> LabelSelector::fromValue(const Value &selector)
{
    if (selector.isNull())
        return nothing();
    LabelSelector result;
    for (const Member &label : selector["matchLabels"].members()) {
        Requirement requirement{
            std::string(label.key()), Operator::Equals, {std::string(label.value.asString())}};
        if (auto error = requirementError(requirement))
            return std::unexpected(*std::move(error));
        result.m_requirements.push_back(std::move(requirement));
    }
    for (const Value &expression : selector["matchExpressions"].items()) {
        auto requirement = fromExpression(expression);
        if (!requirement)
            return std::unexpected(std::move(requirement.error()));
        result.m_requirements.push_back(std::move(*requirement));
    }
    sortByKey(result.m_requirements);
    return result;
}

LabelSelector LabelSelector::fromMap(const Value &labels)
{
    if (labels.size() == 0)
        return nothing();
    LabelSelector selector;
    selector.m_requirements.reserve(labels.size());
    for (const Member &label : labels.members())
        selector.m_requirements.push_back(
            {std::string(label.key()), Operator::Equals, {std::string(label.value.asString())}});
    return selector;
}

bool LabelSelector::matches(const Value &labels) const
{
    return !m_nothing &&
           std::ranges::all_of(m_requirements, [&labels](const Requirement &r) { return isMet(r, labels); });
}

std::string LabelSelector::toString() const
{
    std::string text;
    for (const Requirement &requirement : m_requirements) {
        if (!text.empty())
            text += ',';
        text += requirementText(requirement);
    }
    return text;
}

std::string formatLabels(const Value &labels)
{
    // Upstream sorts the finished "key=value" texts, which differs from the order of keys ("a-b=1" < "a=1").
    std::vector<std::string> texts;
    for (const Member &label : labels.members())
        texts.push_back(std::format("{}={}", label.key(), label.value.asString()));
    std::ranges::sort(texts);
    return texts.empty() ? "<none>" : joinErrors(texts, ",");
}

} // namespace minato::kube
