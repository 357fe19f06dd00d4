// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/kinds/config_data.h"
#include "apiserver/kinds/kinds.h"
#include "apiserver/kinds/workloads.h"
#include "apiserver/syntax.h"
#include "apiserver/table_columns.h"
#include "kube/base64.h"
#include "kube/json.h"

/// Mirrors   pkg/registry/core/secret, pkg/apis/core (defaults, conversion of stringData, ValidateSecret)
namespace minato::apiserver::kinds {
namespace {

using kube::Value;

constexpr std::string_view kServiceAccountName = "kubernetes.io/service-account.name";

/// stringData is for writing alone: it becomes data at once.
void setDefaults(Value &secret)
{
    if (secret["type"].isEmpty())
        secret.set("type", "Opaque");
    const Value texts = secret["stringData"];
    if (texts.isNull())
        return;
    for (const kube::Member &entry : texts.members())
        secret.edit("data").set(entry.key(), kube::encodeBase64(entry.value.asString()));
    secret.erase("stringData");
}

/// One entry that the type needs, and that holds a JSON object.
void validateDockerConfig(const Value &data, std::string_view key, FieldErrors &errors)
{
    const std::string path = keyedPath("data", key);
    if (!data.contains(key)) {
        errors.required(path);
        return;
    }
    const auto bytes = kube::decodeBase64(data[key].asString());
    const auto json = kube::parseJson(bytes ? *bytes : std::string());
    if (!json || !(json->isMap() || json->isNull()))
        errors.invalid(path, "<secret contents redacted>",
                       json ? "json: cannot unmarshal into Go value of type map[string]interface {}"
                            : "unexpected end of JSON input");
}

void validateType(const Value &secret, FieldErrors &errors)
{
    const Value &data = secret["data"];
    const std::string_view type = secret["type"].asString();
    const auto need = [&](std::string_view key) { errors.required(keyedPath("data", key)); };
    if (type == "kubernetes.io/service-account-token") {
        if (secret.at("metadata", "annotations", kServiceAccountName).isEmpty())
            errors.required(keyedPath("metadata.annotations", kServiceAccountName));
    } else if (type == "kubernetes.io/dockercfg") {
        validateDockerConfig(data, ".dockercfg", errors);
    } else if (type == "kubernetes.io/dockerconfigjson") {
        validateDockerConfig(data, ".dockerconfigjson", errors);
    } else if (type == "kubernetes.io/basic-auth") {
        if (!data.contains("username") && !data.contains("password")) {
            need("username");
            need("password");
        }
    } else if (type == "kubernetes.io/ssh-auth") {
        if (data["ssh-privatekey"].isEmpty())
            need("ssh-privatekey");
    } else if (type == "kubernetes.io/tls") {
        for (const std::string_view key : {"tls.crt", "tls.key"}) {
            if (!data.contains(key))
                need(key);
        }
    }
}

void validate(const Value &secret, FieldErrors &errors)
{
    std::size_t size = 0;
    for (const kube::Member &entry : secret["data"].members()) {
        validateDataKey(entry, keyedPath("data", entry.key()), errors);
        size += decodedSize(entry.value);
    }
    if (size > kMaxDataBytes)
        errors.tooLong("data", kMaxDataBytes);
    validateType(secret, errors);
}

void validateUpdate(const Value &secret, const kube::Object &old, FieldErrors &errors)
{
    if (secret["type"] != old["type"])
        errors.invalid("type", secret["type"], syntax::kImmutable);
    validateImmutableData(secret, old, {"data"}, errors);
    validate(secret, errors);
}

std::vector<Value> cells(const kube::Object &secret, base::Instant now)
{
    return {secret.name(), secret["type"].asString(), secret["data"].size(), ageCell(secret, now)};
}

} // namespace

Kind secret()
{
    Kind kind;
    kind.version = "v1";
    kind.resource = "secrets";
    kind.singular = "secret";
    kind.kind = "Secret";
    kind.nameRule = syntax::subdomainName;
    kind.setDefaults = setDefaults;
    kind.validate = validate;
    kind.validateUpdate = validateUpdate;
    kind.columns = {nameColumn(), column("Type", "string", "What kind of data it holds."),
                    column("Data", "string", "How many keys it holds."), ageColumn()};
    kind.cells = cells;
    kind.fields = {{"type", [](const kube::Object &one) { return std::string(one["type"].asString()); }}};
    kind.hasOwnFieldRules = true;
    return kind;
}

} // namespace minato::apiserver::kinds
