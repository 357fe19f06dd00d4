// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/scale.h"

#include "apiserver/decoder.h"
#include "apiserver/patcher.h"
#include "apiserver/scale_fields.h"
#include "apiserver/syntax.h"
#include "apiserver/write_options.h"
#include "kube/label_selector.h"

#include <algorithm>
#include <memory>

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

kube::Result<ScaleEndpoint::Wanted> ScaleEndpoint::applied(const Kind &scaleKind, const api::Request &request,
                                                           const kube::Object &current,
                                                           const WriteOptions &options) const
{
    if (!request.body.isMap())
        return std::unexpected(Status::badRequest("error decoding YAML: it is not an object"));
    auto made = m_machinery.fields.apply(scaleKind, &current, request.body, {options.fieldManager, "scale"},
                                         request.parameter("force") == "true", m_machinery.now());
    if (!made)
        return std::unexpected(made.error());
    auto decoded =
        decodeFields(m_machinery, scaleKind, made->object, {.validation = FieldValidation::Ignore});
    if (!decoded)
        return std::unexpected(Status::internal(decoded.error()));
    return Wanted{std::move(decoded->object), std::move(made->managed)};
}

kube::Result<ScaleEndpoint::Wanted> ScaleEndpoint::wanted(const api::Request &request,
                                                          const kube::Object &current,
                                                          const WriteOptions &options) const
{
    const Kind kind = scaleKind();
    if (request.patchType == kube::PatchType::Apply && request.verb == api::Verb::Patch)
        return applied(kind, request, current, options);
    auto decoded = request.verb == api::Verb::Patch
                       ? applyPatch(m_machinery, kind, current, request, FieldValidation::Ignore)
                       : decode(m_machinery, kind, request.body, {.validation = FieldValidation::Ignore});
    if (!decoded)
        return std::unexpected(decoded.error());
    auto managed = m_machinery.fields.track(kind, &current, decoded->object, {options.fieldManager, "scale"},
                                            m_machinery.now());
    return Wanted{std::move(decoded->object), std::move(managed)};
}

kube::Result<kube::ObjectPtr> ScaleEndpoint::write(const Kind &kind, const api::Request &request,
                                                   const kube::ObjectPtr &old)
{
    const bool isPatch = request.verb == api::Verb::Patch;
    const auto options = WriteOptions::parse(request, isPatch ? "PatchOptions" : "UpdateOptions");
    if (!options)
        return std::unexpected(options.error());
    const ScaleFields fields(kind.apiVersion(), [this, &kind](std::string_view apiVersion) {
        return std::ranges::any_of(m_machinery.registry.kinds(), [&](const Kind &other) {
            return other.bucket == kind.bucket && other.kind == kind.kind && other.apiVersion() == apiVersion;
        });
    });
    const kube::ManagedFields before = old->managedFields() ? *old->managedFields() : kube::ManagedFields();
    const kube::Object current(scaleOf(*old),
                               std::make_shared<const kube::ManagedFields>(fields.toScale(before)));
    auto scale = wanted(request, current, *options);
    if (!scale)
        return std::unexpected(scale.error());
    if (auto name = checkUrlName(scale->scale, request); !name)
        return std::unexpected(name.error());
    const auto replicas = replicasOf(scale->scale, request.name);
    if (!replicas)
        return std::unexpected(replicas.error());
    Value object = old->root();
    object.edit("spec").set("replicas", *replicas);
    for (const char *key : {"uid", "resourceVersion"}) {
        if (const Value &condition = scale->scale.at("metadata", key); !condition.isEmpty())
            object.edit("metadata").set(key, condition);
    }
    const auto after = fields.toParent(before, scale->managed ? *scale->managed : kube::ManagedFields());
    // Nothing of nothing: then they are not kept at all.
    const bool isKept = !before.isEmpty() || !after.isEmpty();
    auto managed = isKept ? std::make_shared<const kube::ManagedFields>(after) : nullptr;
    return m_writer.replace(kind, old, std::move(object),
                            {{options->fieldManager, "scale"}, options->isDryRun, std::move(managed)});
}

kube::Result<api::Response> ScaleEndpoint::handle(const Kind &kind, const api::Request &request)
{
    const auto old = m_machinery.find(kind, request.ns, request.name);
    if (!old)
        return std::unexpected(old.error());
    if (request.verb == api::Verb::Get)
        return api::Response{kube::makeObject(scaleOf(**old)), false, {}};
    return write(kind, request, *old).transform([](const kube::ObjectPtr &now) {
        return api::Response{kube::makeObject(scaleOf(*now)), false, {}};
    });
}

} // namespace minato::apiserver
