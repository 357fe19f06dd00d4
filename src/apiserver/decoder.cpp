// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/decoder.h"

#include <algorithm>
#include <array>
#include <format>
#include <utility>

namespace minato::apiserver {
namespace {

using kube::Status;
using kube::Value;

std::string cannotBeHandled(const Kind &kind, std::string_view found, std::string_view version,
                            std::string_view why)
{
    return std::format("{} in version \"{}\" cannot be handled as a {}: {}", found, version, kind.kind, why);
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

/// What upstream still reads, although no server offers it any more.
constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kFormerVersions{
    {{"apps/v1beta1", "Deployment StatefulSet ControllerRevision"},
     {"apps/v1beta2", "Deployment StatefulSet DaemonSet ReplicaSet ControllerRevision"},
     {"extensions/v1beta1", "Deployment DaemonSet ReplicaSet"},
     {"autoscaling/v2beta1", "HorizontalPodAutoscaler"},
     {"autoscaling/v2beta2", "HorizontalPodAutoscaler"},
     {"policy/v1beta1", "PodDisruptionBudget"},
     {"discovery.k8s.io/v1beta1", "EndpointSlice"},
     {"coordination.k8s.io/v1beta1", "Lease"},
     {"scheduling.k8s.io/v1alpha1", "PriorityClass"},
     {"scheduling.k8s.io/v1beta1", "PriorityClass"}}};

bool isFormerVersion(std::string_view apiVersion, std::string_view kind)
{
    return std::ranges::any_of(kFormerVersions, [&](const auto &former) {
        return former.first == apiVersion &&
               std::format(" {} ", former.second).contains(std::format(" {} ", kind));
    });
}

/// "core", "apps": how Go names what all versions of a group become.
std::string_view internalPackage(const Kind &kind)
{
    const std::string_view group = kind.group;
    return group.empty() ? "core" : group.substr(0, group.find('.'));
}

kube::Result<void> checkType(const Machinery &machinery, const Kind &kind, const Value &body)
{
    if (!body.isMap())
        return std::unexpected(Status::badRequest(std::format(
            "the object provided is unrecognized (must be of type {}): it is not a JSON object", kind.kind)));
    const std::string apiVersion(body["apiVersion"].asString(kind.apiVersion()));
    const std::string name(body["kind"].asString(kind.kind));
    if (apiVersion == kind.apiVersion() && name == kind.kind)
        return {};
    const auto kinds = machinery.registry.kinds();
    const bool isOffered = std::ranges::any_of(
        kinds, [&](const Kind &other) { return other.apiVersion() == apiVersion && other.kind == name; });
    if (name == kind.kind && (isOffered || isFormerVersion(apiVersion, name)))
        return std::unexpected(Status::badRequest(
            std::format("the API version in the data ({}) does not match the expected API version ({})",
                        apiVersion, kind.apiVersion())));
    const std::string version = apiVersion.substr(apiVersion.find('/') + 1);
    const std::string why =
        isOffered || isFormerVersion(apiVersion, name)
            ? std::format("converting ({}.{}) to ({}.{}): unknown conversion", version, name,
                          internalPackage(kind), kind.kind)
            : std::format(
                  R"(no kind "{}" is registered for version "{}" in scheme "pkg/runtime/scheme.go:110")",
                  name, apiVersion);
    return std::unexpected(Status::badRequest(cannotBeHandled(kind, name, version, why)));
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
    if (auto type = checkType(machinery, kind, body); !type)
        return std::unexpected(type.error());
    return decodeFields(machinery, kind, body, options).transform_error([&kind](const std::string &why) {
        return Status::badRequest(cannotBeHandled(kind, kind.kind, kind.version, why));
    });
}

} // namespace minato::apiserver
