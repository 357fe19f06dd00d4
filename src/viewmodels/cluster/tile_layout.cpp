// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/cluster/pod_map.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace minato::viewmodels {
namespace {

constexpr int kLargestTexel = 8;
constexpr double kNameWidth = 84, kNameHeight = 44, kNameLine = 18, kStripLine = 20;

int over(int a, int b)
{
    return (a + b - 1) / b;
}

int rowsOf(const std::vector<int> &sections, int columns)
{
    return std::accumulate(sections.begin(), sections.end(), 0,
                           [columns](int rows, int cards) { return rows + over(cards, columns); });
}

/// The tiles of a size in texels, with room for names where they are large.
void setTile(TileLayout &layout, double width, double height, double unit)
{
    layout.tileWidth = std::max(3, int(width) / layout.texel);
    layout.tileHeight = std::max(3, int(height) / layout.texel);
    const bool isNamed = width >= kNameWidth * unit && height >= kNameHeight * unit;
    layout.head = isNamed ? static_cast<int>(std::ceil(kNameLine * unit / layout.texel)) : 0;
}

bool holds(const TileLayout &layout, int pods)
{
    return (layout.tileWidth - 2) * (layout.tileHeight - 2 - layout.head) >= pods;
}

/// The arrangement in columns with that texel whose tiles are nearest to squares; false: none has room.
bool fit(TileLayout &best, const TileLayout::Space &space, int texel)
{
    const int cards = std::accumulate(space.sections.begin(), space.sections.end(), 0);
    const int most = std::min(std::max(1, cards), std::max(1, int(space.width) / (3 * texel)));
    const auto stripes = space.sections.size() > 1 ? space.sections.size() : 0;
    double nearest = 1e9;
    for (int columns = 1; columns <= most; ++columns) {
        TileLayout tried{.texel = texel, .columns = columns};
        tried.strip = stripes ? static_cast<int>(std::ceil(kStripLine * space.unit / texel)) : 0;
        const int rows = std::max(1, rowsOf(space.sections, columns));
        const double height = (space.height - double(stripes) * tried.strip * texel) / rows;
        const double width = space.width / columns;
        setTile(tried, width, height, space.unit);
        const double shape = std::abs(std::log(width / std::max(1., height)));
        if (height < 3 * texel || !holds(tried, space.largest) || shape >= nearest)
            continue;
        nearest = shape;
        best = tried;
    }
    return nearest < 1e9;
}

} // namespace

TileLayout TileLayout::of(const Space &space)
{
    TileLayout layout;
    bool isFound = false;
    for (int texel = kLargestTexel; texel >= 1 && !isFound; --texel)
        isFound = fit(layout, space, texel);
    if (!isFound) { // more than fits: as small as can be, and to be scrolled
        const int side = static_cast<int>(std::ceil(std::sqrt(std::max(1, space.largest))));
        layout.tileWidth = layout.tileHeight = side + 2;
        layout.columns = std::max(1, int(space.width) / layout.tileWidth);
        layout.strip = space.sections.size() > 1 ? static_cast<int>(kStripLine * space.unit) : 0;
    }
    for (const int cards : space.sections) {
        layout.height += layout.strip;
        layout.sectionTops.push_back(layout.height);
        layout.height += over(cards, layout.columns) * layout.tileHeight;
    }
    return layout;
}

} // namespace minato::viewmodels
