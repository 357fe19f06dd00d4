// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/minato_sim/arguments.h"

#include "app/common/topology_file.h"

namespace minato::app {
namespace {

constexpr int kMostWorkers = 5000;

} // namespace

ClusterArguments::ClusterArguments(const QString &defaultSpeed)
    : m_seed(QStringLiteral("seed"), QStringLiteral("Where the cluster's randomness starts."),
             QStringLiteral("N"), QStringLiteral("1")),
      m_nodes(QStringLiteral("nodes"), QStringLiteral("How many worker nodes."), QStringLiteral("N"),
              QStringLiteral("3")),
      m_topology(QStringLiteral("topology"), QStringLiteral("A YAML file of nodes and manifests."),
                 QStringLiteral("FILE")),
      m_speed(QStringLiteral("speed"), QStringLiteral("Virtual seconds a second, or max."),
              QStringLiteral("X|max"), defaultSpeed)
{
}

void ClusterArguments::addTo(QCommandLineParser &parser) const
{
    parser.addOptions({m_seed, m_nodes, m_topology, m_speed});
}

std::expected<cluster::SimCluster::Options, Stop>
ClusterArguments::clusterOptions(const QCommandLineParser &parser, const Called &called) const
{
    cluster::SimCluster::Options options;
    const auto seed = parseSeed(parser.value(m_seed), called);
    if (!seed)
        return std::unexpected(seed.error());
    options.seed = *seed;
    if (parser.isSet(m_topology) && parser.isSet(m_nodes))
        //% "--nodes and --topology cannot be used together"
        return std::unexpected(called.usage(called.words(QT_TRID_NOOP("sim.nodes-and-topology"))));
    if (parser.isSet(m_topology)) {
        auto topology = readTopology(parser.value(m_topology), called.words);
        if (!topology)
            return std::unexpected(topology.error());
        options.topology = std::move(*topology);
        return options;
    }
    const auto workers =
        parseNumber(QStringLiteral("--nodes"), parser.value(m_nodes), 0, kMostWorkers, called);
    if (!workers)
        return std::unexpected(workers.error());
    options.topology = cluster::Topology::chapter(*workers);
    return options;
}

std::expected<Pace, Stop> ClusterArguments::pace(const QCommandLineParser &parser, const Called &called) const
{
    return parseSpeed(parser.value(m_speed), called).transform([](double factor) { return Pace{factor}; });
}

} // namespace minato::app
