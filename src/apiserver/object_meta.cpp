// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/object_meta.h"

#include "apiserver/syntax.h"

#include <algorithm>
#include <format>
#include <string>

namespace minato::apiserver::meta {
namespace {

using kube::Value;

constexpr std::size_t kAnnotationBytes = 256 * 1024;

void complain(FieldErrors &errors, std::string path, const Value &value, const syntax::Complaints &complaints)
{
    for (const std::string &complaint : complaints)
        errors.invalid(path, value, complaint);
}

void validateAnnotations(const Value &annotations, FieldErrors &errors)
{
    std::size_t bytes = 0;
    for (const kube::Member &entry : annotations.members()) {
        std::string key(entry.key());
        std::ranges::transform(key, key.begin(),
                               [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
        complain(errors, "metadata.annotations", entry.keyValue, syntax::qualifiedName(key));
        bytes += entry.key().size() + entry.value.asString().size();
    }
    if (bytes > kAnnotationBytes)
        errors.tooLong("metadata.annotations", kAnnotationBytes);
}

void validateOwners(const Value &owners, FieldErrors &errors)
{
    constexpr std::string_view kPath = "metadata.ownerReferences";
    std::string controller;
    for (const Value &owner : owners.items()) {
        const std::string_view apiVersion = owner["apiVersion"].asString();
        if (apiVersion.empty())
            errors.invalid(childPath(kPath, "apiVersion"), "", "version must not be empty");
        for (const std::string_view key : {"kind", "name", "uid"}) {
            if (owner[key].asString().empty())
                errors.invalid(childPath(kPath, key), "", "must not be empty");
        }
        if (apiVersion == "v1" && owner["kind"].asString() == "Event")
            errors.invalid(std::string(kPath), owner, "/v1, Kind=Event is disallowed from being an owner");
        if (!owner["controller"].asBool())
            continue;
        const std::string name = std::format("{}/{}", owner["kind"].asString(), owner["name"].asString());
        if (controller.empty())
            controller = name;
        else
            errors.invalid(
                std::string(kPath), owners,
                std::format(
                    "Only one reference can have Controller set to true. Found \"true\" in references "
                    "for {} and {}",
                    controller, name));
    }
}

void validateFinalizers(const Value &finalizers, FieldErrors &errors)
{
    const auto has = [&finalizers](std::string_view name) {
        return std::ranges::contains(finalizers.items(), Value(name));
    };
    for (const Value &finalizer : finalizers.items())
        complain(errors, "metadata.finalizers", finalizer, syntax::qualifiedName(finalizer.asString()));
    if (has("orphan") && has("foregroundDeletion"))
        errors.invalid("metadata.finalizers", finalizers,
                       "finalizer orphan and foregroundDeletion cannot be both set");
}

void validateName(const Value &metadata, const Kind &kind, FieldErrors &errors)
{
    const Value &generateName = metadata["generateName"];
    const Value &name = metadata["name"];
    if (!generateName.isEmpty())
        complain(errors, "metadata.generateName", generateName, kind.nameRule(generateName.asString(), true));
    if (name.isEmpty())
        errors.required("metadata.name", "name or generateName is required");
    else
        complain(errors, "metadata.name", name, kind.nameRule(name.asString(), false));
}

void validateNoNewFinalizers(const Value &now, const Value &before, FieldErrors &errors)
{
    std::string extra;
    for (const Value &finalizer : now.items()) {
        if (!std::ranges::contains(before.items(), finalizer))
            extra += std::format("{}\"{}\"", extra.empty() ? "" : ", ", finalizer.asString());
    }
    if (!extra.empty())
        errors.forbidden(
            "metadata.finalizers",
            std::format("no new finalizers can be added if the object is being deleted, found new finalizers "
                        "[]string{{{}}}",
                        extra));
}

} // namespace

void validateLabels(const Value &labels, std::string_view path, FieldErrors &errors)
{
    for (const kube::Member &entry : labels.members()) {
        complain(errors, std::string(path), entry.keyValue, syntax::qualifiedName(entry.key()));
        complain(errors, std::string(path), entry.value, syntax::labelValue(entry.value.asString()));
    }
}

void validateSelector(const Value &selector, std::string_view path, FieldErrors &errors)
{
    validateLabels(selector["matchLabels"], childPath(path, "matchLabels"), errors);
    const auto expressions = selector["matchExpressions"].items();
    for (std::size_t i = 0; i < expressions.size(); ++i) {
        const std::string at = childPath(childPath(path, "matchExpressions"), i);
        const std::string_view op = expressions[i]["operator"].asString();
        const Value &values = expressions[i]["values"];
        if (op == "In" || op == "NotIn") {
            if (values.isEmpty())
                errors.required(childPath(at, "values"),
                                "must be specified when `operator` is 'In' or 'NotIn'");
        } else if (op == "Exists" || op == "DoesNotExist") {
            if (!values.isEmpty())
                errors.forbidden(childPath(at, "values"),
                                 "may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
        } else {
            errors.invalid(childPath(at, "operator"), op, "not a valid selector operator");
        }
        complain(errors, childPath(at, "key"), expressions[i]["key"].asString(),
                 syntax::qualifiedName(expressions[i]["key"].asString()));
        for (std::size_t k = 0; k < values.size(); ++k)
            complain(errors, childPath(childPath(at, "values"), k), values[k],
                     syntax::labelValue(values[k].asString()));
    }
}

void validateNew(const Value &metadata, const Kind &kind, FieldErrors &errors)
{
    validateName(metadata, kind, errors);
    if (!kind.isNamespaced && !metadata["namespace"].isEmpty())
        errors.forbidden("metadata.namespace", "not allowed on this type");
    if (kind.isNamespaced && metadata["namespace"].isEmpty())
        errors.required("metadata.namespace");
    validateLabels(metadata["labels"], "metadata.labels", errors);
    validateAnnotations(metadata["annotations"], errors);
    validateOwners(metadata["ownerReferences"], errors);
    validateFinalizers(metadata["finalizers"], errors);
}

void validateUpdate(const Value &metadata, const kube::Object &old, FieldErrors &errors)
{
    const Value &before = old.metadata();
    if (old.isTerminating())
        validateNoNewFinalizers(metadata["finalizers"], before["finalizers"], errors);
    for (const std::string_view key :
         {"name", "namespace", "uid", "deletionTimestamp", "deletionGracePeriodSeconds"}) {
        if (metadata[key] != before[key])
            errors.invalid(childPath("metadata", key), metadata[key], syntax::kImmutable);
    }
    // Unchanged parts were judged when they came in.
    if (!metadata["labels"].isSameNode(before["labels"]))
        validateLabels(metadata["labels"], "metadata.labels", errors);
    if (!metadata["annotations"].isSameNode(before["annotations"]))
        validateAnnotations(metadata["annotations"], errors);
    if (!metadata["ownerReferences"].isSameNode(before["ownerReferences"]))
        validateOwners(metadata["ownerReferences"], errors);
    if (!metadata["finalizers"].isSameNode(before["finalizers"]))
        validateFinalizers(metadata["finalizers"], errors);
}

void keepSystemFields(Value &object, const kube::Object &old)
{
    const Value &before = old.metadata();
    Value &metadata = object.edit("metadata");
    const auto keep = [&](std::string_view key) {
        if (before.contains(key))
            metadata.set(key, before[key]);
        else
            metadata.erase(key);
    };
    keep("generation");
    keep("creationTimestamp");
    keep("resourceVersion");
    if (metadata["uid"].isEmpty())
        keep("uid");
    if (before.contains("deletionTimestamp"))
        keep("deletionTimestamp");
    if (!metadata.contains("deletionGracePeriodSeconds"))
        keep("deletionGracePeriodSeconds");
    metadata.erase("selfLink");
    metadata.erase("managedFields");
}

} // namespace minato::apiserver::meta
