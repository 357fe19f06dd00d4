// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/patcher.h"

#include "kube/json.h"
#include "kube/patch.h"

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

kube::Result<Value> patched(const Value &current, const api::Request &request)
{
    switch (request.patchType) {
    case PatchType::Json:
        if (auto result = kube::applyJsonPatch(current, request.body))
            return std::move(*result);
        return std::unexpected(rejected());
    case PatchType::Merge:
        if (!request.body.isMap())
            return std::unexpected(Status::badRequest("Invalid JSON Patch"));
        return kube::applyMergePatch(current, request.body);
    case PatchType::Strategic: {
        if (!request.body.isMap())
            return std::unexpected(Status::badRequest("Invalid JSON Patch"));
        auto result = kube::applyStrategicPatch(current, request.body);
        if (!result)
            return std::unexpected(Status::badRequest(result.error()));
        return std::move(*result);
    }
    case PatchType::Apply:
        return std::unexpected(
            unsupported("server-side apply is not simulated: use kubectl apply without --server-side"));
    default:
        return std::unexpected(
            unsupported("the body of the request was in an unknown format - accepted media types include: "
                        "application/json-patch+json, "
                        "application/merge-patch+json, application/strategic-merge-patch+json"));
    }
}

} // namespace

kube::Result<Decoded> applyPatch(const Kind &kind, const Value &current, const api::Request &request,
                                 FieldValidation validation)
{
    const auto result = patched(current, request);
    if (!result)
        return std::unexpected(result.error());
    auto decoded = decode(kind, *result, validation);
    if (decoded)
        return decoded;
    // What the patch made is no such object any more.
    FieldErrors errors;
    errors.invalid("patch", kube::toJson(*result), decoded.error().message);
    return std::unexpected(Status::invalid({}, "", errors.take()));
}

} // namespace minato::apiserver
