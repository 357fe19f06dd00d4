// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/commands/policy_rules.h"

#include "kube/go_quote.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace minato::shell::kubectl {
namespace {

using kube::Value;
using Texts = std::vector<std::string>;

constexpr std::string_view kNoType = "the server doesn't have a resource type ";

constexpr std::array<std::string_view, 14> kVerbs{
    "*",     "get",   "delete",           "list", "create", "update",   "patch",
    "watch", "proxy", "deletecollection", "use",  "bind",   "escalate", "impersonate"};
constexpr std::array<std::string_view, 8> kUrlVerbs{"*",      "get",   "post", "put",
                                                    "delete", "patch", "head", "options"};

struct Special {
    std::string_view verb, group, resource;
};
constexpr std::string_view kAccess = "rbac.authorization.k8s.io";
/// Verbs that go with these types alone.
constexpr std::array kSpecials{
    Special{"use", "policy", "podsecuritypolicies"},
    Special{"use", "extensions", "podsecuritypolicies"},
    Special{"bind", kAccess, "roles"},
    Special{"bind", kAccess, "clusterroles"},
    Special{"escalate", kAccess, "roles"},
    Special{"escalate", kAccess, "clusterroles"},
    Special{"impersonate", "", "users"},
    Special{"impersonate", "", "serviceaccounts"},
    Special{"impersonate", "", "groups"},
    Special{"impersonate", "authentication.k8s.io", "userextras"},
};

/// "deployments.apps/scale", and what the server has for it.
struct Wanted {
    std::string resource, group, subresource;
    bool isKnown = false;
};

Texts withoutRepetition(const Texts &texts)
{
    Texts once;
    for (const std::string &text : texts)
        if (!std::ranges::contains(once, text))
            once.push_back(text);
    return once;
}

Texts verbsOf(const Flags &flags)
{
    const Texts &given = flags.list("verb");
    return std::ranges::contains(given, "*") ? Texts{"*"} : withoutRepetition(given);
}

std::vector<Wanted> wantedOf(const Flags &flags)
{
    std::vector<Wanted> all;
    for (const std::string &text : flags.list("resource")) {
        const std::size_t slash = std::min(text.find('/'), text.size());
        const std::string type = text.substr(0, slash);
        const std::size_t dot = std::min(type.find('.'), type.size());
        Wanted wanted{type.substr(0, dot), dot < type.size() ? type.substr(dot + 1) : "",
                      slash < text.size() ? text.substr(slash + 1) : ""};
        if (text == "*")
            return {wanted};
        all.push_back(std::move(wanted));
    }
    return all;
}

/// Short names become long ones, groups are filled in.
client::Task<Result<void>> lookUp(Session &session, std::vector<Wanted> &all)
{
    const auto discovery = co_await session.discovery();
    if (!discovery)
        co_return std::unexpected(discovery.error());
    for (Wanted &wanted : all) {
        const ApiResource *type =
            (*discovery)->find(wanted.resource + (wanted.group.empty() ? "" : "." + wanted.group));
        if (!type)
            continue;
        wanted.resource = type->gvr.resource;
        wanted.group = type->gvr.group;
        wanted.isKnown = true;
    }
    co_return Result<void>();
}

std::optional<Error> complaint(const Wanted &wanted, const Texts &verbs)
{
    bool isKnown = wanted.isKnown;
    for (const std::string &verb : verbs) {
        if (!std::ranges::contains(kSpecials, verb, &Special::verb))
            continue;
        const bool fits = std::ranges::any_of(kSpecials, [&](const Special &one) {
            return one.verb == verb && one.group == wanted.group && one.resource == wanted.resource;
        });
        if (!fits)
            return Error("can not perform '" + verb + "' on '" + wanted.resource + "' in group '" +
                         wanted.group + "'");
        isKnown = true;
    }
    if (isKnown)
        return std::nullopt;
    return Error(std::string(kNoType) + kube::goQuote(wanted.resource) +
                 (wanted.group.empty() ? "" : " in group " + kube::goQuote(wanted.group)));
}

Result<void> checkResources(const std::vector<Wanted> &all, const Texts &verbs)
{
    for (const Wanted &wanted : all) {
        if (wanted.resource.empty())
            return std::unexpected(Error("resource must be specified if apiGroup/subresource specified"));
        if (wanted.resource == "*")
            return {};
        if (auto wrong = complaint(wanted, verbs))
            return std::unexpected(*std::move(wrong));
    }
    return {};
}

Result<void> checkUrls(const Texts &urls, const Texts &verbs)
{
    if (urls.empty())
        return {};
    for (const std::string &verb : verbs)
        if (!std::ranges::contains(kUrlVerbs, verb))
            return std::unexpected(Error("invalid verb: '" + verb + "' for nonResourceURL"));
    for (const std::string &url : urls) {
        if (url != "*" && !url.starts_with('/'))
            return std::unexpected(Error("nonResourceURL should start with /"));
        if (url.substr(0, url.size() - 1).contains('*'))
            return std::unexpected(
                Error("nonResourceURL only supports wildcard matches when '*' is at the end"));
    }
    return {};
}

Value arrayOf(const Texts &texts)
{
    Value array = Value::emptyArray();
    for (const std::string &text : texts)
        array.push(text);
    return array;
}

Value rulesFor(const std::vector<Wanted> &all, const Texts &verbs, const Texts &names, const Texts &urls)
{
    std::map<std::string, Texts> byGroup;
    for (const Wanted &wanted : all) {
        Texts &resources = byGroup[wanted.group];
        const std::string text =
            wanted.resource + (wanted.subresource.empty() ? "" : "/" + wanted.subresource);
        if (!std::ranges::contains(resources, text))
            resources.push_back(text);
    }
    Value rules = Value::emptyArray();
    for (const auto &[group, resources] : byGroup) {
        Value rule = Value::map({{"verbs", arrayOf(verbs)},
                                 {"apiGroups", Value::array({group})},
                                 {"resources", arrayOf(resources)}});
        if (!names.empty())
            rule.set("resourceNames", arrayOf(names));
        rules.push(std::move(rule));
    }
    if (!urls.empty())
        rules.push(Value::map({{"verbs", arrayOf(verbs)}, {"nonResourceURLs", arrayOf(urls)}}));
    return rules;
}

} // namespace

client::Task<Result<Value>> policyRules(Session &session, RuleScope scope)
{
    const Flags &flags = session.flags();
    const Texts verbs = verbsOf(flags);
    std::vector<Wanted> all = wantedOf(flags);
    const Texts urls =
        scope == RuleScope::Cluster ? withoutRepetition(flags.list("non-resource-url")) : Texts();
    if (verbs.empty())
        co_return std::unexpected(Error("at least one verb must be specified"));
    if (scope == RuleScope::Cluster && all.empty() && urls.empty())
        co_return std::unexpected(Error("one of resource or nonResourceURL must be specified"));
    for (const std::string &verb : verbs)
        if (!std::ranges::contains(kVerbs, verb) && (scope == RuleScope::Namespace || !all.empty()))
            session.warn("Warning: '" + verb + "' is not a standard resource verb\n");
    if (scope == RuleScope::Namespace && all.empty())
        co_return std::unexpected(Error("at least one resource must be specified"));
    if (!all.empty())
        if (const auto known = co_await lookUp(session, all); !known)
            co_return std::unexpected(known.error());
    if (auto fits = checkResources(all, verbs); !fits) {
        if (fits.error().text.starts_with(kNoType)) {
            // Upstream prints this one without "error: ".
            session.warn(fits.error().text + "\n");
            fits.error().isPrinted = true;
        }
        co_return std::unexpected(fits.error());
    }
    if (const auto fits = checkUrls(urls, verbs); !fits)
        co_return std::unexpected(fits.error());
    co_return rulesFor(all, verbs, withoutRepetition(flags.list("resource-name")), urls);
}

} // namespace minato::shell::kubectl
