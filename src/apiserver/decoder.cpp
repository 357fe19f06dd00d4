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

/// Leaves the object shared when it says so already.
void setText(Value &object, std::string_view key, std::string_view text)
{
    if (object[key].asString() != text)
        object.set(key, text);
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

std::expected<Decoded, std::string> decodeFields(Machinery &machinery, const Kind &kind, const Value &body,
                                                 const DecodeOptions &options)
{
    const kube::Object *old = options.old;
    auto outcome =
        machinery.schema.canonical(kind.structure, body, old ? &old->root() : nullptr, options.wording);
    if (outcome.error)
        return std::unexpected(*outcome.error);
    Decoded decoded{std::move(outcome.value), {}};
    if (options.validation != FieldValidation::Ignore) {
        for (const std::string &field : options.duplicateFields)
            decoded.warnings.push_back(std::format("duplicate field \"{}\"", field));
        for (const std::string &field : outcome.unknownFields)
            decoded.warnings.push_back(std::format("unknown field \"{}\"", field));
    }
    if (options.validation == FieldValidation::Strict && !decoded.warnings.empty())
        return std::unexpected(strictError(decoded.warnings));
    Value &object = decoded.object;
    // An empty list of managed fields is no absent one: it forgets them.
    if (const Value &managed = body["metadata"]["managedFields"]; managed.isArray() && managed.isEmpty())
        object.edit("metadata").set("managedFields", managed);
    setText(object, "apiVersion", kind.apiVersion());
    setText(object, "kind", kind.kind);
    if (!object["metadata"].isMap())
        object.set("metadata", Value::emptyMap());
    if (kind.toStored)
        object = kind.toStored(object);
    setDefaults(machinery, kind, object, old);
    return decoded;
}

kube::Result<Decoded> decode(Machinery &machinery, const Kind &kind, const Value &body,
                             const DecodeOptions &options)
{
    if (auto type = checkType(kind, body); !type)
        return std::unexpected(type.error());
    return decodeFields(machinery, kind, body, options).transform_error([&kind](const std::string &why) {
        return Status::badRequest(cannotBeHandled(kind, kind.kind, why));
    });
}

} // namespace minato::apiserver
