// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/kinds/pod_qos.h"

#include "kube/quantity.h"

#include <map>

namespace minato::apiserver::kinds {
namespace {

using kube::Quantity;
using Totals = std::map<std::string_view, Quantity>;

/// Adds cpu and memory to the totals; gives how many of the two are set.
int addUp(const kube::Value &resources, Totals &totals)
{
    int found = 0;
    for (const std::string_view name : {"cpu", "memory"}) {
        const auto quantity = Quantity::parse(resources[name].asString());
        if (!quantity || *quantity <= Quantity())
            continue;
        ++found;
        totals[name] = totals[name] + *quantity;
    }
    return found;
}

} // namespace

std::string_view qosClass(const kube::Value &podSpec)
{
    Totals requests;
    Totals limits;
    bool isGuaranteed = true;
    if (const auto &ofPod = podSpec["resources"]; !ofPod.isNull()) {
        addUp(ofPod["requests"], requests);
        const bool hasLimits = ofPod["limits"].size() > 0;
        isGuaranteed = addUp(ofPod["limits"], limits) == 2 || !hasLimits;
    } else {
        for (const char *list : {"containers", "initContainers"}) {
            for (const kube::Value &container : podSpec[list].items()) {
                addUp(container["resources"]["requests"], requests);
                isGuaranteed = addUp(container["resources"]["limits"], limits) == 2 && isGuaranteed;
            }
        }
    }
    if (requests.empty() && limits.empty())
        return "BestEffort";
    return isGuaranteed && requests == limits ? "Guaranteed" : "Burstable";
}

} // namespace minato::apiserver::kinds
