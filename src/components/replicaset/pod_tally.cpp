// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/replicaset/pod_tally.h"

#include <algorithm>

#include "components/common/pod.h"

namespace minato::components {
namespace {

bool hasAll(const kube::Value &labels, const kube::Value &wanted)
{
    return std::ranges::all_of(wanted.members(), [&](const kube::Member &member) {
        return labels[member.key()] == member.value;
    });
}

} // namespace

void PodTally::count(Entry &entry, const kube::Object &pod, int sign)
{
    Counts &counts = entry.counts;
    if (isPodActive(pod)) {
        counts.active += sign;
        counts.ready += isPodReady(pod) ? sign : 0;
        counts.fullyLabeled += hasAll(pod.labels(), entry.templateLabels) ? sign : 0;
    } else if (pod.isTerminating() && !isPodTerminal(pod)) {
        counts.terminating += sign;
    }
    if (!pod.isTerminating() && !entry.selector.matches(pod.labels()))
        counts.strangers += sign;
}

void PodTally::change(const kube::ObjectPtr &before, const kube::ObjectPtr &now)
{
    const auto apply = [this](const kube::ObjectPtr &pod, int sign) {
        if (!pod)
            return;
        const auto it = m_entries.find(client::byControllerUid(*pod));
        if (it != m_entries.end() && it->second.isKnown)
            count(it->second, *pod, sign);
    };
    apply(before, -1);
    apply(now, +1);
}

const PodTally::Counts &PodTally::counts(const kube::Object &replicaSet, const client::Cache::Bucket &pods)
{
    Entry &entry = m_entries[std::string(replicaSet.uid())];
    const auto &selector = replicaSet.spec()["selector"];
    const auto &labels = replicaSet.at("spec", "template", "metadata", "labels");
    if (entry.isKnown && entry.selectorValue == selector && entry.templateLabels == labels)
        return entry.counts;
    entry = Entry{selector, labels,
                  kube::LabelSelector::fromValue(selector).value_or(kube::LabelSelector::nothing()), true, {}};
    for (const auto &[key, pod] : pods)
        count(entry, *pod->object, +1);
    return entry.counts;
}

void PodTally::forget(std::string_view uid)
{
    if (const auto it = m_entries.find(uid); it != m_entries.end())
        m_entries.erase(it);
}

bool PodTally::isMatched(const kube::Object &replicaSet, const kube::Object &pod) const
{
    const auto it = m_entries.find(replicaSet.uid());
    return it != m_entries.end() && it->second.selector.matches(pod.labels());
}

} // namespace minato::components
