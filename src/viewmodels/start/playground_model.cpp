// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/start/playground_model.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace minato::viewmodels {
namespace {

struct Machine {
    int cpu, memoryGi;
};
constexpr std::array<Machine, 3> kMachines{{{2, 4}, {4, 8}, {16, 64}}}; // in the order of Size

struct Preset {
    int nodes, zones;
};
constexpr std::array<Preset, 4> kPresets{{{3, 1}, {9, 3}, {100, 3}, {5'000, 3}}};

QString zonesText(int zones)
{
    //: %n zones (data centres) that the nodes of a cluster stand in.
    //% "%n zone(s)"
    return qtTrId("playground.zones", zones);
}

QString nodesText(int nodes)
{
    //: %Ln: how many nodes a cluster has.
    //% "%Ln node(s)"
    return qtTrId("playground.nodes", nodes);
}

} // namespace

QString describe(const Playground &playground)
{
    //: %1: "9 nodes". %2: "3 zones".
    //% "%1, %2"
    return qtTrId("playground.description").arg(nodesText(playground.nodes), zonesText(playground.zones));
}

Playground PlaygroundModel::choice() const
{
    const Machine machine = kMachines[static_cast<std::size_t>(m_size)];
    return {.nodes = m_nodes,
            .zones = m_zones,
            .cpu = machine.cpu,
            .memoryGi = machine.memoryGi,
            .pods = m_load == Empty    ? 0
                    : m_load == OnePod ? 1
                                       : m_nodes};
}

QStringList PlaygroundModel::sizes()
{
    QStringList texts;
    for (const Machine &machine : kMachines)
        texts += QStringLiteral("%1 CPU · %2 GiB").arg(machine.cpu).arg(machine.memoryGi);
    return texts;
}

QStringList PlaygroundModel::presets() const
{
    QStringList names;
    for (const Preset &preset : kPresets)
        //: Choice of a cluster, on a narrow button. %1: "3 zones". %2: how many nodes each has.
        //% "%1 × %2"
        names += preset.zones > 1 && preset.nodes < 10 ? qtTrId("playground.preset.zones")
                                                             .arg(zonesText(preset.zones))
                                                             .arg(preset.nodes / preset.zones)
                                                       : nodesText(preset.nodes);
    return names;
}

int PlaygroundModel::preset() const
{
    const auto chosen = std::ranges::find_if(kPresets, [this](const Preset &preset) {
        return preset.nodes == m_nodes && preset.zones == m_zones;
    });
    return chosen == kPresets.end() ? -1 : static_cast<int>(chosen - kPresets.begin());
}

QString PlaygroundModel::summary() const
{
    const Playground all = choice();
    const QLocale locale;
    const qint64 gibibytes = qint64(all.memoryGi) * all.nodes;
    const QString memory =
        gibibytes >= 1024 ? QStringLiteral("%1 TiB").arg(locale.toString(double(gibibytes) / 1024, 'f', 1))
                          : QStringLiteral("%1 GiB").arg(locale.toString(gibibytes));
    //: What a cluster comes to. %1: "9 nodes, 3 zones". %2: a number. %3: "72 GiB". %4: a number.
    //% "%1: %2 CPUs and %3 in all, room for %4 Pods"
    return qtTrId("playground.summary")
        .arg(describe(all), locale.toString(all.cpu * all.nodes), memory, locale.toString(110 * all.nodes));
}

void PlaygroundModel::setNodes(int nodes)
{
    nodes = std::clamp(nodes, 1, kMaxNodes);
    if (nodes == m_nodes)
        return;
    m_nodes = nodes;
    m_zones = std::min(m_zones, maxZones());
    Q_EMIT changed();
}

void PlaygroundModel::setZones(int zones)
{
    zones = std::clamp(zones, 1, maxZones());
    if (zones == m_zones)
        return;
    m_zones = zones;
    Q_EMIT changed();
}

void PlaygroundModel::setSize(Size size)
{
    if (size == m_size)
        return;
    m_size = size;
    Q_EMIT changed();
}

void PlaygroundModel::setLoad(Load load)
{
    if (load == m_load)
        return;
    m_load = load;
    Q_EMIT changed();
}

void PlaygroundModel::choosePreset(int preset)
{
    if (preset < 0 || preset >= static_cast<int>(kPresets.size()))
        return;
    m_nodes = kPresets[static_cast<std::size_t>(preset)].nodes;
    m_zones = kPresets[static_cast<std::size_t>(preset)].zones;
    Q_EMIT changed();
}

} // namespace minato::viewmodels
