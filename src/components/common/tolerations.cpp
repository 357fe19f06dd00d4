// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/common/tolerations.h"

#include <algorithm>

namespace minato::components {
namespace {

bool covers(const kube::Value &toleration, const kube::Value &taint)
{
    const auto effect = toleration["effect"].asString();
    if (!effect.empty() && effect != taint["effect"].asString())
        return false;
    const auto key = toleration["key"].asString();
    if (!key.empty() && key != taint["key"].asString())
        return false;
    const auto op = toleration["operator"].asString();
    if (op == "Exists")
        return true;
    return (op.empty() || op == "Equal") && toleration["value"].asString() == taint["value"].asString();
}

} // namespace

bool isTolerated(const kube::Value &tolerations, const kube::Value &taint)
{
    return std::ranges::any_of(tolerations.items(), [&](const auto &each) { return covers(each, taint); });
}

bool toleratesTaints(const kube::Value &tolerations, const kube::Value &taints)
{
    return std::ranges::all_of(taints.items(), [&](const kube::Value &taint) {
        const auto effect = taint["effect"].asString();
        return (effect != "NoSchedule" && effect != "NoExecute") || isTolerated(tolerations, taint);
    });
}

} // namespace minato::components
