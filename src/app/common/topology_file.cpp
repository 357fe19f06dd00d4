// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/topology_file.h"

#include "app/common/command_line.h"

namespace minato::app {

std::expected<cluster::Topology, Stop> readTopology(const QString &file, const Words &words)
{
    const auto text = readWhole(file, words);
    if (!text)
        return std::unexpected(text.error());
    auto topology = cluster::Topology::parse(*text, file.toStdString());
    if (topology)
        return std::move(*topology);
    return std::unexpected(failure(std::move(topology.error()), words.language()));
}

} // namespace minato::app
