// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/layout/arrangement.h"

#include <QRect>

namespace minato::viewmodels {

struct DockRoom {
    int width = 0, height = 0;
    double unit = 1; ///< what a length of 1 is drawn as: the size of the text
    LayoutForm form = LayoutForm::Full;
};

/// A border between docks that can be moved.
struct Split {
    QRect strip;                           ///< empty: there is none
    int whole = 0;                         ///< the length that it divides
    double share = 0, least = 0, most = 0; ///< of that: what its dock has, and may have
    friend bool operator==(const Split &, const Split &) = default;
};

struct DockGeometry {
    std::array<QRect, kDockCount> docks; ///< empty: not shown
    std::array<Split, kSplitCount> splits;
};

/// Where the docks are drawn. Left is as high as the window, Bottom goes below Centre and the right column; a
/// dock without panes leaves its room to its neighbours.
///
/// Promise   In whole pixels; docks never overlap; a share that would leave too little for a neighbour is
///           taken as far as it goes.
[[nodiscard]] DockGeometry dockGeometry(const DockRoom &room, const std::array<bool, kDockCount> &isShown,
                                        const Shares &shares);

} // namespace minato::viewmodels
