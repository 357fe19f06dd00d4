// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/admission/quota_admission.h"

#include "kube/quota_usage.h"

#include <algorithm>
#include <array>
#include <format>
#include <map>
#include <set>

namespace minato::apiserver {
namespace {

using kube::ResourceAmounts;
using kube::Value;

/// A quota of one of these needs every container to say what it wants of it.
constexpr std::array<std::string_view, 6> kMustBeSaid{
    "cpu", "memory", "requests.cpu", "requests.memory", "limits.cpu", "limits.memory"};

bool says(const Value &resources, std::string_view name)
{
    const bool isLimit = name.starts_with("limits.");
    const std::size_t dot = name.find('.');
    return resources[isLimit ? "limits" : "requests"].contains(
        dot == std::string_view::npos ? name : name.substr(dot + 1));
}

/// "must specify cpu for: a,b; memory for: b"
std::optional<std::string> unsaid(const Value &podSpec, const std::vector<std::string> &names)
{
    if (!podSpec["resources"]["requests"].isEmpty() || !podSpec["resources"]["limits"].isEmpty())
        return std::nullopt;
    std::map<std::string, std::set<std::string_view>> missing;
    for (const std::string &name : names) {
        if (!std::ranges::contains(kMustBeSaid, name))
            continue;
        for (const char *list : {"containers", "initContainers"}) {
            for (const Value &container : podSpec[list].items()) {
                if (!says(container["resources"], name))
                    missing[name].insert(container["name"].asString());
            }
        }
    }
    std::string text;
    for (const auto &[name, containers] : missing) {
        text += std::format("{}{} for: ", text.empty() ? "" : "; ", name);
        for (const char *separator = ""; const std::string_view container : containers) {
            text.append(separator).append(container);
            separator = ",";
        }
    }
    return text.empty() ? std::nullopt : std::optional("must specify " + text);
}

/// "cpu=1,memory=1Gi" of the named ones.
std::string amountsText(const ResourceAmounts &amounts, const std::vector<std::string> &names)
{
    std::string text;
    for (const std::string &name : names) {
        const auto it = amounts.find(name);
        if (it != amounts.end())
            text += std::format("{}{}={}", text.empty() ? "" : ",", name, it->second.toString());
    }
    return text;
}

bool isIgnored(const Kind &kind)
{
    return !kind.isNamespaced || kind.answer || kind.kind == "Event";
}

/// What one quota says of a new object; nothing: it is none of its business.
std::expected<std::optional<QuotaCharge>, std::string> ask(const kube::ObjectPtr &quota, const Kind &kind,
                                                           const Value &object, base::Instant now)
{
    const ResourceAmounts hard = kube::readAmounts(quota->status()["hard"]);
    const ResourceAmounts used = kube::readAmounts(quota->status()["used"]);
    const auto names = kube::quotaResourcesOf(kind.gvr(), hard);
    if (names.empty() || !kube::matchesQuotaScopes(quota->spec(), kind.gvr(), object))
        return std::nullopt;
    if (const auto why = kind.gvr() == kube::resources::kPods ? unsaid(object["spec"], names) : std::nullopt)
        return std::unexpected(std::format("failed quota: {}: {}", quota->name(), *why));
    std::string all;
    for (const std::string &name : names)
        all.append(all.empty() ? "" : ",").append(name);
    if (!std::ranges::all_of(names, [&used](const std::string &name) { return used.contains(name); }))
        return std::unexpected(
            std::format("status unknown for quota: {}, resources: {}", quota->name(), all));
    const ResourceAmounts usage = kube::quotaUsage(kind.gvr(), object, now);
    QuotaCharge charge{quota, quota->status()["used"]};
    std::vector<std::string> exceeded;
    for (const std::string &name : names) {
        const auto delta = usage.find(name);
        if (delta == usage.end() || delta->second.isZero())
            continue;
        const auto total = used.at(name) + delta->second;
        if (total > hard.at(name))
            exceeded.push_back(name);
        charge.used.set(name, total.toString());
    }
    if (!exceeded.empty())
        return std::unexpected(std::format("exceeded quota: {}, requested: {}, used: {}, limited: {}",
                                           quota->name(), amountsText(usage, exceeded),
                                           amountsText(used, exceeded), amountsText(hard, exceeded)));
    return charge;
}

} // namespace

std::expected<std::vector<QuotaCharge>, std::string> askQuotas(const Machinery &machinery, const Kind &kind,
                                                               const Value &object)
{
    std::vector<QuotaCharge> charges;
    if (isIgnored(kind))
        return charges;
    const Kind &quotas = *machinery.registry.find(kube::resources::kResourceQuotas);
    if (machinery.store.count(quotas.bucket) == 0)
        return charges;
    for (const auto &quota :
         machinery.store.list(quotas.bucket, object["metadata"]["namespace"].asString())) {
        auto charge = ask(quota, kind, object, machinery.now());
        if (!charge)
            return std::unexpected(std::move(charge.error()));
        if (*charge && (*charge)->used != quota->status()["used"])
            charges.push_back(**std::move(charge));
    }
    return charges;
}

void chargeQuotas(Machinery &machinery, const std::vector<QuotaCharge> &charges)
{
    const Kind &quotas = *machinery.registry.find(kube::resources::kResourceQuotas);
    for (const QuotaCharge &charge : charges) {
        Value root = charge.quota->root();
        root.edit("status").set("used", charge.used);
        (void)machinery.store.put(quotas.bucket, charge.quota, std::move(root));
    }
}

} // namespace minato::apiserver
