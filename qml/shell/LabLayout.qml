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
    /// 0: nothing but empty panels, for the first frame; 1: lesson, cluster, terminal; 2: the charts as well.
    property int stage: 0
    readonly property bool isUsable: lesson.item !== null && cluster.item !== null && terminal.item !== null
    readonly property bool isComplete: stage === 2 && isUsable

    function goOn() {
        stage = Math.min(2, stage + 1);
    }

    Timer {
        interval: 60 // the cluster's first picture goes before the charts
        running: root.stage === 1
        onTriggered: root.goOn()
    }

    function focusTerminal() {
        if (isStacked)
            tabs.currentIndex = 2;
        (terminal.item as TerminalPage)?.focusTerminal();
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
            text: qsTrId("lesson.pane")
            glyph: "book"
        }
        PaneTab {
            text: qsTrId("cluster.title")
            glyph: "anchor"
        }
        PaneTab {
            text: qsTrId("terminal.title")
            glyph: "terminal"
        }
    }
    PartLoader {
        id: lesson
        visible: root.shown <= 0
        x: root.gap
        y: root.partsY
        width: root.lessonWidth
        height: root.height - root.partsY - root.gap
        page: "lesson/LessonPage.qml"
        given: ({lesson: root.app.lesson, syntax: root.app.syntax})
        isWanted: root.stage > 0
    }
    PartLoader {
        id: cluster
        visible: root.shown < 0 || root.shown === 1
        x: root.rightX
        y: root.partsY
        width: root.rightWidth - (root.isCompact ? 0 : root.chartsWidth + root.gap)
        height: root.upperHeight
        page: "cluster/ClusterPage.qml"
        given: ({cluster: root.app.cluster, traffic: root.app.traffic, series: root.app.series})
        isWanted: root.stage > 0

        Binding {
            target: cluster.item
            property: "isCompact"
            value: root.isCompact
            when: cluster.item !== null
        }
    }
    ChartsLoader {
        x: cluster.x + cluster.width + root.gap
        width: root.chartsWidth
        height: root.upperHeight
        isWanted: root.stage > 1 && !root.isCompact
        traffic: root.app.traffic
        series: root.app.series
    }
    PartLoader {
        id: terminal
        visible: root.shown < 0 || root.shown === 2
        x: root.rightX
        y: root.isStacked ? root.partsY : root.upperHeight + root.gap
        width: root.rightWidth
        height: root.isStacked ? root.upperHeight : root.terminalHeight
        page: "TerminalPage.qml"
        given: ({terminal: root.app.terminal, time: root.app.time, events: root.app.events})
        isWanted: root.stage > 0
        ground: Theme.terminal
        onLoaded: (item as TerminalPage).focusTerminal()
    }
    Connections {
        target: root.app.lesson

        function onRunRequested() {
            if (root.isStacked)
                tabs.currentIndex = 2;
        }
    }
}
