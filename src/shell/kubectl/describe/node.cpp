// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Nodes.
#include "kube/quantity.h"
#include "shell/kubectl/describe/describe.h"

#include <algorithm>
#include <set>

namespace minato::shell::kubectl {
namespace {

using kube::Quantity;
using kube::Value;
using Amounts = std::map<std::string, Quantity, std::less<>>;

void add(Amounts &total, const Value &list)
{
    for (const kube::Member &item : list.members()) {
        const auto amount = Quantity::fromValue(item.value);
        if (!amount)
            continue;
        const auto known = total.find(item.key());
        if (known == total.end())
            total.emplace(item.key(), *amount);
        else
            known->second = known->second + *amount;
    }
}

void raise(Amounts &total, const Amounts &least)
{
    for (const auto &[name, amount] : least) {
        const auto known = total.find(name);
        if (known == total.end() || known->second < amount)
            total[name] = amount;
    }
}

/// Requests or limits of a whole Pod: containers together, or the largest init container if that is more.
///
/// Mirrors   component-helpers/resource PodRequests, PodLimits; sidecars count as containers
Amounts podAmounts(const kube::Object &pod, std::string_view field)
{
    Amounts total;
    for (const Value &container : pod.spec()["containers"].items())
        add(total, container["resources"][field]);
    Amounts sidecars, largest;
    for (const Value &container : pod.spec()["initContainers"].items()) {
        const Value &list = container["resources"][field];
        if (container["restartPolicy"].asString() == "Always") {
            add(total, list);
            add(sidecars, list);
            raise(largest, sidecars);
        } else {
            Amounts running = sidecars;
            add(running, list);
            raise(largest, running);
        }
    }
    raise(total, largest);
    if (field == "requests" || !total.empty())
        add(total, pod.spec()["overhead"]);
    return total;
}

Quantity amountOf(const Amounts &amounts, std::string_view name)
{
    const auto found = amounts.find(name);
    return found == amounts.end() ? Quantity() : found->second;
}

/// "100m (2%)": the share of what the node offers, cut to whole percents.
std::string shareText(const Amounts &amounts, std::string_view name, const Value &allocatable)
{
    const Quantity amount = amountOf(amounts, name);
    const auto whole = Quantity::fromValue(allocatable[name]);
    const bool isCpu = name == "cpu";
    const double part = static_cast<double>(isCpu ? amount.milliValue() : amount.value());
    const double all = whole ? static_cast<double>(isCpu ? whole->milliValue() : whole->value()) : 0;
    return std::format("{} ({}%)", amount.toString(),
                       all == 0 ? 0 : static_cast<std::int64_t>(part / all * 100));
}

std::string rolesText(const Value &labels)
{
    constexpr std::string_view prefix = "node-role.kubernetes.io/";
    std::set<std::string> roles;
    for (const kube::Member &label : labels.members()) {
        if (label.key().starts_with(prefix) && label.key().size() > prefix.size())
            roles.emplace(label.key().substr(prefix.size()));
        else if (label.key() == "kubernetes.io/role" && !label.value.asString().empty())
            roles.emplace(label.value.asString());
    }
    std::string text;
    for (const std::string &role : roles)
        text += (text.empty() ? "" : ",") + role;
    return orNone(std::move(text));
}

void writeTaints(DescribeWriter &w, const Value &taints)
{
    std::vector<Value> sorted(taints.items().begin(), taints.items().end());
    std::ranges::stable_sort(sorted, {}, [](const Value &taint) {
        return std::string(taint["effect"].asString()) + "," + std::string(taint["key"].asString());
    });
    w.write(0, "Taints:\t");
    if (sorted.empty())
        w.write(0, "<none>\n");
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        const std::string_view value = sorted[i]["value"].asString(), effect = sorted[i]["effect"].asString();
        w.line(0, "{}{}{}{}", i > 0 ? "\t" : "", sorted[i]["key"].asString(),
               value.empty() ? "" : "=" + std::string(value),
               effect.empty() ? "" : ":" + std::string(effect));
    }
}

client::Task<void> writeLease(DescribeWriter &w, Session &session, std::string node)
{
    api::Request request{.verb = api::Verb::Get,
                         .resource = {"coordination.k8s.io", "v1", "leases"},
                         .ns = "kube-node-lease",
                         .name = std::move(node)};
    const auto answer = co_await session.send(std::move(request));
    if (!answer) {
        w.line(0, "Lease:\tFailed to get lease: {}", answer.error().message());
        co_return;
    }
    const Value spec = valueOf(answer->payload)["spec"];
    const auto time = [](const Value &value) {
        return value.isNull() ? std::string("<unset>") : longTime(value);
    };
    w.line(0, "Lease:");
    w.line(1, "HolderIdentity:\t{}", spec["holderIdentity"].asString("<unset>"));
    w.line(1, "AcquireTime:\t{}", time(spec["acquireTime"]));
    w.line(1, "RenewTime:\t{}", time(spec["renewTime"]));
}

void writeAmounts(DescribeWriter &w, std::string_view title, const Value &list)
{
    if (list.size() > 0)
        w.line(0, "{}:", title);
    for (const kube::Member &item : list.members()) {
        const auto amount = Quantity::fromValue(item.value);
        w.line(1, "{}:\t{}", item.key(), amount ? amount->toString() : plainText(item.value));
    }
}

void writeSystem(DescribeWriter &w, const kube::Object &node)
{
    const Value &status = node.status();
    if (status["conditions"].size() > 0) {
        w.write(0, "Conditions:\n  Type\tStatus\tLastHeartbeatTime\tLastTransitionTime\tReason\tMessage\n");
        w.write(1, "----\t------\t-----------------\t------------------\t------\t-------\n");
    }
    for (const Value &c : status["conditions"].items())
        w.line(1, "{} \t{} \t{} \t{} \t{} \t{}", c["type"].asString(), c["status"].asString(),
               longTime(c["lastHeartbeatTime"]), longTime(c["lastTransitionTime"]), c["reason"].asString(),
               c["message"].asString());
    w.line(0, "Addresses:");
    for (const Value &address : status["addresses"].items())
        w.line(1, "{}:\t{}", address["type"].asString(), address["address"].asString());
    writeAmounts(w, "Capacity", status["capacity"]);
    writeAmounts(w, "Allocatable", status["allocatable"]);
    w.line(0, "System Info:");
    for (const auto &[title, field] :
         {std::pair("Machine ID", "machineID"), std::pair("System UUID", "systemUUID"),
          std::pair("Boot ID", "bootID"), std::pair("Kernel Version", "kernelVersion"),
          std::pair("OS Image", "osImage"), std::pair("Operating System", "operatingSystem"),
          std::pair("Architecture", "architecture"),
          std::pair("Container Runtime Version", "containerRuntimeVersion"),
          std::pair("Kubelet Version", "kubeletVersion"),
          std::pair("Kube-Proxy Version", "kubeProxyVersion")})
        w.line(1, "{}:\t{}", title, status["nodeInfo"][field].asString());
    const Value &spec = node.spec();
    if (const auto cidr = spec["podCIDR"].asString(); !cidr.empty())
        w.line(0, "PodCIDR:\t{}", cidr);
    std::string cidrs;
    for (const Value &cidr : spec["podCIDRs"].items())
        cidrs += (cidrs.empty() ? "" : ",") + std::string(cidr.asString());
    if (!cidrs.empty())
        w.line(0, "PodCIDRs:\t{}", cidrs);
    if (const auto provider = spec["providerID"].asString(); !provider.empty())
        w.line(0, "ProviderID:\t{}", provider);
}

void writePods(DescribeWriter &w, const kube::Object &node, const std::vector<kube::ObjectPtr> &pods)
{
    const Value &status = node.status();
    const Value &allocatable = status[status["allocatable"].size() > 0 ? "allocatable" : "capacity"];
    w.line(0, "Non-terminated Pods:\t({} in total)", pods.size());
    w.write(1, "Namespace\tName\t\tCPU Requests\tCPU Limits\tMemory Requests\tMemory Limits\tAge\n");
    w.write(1, "---------\t----\t\t------------\t----------\t---------------\t-------------\t---\n");
    Amounts requests, limits;
    const auto addAll = [](Amounts &total, const Amounts &more) {
        for (const auto &[name, amount] : more)
            total[name] = total.contains(name) ? total[name] + amount : amount;
    };
    for (const kube::ObjectPtr &pod : pods) {
        const Amounts asked = podAmounts(*pod, "requests"), allowed = podAmounts(*pod, "limits");
        addAll(requests, asked);
        addAll(limits, allowed);
        w.line(1, "{}\t{}\t\t{}\t{}\t{}\t{}\t{}", pod->ns(), pod->name(),
               shareText(asked, "cpu", allocatable), shareText(allowed, "cpu", allocatable),
               shareText(asked, "memory", allocatable), shareText(allowed, "memory", allocatable),
               w.since(pod->metadata()["creationTimestamp"]));
    }
    w.write(0, "Allocated resources:\n  (Total limits may be over 100 percent, i.e., overcommitted.)\n");
    w.write(1, "Resource\tRequests\tLimits\n");
    w.write(1, "--------\t--------\t------\n");
    std::vector<std::string_view> names{"cpu", "memory", "ephemeral-storage"};
    for (const kube::Member &item : allocatable.members())
        if (item.key().starts_with("hugepages-"))
            names.push_back(item.key());
    for (const std::string_view name : names)
        w.line(1, "{}\t{}\t{}", name, shareText(requests, name, allocatable),
               shareText(limits, name, allocatable));
    for (const kube::Member &item : allocatable.members())
        if (!std::ranges::contains(names, item.key()) && item.key() != "pods" && item.key() != "storage")
            w.line(1, "{}\t{}\t{}", item.key(), amountOf(requests, item.key()).toString(),
                   amountOf(limits, item.key()).toString());
}

} // namespace

client::Task<Result<std::string>> describeNode(Describing subject)
{
    const kube::ObjectPtr node = subject.object;
    Session &session = subject.session;
    const std::string name(node->name());
    const auto pods = co_await listAll(
        session, kube::resources::kPods, "",
        {{"fieldSelector", "spec.nodeName=" + name + ",status.phase!=Succeeded,status.phase!=Failed"}});
    if (!pods && !(pods.error().status && pods.error().status->isReason("Forbidden")))
        co_return std::unexpected(pods.error());
    // Controllers name a node by its uid in their events, kubelets by its name.
    Events events = co_await findEvents(subject);
    const Events byName = co_await findEvents(subject, "Node", name);
    if (events && byName)
        events->insert(events->end(), byName->begin(), byName->end());
    DescribeWriter w(session);
    w.line(0, "Name:\t{}", name);
    w.line(0, "Roles:\t{}", rolesText(node->labels()));
    w.labels("Labels", node->labels());
    w.annotations("Annotations", node->annotations());
    w.line(0, "CreationTimestamp:\t{}", longTime(node->metadata()["creationTimestamp"]));
    writeTaints(w, node->spec()["taints"]);
    w.line(0, "Unschedulable:\t{}", node->spec()["unschedulable"].asBool());
    co_await writeLease(w, session, name);
    writeSystem(w, *node);
    if (pods)
        writePods(w, *node, *pods);
    else
        w.line(0, "Pods:\tnot authorized");
    writeEvents(w, events);
    co_return w.take();
}

} // namespace minato::shell::kubectl
