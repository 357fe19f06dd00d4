// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/kinds/config_data.h"
#include "apiserver/kinds/kinds.h"
#include "apiserver/syntax.h"
#include "apiserver/table_columns.h"
#include "kube/base64.h"

/// Mirrors   pkg/registry/core/configmap, pkg/apis/core/validation (ValidateConfigMap)
namespace minato::apiserver::kinds {
namespace {

using kube::Value;

void validate(const Value &configMap, FieldErrors &errors)
{
    const Value &data = configMap["data"];
    const Value &binary = configMap["binaryData"];
    std::size_t size = 0;
    for (const kube::Member &entry : data.members()) {
        const std::string path = keyedPath("data", entry.key());
        validateDataKey(entry, path, errors);
        if (binary.contains(entry.key()))
            errors.invalid(path, entry.keyValue, "duplicate of key present in binaryData");
        size += entry.value.asString().size();
    }
    for (const kube::Member &entry : binary.members()) {
        validateDataKey(entry, keyedPath("binaryData", entry.key()), errors);
        size += decodedSize(entry.value);
    }
    if (size > kMaxDataBytes)
        errors.tooLong("", kMaxDataBytes);
}

void validateUpdate(const Value &configMap, const kube::Object &old, FieldErrors &errors)
{
    validateImmutableData(configMap, old, {"data", "binaryData"}, errors);
    validate(configMap, errors);
}

std::vector<Value> cells(const kube::Object &configMap, base::Instant now)
{
    const std::size_t count = configMap["data"].size() + configMap["binaryData"].size();
    return {configMap.name(), count, ageCell(configMap, now)};
}

} // namespace

Kind configMap()
{
    Kind kind;
    kind.version = "v1";
    kind.resource = "configmaps";
    kind.singular = "configmap";
    kind.kind = "ConfigMap";
    kind.shortNames = {"cm"};
    kind.nameRule = syntax::subdomainName;
    kind.validate = validate;
    kind.validateUpdate = validateUpdate;
    kind.columns = {nameColumn(), column("Data", "string", "How many keys it holds."), ageColumn()};
    kind.cells = cells;
    return kind;
}

} // namespace minato::apiserver::kinds
