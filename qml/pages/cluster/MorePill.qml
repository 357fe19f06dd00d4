// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls

/// How many Pods are not drawn, in the lower corner of where the others are.
StatusPill {
    required property int count

    visible: count > 0
    anchors {
        right: parent?.right
        bottom: parent?.bottom
    }
    //: On a node card whose Pods do not all fit. %1: how many are not drawn.
    //% "+%1 more"
    text: qsTrId("pods.more").arg(count)
    ink: Theme.accentInk
    ground: Theme.accent
}
