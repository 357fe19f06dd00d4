// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/value.h"

#include <QString>
#include <QStringList>

#include <string>
#include <string_view>
#include <vector>

namespace minato::viewmodels {

/// What may stand at one place of a manifest, as the API server's OpenAPI document says.
///
/// Mirrors   OpenAPI 3 as /openapi/v3 has it: references, also those in an allOf, and Kubernetes' extensions
class Schema {
public:
    /// Nothing is known.
    Schema() = default;
    /// `all`: the schemas of a document, by name; `own`: one of them, or a part of one.
    Schema(kube::Value all, const kube::Value &own);

    /// The schema of a kind among those of its document.
    [[nodiscard]] static Schema ofKind(const kube::Value &all, std::string_view apiVersion,
                                       std::string_view kind);

    [[nodiscard]] bool isKnown() const { return !m_own.isNull(); }
    /// A structure with fields; else a list, a map with any keys, or a single value.
    [[nodiscard]] bool hasFields() const { return m_own["properties"].size() > 0; }
    [[nodiscard]] std::vector<std::string> fields() const;
    /// What stands below a key: a field, or an entry of a map.
    [[nodiscard]] Schema below(std::string_view key) const;
    [[nodiscard]] Schema item() const;
    /// "apps.v1.DeploymentSpec": the structure's name; empty: it has none.
    [[nodiscard]] std::string name() const;
    /// "[]Container", "true | false", "integer".
    [[nodiscard]] QString typeText() const;
    /// The values of an enumeration, or of a truth value.
    [[nodiscard]] QStringList values() const;
    /// The server's words on it; may be empty.
    [[nodiscard]] QString description() const;

private:
    kube::Value m_all, m_own;
    std::string m_name;        ///< that of the reference
    kube::Value m_description; ///< beside the reference
};

} // namespace minato::viewmodels
