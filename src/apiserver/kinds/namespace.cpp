// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/kinds/kinds.h"
#include "apiserver/syntax.h"
#include "apiserver/table_columns.h"

#include <algorithm>

/// Mirrors   pkg/registry/core/namespace; the NamespaceLifecycle admission plug-in
namespace minato::apiserver::kinds {
namespace {

using kube::Value;

void setNameLabel(Value &ns)
{
    const Value name = ns["metadata"]["name"];
    if (!name.isEmpty() && ns["metadata"]["labels"]["kubernetes.io/metadata.name"] != name)
        ns.edit("metadata").edit("labels").set("kubernetes.io/metadata.name", name);
}

void prepareForCreate(Value &ns)
{
    ns.set("status", Value::map({{"phase", "Active"}}));
    const Value kubernetes("kubernetes");
    if (!std::ranges::contains(ns["spec"]["finalizers"].items(), kubernetes))
        ns.edit("spec").edit("finalizers").push(kubernetes);
}

void prepareForUpdate(Value &ns, const kube::Object &old)
{
    // Only /finalize takes finalizers away.
    if (old.spec()["finalizers"].isNull())
        ns.edit("spec").erase("finalizers");
    else
        ns.edit("spec").set("finalizers", old.spec()["finalizers"]);
}

bool holdsDeletion(const Value &ns)
{
    return !ns["spec"]["finalizers"].isEmpty();
}

void markTerminating(Value &ns)
{
    ns.edit("status").set("phase", "Terminating");
}

std::optional<std::string> refuseDelete(const kube::Object &ns)
{
    for (const std::string_view name : {"default", "kube-system", "kube-public"}) {
        if (ns.name() == name)
            return "this namespace may not be deleted";
    }
    return std::nullopt;
}

std::vector<kube::TableColumn> columns()
{
    return {nameColumn(), column("Status", "string", "Active, or Terminating while it is emptied."),
            ageColumn()};
}

std::vector<Value> cells(const kube::Object &ns, base::Instant now)
{
    return {ns.name(), ns.status()["phase"].asString(), ageCell(ns, now)};
}

} // namespace

Kind namespaceKind()
{
    Kind kind;
    kind.version = "v1";
    kind.resource = "namespaces";
    kind.singular = "namespace";
    kind.kind = "Namespace";
    kind.shortNames = {"ns"};
    kind.isNamespaced = false;
    kind.hasStatus = true;
    kind.returnsDeletedObject = true;
    kind.subresources = {{"finalize", {"", "v1", "Namespace"}, {"update"}}};
    kind.nameRule = syntax::labelName;
    kind.setDefaults = setNameLabel;
    kind.prepareForCreate = prepareForCreate;
    kind.prepareForUpdate = prepareForUpdate;
    kind.canonicalize = setNameLabel;
    kind.holdsDeletion = holdsDeletion;
    kind.markTerminating = markTerminating;
    kind.refuseDelete = refuseDelete;
    kind.columns = columns();
    kind.cells = cells;
    kind.fields = {{"status.phase",
                    [](const kube::Object &ns) { return std::string(ns.status()["phase"].asString()); }}};
    kind.hasOwnFieldRules = true;
    return kind;
}

} // namespace minato::apiserver::kinds
