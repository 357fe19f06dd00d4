// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/kinds/kinds.h"
#include "apiserver/syntax.h"
#include "apiserver/table_columns.h"

/// Mirrors   pkg/registry/core/serviceaccount
/// Differs   No tokens: nothing in the simulation signs in with one.
namespace minato::apiserver::kinds {
namespace {

using kube::Value;

/// Of the Secrets that it lists only the names are kept.
void cleanSecretReferences(Value &account)
{
    for (std::size_t i = 0; i < account["secrets"].size(); ++i) {
        const Value name = account["secrets"][i]["name"];
        account.edit("secrets").edit(i) = name.isEmpty() ? Value::emptyMap() : Value::map({{"name", name}});
    }
}

void prepareForUpdate(Value &account, const kube::Object &)
{
    cleanSecretReferences(account);
}

std::vector<Value> cells(const kube::Object &account, base::Instant now)
{
    return {account.name(), account["secrets"].size(), ageCell(account, now)};
}

} // namespace

Kind serviceAccount()
{
    Kind kind;
    kind.version = "v1";
    kind.resource = "serviceaccounts";
    kind.singular = "serviceaccount";
    kind.kind = "ServiceAccount";
    kind.shortNames = {"sa"};
    kind.returnsDeletedObject = true;
    kind.nameRule = syntax::subdomainName;
    kind.prepareForCreate = cleanSecretReferences;
    kind.prepareForUpdate = prepareForUpdate;
    kind.columns = {nameColumn(), column("Secrets", "string", "How many Secrets it lists."), ageColumn()};
    kind.cells = cells;
    return kind;
}

} // namespace minato::apiserver::kinds
