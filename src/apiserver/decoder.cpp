// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/decoder.h"

#include <format>

namespace minato::apiserver {
namespace {

using kube::Status;
using kube::Value;

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
        return std::unexpected(Status::badRequest(
            std::format("{} in version \"{}\" cannot be handled as a {}: it is of another kind", name,
                        kind.version, kind.kind)));
    return {};
}

} // namespace

kube::Result<Decoded> decode(const Kind &kind, const Value &body, FieldValidation)
{
    if (auto type = checkType(kind, body); !type)
        return std::unexpected(type.error());
    Decoded decoded{body, {}};
    Value &object = decoded.object;
    object.set("apiVersion", kind.apiVersion());
    object.set("kind", kind.kind);
    if (!object["metadata"].isMap())
        object.set("metadata", Value::emptyMap());
    if (kind.toStored)
        object = kind.toStored(object);
    if (kind.setDefaults)
        kind.setDefaults(object);
    return decoded;
}

} // namespace minato::apiserver
