// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apiserver/registry.h"
#include "kube/schema/type_table.h"
#include "kube/value.h"

#include <map>
#include <string>
#include <string_view>

namespace minato::apiserver {

/// The schemas of structures as OpenAPI has them, made from the field table; those made are kept and shared.
///
/// Mirrors   kube-openapi (generators/openapi.go): which defaults and extensions a field gets
class OpenApiSchemas {
public:
    OpenApiSchemas(const Registry &registry, const kube::TypeTable &types)
        : m_registry(registry), m_types(types)
    {
    }

    /// Adds the schema of a structure to `schemas`, and those of all that it is made of.
    void addTo(kube::Value &schemas, std::string_view structure);

    /// "core.v1.Pod" gives "io.k8s.api.core.v1.Pod".
    [[nodiscard]] static std::string publicName(std::string_view structure);
    /// {"$ref": "#/components/schemas/NAME"}
    [[nodiscard]] static kube::Value reference(std::string_view publicName);

private:
    void readKinds();
    [[nodiscard]] kube::Value make(const kube::Structure &structure) const;
    [[nodiscard]] kube::Value property(const kube::Structure &structure, const kube::Field &field) const;
    [[nodiscard]] kube::Value typeSchema(const kube::FieldType &type) const;
    [[nodiscard]] kube::Value element(const kube::FieldType &type) const;
    [[nodiscard]] std::string nameOf(const kube::FieldType &type) const;
    void addType(kube::Value &schemas, const kube::FieldType &type);

    const Registry &m_registry;
    const kube::TypeTable &m_types;
    std::map<std::string, kube::Value, std::less<>> m_kinds; ///< x-kubernetes-group-version-kind by structure
    std::map<std::string, kube::Value, std::less<>> m_made;  ///< by public name
};

} // namespace minato::apiserver
