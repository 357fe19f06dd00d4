// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <vector>

namespace minato::viewmodels {

/// Where rows stand while some places are kept free for what has just gone: rows in their order, around the gaps.
class PlaceGaps {
public:
    [[nodiscard]] bool isEmpty() const { return m_places.empty(); }
    [[nodiscard]] int count() const { return static_cast<int>(m_places.size()); }
    [[nodiscard]] int placeOf(int row) const
    {
        int place = row;
        for (const int gap : m_places) {
            if (gap > place)
                break;
            ++place;
        }
        return place;
    }
    /// -1: a gap is there.
    [[nodiscard]] int rowAt(int place) const
    {
        const auto gap = std::ranges::lower_bound(m_places, place);
        const bool isGap = gap != m_places.end() && *gap == place;
        return isGap ? -1 : place - static_cast<int>(gap - m_places.begin());
    }
    /// The row is about to go: its place stays free. Gives the place.
    int open(int row)
    {
        const int place = placeOf(row);
        m_places.insert(std::ranges::lower_bound(m_places, place), place);
        return place;
    }
    void close(int place) { std::erase(m_places, place); }
    void clear() { m_places.clear(); }

private:
    std::vector<int> m_places; ///< ascending
};

} // namespace minato::viewmodels
