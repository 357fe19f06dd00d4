// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/kinds/kinds.h"
#include "apiserver/syntax.h"
#include "apiserver/table_columns.h"

/// Mirrors   pkg/registry/coordination/lease, pkg/apis/coordination/validation
/// Differs   Without the alpha fields strategy and preferredHolder, as with their feature gate off.
namespace minato::apiserver::kinds {
namespace {

using kube::Value;

void dropAlphaFields(Value &lease)
{
    for (const char *key : {"strategy", "preferredHolder"}) {
        if (lease["spec"].contains(key))
            lease.edit("spec").erase(key);
    }
}

void prepareForUpdate(Value &lease, const kube::Object &)
{
    dropAlphaFields(lease);
}

void validate(const Value &lease, FieldErrors &errors)
{
    const Value &duration = lease["spec"]["leaseDurationSeconds"];
    if (duration.isInt() && duration.asInt() <= 0)
        errors.invalid("spec.leaseDurationSeconds", duration, "must be greater than 0");
    const Value &transitions = lease["spec"]["leaseTransitions"];
    if (transitions.isInt() && transitions.asInt() < 0)
        errors.invalid("spec.leaseTransitions", transitions, syntax::kNotNegative);
}

void validateUpdate(const Value &lease, const kube::Object &, FieldErrors &errors)
{
    validate(lease, errors);
}

std::vector<Value> cells(const kube::Object &lease, base::Instant now)
{
    return {lease.name(), lease.spec()["holderIdentity"].asString(), ageCell(lease, now)};
}

} // namespace

Kind lease()
{
    Kind kind;
    kind.group = "coordination.k8s.io";
    kind.version = "v1";
    kind.resource = "leases";
    kind.singular = "lease";
    kind.kind = "Lease";
    kind.canCreateOnUpdate = true;
    kind.needsVersionToUpdate = true;
    kind.nameRule = syntax::subdomainName;
    kind.prepareForCreate = dropAlphaFields;
    kind.prepareForUpdate = prepareForUpdate;
    kind.validate = validate;
    kind.validateUpdate = validateUpdate;
    kind.columns = {nameColumn(), column("Holder", "string", "Who holds it."), ageColumn()};
    kind.cells = cells;
    return kind;
}

} // namespace minato::apiserver::kinds
