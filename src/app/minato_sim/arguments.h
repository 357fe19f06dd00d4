// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/command_line.h"
#include "cluster/sim_cluster.h"

#include <QCommandLineParser>

#include <cmath>
#include <expected>

namespace minato::app {

/// How fast virtual time runs against the wall clock.
struct Pace {
    double factor = 1; ///< virtual seconds a second; infinity: as fast as it goes

    [[nodiscard]] bool isFull() const { return std::isinf(factor); }
    [[nodiscard]] bool isHeld() const { return factor == 0; }
};

/// The options that say which cluster it is; `run`, `serve` and `bench` share them.
class ClusterArguments {
public:
    explicit ClusterArguments(const QString &defaultSpeed);
    void addTo(QCommandLineParser &parser) const;

    [[nodiscard]] std::expected<cluster::SimCluster::Options, Stop>
    clusterOptions(const QCommandLineParser &parser, const Called &called) const;
    [[nodiscard]] std::expected<Pace, Stop> pace(const QCommandLineParser &parser,
                                                 const Called &called) const;

private:
    QCommandLineOption m_seed, m_nodes, m_topology, m_speed;
};

} // namespace minato::app
