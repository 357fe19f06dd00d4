// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clock.h"
#include "api/traffic_target.h"
#include "api/transport.h"
#include "client/task.h"
#include "cluster/topology.h"
#include "session/comparison_state.h"
#include "session/namespace_picture.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace minato::session {

/// Lets a real cluster and a simulated one take the same step, and tells what differs afterwards.
///
/// How       A simulated cluster is made beside the real one, with the machines of the lessons, and given what the
///           namespace has in the real one (what somebody made; not its history). Then both run the commands, come to
///           rest, and are compared by what their API servers tell.
/// Bounds    kMostPlay for the commands, kMostRest to come to rest; output beyond kMostOutput is cut. The real cluster
///           is asked for some lists every kLook. The simulated one runs in slices, so the thread stays free.
/// Lifetime  Transport, traffic and timers outlive it.
/// Threads   One: the backend's.
class Comparer {
public:
    static constexpr base::Duration kMostPlay = std::chrono::minutes(2), kMostRest = std::chrono::seconds(90);
    static constexpr base::Duration kLook = std::chrono::seconds(1);
    static constexpr std::size_t kMostOutput = std::size_t{1} << 20;

    struct Real {
        api::KubeTransport &transport;
        api::TrafficTarget &traffic;
        api::Timers &timers;
        std::string serverUrl, context, ns;
    };
    using Files = std::map<std::string, std::string>;

    Comparer(Real real, cluster::Topology machines);
    ~Comparer();

    /// Gives up what is under way. `files`: those of the terminal's home folder.
    void start(std::vector<std::string> lines, Files files);
    void cancel();
    /// How it stands, if that has changed since the last time.
    [[nodiscard]] std::optional<ComparisonState> takeState();
    [[nodiscard]] bool hasNews() const { return m_hasNews; }

private:
    struct Side;
    struct Twin;

    [[nodiscard]] client::Task<void> compare(Files files);
    [[nodiscard]] client::Task<void> prepareTwin(NamespacePicture real);
    [[nodiscard]] client::Task<void> settleTwin(base::Duration within);
    [[nodiscard]] client::Task<void> finishTwin();
    [[nodiscard]] client::Task<void> playBoth(Files files);
    void startSides(const Files &files);
    [[nodiscard]] bool goOnPlaying();
    [[nodiscard]] client::Task<NamespacePicture> restedPicture();
    /// Lets the simulated cluster go on until its task has ended, and the thread breathe.
    [[nodiscard]] client::Task<void> pump();
    void enter(ComparisonState::Stage stage);
    void letGo();

    Real m_real;
    cluster::Topology m_machines;
    ComparisonState m_state;
    bool m_hasNews = false;
    std::unique_ptr<Twin> m_twin;
    std::unique_ptr<Side> m_realSide, m_twinSide; ///< the twin's shell goes before the twin
    NamespacePicture m_twinPicture;
    client::Task<void> m_twinTask;
    client::Task<void> m_task; ///< goes first: it waits for all of them
};

} // namespace minato::session
