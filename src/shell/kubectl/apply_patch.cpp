// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/apply_patch.h"

#include "kube/json.h"
#include "kube/patch.h"
#include "shell/kubectl/last_applied.h"

namespace minato::shell::kubectl {

using kube::Value;

Result<Value> applyPatch(const Value &wanted, const Value &live)
{
    const std::string original(live.at("metadata", "annotations", kLastApplied).asString());
    Value before;
    if (!original.empty()) {
        auto parsed = kube::parseJson(original);
        if (!parsed)
            return std::unexpected(
                Error("the last-applied-configuration annotation of the object is broken"));
        before = std::move(*parsed);
    }
    const kube::TypeTable types;
    const kube::MergeRules rules(types,
                                 kube::structureName(live["apiVersion"].asString(), live["kind"].asString()));
    return kube::strategicDiff(before, wanted, live, rules);
}

} // namespace minato::shell::kubectl
