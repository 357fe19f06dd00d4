// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "session/ask.h"

#include <cstdint>
#include <string>

namespace minato::session {

/// One thing that happened in the cluster after somebody changed something: the material of an event story.
struct StoryFact {
    enum class Kind : std::uint8_t {
        Typed,   ///< a line of the terminal that changes something; text: as typed. A story begins
        Outside, ///< a change by a client outside the window; text: its name. A story begins, too
        Write,   ///< what was asked of the API server: reason "patch", text "deployments/scale", to: replicas
        Refused, ///< and that it refused; text: why
        Made,    ///< the object is there (a Deployment, ReplicaSet, Pod, …)
        Wanted,  ///< another number of replicas is wanted, from and to
        Template,      ///< the Pod template changed; text: the images
        Bound,         ///< a Pod has its node
        Unschedulable, ///< no node fits; text: why
        Trouble,       ///< a container cannot run; reason: kubectl's word, text: why
        Started,       ///< its containers run
        Ready,
        Unready,
        Ending, ///< asked to stop; reason: the rule that chose it, "all" if all go;
                ///< empty: no controller chose it
        Gone,
        Joined, ///< an endpoint of a Service (owner)
        Left,
        Answered, ///< the first request of a Service (owner) that the new Pod answered
        Complete, ///< a Deployment has what it wants: to of to
        Event     ///< an Event about the object
    };
    Kind kind{};
    base::Instant at;
    ObjectName object;
    ObjectName root; ///< whose change it belongs to: the Deployment above, or the object itself
    std::string owner, node, text, reason;
    std::string source; ///< Event: who reported it
    int from = 0, to = 0;
    int count = 1; ///< Event
    bool isWarning = false;
    friend bool operator==(const StoryFact &, const StoryFact &) = default;
};

} // namespace minato::session
