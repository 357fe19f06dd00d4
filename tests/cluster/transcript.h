// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/sim_cluster.h"
#include "kube/object.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace minato::tests {

/// What a terminal shows while a script is played, and what changes in the cluster meanwhile, each line with its
/// virtual time since the first command.
///
/// Script    Lines for the terminal. "#: " lines at the top are the cluster's topology as YAML; without them it is
///           the chapter's. A comment stays in the transcript: say there what is to be seen.
///           ": power off NODE", ": power on NODE", ": add node NAME" and ": remove node NAME", which do nothing in a
///           shell, do so here.
/// Lines     "   12.345 $ command", then what it prints; "   13.201 * pod/web-… …" is a change of an object
///           and "   13.201 ! Normal …" an Event, seen by a watch.
class Transcript {
public:
    /// Plays the whole script.
    explicit Transcript(const std::string &script);
    [[nodiscard]] const std::string &text() const { return m_text; }

private:
    class Observer;
    void inject(std::string_view line);
    void say(std::string_view mark, std::string_view line);
    void print(std::string_view piece);
    void follow(const kube::GroupVersionResource &resource);
    void note(const kube::Object &object, bool isGone);

    cluster::SimCluster m_cluster;
    base::Instant m_start;
    std::string m_text, m_line;
    std::map<std::string, std::string> m_known; ///< how objects last read
    std::vector<api::CallPtr> m_watches;
};

} // namespace minato::tests
