// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "remote/trouble.h"

#include <cstdint>
#include <map>
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

/// How the last request to a Service travelled.
struct WayState {
    enum class Way : std::uint8_t {
        NodePort,     ///< to a node, where kube-proxy chose the Pod
        LoadBalancer, ///< to the load balancer's address
        PortForward   ///< through the API server to a Pod that Minato chose: kube-proxy took no part
    };
    Way way{};
    std::string detail; ///< the address, or the Pod's name
    friend bool operator==(const WayState &, const WayState &) = default;
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
    std::vector<std::string> hidden;      ///< resources that this user may not list: "nodes"
    std::vector<std::string> narrowed;    ///< of which only those of one namespace may be listed
    std::map<std::string, WayState> ways; ///< by Service, "ns/name"
    friend bool operator==(const ConnectionState &, const ConnectionState &) = default;
};

} // namespace minato::session
