// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtCharts

/// What all charts have in common: no frame, no animation, no ground of its own.
ChartView {
    antialiasing: true
    animationOptions: ChartView.NoAnimation
    backgroundColor: "transparent"
    backgroundRoundness: 0
    plotAreaColor: "transparent"
    legend.visible: false
    margins {
        top: 0
        bottom: 0
        left: 0
        right: 0
    }
}
