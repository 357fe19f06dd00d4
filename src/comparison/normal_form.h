// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/object.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace minato::comparison {

/// Tells what one cluster has or says without what two clusters that do the same may have otherwise: UIDs, times,
/// addresses, digests, node ports, names of nodes, random ends of names, hashes of Pod templates.
///
/// Names     The ReplicaSets (and revisions) of one owner are told by their age, seen from the one that is newest when
///           the object is first learnt: "web-<hash>", before it "web-<hash-1>", after it "web-<hash+1>".
/// Threads   Pure, once it has learnt.
class NormalForm {
public:
    /// Takes note of names that are one cluster's own. May be called again, as objects come and go.
    void learn(std::span<const kube::ObjectPtr> objects, std::span<const kube::ObjectPtr> nodes);

    /// A text inside of an object.
    [[nodiscard]] std::string text(std::string_view text) const;
    /// What a command printed, or an Event says: ages, durations and ports may differ, too.
    [[nodiscard]] std::string printed(std::string_view text) const;
    /// The lines of an output; columns are as wide as what they hold, so their spaces do not count.
    [[nodiscard]] std::vector<std::string> lines(std::string_view text) const;
    [[nodiscard]] kube::Value value(const kube::Value &value, std::string_view key = {}) const;

private:
    struct Lineage {
        std::map<std::string, int, std::less<>> places; ///< by hash; 0: the newest at first
        int next = 1;
    };
    void learnHashes(std::string_view kind, std::span<const kube::ObjectPtr> objects);
    [[nodiscard]] std::string named(std::string_view text) const;

    std::map<std::string, Lineage, std::less<>> m_lineages;            ///< by "kind/namespace/owner"
    std::map<std::string, std::string, std::less<>> m_hashes, m_nodes; ///< as it is, as it is told
};

} // namespace minato::comparison
