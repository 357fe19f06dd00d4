// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apiserver/openapi_schemas.h"
#include "apiserver/registry.h"
#include "kube/value.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace minato::apiserver {

/// The OpenAPI documents: what `kubectl explain` shows and what `kubectl apply` asks before it leaves
/// validation to the server. Each is made when somebody first asks for it, and kept.
///
/// Mirrors   apiserver/pkg/endpoints/openapi; the schemas are those of api/openapi-spec/v3 but for their
/// texts Differs   Descriptions are our own, and not every field has one. Of the paths only their operations'
/// names,
///           parameters and types are told, and not those that connect (exec, proxy). The document of version
///           2 has no definitions: it is what kubectl 1.27 and 1.28 need before they read version 3.
/// Threads   One.
class OpenApi {
public:
    OpenApi(const Registry &registry, const kube::TypeTable &types)
        : m_registry(registry), m_schemas(registry, types)
    {
    }

    /// The index at /openapi/v3. A document's hash changes with its content.
    [[nodiscard]] const kube::Value &index();
    /// The document of one group and version; null when there is none.
    [[nodiscard]] const kube::Value &document(std::string_view group, std::string_view version);
    /// The document at /openapi/v2, as application/com.github.proto-openapi.spec.v2.v1.0+protobuf.
    [[nodiscard]] std::string v2() const;

private:
    [[nodiscard]] kube::Value make(std::string_view group, std::string_view version);

    const Registry &m_registry;
    OpenApiSchemas m_schemas;
    std::map<std::pair<std::string, std::string>, kube::Value> m_documents;
    kube::Value m_index;
};

} // namespace minato::apiserver
