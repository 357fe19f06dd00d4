// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/kinds/kinds.h"
#include "apiserver/kinds/workloads.h"
#include "apiserver/syntax.h"
#include "apiserver/table_columns.h"

#include <set>

/// Mirrors   pkg/registry/core/node, pkg/printers/internalversion (printNode)
namespace minato::apiserver::kinds {
namespace {

using kube::Value;

void setDefaults(Value &node)
{
    const Value &status = node["status"];
    if (!status.contains("allocatable") && status.contains("capacity")) {
        const Value capacity = status["capacity"];
        node.edit("status").set("allocatable", capacity);
    }
    setIfAbsent(node, "spec", Value::emptyMap());
}

void validate(const Value &node, FieldErrors &errors)
{
    std::set<std::pair<std::string_view, std::string_view>> seen;
    const auto taints = node.at("spec", "taints").items();
    for (std::size_t i = 0; i < taints.size(); ++i) {
        const std::string path = childPath("spec.taints", i);
        const std::string_view key = taints[i]["key"].asString();
        const std::string_view effect = taints[i]["effect"].asString();
        for (const auto &complaint : syntax::qualifiedName(key))
            errors.invalid(childPath(path, "key"), key, complaint);
        if (effect.empty())
            errors.required(childPath(path, "effect"));
        else if (effect != "NoSchedule" && effect != "PreferNoSchedule" && effect != "NoExecute")
            errors.unsupported(childPath(path, "effect"), effect,
                               {"NoSchedule", "PreferNoSchedule", "NoExecute"});
        if (!seen.emplace(key, effect).second)
            errors.duplicate(path, taints[i]);
    }
}

void validateUpdate(const Value &node, const kube::Object &old, FieldErrors &errors)
{
    const Value &cidr = old.spec()["podCIDR"];
    if (!cidr.isEmpty() && node.at("spec", "podCIDR") != cidr)
        errors.forbidden("spec.podCIDRs", "node updates may not change podCIDR except from \"\" to valid");
    if (node["spec"] != old.spec())
        validate(node, errors);
}

std::string statusText(const kube::Object &node)
{
    std::string text = "Unknown";
    for (const Value &condition : node.status()["conditions"].items()) {
        if (condition["type"].asString() == "Ready")
            text = condition["status"].asString() == "True" ? "Ready" : "NotReady";
    }
    return node.spec()["unschedulable"].asBool() ? text + ",SchedulingDisabled" : text;
}

std::string rolesText(const kube::Object &node)
{
    constexpr std::string_view kPrefix = "node-role.kubernetes.io/";
    std::set<std::string_view> roles;
    for (const kube::Member &label : node.labels().members()) {
        if (label.key().starts_with(kPrefix) && label.key().size() > kPrefix.size())
            roles.insert(label.key().substr(kPrefix.size()));
        else if (label.key() == "kubernetes.io/role" && !label.value.isEmpty())
            roles.insert(label.value.asString());
    }
    std::string text;
    for (const auto role : roles)
        text.append(text.empty() ? "" : ",").append(role);
    return text.empty() ? "<none>" : text;
}

std::string_view addressOf(const kube::Object &node, std::string_view type)
{
    for (const Value &address : node.status()["addresses"].items()) {
        if (address["type"].asString() == type)
            return address["address"].asString();
    }
    return "<none>";
}

std::vector<kube::TableColumn> columns()
{
    return {nameColumn(),
            column("Status", "string", "Whether the node is ready, and whether it takes new Pods."),
            column("Roles", "string", "The node's roles, from its labels."),
            ageColumn(),
            column("Version", "string", "The version of its kubelet."),
            wideColumn("Internal-IP", "string", "Its address inside the cluster's network."),
            wideColumn("External-IP", "string", "Its address outside."),
            wideColumn("OS-Image", "string", "The operating system."),
            wideColumn("Kernel-Version", "string", "The kernel."),
            wideColumn("Container-Runtime", "string", "What runs the containers.")};
}

std::vector<Value> cells(const kube::Object &node, base::Instant now)
{
    const Value &info = node.status()["nodeInfo"];
    return {node.name(),
            statusText(node),
            rolesText(node),
            ageCell(node, now),
            info["kubeletVersion"].asString(),
            addressOf(node, "InternalIP"),
            addressOf(node, "ExternalIP"),
            textOr(info["osImage"].asString(), "<unknown>"),
            textOr(info["kernelVersion"].asString(), "<unknown>"),
            textOr(info["containerRuntimeVersion"].asString(), "<unknown>")};
}

} // namespace

Kind node()
{
    Kind kind;
    kind.version = "v1";
    kind.resource = "nodes";
    kind.singular = "node";
    kind.kind = "Node";
    kind.shortNames = {"no"};
    kind.isNamespaced = false;
    kind.hasStatus = true;
    kind.nameRule = syntax::subdomainName;
    kind.setDefaults = setDefaults;
    kind.validate = validate;
    kind.validateUpdate = validateUpdate;
    kind.columns = columns();
    kind.cells = cells;
    kind.fields = {{"spec.unschedulable", [](const kube::Object &node) {
                        return std::string(node.spec()["unschedulable"].asBool() ? "true" : "false");
                    }}};
    kind.hasOwnFieldRules = true;
    return kind;
}

} // namespace minato::apiserver::kinds
