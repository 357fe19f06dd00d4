// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.ViewModels

/// Each Pod's share of the requests so far, over the cluster's time.
Item {
    id: root

    required property SharesModel shares
    required property ChartInk ink

    Accessible.role: Accessible.Chart
    //: Name of the chart of shares over time, for screen readers.
    //% "Shares over time"
    Accessible.name: qsTrId("chart.shares.name")
    Accessible.description: root.shares.description

    SharesPlot {
        anchors.fill: parent
        shares: root.shares
        ink: root.ink
    }
}
