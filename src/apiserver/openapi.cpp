// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/openapi.h"

#include "apiserver/openapi_paths.h"
#include "kube/json.h"
#include "kube/version.h"

#include <cstdint>
#include <format>

namespace minato::apiserver {
namespace {

using kube::Value;

std::string prefix(std::string_view group, std::string_view version)
{
    return group.empty() ? std::format("api/{}", version) : std::format("apis/{}/{}", group, version);
}

/// FNV-1a: clients keep a document under this until it changes.
std::string hashOf(std::string_view text)
{
    std::uint64_t hash = 14695981039346656037U;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    return std::format("{:016X}", hash);
}

} // namespace

const Value &OpenApi::index()
{
    if (!m_index.isNull())
        return m_index;
    Value paths = Value::emptyMap();
    const auto add = [&](const std::string &group, const std::string &version) {
        const std::string path = prefix(group, version);
        const std::string hash = hashOf(kube::toJson(document(group, version)));
        paths.set(path,
                  Value::map({{"serverRelativeURL", std::format("/openapi/v3/{}?hash={}", path, hash)}}));
    };
    add("", "v1");
    for (const auto &[group, versions] : m_registry.groups()) {
        for (const std::string &version : versions)
            add(group, version);
    }
    m_index = Value::map({{"paths", std::move(paths)}});
    return m_index;
}

const Value &OpenApi::document(std::string_view group, std::string_view version)
{
    Value &kept = m_documents[{std::string(group), std::string(version)}];
    if (kept.isNull())
        kept = make(group, version);
    return kept;
}

Value OpenApi::make(std::string_view group, std::string_view version)
{
    const auto kinds = m_registry.in(group, version);
    if (kinds.empty())
        return {};
    Value schemas = Value::emptyMap(), paths = Value::emptyMap();
    for (const Kind *kind : kinds) {
        openapi::addPaths(paths, *kind, "/" + prefix(group, version));
        m_schemas.addTo(schemas, kind->structure);
        m_schemas.addTo(schemas, kind->structure + "List");
        for (const Subresource &sub : kind->subresources)
            if (!sub.isConnection())
                m_schemas.addTo(schemas, kube::structureName(sub.kind.apiVersion(), sub.kind.kind));
    }
    if (!kinds.front()->measurement) {
        for (const char *common : {"meta.v1.DeleteOptions", "meta.v1.Status"})
            m_schemas.addTo(schemas, common);
        schemas.set(OpenApiSchemas::publicName("meta.v1.Patch"), Value::map({{"type", "object"}}));
    }
    return Value::map({{"openapi", "3.0.0"},
                       {"info", Value::map({{"title", "Kubernetes"}, {"version", kube::kMirroredVersion}})},
                       {"paths", std::move(paths)},
                       {"components", Value::map({{"schemas", std::move(schemas)}})}});
}

std::string OpenApi::v2() const
{
    return openapi::protobufDocument(m_registry);
}

} // namespace minato::apiserver
