// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.Controls
import Minato.Pages
import Minato.ViewModels

/// The lab: lesson, cluster, charts, terminal. Declared in reading order.
FocusScope {
    id: root

    required property AppModel app
    property bool isCompact: false
    property bool areChartsWanted: false ///< not before the first frame

    Component.onCompleted: focusTerminal()

    function focusTerminal() {
        terminal.focusTerminal();
    }

    /// For screen readers.
    function announce(text: string) {
        Accessible.announce(text, Accessible.Polite);
    }

    readonly property int gap: Theme.s3
    readonly property int lessonWidth: Math.round(Math.max(Theme.px(345), Math.min(width * 0.275, Theme.px(540))))
    readonly property int terminalHeight: Math.round(isCompact ? Theme.px(170) : Math.max(Theme.px(216), Math.min(height * 0.32, Theme.px(320))))
    readonly property int rightWidth: width - lessonWidth - 3 * gap
    readonly property int chartsWidth: isCompact ? 0 : Math.round(Math.max(Theme.px(252), Math.min(rightWidth * 0.28, Theme.px(420))))
    readonly property int upperHeight: height - terminalHeight - 2 * gap

    LessonPage {
        id: lesson
        x: root.gap
        width: root.lessonWidth
        height: root.height - root.gap
        lesson: root.app.lesson
        syntax: root.app.syntax
    }
    ClusterPage {
        id: cluster
        x: lesson.x + lesson.width + root.gap
        width: root.rightWidth - (root.isCompact ? 0 : root.chartsWidth + root.gap)
        height: root.upperHeight
        cluster: root.app.cluster
        phaseWords: root.app.cluster.phaseWords
        isCompact: root.isCompact
        charts: ChartsPage {
            traffic: root.app.traffic
            series: root.app.series
            isWide: true
        }
    }
    Loader {
        x: cluster.x + cluster.width + root.gap
        width: root.chartsWidth
        height: root.upperHeight
        active: root.areChartsWanted && !root.isCompact
        sourceComponent: ChartsPage {
            traffic: root.app.traffic
            series: root.app.series
        }
    }
    TerminalPage {
        id: terminal
        x: cluster.x
        y: root.upperHeight + root.gap
        width: root.rightWidth
        height: root.terminalHeight
        terminal: root.app.terminal
        time: root.app.time
        events: root.app.events
    }
}
