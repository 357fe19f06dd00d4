// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/kinds/kinds.h"
#include "apiserver/kinds/workloads.h"
#include "apiserver/syntax.h"
#include "apiserver/table_columns.h"

#include <format>

/// Mirrors   pkg/registry/apps/controllerrevision
namespace minato::apiserver::kinds {
namespace {

using kube::Value;

void validateRevision(const Value &revision, FieldErrors &errors)
{
    validateNotNegative(revision["revision"], "revision", errors);
}

void validate(const Value &revision, FieldErrors &errors)
{
    validateRevision(revision, errors);
    if (revision["data"].isNull())
        errors.required("data", "data is mandatory");
    else if (!revision["data"].isMap())
        errors.required("data", "data must be a valid JSON object");
}

void validateUpdate(const Value &revision, const kube::Object &old, FieldErrors &errors)
{
    validateRevision(revision, errors);
    if (revision["data"] != old["data"])
        errors.invalid("data", revision["data"], syntax::kImmutable);
}

/// "statefulset.apps/web"
std::string ownerText(const kube::Object &revision)
{
    const Value &owner = revision.controllerRef();
    if (owner.isNull())
        return "<none>";
    const std::string_view apiVersion = owner["apiVersion"].asString();
    const std::size_t slash = apiVersion.find('/');
    const std::string group =
        slash == std::string_view::npos ? std::string() : std::format(".{}", apiVersion.substr(0, slash));
    return std::format("{}{}/{}", lowerCase(owner["kind"].asString()), group, owner["name"].asString());
}

std::vector<Value> cells(const kube::Object &revision, base::Instant now)
{
    return {revision.name(), ownerText(revision), revision["revision"].asInt(), ageCell(revision, now)};
}

} // namespace

Kind controllerRevision()
{
    Kind kind;
    kind.group = "apps";
    kind.version = "v1";
    kind.resource = "controllerrevisions";
    kind.singular = "controllerrevision";
    kind.kind = "ControllerRevision";
    kind.nameRule = syntax::subdomainName;
    kind.validate = validate;
    kind.validateUpdate = validateUpdate;
    kind.columns = {nameColumn(), column("Controller", "string", "Whose template it remembers."),
                    column("Revision", "string", "Its number: a later one is higher."), ageColumn()};
    kind.cells = cells;
    return kind;
}

} // namespace minato::apiserver::kinds
