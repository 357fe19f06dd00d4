// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/openapi.h"

#include "kube/version.h"

#include <format>

namespace minato::apiserver::openapi {
namespace {

using kube::Value;

std::string prefix(std::string_view group, std::string_view version)
{
    return group.empty() ? std::format("api/{}", version) : std::format("apis/{}/{}", group, version);
}

Value queryParameter(std::string_view name)
{
    return Value::map({{"name", name}, {"in", "query"}, {"schema", Value::map({{"type", "string"}})}});
}

Value patchOperation(const Kind &kind)
{
    Value parameters = Value::emptyArray();
    for (const char *name : {"dryRun", "fieldManager", "fieldValidation", "force"})
        parameters.push(queryParameter(name));
    const Value gvk = Value::map({{"group", kind.group}, {"version", kind.version}, {"kind", kind.kind}});
    return Value::map({{"operationId", std::format("patch{}{}", kind.version, kind.kind)},
                       {"parameters", std::move(parameters)},
                       {"responses", Value::map({{"200", Value::map({{"description", "OK"}})}})},
                       {"x-kubernetes-action", "patch"},
                       {"x-kubernetes-group-version-kind", gvk}});
}

} // namespace

Value index(const Registry &registry)
{
    // Clients cache a document under its hash: the version is all that changes it.
    const auto entry = [](const std::string &path) {
        return Value::map(
            {{"serverRelativeURL", std::format("/openapi/v3/{}?hash={}", path, kube::kMirroredVersion)}});
    };
    Value paths = Value::map({{prefix("", "v1"), entry(prefix("", "v1"))}});
    for (const auto &[group, versions] : registry.groups()) {
        for (const std::string &version : versions)
            paths.set(prefix(group, version), entry(prefix(group, version)));
    }
    return Value::map({{"paths", std::move(paths)}});
}

Value document(const Registry &registry, std::string_view group, std::string_view version)
{
    Value paths = Value::emptyMap();
    for (const Kind *kind : registry.in(group, version)) {
        const std::string path =
            std::format("/{}{}/{}/{{name}}", prefix(group, version),
                        kind->isNamespaced ? "/namespaces/{namespace}" : "", kind->resource);
        paths.set(path, Value::map({{"patch", patchOperation(*kind)}}));
    }
    if (paths.size() == 0)
        return {};
    return Value::map({{"openapi", "3.0.0"},
                       {"info", Value::map({{"title", "Kubernetes"}, {"version", kube::kMirroredVersion}})},
                       {"paths", std::move(paths)},
                       {"components", Value::map({{"schemas", Value::emptyMap()}})}});
}

} // namespace minato::apiserver::openapi
