// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/kinds/pod_update.h"

#include "apiserver/kinds/pod_template.h"

#include <algorithm>

namespace minato::apiserver::kinds {
namespace {

using kube::Value;

/// False: containers came or went, nothing else needs to be told.
bool hasSameContainers(const Value &spec, const Value &old, const char *list, FieldErrors &errors)
{
    if (spec[list].size() == old[list].size())
        return true;
    errors.forbidden(childPath("spec", list), "pod updates may not add or remove containers");
    return false;
}

bool checkDeadline(const Value &spec, const Value &old, FieldErrors &errors)
{
    const Value &now = spec["activeDeadlineSeconds"];
    const Value &before = old["activeDeadlineSeconds"];
    const char *path = "spec.activeDeadlineSeconds";
    if (now.isNull()) {
        if (!before.isNull())
            errors.invalid(path, now, "must not update from a positive integer to nil value");
        return true;
    }
    if (before.isNull() || before.asInt() >= now.asInt())
        return true;
    errors.invalid(path, now, "must be less than or equal to previous value");
    return false;
}

void checkTolerations(const Value &spec, const Value &old, FieldErrors &errors)
{
    for (const Value &toleration : old["tolerations"].items()) {
        if (std::ranges::contains(spec["tolerations"].items(), toleration))
            continue;
        errors.forbidden("spec.tolerations",
                         "existing toleration can not be modified except its tolerationSeconds");
        return;
    }
}

/// The new spec with all that may change put back as it was.
Value withoutAllowedChanges(Value spec, const Value &old)
{
    for (const char *list : {"containers", "initContainers"}) {
        for (std::size_t i = 0; i < spec[list].size(); ++i)
            spec.edit(list).edit(i).set("image", old[list][i]["image"]);
    }
    for (const char *key : {"activeDeadlineSeconds", "tolerations", "schedulingGates"}) {
        if (old.contains(key))
            spec.set(key, old[key]);
        else
            spec.erase(key);
    }
    return spec;
}

} // namespace

void validatePodUpdate(const Value &pod, const kube::Object &old, FieldErrors &errors)
{
    const Value &spec = pod["spec"];
    const Value &before = old.spec();
    if (spec == before)
        return;
    validatePodSpec(spec, "spec", errors);
    if (!hasSameContainers(spec, before, "containers", errors) ||
        !hasSameContainers(spec, before, "initContainers", errors) || !checkDeadline(spec, before, errors))
        return;
    checkTolerations(spec, before, errors);
    if (withoutAllowedChanges(spec, before) == before)
        return;
    errors.forbidden(
        "spec",
        "pod updates may not change fields other than "
        "`spec.containers[*].image`,`spec.initContainers[*].image`,"
        "`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),"
        "`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)");
}

} // namespace minato::apiserver::kinds
