// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl create poddisruptionbudget, priorityclass, quota, serviceaccount. Mirrors kubectl/pkg/cmd/create
// (create_pdb.go, create_priorityclass.go, create_quota.go, create_serviceaccount.go).
#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/commands/create.h"
#include "shell/kubectl/pairs.h"
#include "shell/kubectl/selector_object.h"

#include <charconv>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

Result<Value> serviceAccountOf(const Session &session, const std::string &name)
{
    return namedObject(session, "v1", "ServiceAccount", name);
}

Result<Value> priorityClassOf(const Session &session, const std::string &name)
{
    const Flags &flags = session.flags();
    return Value::map({{"apiVersion", "scheduling.k8s.io/v1"},
                       {"kind", "PriorityClass"},
                       {"metadata", Value::map({{"name", name}})},
                       {"value", flags.number("value")},
                       {"globalDefault", flags.isTrue("global-default")},
                       {"description", flags.text("description")},
                       {"preemptionPolicy", flags.text("preemption-policy")}});
}

Result<Value> quotaOf(const Session &session, const std::string &name)
{
    const Flags &flags = session.flags();
    Value quota = namedObject(session, "v1", "ResourceQuota", name);
    const auto hard = parseResourceList(flags.text("hard"));
    if (!hard)
        return std::unexpected(hard.error());
    if (hard->size() > 0)
        quota.edit("spec").set("hard", *hard);
    if (flags.text("scopes").empty())
        return quota;
    for (const std::string &scope : splitAt(flags.text("scopes"), ',')) {
        if (scope.empty())
            return std::unexpected(Error("invalid resource quota scope \"\""));
        quota.edit("spec").edit("scopes").push(scope);
    }
    return quota;
}

/// "3" or "50%": digits, perhaps with a percent sign.
bool isAmount(std::string_view text)
{
    if (text.ends_with('%'))
        text.remove_suffix(1);
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// A number where it is one.
Value intOrString(const std::string &text)
{
    std::int32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? Value(number) : Value(text);
}

Result<void> checkBudget(const Flags &flags)
{
    const std::string &least = flags.text("min-available"), &most = flags.text("max-unavailable");
    if (flags.text("selector").empty())
        return std::unexpected(Error("a selector must be specified"));
    if (most.empty() && least.empty())
        return std::unexpected(Error("one of min-available or max-unavailable must be specified"));
    if (!most.empty() && !least.empty())
        return std::unexpected(Error("min-available and max-unavailable cannot be both specified"));
    if (!least.empty() && !isAmount(least))
        return std::unexpected(Error("invalid format specified for min-available"));
    if (!most.empty() && !isAmount(most))
        return std::unexpected(Error("invalid format specified for max-unavailable"));
    return {};
}

Result<Value> budgetOf(const Session &session, const std::string &name)
{
    const Flags &flags = session.flags();
    if (const auto fits = checkBudget(flags); !fits)
        return std::unexpected(fits.error());
    const auto selector = selectorObject(flags.text("selector"));
    if (!selector)
        return selector;
    Value budget = namedObject(session, "policy/v1", "PodDisruptionBudget", name);
    Value &spec = budget.edit("spec");
    spec.set("selector", *selector);
    if (!flags.text("min-available").empty())
        spec.set("minAvailable", intOrString(flags.text("min-available")));
    else
        spec.set("maxUnavailable", intOrString(flags.text("max-unavailable")));
    return budget;
}

client::Task<int> runServiceAccount(Session &session)
{
    return runCreation(session, {.type = kube::resources::kServiceAccounts,
                                 .failure = "failed to create serviceaccount: ",
                                 .object = serviceAccountOf});
}

client::Task<int> runPriorityClass(Session &session)
{
    return runCreation(session, {.type = kube::resources::kPriorityClasses,
                                 .isNamespaced = false,
                                 .failure = "failed to create priorityclass: ",
                                 .object = priorityClassOf});
}

client::Task<int> runQuota(Session &session)
{
    return runCreation(
        session,
        {.type = kube::resources::kResourceQuotas, .failure = "failed to create quota: ", .object = quotaOf});
}

client::Task<int> runBudget(Session &session)
{
    return runCreation(session, {.type = kube::resources::kPodDisruptionBudgets,
                                 .failure = "failed to create poddisruptionbudgets: ",
                                 .object = budgetOf});
}

constexpr FlagSpec kPriorityFlags[]{
    {"value", 0, FlagType::Int32, "0", "The priority; Pods with a higher one come first."},
    {"global-default", 0, FlagType::Bool, "false", "Also for Pods that name no class."},
    {"description", 0, FlagType::Text, "", "When to use the class."},
    {"preemption-policy", 0, FlagType::Text, "PreemptLowerPriority",
     "PreemptLowerPriority, or Never: such Pods take no place from others."},
};
constexpr FlagSpec kQuotaFlags[]{
    {"hard", 0, FlagType::Text, "", "The limits, RESOURCE=QUANTITY with commas between them."},
    {"scopes", 0, FlagType::Text, "", "Only objects in all these scopes, with commas between them."},
};
constexpr FlagSpec kBudgetFlags[]{
    {"min-available", 0, FlagType::Text, "", "How many Pods, or what percentage, must stay available."},
    {"max-unavailable", 0, FlagType::Text, "", "How many Pods, or what percentage, may be unavailable."},
    {"selector", 0, FlagType::Text, "", "Labels of the Pods."},
};

} // namespace

const Command kCreateServiceAccount{
    .path = "create serviceaccount",
    .usage = "NAME [--dry-run=server|client|none]",
    .brief = "Create a service account with the specified name",
    .text = "Makes a ServiceAccount: who programs in Pods are to the API server.",
    .examples = "kubectl create serviceaccount robot",
    .flags = creationFlags(),
    .run = runServiceAccount,
    .aliases = {"sa"},
};

const Command kCreatePriorityClass{
    .path = "create priorityclass",
    .usage = "NAME --value=VALUE --global-default=BOOL [--dry-run=server|client|none]",
    .brief = "Create a priority class with the specified name",
    .text = "Makes a PriorityClass: when there is no room, Pods with a higher value push others out.",
    .examples = "kubectl create priorityclass important --value=1000 --description='the shop'",
    .flags = creationFlags(kPriorityFlags),
    .run = runPriorityClass,
    .aliases = {"pc"},
};

const Command kCreateQuota{
    .path = "create quota",
    .usage = "NAME [--hard=key1=value1,key2=value2] [--scopes=Scope1,Scope2] [--dry-run=server|client|none]",
    .brief = "Create a quota with the specified name",
    .text = "Makes a ResourceQuota: how much a namespace may use altogether.",
    .examples = "kubectl create quota small --hard=pods=5,requests.cpu=1",
    .flags = creationFlags(kQuotaFlags),
    .run = runQuota,
    .aliases = {"resourcequota"},
};

const Command kCreateBudget{
    .path = "create poddisruptionbudget",
    .usage = "NAME --selector=SELECTOR --min-available=N [--dry-run=server|client|none]",
    .brief = "Create a pod disruption budget with the specified name",
    .text = "Makes a PodDisruptionBudget: `kubectl drain` leaves as many Pods running as it asks for.",
    .examples = "# At least two Pods stay\n"
                "kubectl create poddisruptionbudget web --selector=app=web --min-available=2\n\n"
                "# At most half of them go\n"
                "kubectl create pdb web --selector=app=web --max-unavailable=50%",
    .flags = creationFlags(kBudgetFlags),
    .run = runBudget,
    .aliases = {"pdb"},
};

} // namespace minato::shell::kubectl
