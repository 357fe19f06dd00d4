// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/selector_object.h"

#include "kube/label_selector.h"

namespace minato::shell::kubectl {
namespace {

using kube::Value;
using Operator = kube::LabelSelector::Operator;

std::string_view operatorName(Operator op)
{
    switch (op) {
    case Operator::In:
        return "In";
    case Operator::NotIn:
        return "NotIn";
    case Operator::Exists:
        return "Exists";
    case Operator::DoesNotExist:
        return "DoesNotExist";
    case Operator::NotEquals:
        return "!=";
    case Operator::Greater:
        return "gt";
    case Operator::Less:
        return "lt";
    case Operator::Equals:
        break;
    }
    return "=";
}

} // namespace

Result<Value> selectorObject(const std::string &text)
{
    const auto parsed = kube::LabelSelector::parse(text);
    if (!parsed)
        return std::unexpected(
            Error("couldn't parse the selector string \"" + text + "\": " + parsed.error()));
    Value selector = Value::emptyMap();
    for (const auto &requirement : parsed->requirements()) {
        const std::string name(operatorName(requirement.op));
        if (requirement.op == Operator::Equals) {
            selector.edit("matchLabels").set(requirement.key, requirement.values.front());
            continue;
        }
        if (requirement.op == Operator::Greater || requirement.op == Operator::Less)
            return std::unexpected(Error("\"" + name + "\" isn't supported in label selectors"));
        if (requirement.op == Operator::NotEquals)
            return std::unexpected(Error("\"" + name + "\" is not a valid label selector operator"));
        Value expression = Value::map({{"key", requirement.key}, {"operator", name}});
        for (const std::string &value : requirement.values)
            expression.edit("values").push(value);
        selector.edit("matchExpressions").push(std::move(expression));
    }
    return selector;
}

} // namespace minato::shell::kubectl
