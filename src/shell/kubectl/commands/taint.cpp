// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl taint. Mirrors kubectl/pkg/cmd/taint (taint.go, utils.go).
#include "kube/name_rules.h"
#include "kube/patch.h"
#include "shell/kubectl/changing.h"
#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/pairs.h"
#include "shell/kubectl/validation.h"

#include <algorithm>
#include <array>
#include <optional>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

struct Taint {
    std::string key, value, effect;
};
using Taints = std::vector<Taint>;

struct TaintPlan {
    std::vector<std::string> resources; ///< the type, then names
    Taints added, removed;
    bool overwrites = false;
    DryRun dryRun = DryRun::None;
    std::string validation;
};

/// "dedicated=gpu:NoSchedule"
std::string toText(const Taint &taint)
{
    std::string text = taint.key;
    if (!taint.value.empty())
        text += "=" + taint.value;
    if (!taint.effect.empty() || !taint.value.empty())
        text += ":" + taint.effect;
    return text;
}

/// KEY=VALUE:EFFECT, KEY:EFFECT or KEY.
Result<Taint> parseTaint(const std::string &text)
{
    static constexpr std::array<std::string_view, 3> effects{"NoSchedule", "PreferNoSchedule", "NoExecute"};
    const auto invalid = [&text](const kube::NameErrors &errors) {
        return std::unexpected(Error("invalid taint spec: " + text + (errors.empty() ? "" : ", ") +
                                     kube::joinErrors(errors, "; ")));
    };
    const auto parts = splitAt(text, ':');
    if (parts.size() > 2)
        return invalid({});
    Taint taint{.key = parts[0], .value = "", .effect = ""};
    if (parts.size() == 2) {
        taint.effect = parts[1];
        if (!std::ranges::contains(effects, taint.effect))
            return std::unexpected(
                Error("invalid taint effect: " + taint.effect + ", unsupported taint effect"));
        const auto pair = splitAt(parts[0], '=');
        if (pair.size() > 2)
            return invalid({});
        taint.key = pair[0];
        taint.value = pair.size() == 2 ? pair[1] : "";
        if (const auto errors = kube::labelValueErrors(taint.value); !errors.empty())
            return invalid(errors);
    }
    if (const auto errors = kube::qualifiedNameErrors(taint.key); !errors.empty())
        return invalid(errors);
    return taint;
}

bool isSame(const Taint &a, const Taint &b)
{
    return a.key == b.key && a.effect == b.effect;
}

Result<void> parseTaints(const std::vector<std::string> &specs, TaintPlan &plan)
{
    for (const std::string &spec : specs) {
        const bool isRemoved = spec.ends_with('-');
        const auto taint = parseTaint(isRemoved ? spec.substr(0, spec.size() - 1) : spec);
        if (!taint)
            return std::unexpected(taint.error());
        if (isRemoved) {
            plan.removed.push_back({taint->key, "", taint->effect});
            continue;
        }
        if (taint->effect.empty())
            return std::unexpected(Error("invalid taint spec: " + spec));
        if (std::ranges::any_of(plan.added, [&](const Taint &other) { return isSame(other, *taint); }))
            return std::unexpected(Error("duplicated taints with the same key and effect: {" + taint->key +
                                         " " + taint->value + " " + taint->effect + " <nil>}"));
        plan.added.push_back(*taint);
    }
    return {};
}

/// Arguments that name nodes, then those that name taints.
Result<std::vector<std::string>> takeResources(const std::vector<std::string> &arguments, TaintPlan &plan)
{
    std::vector<std::string> specs;
    for (const std::string &argument : arguments) {
        if (argument.contains('=') || argument.contains(':') || argument.ends_with('-'))
            specs.push_back(argument);
        else if (specs.empty())
            plan.resources.push_back(argument);
        else
            return std::unexpected(
                Error("all resources must be specified before taint changes: " + argument));
    }
    if (plan.resources.empty())
        return std::unexpected(Error("one or more resources must be specified as <resource> <name>"));
    if (specs.empty())
        return std::unexpected(Error("at least one taint update is required"));
    return specs;
}

Result<void> checkPlan(const Session &session, const TaintPlan &plan)
{
    std::string both;
    for (const Taint &added : plan.added)
        for (const Taint &removed : plan.removed)
            if (added.key == removed.key && (removed.effect.empty() || removed.effect == added.effect))
                both += (both.empty() ? "" : ", ") + removed.key + "=" + removed.effect;
    if (!both.empty())
        return std::unexpected(
            Error("can not both modify and remove the following taint(s) in the same command: " + both));
    const bool takesAll = session.flags().isTrue("all");
    const bool hasSelector = !session.flags().text("selector").empty();
    if (takesAll && hasSelector)
        return std::unexpected(Error("setting 'all' parameter with a non empty selector is prohibited"));
    if (!takesAll && !hasSelector && plan.resources.size() < 2)
        return std::unexpected(
            Error("at least one resource name must be specified since 'all' parameter is not set"));
    return {};
}

Taints taintsOf(const Value &node)
{
    Taints taints;
    for (const Value &taint : node["spec"]["taints"].items())
        taints.push_back({std::string(taint["key"].asString()), std::string(taint["value"].asString()),
                          std::string(taint["effect"].asString())});
    return taints;
}

/// The node with other taints; `old` ones that stay keep what else is in them.
Value withTaints(Value node, const Taints &taints, std::size_t addedCount)
{
    Value list = Value::emptyArray();
    for (std::size_t i = 0; i < taints.size(); ++i) {
        Value entry = Value::map({{"key", taints[i].key}, {"effect", taints[i].effect}});
        if (!taints[i].value.empty())
            entry.set("value", taints[i].value);
        if (i >= addedCount)
            for (const Value &old : node["spec"]["taints"].items())
                if (old["key"].asString() == taints[i].key && old["effect"].asString() == taints[i].effect)
                    entry = old;
        list.push(std::move(entry));
    }
    if (list.size() == 0)
        node.edit("spec").erase("taints");
    else
        node.edit("spec").set("taints", std::move(list));
    return node;
}

struct Change {
    Value node;
    std::string_view operation; ///< "tainted", "untainted", "modified"
};

/// Nullopt: some taint is `missing`.
Result<std::optional<Change>> changed(const Value &node, const TaintPlan &plan, Errors &missing)
{
    const Taints old = taintsOf(node);
    std::string taken;
    for (const Taint &added : plan.added)
        if (std::ranges::any_of(old, [&](const Taint &taint) { return isSame(taint, added); }))
            taken += (taken.empty() ? "" : ",") + added.key;
    if (!plan.overwrites && !taken.empty())
        return std::unexpected(Error("node " + std::string(node.at("metadata", "name").asString()) +
                                     " already has " + taken +
                                     " taint(s) with same effect(s) and --overwrite is false"));
    Taints taints = plan.added;
    for (const Taint &taint : old)
        if (std::ranges::none_of(taints, [&](const Taint &other) { return isSame(other, taint); }))
            taints.push_back(taint);
    const bool isAdded = taints.size() != old.size();
    bool isRemoved = false;
    for (const Taint &removed : plan.removed) {
        isRemoved =
            std::erase_if(taints, [&](const Taint &taint) {
                return taint.key == removed.key && (removed.effect.empty() || taint.effect == removed.effect);
            }) > 0;
        if (!isRemoved)
            missing.emplace_back("taint \"" + toText(removed) + "\" not found");
    }
    if (!missing.empty())
        return std::nullopt;
    return Change{withTaints(node, taints, plan.added.size()), (isAdded && isRemoved) || plan.overwrites
                                                                   ? "modified"
                                                               : isAdded ? "tainted"
                                                                         : "untainted"};
}

client::Task<Result<void>> taintOne(Session &session, Fetched item, TaintPlan plan,
                                    std::vector<Errors> &missing)
{
    const Value &before = item.object->root();
    Errors unfound;
    const auto result = changed(before, plan, unfound);
    if (!unfound.empty())
        missing.push_back(std::move(unfound));
    if (!result)
        co_return std::unexpected(result.error());
    const auto &change = *result;
    if (!change)
        co_return Result<void>();
    if (const auto printer = checkPrinter(session); !printer)
        co_return printer;
    const std::string operation(change->operation); // upstream does not say that it was a rehearsal
    if (plan.dryRun == DryRun::Client)
        co_return printTyped(session, change->node, operation);
    api::Request request = changeRequest(api::Verb::Patch, *item.type, *item.object,
                                         session.flags().text("field-manager"), plan.dryRun);
    request.query["fieldValidation"] = plan.validation;
    request.patchType = kube::PatchType::Strategic;
    const kube::TypeTable types;
    request.body = kube::strategicDiff(before, change->node, before, kube::MergeRules(types, "core.v1.Node"));
    const auto answer = co_await session.send(std::move(request));
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return printTyped(session, valueOf(answer->payload), operation);
}

/// "[a, b]", or the only error.
Error joined(const Errors &errors)
{
    if (errors.size() == 1)
        return errors.front();
    std::string all;
    for (const Error &error : errors)
        all += (all.empty() ? "" : ", ") + error.text;
    return Error("[" + all + "]");
}

/// A type that is not known is told without "error: ".
int failType(const Session &session, const Error &error)
{
    if (error.status)
        return session.fail(error);
    session.warn(error.text + "\n");
    return 1;
}

client::Task<int> runTaint(Session &session)
{
    TaintPlan plan{.overwrites = session.flags().isTrue("overwrite")};
    const auto dryRun = dryRunOf(session);
    if (!dryRun)
        co_return session.fail(dryRun.error());
    plan.dryRun = *dryRun;
    const auto validation = validationOf(session);
    if (!validation)
        co_return session.fail(validation.error());
    plan.validation = *validation;
    const auto specs = takeResources(session.arguments(), plan);
    if (!specs)
        co_return session.fail(specs.error());
    if (const auto parsed = parseTaints(*specs, plan); !parsed)
        co_return session.failUsage(parsed.error().text);
    const auto type = co_await findType(session, plan.resources.front());
    if (!type)
        co_return failType(session, type.error());
    if ((*type)->kind != "Node")
        co_return session.fail("invalid resource type " + plan.resources.front() +
                               ", only node types are supported");
    if (const auto checked = checkPlan(session, plan); !checked)
        co_return session.fail(checked.error());
    SelectOptions options = selectOptions(session);
    std::vector<std::string> arguments{"node"};
    if (!options.takesAll && !options.hasLabelSelector)
        arguments.insert(arguments.end(), plan.resources.begin() + 1, plan.resources.end());
    auto selection = co_await select(session, std::move(arguments), std::move(options));
    if (!selection)
        co_return session.fail(selection.error());
    std::vector<Errors> missing; // of each node
    Errors errors = co_await visit(session, std::move(*selection),
                                   [&](Fetched item) { return taintOne(session, item, plan, missing); });
    if (errors.empty() && missing.size() == 1)
        co_return session.fail(missing.front());
    for (const Errors &unfound : missing)
        errors.push_back(joined(unfound));
    co_return errors.empty() ? 0 : session.fail(errors);
}

constexpr FlagSpec kTaintFlags[]{
    {"overwrite", 0, FlagType::Bool, "false", "Replace taints that are there already."},
    {"field-manager", 0, FlagType::Text, "kubectl-taint", "Who is noted as the manager of the fields."},
};

} // namespace

const Command kTaint{
    .path = "taint",
    .usage = "NODE NAME KEY_1=VAL_1:TAINT_EFFECT_1 ... KEY_N=VAL_N:TAINT_EFFECT_N",
    .brief = "Update the taints on one or more nodes",
    .text = "A taint keeps Pods away from a node, unless they tolerate it. Effects: NoSchedule, "
            "PreferNoSchedule, and NoExecute, which also drives running Pods out.",
    .examples = "# Nothing new on this node\n"
                "kubectl taint nodes minato-worker dedicated=gpu:NoSchedule\n\n"
                "# Take the taint away again\n"
                "kubectl taint nodes minato-worker dedicated:NoSchedule-\n\n"
                "# All taints with this key\n"
                "kubectl taint nodes minato-worker dedicated-",
    .flags = {kTaintFlags, selectorFlags(), validateFlags(), dryRunFlags(), printFlags()},
    .run = runTaint,
};

} // namespace minato::shell::kubectl
