// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/story.h"
#include "viewmodels/inspect/info_list.h"

#include <set>
#include <vector>

namespace minato::viewmodels {

/// A change that somebody made and what followed from it, in the order in which it happened.
struct Story {
    std::vector<session::StoryFact> facts; ///< the first one is what began it
    std::set<session::ObjectName> roots;   ///< what it changed
};

/// Puts facts into the stories that they belong to: the newest one that changed their root, else the newest.
/// Keeps at most `most` stories, the newest.
void addFacts(std::vector<Story> &stories, const std::vector<session::StoryFact> &facts, std::size_t most);

/// One step of a story, with the Events that told of it.
struct StoryStep {
    session::StoryFact fact;
    std::vector<session::StoryFact> events;
};

/// What happened to one Pod.
struct PodTale {
    session::ObjectName pod;
    std::string owner; ///< the ReplicaSet
    bool isNew = false;
    std::vector<StoryStep> steps;
};

/// Either a step of the whole, or Pods to which the same happened for the same cause.
struct StoryPart {
    StoryStep step;
    std::vector<PodTale> pods; ///< empty: a step of the whole
    int unseen = 0;            ///< further Pods that were not followed one by one
    bool isRepeat = false;     ///< the same happened to Pods of a part before
};

/// The causal order: steps of the whole in the order of time, each with the Pods that it made or ended. The
/// first answered request comes behind the end of what was wanted.
[[nodiscard]] std::vector<StoryPart> tell(const Story &story);

struct StoryView {
    base::Instant start, now;
    std::set<QString> open; ///< keys of rows that are open
};

/// The rows of a story, in the language of the window.
[[nodiscard]] std::vector<InfoRow> storyRows(const Story &story, const StoryView &view);
/// Its heading: the command, or what a client outside did.
[[nodiscard]] QString storyTitle(const Story &story);

} // namespace minato::viewmodels
