// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/scale.h"

#include "apiserver/patcher.h"
#include "apiserver/syntax.h"
#include "kube/label_selector.h"

namespace minato::apiserver {
namespace {

using kube::Status;
using kube::Value;

/// Enough of a kind to decode and patch a Scale.
Kind scaleKind()
{
    Kind kind;
    kind.group = "autoscaling";
    kind.version = "v1";
    kind.resource = "scale";
    kind.kind = "Scale";
    kind.structure = "autoscaling.v1.Scale";
    return kind;
}

Value scaleOf(const kube::Object &object)
{
    Value metadata = Value::emptyMap();
    for (const std::string_view key : {"name", "namespace", "uid", "resourceVersion", "creationTimestamp"})
        metadata.set(key, object.metadata()[key]);
    Value spec = Value::emptyMap();
    if (const auto replicas = object.at("spec", "replicas").asInt())
        spec.set("replicas", replicas);
    Value status = Value::map({{"replicas", object.at("status", "replicas").asInt()}});
    if (const auto selector = kube::LabelSelector::fromValue(object.at("spec", "selector")))
        status.set("selector", selector->toString());
    return Value::map({{"kind", "Scale"},
                       {"apiVersion", "autoscaling/v1"},
                       {"metadata", std::move(metadata)},
                       {"spec", std::move(spec)},
                       {"status", std::move(status)}});
}

kube::Result<std::int64_t> replicasOf(const Value &scale, std::string_view name)
{
    const Value &replicas = scale.at("spec", "replicas");
    if (replicas.asInt() >= 0)
        return replicas.asInt();
    FieldErrors errors;
    errors.invalid("spec.replicas", replicas, syntax::kNotNegative);
    return std::unexpected(Status::invalid({"autoscaling", "v1", "Scale"}, name, errors.take()));
}

} // namespace

kube::Result<Value> ScaleEndpoint::wanted(const api::Request &request, const Value &current) const
{
    const Kind kind = scaleKind();
    auto decoded =
        request.verb == api::Verb::Patch
            ? applyPatch(m_machinery, kind, kube::Object(current), request, FieldValidation::Ignore)
            : decode(m_machinery, kind, request.body, {.validation = FieldValidation::Ignore});
    if (!decoded)
        return std::unexpected(decoded.error());
    if (auto name = checkUrlName(decoded->object, request); !name)
        return std::unexpected(name.error());
    return std::move(decoded->object);
}

kube::Result<api::Response> ScaleEndpoint::handle(const Kind &kind, const api::Request &request)
{
    const auto old = m_machinery.find(kind, request.ns, request.name);
    if (!old)
        return std::unexpected(old.error());
    if (request.verb == api::Verb::Get)
        return api::Response{kube::makeObject(scaleOf(**old)), false, {}};
    const auto options = WriteOptions::parse(request, "UpdateOptions");
    if (!options)
        return std::unexpected(options.error());
    const auto scale = wanted(request, scaleOf(**old));
    if (!scale)
        return std::unexpected(scale.error());
    const auto replicas = replicasOf(*scale, request.name);
    if (!replicas)
        return std::unexpected(replicas.error());
    Value object = (*old)->root();
    object.edit("spec").set("replicas", *replicas);
    if (const Value &version = scale->at("metadata", "resourceVersion"); !version.isEmpty())
        object.edit("metadata").set("resourceVersion", version);
    return m_writer
        .replace(kind, *old, std::move(object), {{options->fieldManager, "scale"}, options->isDryRun, {}})
        .transform([](const kube::ObjectPtr &now) {
            return api::Response{kube::makeObject(scaleOf(*now)), false, {}};
        });
}

} // namespace minato::apiserver
