// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/apply_migration.h"

#include "kube/fields/field_set.h"
#include "shell/kubectl/last_applied.h"

#include <algorithm>
#include <set>
#include <string>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

constexpr int kTries = 5;

bool ownsAnnotation(const Value &entry, std::string_view operation)
{
    const std::string key = std::string("f:").append(kLastApplied);
    return entry["operation"].asString() == operation &&
           kube::field_set::isMember(entry.at("fieldsV1", "f:metadata", "f:annotations", key));
}

bool isEntry(const Value &entry, std::string_view manager, std::string_view operation)
{
    return entry["manager"].asString() == manager && entry["operation"].asString() == operation &&
           entry["subresource"].isEmpty();
}

/// Gives the fields of one manager that updates to the one that applies.
void upgrade(Value::Array &entries, const std::string &from, std::string_view manager)
{
    const auto find = [&entries](std::string_view name, std::string_view operation) {
        return std::ranges::find_if(entries,
                                    [&](const Value &entry) { return isEntry(entry, name, operation); });
    };
    auto target = find(manager, "Apply");
    if (target == entries.end()) {
        target = find(from, "Update");
        if (target == entries.end())
            return;
        target->set("operation", "Apply");
        target->set("manager", manager);
    }
    const auto same = std::ranges::find_if(entries, [&](const Value &entry) {
        return isEntry(entry, from, "Update") && entry["apiVersion"] == (*target)["apiVersion"];
    });
    if (same != entries.end())
        target->set("fieldsV1", kube::field_set::unite((*target)["fieldsV1"], (*same)["fieldsV1"]));
    std::erase_if(entries, [&from](const Value &entry) { return isEntry(entry, from, "Update"); });
}

/// The annotation alone, applied by a manager of its own so that it does not go with the first apply.
api::Request keepAnnotation(const api::Request &applied, const Value &object)
{
    api::Request request = applied;
    request.query.erase("force");
    request.query["fieldManager"] = "kubectl-last-applied";
    Value annotations = Value::emptyMap();
    annotations.set(kLastApplied, object.at("metadata", "annotations", kLastApplied));
    Value metadata =
        Value::map({{"name", object["metadata"]["name"]}, {"annotations", std::move(annotations)}});
    if (object["metadata"].contains("namespace"))
        metadata.set("namespace", object["metadata"]["namespace"]);
    request.body = Value::map(
        {{"apiVersion", object["apiVersion"]}, {"kind", object["kind"]}, {"metadata", std::move(metadata)}});
    return request;
}

api::Request moveFields(const api::Request &applied, const Value &object, const Value &managedFields)
{
    api::Request request = applied;
    request.query.erase("force");
    request.patchType = kube::PatchType::Json;
    const auto replace = [](std::string_view path, const Value &value) {
        return Value::map({{"op", "replace"}, {"path", path}, {"value", value}});
    };
    request.body =
        Value::array({replace("/metadata/managedFields", managedFields),
                      replace("/metadata/resourceVersion", object["metadata"]["resourceVersion"])});
    return request;
}

Value objectOf(const api::Response &response)
{
    return response.object()->whole();
}

} // namespace

std::optional<Value> upgradedManagedFields(const Value &managedFields, std::string_view manager)
{
    std::set<std::string> names;
    for (const Value &entry : managedFields.items()) {
        if (ownsAnnotation(entry, "Update"))
            names.emplace(entry["manager"].asString());
    }
    Value::Array entries(managedFields.items().begin(), managedFields.items().end());
    for (const std::string &name : names)
        upgrade(entries, name, manager);
    Value upgraded(std::move(entries));
    return upgraded == managedFields ? std::nullopt : std::optional(std::move(upgraded));
}

client::Task<Value> migrateToServerSide(Session &session, api::Request applied, Value object)
{
    const auto warn = [&session](std::string_view what, const Error &why) {
        session.warn(std::string("Warning: ").append(what) +
                     " This is non-fatal and will be retried next time you apply. Error: " + why.message() +
                     "\n");
    };
    const std::string manager(applied.parameter("fieldManager"));
    const auto entries = object.at("metadata", "managedFields").items();
    const bool isKept =
        std::ranges::any_of(entries, [](const Value &entry) { return ownsAnnotation(entry, "Apply"); });
    if (manager == "kubectl" && !isKept && !object.at("metadata", "annotations", kLastApplied).isNull()) {
        const auto kept = co_await session.send(keepAnnotation(applied, object));
        if (!kept) {
            warn("failed to migrate kubectl.kubernetes.io/last-applied-configuration for Server-Side Apply.",
                 kept.error());
            co_return object;
        }
        object = objectOf(*kept);
    }
    for (int i = 0; i < kTries; ++i) {
        const auto upgraded = upgradedManagedFields(object.at("metadata", "managedFields"), manager);
        if (!upgraded)
            co_return object;
        const auto moved = co_await session.send(moveFields(applied, object, *upgraded));
        if (!moved && i + 1 < kTries && moved.error().status && moved.error().status->isReason("Conflict")) {
            const auto fresh = co_await session.send({.verb = api::Verb::Get,
                                                      .resource = applied.resource,
                                                      .ns = applied.ns,
                                                      .name = applied.name});
            if (fresh)
                object = objectOf(*fresh);
            continue;
        }
        if (!moved) {
            warn("server rejected managed fields migration to Server-Side Apply.", moved.error());
            co_return object;
        }
        break;
    }
    const auto again = co_await session.send(applied);
    if (again)
        co_return objectOf(*again);
    warn("failed to re-apply configuration after performing Server-Side Apply migration.", again.error());
    co_return object;
}

} // namespace minato::shell::kubectl
