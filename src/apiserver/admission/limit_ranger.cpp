// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/admission/limit_ranger.h"

#include "kube/pod_resources.h"

#include <algorithm>
#include <format>
#include <vector>

namespace minato::apiserver {
namespace {

using kube::Quantity;
using kube::ResourceAmounts;
using kube::Value;

constexpr std::string_view kAnnotation = "kubernetes.io/limit-ranger";

/// The defaults of a LimitRange for one of "requests" and "limits".
Value defaultsFor(const kube::Object &limitRange, std::string_view which)
{
    Value defaults;
    for (const Value &limit : limitRange.spec()["limits"].items()) {
        if (limit["type"].asString() != "Container")
            continue;
        for (const kube::Member &amount : limit[which == "requests" ? "defaultRequest" : "default"].members())
            defaults.set(amount.key(), amount.value);
    }
    return defaults;
}

/// Sets what is missing; gives the names of what was set, sorted: "cpu, memory".
std::string fillIn(Value &container, std::string_view which, const Value &defaults)
{
    std::string names;
    for (const kube::Member &amount : defaults.members()) {
        if (container["resources"][which].contains(amount.key()))
            continue;
        container.edit("resources").edit(which).set(amount.key(), amount.value);
        names.append(names.empty() ? "" : ", ").append(amount.key());
    }
    return names;
}

void fillInAll(Value &pod, std::string_view list, std::string_view word, const Value &requests,
               const Value &limits, std::string &note)
{
    for (std::size_t i = 0; i < pod["spec"][list].size(); ++i) {
        Value container = pod["spec"][list][i];
        const std::string name(container["name"].asString());
        const auto tell = [&](const std::string &names, std::string_view what) {
            if (!names.empty())
                note += std::format("{}{} {} for {} {}", note.empty() ? "" : "; ", names, what, word, name);
        };
        tell(fillIn(container, "requests", requests), "request");
        tell(fillIn(container, "limits", limits), "limit");
        if (!container["resources"].isSameNode(pod["spec"][list][i]["resources"]))
            pod.edit("spec").edit(list).edit(i) = std::move(container);
    }
}

/// One thing that has requests and limits: a container, or a Pod as a whole.
struct Measured {
    std::string_view type; ///< "Container", "Pod"
    ResourceAmounts requests, limits;

    [[nodiscard]] const Quantity *request(std::string_view name) const { return find(requests, name); }
    [[nodiscard]] const Quantity *limit(std::string_view name) const { return find(limits, name); }

private:
    static const Quantity *find(const ResourceAmounts &amounts, std::string_view name)
    {
        const auto it = amounts.find(name);
        return it == amounts.end() ? nullptr : &it->second;
    }
};

std::optional<std::string> minimumComplaint(const Measured &it, const std::string &name,
                                            const Quantity &least)
{
    const std::string rule = std::format("minimum {} usage per {} is {}", name, it.type, least.toString());
    const Quantity *request = it.request(name), *limit = it.limit(name);
    if (!request)
        return rule + ".  No request is specified";
    if (*request < least)
        return std::format("{}, but request is {}", rule, request->toString());
    if (limit && *limit < least)
        return std::format("{}, but limit is {}", rule, limit->toString());
    return std::nullopt;
}

std::optional<std::string> maximumComplaint(const Measured &it, const std::string &name, const Quantity &most)
{
    const std::string rule = std::format("maximum {} usage per {} is {}", name, it.type, most.toString());
    const Quantity *request = it.request(name), *limit = it.limit(name);
    if (!limit)
        return rule + ".  No limit is specified";
    if (*limit > most)
        return std::format("{}, but limit is {}", rule, limit->toString());
    if (request && *request > most)
        return std::format("{}, but request is {}", rule, request->toString());
    return std::nullopt;
}

std::optional<std::string> ratioComplaint(const Measured &it, const std::string &name, const Quantity &most)
{
    const std::string rule =
        std::format("{} max limit to request ratio per {} is {}, but", name, it.type, most.toString());
    const Quantity *request = it.request(name), *limit = it.limit(name);
    if (!request || request->isZero())
        return rule + " no request is specified or request is 0";
    if (!limit || limit->isZero())
        return rule + " no limit is specified or limit is 0";
    const double ratio =
        static_cast<double>(limit->milliValue()) / static_cast<double>(request->milliValue());
    if (ratio * 1000 > static_cast<double>(most.milliValue()))
        return std::format("{} provided ratio is {:f}", rule, ratio);
    return std::nullopt;
}

void check(const Measured &it, const Value &limit, std::vector<std::string> &complaints)
{
    const auto checkAll = [&](const char *key, auto complaintOf) {
        for (const auto &[name, amount] : kube::readAmounts(limit[key])) {
            if (auto why = complaintOf(it, name, amount); why && !std::ranges::contains(complaints, *why))
                complaints.push_back(*std::move(why));
        }
    };
    checkAll("min", minimumComplaint);
    checkAll("max", maximumComplaint);
    checkAll("maxLimitRequestRatio", ratioComplaint);
}

} // namespace

void applyLimitDefaults(const kube::Object &limitRange, Value &pod)
{
    const Value requests = defaultsFor(limitRange, "requests"), limits = defaultsFor(limitRange, "limits");
    std::string note;
    fillInAll(pod, "containers", "container", requests, limits, note);
    fillInAll(pod, "initContainers", "init container", requests, limits, note);
    if (!note.empty())
        pod.edit("metadata").edit("annotations").set(kAnnotation, "LimitRanger plugin set: " + note);
}

std::optional<std::string> limitComplaint(const kube::Object &limitRange, const Value &pod)
{
    std::vector<std::string> complaints;
    const Value &spec = pod["spec"];
    for (const Value &limit : limitRange.spec()["limits"].items()) {
        const std::string_view type = limit["type"].asString();
        if (type == "Pod")
            check({type, kube::podResources(spec, "requests"), kube::podResources(spec, "limits")}, limit,
                  complaints);
        if (type != "Container")
            continue;
        for (const char *list : {"containers", "initContainers"}) {
            for (const Value &container : spec[list].items()) {
                const Value &resources = container["resources"];
                check(
                    {type, kube::readAmounts(resources["requests"]), kube::readAmounts(resources["limits"])},
                    limit, complaints);
            }
        }
    }
    if (complaints.empty())
        return std::nullopt;
    std::string all;
    for (const std::string &why : complaints)
        all.append(all.empty() ? "" : ", ").append(why);
    return complaints.size() == 1 ? all : "[" + all + "]";
}

} // namespace minato::apiserver
