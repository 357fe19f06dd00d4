// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.Pages
import Minato.ViewModels

/// The lab: lesson, cluster, charts, terminal. Declared in reading order. Compact: the charts are a tab of the
/// cluster. Stacked, for very large text or small windows: one part at a time, behind tabs.
FocusScope {
    id: root

    required property AppModel app
    property bool isCompact: false
    property bool areChartsWanted: false ///< not before the first frame

    Component.onCompleted: terminal.focusTerminal()

    function focusTerminal() {
        if (isStacked)
            tabs.currentIndex = 2;
        terminal.focusTerminal();
    }

    /// For screen readers.
    function announce(text: string) {
        Accessible.announce(text, Accessible.Polite);
    }

    readonly property bool isStacked: width / Theme.scale < 880
    readonly property int shown: isStacked ? tabs.currentIndex : -1 ///< -1: all parts
    readonly property int gap: Theme.s3
    readonly property int partsY: isStacked ? tabs.height : 0
    readonly property int whole: width - 2 * gap
    readonly property int lessonWidth: isStacked ? whole : Math.round(Math.max(Theme.px(345), Math.min(width * 0.275, Theme.px(540))))
    readonly property int terminalHeight: Math.round(isCompact ? Theme.px(170) : Math.max(Theme.px(216), Math.min(height * 0.32, Theme.px(320))))
    readonly property int rightX: isStacked ? gap : lessonWidth + 2 * gap
    readonly property int rightWidth: isStacked ? whole : width - lessonWidth - 3 * gap
    readonly property int chartsWidth: isCompact ? 0 : Math.round(Math.max(Theme.px(252), Math.min(rightWidth * 0.28, Theme.px(420))))
    readonly property int upperHeight: isStacked ? height - partsY - gap : height - terminalHeight - 2 * gap

    TabBar {
        id: tabs
        x: root.gap
        visible: root.isStacked
        background: Item {}

        PaneTab {
            text: lesson.name
            glyph: "book"
        }
        PaneTab {
            text: cluster.heading
            glyph: "anchor"
        }
        PaneTab {
            text: terminal.heading
            glyph: "terminal"
        }
    }
    LessonPage {
        id: lesson
        visible: root.shown <= 0
        x: root.gap
        y: root.partsY
        width: root.lessonWidth
        height: root.height - root.partsY - root.gap
        lesson: root.app.lesson
        syntax: root.app.syntax
    }
    ClusterPage {
        id: cluster
        visible: root.shown < 0 || root.shown === 1
        x: root.rightX
        y: root.partsY
        width: root.rightWidth - (root.isCompact ? 0 : root.chartsWidth + root.gap)
        height: root.upperHeight
        cluster: root.app.cluster
        phaseWords: root.app.cluster.phaseWords
        isCompact: root.isCompact
        charts: ChartsLoader {
            traffic: root.app.traffic
            series: root.app.series
            isWide: true
        }
    }
    ChartsLoader {
        x: cluster.x + cluster.width + root.gap
        width: root.chartsWidth
        height: root.upperHeight
        isWanted: root.areChartsWanted && !root.isCompact
        traffic: root.app.traffic
        series: root.app.series
    }
    TerminalPage {
        id: terminal
        visible: root.shown < 0 || root.shown === 2
        x: root.rightX
        y: root.isStacked ? root.partsY : root.upperHeight + root.gap
        width: root.rightWidth
        height: root.isStacked ? root.upperHeight : root.terminalHeight
        terminal: root.app.terminal
        time: root.app.time
        events: root.app.events
    }
    Connections {
        target: root.app.lesson

        function onRunRequested() {
            if (root.isStacked)
                tabs.currentIndex = 2;
        }
    }
}
