// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/minato_sim/arguments.h"

#include "app/minato_sim/script_lines.h"

#include <format>
#include <limits>
#include <print>

namespace minato::app {
namespace {

constexpr int kMostWorkers = 5000;
constexpr int kMostSpeed = 1000;

} // namespace

ClusterArguments::ClusterArguments(std::string defaultSpeed)
    : m_seed(QStringLiteral("seed"), QStringLiteral("Where the cluster's randomness starts."),
             QStringLiteral("N"), QStringLiteral("1")),
      m_nodes(QStringLiteral("nodes"), QStringLiteral("How many worker nodes."), QStringLiteral("N"),
              QStringLiteral("3")),
      m_topology(QStringLiteral("topology"), QStringLiteral("A YAML file of nodes and manifests."),
                 QStringLiteral("FILE")),
      m_speed(QStringLiteral("speed"), QStringLiteral("Virtual seconds a second, or max."),
              QStringLiteral("X|max"), QString::fromStdString(defaultSpeed))
{
}

void ClusterArguments::addTo(QCommandLineParser &parser) const
{
    parser.addOptions({m_seed, m_nodes, m_topology, m_speed});
}

std::expected<cluster::SimCluster::Options, std::string>
ClusterArguments::clusterOptions(const QCommandLineParser &parser) const
{
    bool isNumber = false;
    cluster::SimCluster::Options options;
    options.seed = parser.value(m_seed).toULongLong(&isNumber);
    if (!isNumber)
        return std::unexpected(
            std::format("--seed wants a whole number, not \"{}\"", parser.value(m_seed).toStdString()));
    if (parser.isSet(m_topology) && parser.isSet(m_nodes))
        return std::unexpected("--nodes and --topology cannot be used together");
    if (parser.isSet(m_topology)) {
        const std::string file = parser.value(m_topology).toStdString();
        const auto text = readWhole(file);
        if (!text)
            return std::unexpected(text.error());
        auto topology = cluster::Topology::parse(*text, file);
        if (!topology) {
            for (const base::Diagnostic &fault : topology.error())
                std::println(stderr, "minato-sim: {}", base::toString(fault));
            return std::unexpected(std::string());
        }
        options.topology = std::move(*topology);
        return options;
    }
    const int workers = parser.value(m_nodes).toInt(&isNumber);
    if (!isNumber || workers < 0 || workers > kMostWorkers)
        return std::unexpected(std::format("--nodes wants a number from 0 to {}, not \"{}\"", kMostWorkers,
                                           parser.value(m_nodes).toStdString()));
    options.topology = cluster::Topology::chapter(workers);
    return options;
}

std::expected<Pace, std::string> ClusterArguments::pace(const QCommandLineParser &parser) const
{
    const QString text = parser.value(m_speed);
    if (text == QStringLiteral("max"))
        return Pace{std::numeric_limits<double>::infinity()};
    bool isNumber = false;
    const double factor = text.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(factor) || factor < 0 || factor > kMostSpeed)
        return std::unexpected(std::format("--speed wants a number from 0 to {}, or max, not \"{}\"",
                                           kMostSpeed, text.toStdString()));
    return Pace{factor};
}

} // namespace minato::app
