// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// ConfigMaps, Secrets, PriorityClasses, ResourceQuotas, LimitRanges, PodDisruptionBudgets.
#include "kube/base64.h"
#include "kube/label_selector.h"
#include "kube/quantity.h"
#include "shell/kubectl/describe/describe.h"

#include <array>
#include <set>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

void writeHead(DescribeWriter &w, const kube::Object &object)
{
    w.line(0, "Name:\t{}", object.name());
    w.line(0, "Namespace:\t{}", object.ns());
    w.labels("Labels", object.labels());
    w.annotations("Annotations", object.annotations());
}

std::size_t bytesOf(const Value &base64)
{
    return kube::decodeBase64(base64.asString()).value_or(std::string()).size();
}

std::string amountText(const Value &value)
{
    const auto amount = kube::Quantity::fromValue(value);
    return amount ? amount->toString() : "0";
}

/// What a scope of a quota means.
std::string_view scopeText(std::string_view scope)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> texts{
        {{"Terminating", "Matches all pods that have an active deadline. These pods have a limited lifespan "
                         "on a node before "
                         "being actively terminated by the system."},
         {"NotTerminating", "Matches all pods that do not have an active deadline. These pods usually "
                            "include long running pods "
                            "whose container command is not expected to terminate."},
         {"BestEffort", "Matches all pods that do not have resource requirements set. These pods have a best "
                        "effort quality of service."},
         {"NotBestEffort",
          "Matches all pods that have at least one resource requirement set. These pods have "
          "a burstable or guaranteed quality of service."}}};
    for (const auto &[name, text] : texts)
        if (name == scope)
            return text;
    return {};
}

void writeScopes(DescribeWriter &w, const Value &scopes)
{
    std::set<std::string_view> names;
    std::string all;
    for (const Value &scope : scopes.items())
        names.insert(scope.asString());
    for (const std::string_view name : names)
        all.append(all.empty() ? "" : ", ").append(name);
    if (names.empty())
        return;
    w.line(0, "Scopes:\t{}", all);
    for (const std::string_view name : names)
        if (const std::string_view text = scopeText(name); !text.empty())
            w.line(0, " * {}", text);
}

} // namespace

client::Task<Result<std::string>> describeConfigMap(Describing subject)
{
    const kube::ObjectPtr map = subject.object;
    const Events events = co_await findEvents(subject);
    DescribeWriter w(subject.session);
    writeHead(w, *map);
    w.write(0, "\nData\n====\n");
    for (const kube::Member &entry : map->root()["data"].members())
        w.write(0, std::format("{}:\n----\n{}\n\n", entry.key(), entry.value.asString()));
    w.write(0, "\nBinaryData\n====\n");
    for (const kube::Member &entry : map->root()["binaryData"].members())
        w.line(0, "{}: {} bytes", entry.key(), bytesOf(entry.value));
    w.write(0, "\n");
    writeEvents(w, events);
    co_return w.take();
}

client::Task<Result<std::string>> describeSecret(Describing subject)
{
    const Value &secret = subject.object->root();
    DescribeWriter w(subject.session);
    writeHead(w, *subject.object);
    w.write(0, std::format("\nType:\t{}\n\nData\n====\n", secret["type"].asString()));
    for (const kube::Member &entry : secret["data"].members())
        w.line(0, "{}:\t{} bytes", entry.key(), bytesOf(entry.value));
    co_return w.take();
}

client::Task<Result<std::string>> describePriorityClass(Describing subject)
{
    const Value &priority = subject.object->root();
    const Events events = co_await findEvents(subject);
    DescribeWriter w(subject.session);
    w.line(0, "Name:\t{}", subject.object->name());
    w.line(0, "Value:\t{}", priority["value"].asInt());
    w.line(0, "GlobalDefault:\t{}", priority["globalDefault"].asBool());
    w.line(0, "PreemptionPolicy:\t{}", priority["preemptionPolicy"].asString());
    w.line(0, "Description:\t{}", priority["description"].asString());
    w.line(0, "Annotations:\t{}", kube::formatLabels(subject.object->annotations()));
    writeEvents(w, events);
    co_return w.take();
}

client::Task<Result<std::string>> describeResourceQuota(Describing subject)
{
    const kube::Object &quota = *subject.object;
    DescribeWriter w(subject.session);
    w.line(0, "Name:\t{}", quota.name());
    w.line(0, "Namespace:\t{}", quota.ns());
    writeScopes(w, quota.spec()["scopes"]);
    w.write(0, "Resource\tUsed\tHard\n--------\t----\t----\n");
    for (const kube::Member &item : quota.status()["hard"].members())
        w.line(0, "{}\t{}\t{}", item.key(), amountText(quota.status()["used"][item.key()]),
               amountText(item.value));
    co_return w.take();
}

client::Task<Result<std::string>> describeLimitRange(Describing subject)
{
    DescribeWriter w(subject.session);
    w.line(0, "Name:\t{}", subject.object->name());
    w.line(0, "Namespace:\t{}", subject.object->ns());
    w.write(0, "Type\tResource\tMin\tMax\tDefault Request\tDefault Limit\tMax Limit/Request Ratio\n"
               "----\t--------\t---\t---\t---------------\t-------------\t-----------------------\n");
    writeLimitRows(w, *subject.object, "");
    co_return w.take();
}

client::Task<Result<std::string>> describePodDisruptionBudget(Describing subject)
{
    const kube::Object &budget = *subject.object;
    const Events events = co_await findEvents(subject);
    DescribeWriter w(subject.session);
    w.line(0, "Name:\t{}", budget.name());
    w.line(0, "Namespace:\t{}", budget.ns());
    if (const Value &least = budget.spec()["minAvailable"]; !least.isNull())
        w.line(0, "Min available:\t{}", plainText(least));
    else if (const Value &most = budget.spec()["maxUnavailable"]; !most.isNull())
        w.line(0, "Max unavailable:\t{}", plainText(most));
    const Value &selector = budget.spec()["selector"];
    w.line(0, "Selector:\t{}", selector.isNull() ? "<unset>" : selectorText(selector));
    w.line(0, "Status:");
    w.line(2, "Allowed disruptions:\t{}", budget.status()["disruptionsAllowed"].asInt());
    w.line(2, "Current:\t{}", budget.status()["currentHealthy"].asInt());
    w.line(2, "Desired:\t{}", budget.status()["desiredHealthy"].asInt());
    w.line(2, "Total:\t{}", budget.status()["expectedPods"].asInt());
    writeEvents(w, events);
    co_return w.take();
}

} // namespace minato::shell::kubectl
