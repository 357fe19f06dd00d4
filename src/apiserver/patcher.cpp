// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/patcher.h"

#include "kube/go_text.h"
#include "kube/json.h"
#include "kube/patch.h"

#include <algorithm>
#include <format>
#include <optional>

namespace minato::apiserver {
namespace {

using kube::PatchType;
using kube::Status;
using kube::Value;

Status unsupported(std::string_view why)
{
    Status status;
    status.code = 415;
    status.reason = "UnsupportedMediaType";
    status.message = why;
    return status;
}

/// A JSON patch that does not fit: upstream says no more than this.
Status rejected()
{
    Status status;
    status.code = 422;
    status.reason = "Invalid";
    status.message = "the server rejected our request due to an error in our request";
    return status;
}

/// Mirrors   interpretStrategicMergePatchError, endpoints/handlers/patch.go
Status strategicError(const std::string &why)
{
    if (kube::isStrategicFormatError(why))
        return Status::badRequest(why);
    if (why == "lists of lists are not supported")
        return rejected();
    Status status; // upstream's is no API error either: 500, without a reason
    status.message = why;
    return status;
}

Status badJsonPatch()
{
    return Status::badRequest("Invalid JSON Patch");
}

kube::Result<Value> patched(const Value &current, const api::Request &request, const kube::MergeRules &rules)
{
    switch (request.patchType) {
    case PatchType::Json:
        return kube::applyJsonPatch(current, request.body).transform_error([](const auto &) {
            return rejected();
        });
    case PatchType::Merge:
        if (!request.body.isMap())
            return std::unexpected(badJsonPatch());
        return kube::applyMergePatch(current, request.body);
    case PatchType::Strategic:
        if (!request.body.isMap())
            return std::unexpected(badJsonPatch());
        return kube::applyStrategicPatch(current, request.body, rules).transform_error(strategicError);
    default:
        return std::unexpected(
            unsupported("the body of the request was in an unknown format - accepted media types include: "
                        "application/json-patch+json, "
                        "application/merge-patch+json, application/strategic-merge-patch+json"));
    }
}

/// Does the patch speak of managedFields? Seldom: then they are put where it looks for them.
bool looksAtManagedFields(const api::Request &request)
{
    if (request.patchType != PatchType::Json)
        return request.body["metadata"].contains("managedFields");
    return std::ranges::any_of(request.body.items(), [](const Value &operation) {
        const auto isThere = [&operation](const char *key) {
            const std::string_view path = operation[key].asString("-");
            return path.empty() || path == "/metadata" || path.starts_with("/metadata/managedFields");
        };
        return isThere("path") || isThere("from");
    });
}

/// The object as the patch sees it.
Value documentOf(const Kind &kind, const kube::Object &old, const api::Request &request)
{
    const Value &root = old.root();
    if (!looksAtManagedFields(request))
        return kind.fromStored ? kind.fromStored(root) : root;
    return kube::Object(kind.fromStored ? kind.fromStored(root) : root, old.managedFields()).whole();
}

/// Complains when JSON names another type than the object had. (After a strategic patch upstream does not
/// look.)
std::optional<std::string> changedType(const Registry &registry, const Kind &kind, const Value &object)
{
    const std::string_view apiVersion = object["apiVersion"].asString();
    const std::string_view name = object["kind"].asString();
    if (apiVersion == kind.apiVersion() && name == kind.kind)
        return std::nullopt;
    const bool isKnown = std::ranges::any_of(registry.kinds(), [&](const Kind &other) {
        return other.kind == name && other.apiVersion() == apiVersion;
    });
    if (isKnown)
        return std::format("unable to decode {}{}, Kind={} into *{}.{}", apiVersion.contains('/') ? "" : "/",
                           apiVersion, name, kind.structure.substr(0, kind.structure.find('.')), kind.kind);
    return std::format("no kind \"{}\" is registered for version \"{}\" in scheme "
                       "\"pkg/api/legacyscheme/scheme.go:30\"",
                       name, apiVersion);
}

} // namespace

kube::Result<Decoded> applyPatch(Machinery &machinery, const Kind &kind, const kube::Object &old,
                                 const api::Request &request, FieldValidation validation)
{
    const bool isStrategic = request.patchType == PatchType::Strategic;
    const auto result = patched(documentOf(kind, old, request), request,
                                kube::MergeRules(machinery.schema.types(), kind.structure));
    if (!result)
        return std::unexpected(result.error());
    const auto refused = [&](const std::string &why) {
        // What the patch made is no such object any more.
        FieldErrors errors;
        errors.invalid("patch", isStrategic ? kube::goPrint(request.body) : kube::toJson(*result), why);
        return Status::invalid({}, "", errors.take());
    };
    if (const auto why = changedType(machinery.registry, kind, *result); why && !isStrategic)
        return std::unexpected(refused(*why));
    return decodeFields(machinery, kind, *result,
                        {.validation = validation,
                         .old = kind.fromStored ? nullptr : &old,
                         .duplicateFields = request.duplicateFields,
                         .wording = isStrategic ? kube::Wording::Converter : kube::Wording::Json})
        .transform_error(refused);
}

} // namespace minato::apiserver
