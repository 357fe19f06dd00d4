// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/decoder.h"

#include <format>

namespace minato::apiserver {
namespace {

using kube::Status;
using kube::Value;

std::string cannotBeHandled(const Kind &kind, std::string_view found, std::string_view why)
{
    return std::format("{} in version \"{}\" cannot be handled as a {}: {}", found, kind.version, kind.kind,
                       why);
}

std::string strictError(const std::vector<std::string> &complaints)
{
    std::string text = "strict decoding error: ";
    const char *separator = "";
    for (const std::string &complaint : complaints) {
        text += separator + complaint;
        separator = ", ";
    }
    return text;
}

void setDefaults(Machinery &machinery, const Kind &kind, Value &object, const kube::Object *old)
{
    if (!kind.setDefaults)
        return;
    if (!kind.isAboutSpec)
        kind.setDefaults(object);
    else if (!old || !object["spec"].isSameNode(old->spec()))
        machinery.specs.apply(object, kind.setDefaults);
}

kube::Result<void> checkType(const Kind &kind, const Value &body)
{
    if (!body.isMap())
        return std::unexpected(Status::badRequest(std::format(
            "the object provided is unrecognized (must be of type {}): it is not a JSON object", kind.kind)));
    const std::string_view version = body["apiVersion"].asString();
    if (!version.empty() && version != kind.apiVersion())
        return std::unexpected(Status::badRequest(
            std::format("the API version in the data ({}) does not match the expected API version ({})",
                        version, kind.apiVersion())));
    const std::string_view name = body["kind"].asString();
    if (!name.empty() && name != kind.kind)
        return std::unexpected(Status::badRequest(cannotBeHandled(kind, name, "it is of another kind")));
    return {};
}

} // namespace

kube::Result<Decoded> decode(Machinery &machinery, const Kind &kind, const Value &body,
                             FieldValidation validation, const kube::Object *old)
{
    if (auto type = checkType(kind, body); !type)
        return std::unexpected(type.error());
    auto outcome = machinery.schema.canonical(kind.structure, body, old ? &old->root() : nullptr);
    if (outcome.error)
        return std::unexpected(Status::badRequest(cannotBeHandled(kind, kind.kind, *outcome.error)));
    Decoded decoded{std::move(outcome.value), {}};
    if (validation != FieldValidation::Ignore) {
        for (const std::string &field : outcome.unknownFields)
            decoded.warnings.push_back(std::format("unknown field \"{}\"", field));
    }
    if (validation == FieldValidation::Strict && !decoded.warnings.empty())
        return std::unexpected(
            Status::badRequest(cannotBeHandled(kind, kind.kind, strictError(decoded.warnings))));
    Value &object = decoded.object;
    object.set("apiVersion", kind.apiVersion());
    object.set("kind", kind.kind);
    if (!object["metadata"].isMap())
        object.set("metadata", Value::emptyMap());
    if (kind.toStored)
        object = kind.toStored(object);
    setDefaults(machinery, kind, object, old);
    return decoded;
}

} // namespace minato::apiserver
