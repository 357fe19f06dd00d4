// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl create role, clusterrole, rolebinding, clusterrolebinding. Mirrors kubectl/pkg/cmd/create (create_role.go,
// create_clusterrole.go, create_rolebinding.go, create_clusterrolebinding.go).
#include "shell/kubectl/commands/create.h"
#include "shell/kubectl/commands/policy_rules.h"
#include "shell/kubectl/pairs.h"

#include <algorithm>
#include <array>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

constexpr std::string_view kGroup = "rbac.authorization.k8s.io";
constexpr std::string_view kApiVersion = "rbac.authorization.k8s.io/v1";

Creation creationOf(const char *resource, bool isNamespaced, std::string_view failure)
{
    return {.type = {std::string(kGroup), "v1", resource}, .isNamespaced = isNamespaced, .failure = failure};
}

// ---- roles ----

client::Task<Result<Value>> roleOf(Session &session, std::string name)
{
    auto rules = co_await policyRules(session, RuleScope::Namespace);
    if (!rules)
        co_return std::unexpected(std::move(rules).error());
    Value role = namedObject(session, kApiVersion, "Role", name);
    role.set("rules", *std::move(rules));
    co_return role;
}

client::Task<int> runRole(Session &session)
{
    Creation creation = creationOf("roles", true, "");
    creation.askedObject = roleOf;
    return runCreation(session, std::move(creation));
}

/// "a=b,c=d" as a selector of the roles that are put together.
Result<Value> aggregation(const std::vector<std::string> &pairs)
{
    Value labels = Value::emptyMap();
    for (const std::string &pair : pairs) {
        const std::size_t equals = pair.find('=');
        if (equals == std::string::npos)
            return std::unexpected(
                Error("invalid argument \"" + pair +
                      "\" for \"--aggregation-rule\" flag: malformed pair, expect string=string\n"
                      "See 'kubectl create clusterrole --help' for usage."));
        labels.set(pair.substr(0, equals), pair.substr(equals + 1));
    }
    return Value::map({{"clusterRoleSelectors", Value::array({Value::map({{"matchLabels", labels}})})}});
}

bool saysRules(const Flags &flags)
{
    return std::ranges::any_of(std::array{"verb", "resource", "resource-name", "non-resource-url"},
                               [&flags](const char *flag) { return !flags.list(flag).empty(); });
}

client::Task<Result<Value>> clusterRoleOf(Session &session, std::string name)
{
    Value role = Value::map(
        {{"apiVersion", kApiVersion}, {"kind", "ClusterRole"}, {"metadata", Value::map({{"name", name}})}});
    const std::vector<std::string> &pairs = session.flags().list("aggregation-rule");
    if (!pairs.empty() && saysRules(session.flags()))
        co_return std::unexpected(Error(
            "aggregation rule must be specified without nonResourceURLs, verbs, resources or resourceNames"));
    auto content = pairs.empty() ? co_await policyRules(session, RuleScope::Cluster) : aggregation(pairs);
    if (!content)
        co_return std::unexpected(std::move(content).error());
    role.set(pairs.empty() ? "rules" : "aggregationRule", *std::move(content));
    co_return role;
}

client::Task<int> runClusterRole(Session &session)
{
    Creation creation = creationOf("clusterroles", false, "");
    creation.askedObject = clusterRoleOf;
    return runCreation(session, std::move(creation));
}

// ---- bindings ----

Value subject(std::string_view kind, const std::string &name)
{
    return Value::map({{"kind", kind}, {"apiGroup", kGroup}, {"name", name}});
}

/// Users, groups and accounts, in that order.
Result<void> addSubjects(const Flags &flags, Value &binding)
{
    for (const std::string &user : flags.list("user"))
        binding.edit("subjects").push(subject("User", user));
    for (const std::string &group : flags.list("group"))
        binding.edit("subjects").push(subject("Group", group));
    for (const std::string &account : flags.list("serviceaccount")) {
        const auto parts = splitAt(account, ':');
        if (parts.size() != 2 || parts[0].empty() || parts[1].empty())
            return std::unexpected(Error("serviceaccount must be <namespace>:<name>"));
        binding.edit("subjects")
            .push(Value::map({{"kind", "ServiceAccount"}, {"namespace", parts[0]}, {"name", parts[1]}}));
    }
    return {};
}

Value roleReference(std::string_view kind, const std::string &name)
{
    return Value::map({{"apiGroup", kGroup}, {"kind", kind}, {"name", name}});
}

Result<Value> roleBindingOf(const Session &session, const std::string &name)
{
    const Flags &flags = session.flags();
    const std::string &role = flags.text("role"), &clusterRole = flags.text("clusterrole");
    if (role.empty() == clusterRole.empty())
        return std::unexpected(Error("exactly one of clusterrole or role must be specified"));
    Value binding = namedObject(session, kApiVersion, "RoleBinding", name);
    binding.set("roleRef",
                role.empty() ? roleReference("ClusterRole", clusterRole) : roleReference("Role", role));
    if (const auto added = addSubjects(flags, binding); !added)
        return std::unexpected(added.error());
    return binding;
}

Result<Value> clusterRoleBindingOf(const Session &session, const std::string &name)
{
    Value binding =
        Value::map({{"apiVersion", kApiVersion},
                    {"kind", "ClusterRoleBinding"},
                    {"metadata", Value::map({{"name", name}})},
                    {"roleRef", roleReference("ClusterRole", session.flags().text("clusterrole"))}});
    if (const auto added = addSubjects(session.flags(), binding); !added)
        return std::unexpected(added.error());
    return binding;
}

client::Task<int> runRoleBinding(Session &session)
{
    Creation creation = creationOf("rolebindings", true, "failed to create rolebinding: ");
    creation.object = roleBindingOf;
    return runCreation(session, std::move(creation));
}

client::Task<int> runClusterRoleBinding(Session &session)
{
    Creation creation = creationOf("clusterrolebindings", false, "failed to create clusterrolebinding: ");
    creation.object = clusterRoleBindingOf;
    return runCreation(session, std::move(creation));
}

constexpr FlagSpec kRuleFlags[]{
    {"verb", 0, FlagType::List, "[]", "What may be done: get, list, watch, create and so on"},
    {"resource", 0, FlagType::List, "[]", "With which types, as TYPE, TYPE.GROUP or TYPE/SUBRESOURCE."},
    {"resource-name", 0, FlagType::Array, "[]", "With these objects only; may be repeated."},
};
constexpr FlagSpec kClusterRuleFlags[]{
    {"non-resource-url", 0, FlagType::List, "[]", "A path of the server that is no object."},
    {"aggregation-rule", 0, FlagType::List, "", "Labels of the ClusterRoles that this one puts together."},
};
constexpr FlagSpec kBindingFlags[]{
    {"clusterrole", 0, FlagType::Text, "", "The ClusterRole that is given."},
    {"user", 0, FlagType::Array, "[]", "A user who gets it; may be repeated."},
    {"group", 0, FlagType::Array, "[]", "A group that gets it; may be repeated."},
    {"serviceaccount", 0, FlagType::Array, "[]", "An account that gets it, NAMESPACE:NAME; may be repeated."},
};
constexpr FlagSpec kRoleFlag[]{{"role", 0, FlagType::Text, "", "The Role that is given."}};

std::vector<FlagSpecs> flagsWith(FlagSpecs first, FlagSpecs second)
{
    std::vector<FlagSpecs> flags = creationFlags(first);
    flags.push_back(second);
    return flags;
}

} // namespace

const Command kCreateRole{
    .path = "create role",
    .usage = "NAME --verb=verb --resource=resource.group/subresource [--resource-name=resourcename] "
             "[--dry-run=server|client|none]",
    .brief = "Create a role with single rule",
    .text = "Makes a Role: what may be done in its namespace.",
    .examples = "kubectl create role pod-reader --verb=get --verb=list --verb=watch --resource=pods",
    .flags = creationFlags(kRuleFlags),
    .run = runRole,
};

const Command kCreateClusterRole{
    .path = "create clusterrole",
    .usage = "NAME --verb=verb --resource=resource.group [--resource-name=resourcename] "
             "[--dry-run=server|client|none]",
    .brief = "Create a cluster role",
    .text = "Makes a ClusterRole: what may be done in the whole cluster, or wherever it is bound.",
    .examples = "kubectl create clusterrole node-reader --verb=get,list,watch --resource=nodes",
    .flags = flagsWith(kRuleFlags, kClusterRuleFlags),
    .run = runClusterRole,
};

const Command kCreateRoleBinding{
    .path = "create rolebinding",
    .usage = "NAME --clusterrole=NAME|--role=NAME [--user=username] [--group=groupname] "
             "[--serviceaccount=namespace:serviceaccountname] [--dry-run=server|client|none]",
    .brief = "Create a role binding for a particular role or cluster role",
    .text = "Gives a role to users, groups or accounts, in one namespace.",
    .examples = "kubectl create rolebinding readers --role=pod-reader --serviceaccount=default:robot",
    .flags = flagsWith(kBindingFlags, kRoleFlag),
    .run = runRoleBinding,
};

const Command kCreateClusterRoleBinding{
    .path = "create clusterrolebinding",
    .usage = "NAME --clusterrole=NAME [--user=username] [--group=groupname] "
             "[--serviceaccount=namespace:serviceaccountname] [--dry-run=server|client|none]",
    .brief = "Create a cluster role binding for a particular cluster role",
    .text = "Gives a ClusterRole to users, groups or accounts, in the whole cluster.",
    .examples = "kubectl create clusterrolebinding watchers --clusterrole=node-reader --group=operators",
    .flags = creationFlags(kBindingFlags),
    .run = runClusterRoleBinding,
    .required = {"clusterrole"},
};

} // namespace minato::shell::kubectl
