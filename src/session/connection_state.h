// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "remote/trouble.h"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace minato::session {

/// What a backend cannot do: the window greys it and says why.
enum class Lack : std::uint8_t {
    OwnTime,   ///< its time is everybody's: no pause, no steps, no speed
    Decisions, ///< nobody wrote down why it chose what it chose
    Power,     ///< its machines are not ours to switch off
    Programs   ///< what a program in a container would change cannot be guarded
};

/// How it stands with a real cluster.
struct ConnectionState {
    enum class Stage : std::uint8_t {
        Opening,
        Connected,
        Troubled, ///< it is tried again
        Refused   ///< what the kubeconfig names cannot be used: nothing is tried
    };
    std::string context, server, user;
    std::string ns; ///< the lesson's own namespace
    bool isInsecure = false;
    Stage stage = Stage::Opening;
    base::Instant since;      ///< of this stage
    remote::Sentence trouble; ///< Troubled, Refused: what was told first
    bool mayWrite = false;    ///< the learner's yes
    bool isDisposable = false;
    bool isBusy = false; ///< the namespace is being made or removed
    std::set<Lack> lacks;
    std::vector<std::string> hidden;   ///< resources that this user may not list: "nodes"
    std::vector<std::string> narrowed; ///< of which only those of one namespace may be listed
    friend bool operator==(const ConnectionState &, const ConnectionState &) = default;
};

} // namespace minato::session
