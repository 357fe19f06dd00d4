// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

ApplicationWindow {
    id: root

    required property AppModel app

    readonly property real fit: Math.max(1, Math.min(1.2, Math.sqrt(width * height / (1280 * 800))))
    readonly property bool isCompact: width / Theme.scale < 1180
    readonly property bool isUsable: lab.isUsable ///< lesson, cluster and terminal are there
    readonly property bool isComplete: lab.isComplete ///< all that comes after the first frame has come

    width: 1280
    height: 800
    minimumWidth: 1024
    minimumHeight: 700
    visible: true
    color: Theme.ground
    title: app.lesson.plainTitle === "" ? "Minato" : app.lesson.plainTitle + " – Minato"
    onFrameSwapped: if (lab.stage === 0)
        Qt.callLater(lab.goOn) // once the frame is on the screen

    Binding {
        target: Theme
        property: "isDark"
        value: root.app.preferences.isDark
    }
    Binding {
        target: Theme
        property: "scale"
        value: root.app.preferences.textScale * root.fit
    }
    Binding {
        target: Theme
        property: "isMotionReduced"
        value: root.app.preferences.reducedMotion
    }
    Binding {
        target: Theme
        property: "sans"
        value: root.app.preferences.sansFamily
    }
    Binding {
        target: Theme
        property: "mono"
        value: root.app.preferences.monoFamily
    }
    Shortcut {
        sequences: [StandardKey.ZoomIn, "Ctrl+="]
        onActivated: root.app.preferences.zoom(1)
    }
    Shortcut {
        sequences: [StandardKey.ZoomOut]
        onActivated: root.app.preferences.zoom(-1)
    }
    Shortcut {
        sequence: "Ctrl+0"
        onActivated: root.app.preferences.resetZoom()
    }
    Shortcut {
        sequence: "Ctrl+T"
        onActivated: root.app.layout.go("terminal")
    }
    Shortcut {
        sequence: "Ctrl+P"
        onActivated: root.app.time.togglePaused()
    }
    Shortcut {
        sequence: "F1"
        onActivated: differences.show()
    }
    Shortcut {
        sequence: "Alt+Right"
        onActivated: root.app.lesson.next()
    }
    Shortcut {
        sequence: "Alt+Left"
        onActivated: root.app.lesson.previous()
    }
    Shortcut {
        sequences: [StandardKey.Quit]
        onActivated: Qt.quit()
    }

    TopBar {
        id: bar
        width: parent.width
        app: root.app
        preferences: root.app.preferences
        time: root.app.time
        isNarrow: root.isCompact
        onDifferencesAsked: differences.show()
    }
    Loader {
        id: differences

        function show() {
            active = true; // from the first time on
            (item as DifferencesPopup).open();
        }

        active: false
        sourceComponent: DifferencesPopup {
            parent: root.contentItem
            preferences: root.app.preferences
        }
    }
    ProblemBar {
        id: problem
        x: Theme.s3
        y: bar.height
        width: parent.width - 2 * x
        height: implicitHeight
        app: root.app
    }
    LabLayout {
        id: lab
        y: bar.height + (problem.visible ? problem.height + Theme.s2 : 0)
        width: parent.width
        height: parent.height - y
        focus: true
        app: root.app
    }
    Connections {
        target: root.app.lesson

        function onGoalReached(text) {
            lab.announce(text);
        }
    }
}
