// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "client/cache.h"
#include "kube/label_selector.h"

namespace minato::components {

/// How many Pods of each ReplicaSet are active, ready, …: counted event by event, so that a sync does not walk
/// ten thousand Pods to find that nothing is to be done.
class PodTally {
public:
    struct Counts {
        int active = 0;
        int ready = 0;        ///< active and Ready
        int fullyLabeled = 0; ///< active, with all labels of the template
        int terminating = 0;
        int strangers = 0; ///< owned, not terminating, but no longer matched by the selector
    };

    /// A Pod event of the informer.
    void change(const kube::ObjectPtr &before, const kube::ObjectPtr &now);
    /// Brings the counts up to date with a ReplicaSet's own selector and template; cheap when they are known.
    const Counts &counts(const kube::Object &replicaSet, const client::Cache::Bucket &pods);
    void forget(std::string_view uid);
    [[nodiscard]] bool isMatched(const kube::Object &replicaSet, const kube::Object &pod) const;

private:
    struct Entry {
        kube::Value selectorValue, templateLabels;
        kube::LabelSelector selector = kube::LabelSelector::nothing();
        bool isKnown = false; ///< the ReplicaSet has been seen: counts hold
        Counts counts;
    };
    static void count(Entry &entry, const kube::Object &pod, int sign);

    std::map<std::string, Entry, std::less<>> m_entries; ///< by UID of the ReplicaSet
};

} // namespace minato::components
