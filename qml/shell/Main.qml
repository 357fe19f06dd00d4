// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

ApplicationWindow {
    id: root

    required property AppModel app ///< of the cluster that is open; another one with each
    property StartModel start: null ///< null: there is no start page

    readonly property real fit: Math.max(1, Math.min(1.2, Math.sqrt(width * height / (1280 * 800))))
    readonly property bool isCompact: width / Theme.scale < 1180
    readonly property bool isAtStart: start?.isShown ?? false
    readonly property LabLayout lab: labSlot.item as LabLayout ///< null while no cluster is open
    readonly property bool isUsable: isAtStart ? startPage.item !== null : lab?.isUsable ?? false ///< the page, or lesson, cluster and terminal, are there
    readonly property bool isComplete: isAtStart ? startPage.item !== null : lab?.isComplete ?? false ///< all that comes after the first frame has come

    width: 1280
    height: 800
    minimumWidth: 1024
    minimumHeight: 700
    visible: true
    color: Theme.ground
    title: isAtStart || app.lesson.plainTitle === "" ? "Minato" : app.lesson.plainTitle + " – Minato"
    onFrameSwapped: if (isAtStart ? startPage.item === null : lab?.stage === 0)
        Qt.callLater(goOn) // once the frame is on the screen
    onAppChanged: if (labSlot.isMade)
        labSlot.renew()
    onIsAtStartChanged: Qt.callLater(takeFocus)

    function goOn() {
        if (isAtStart)
            startPage.isWanted = true;
        else
            lab?.goOn();
    }
    /// The keyboard goes with the page.
    function takeFocus() {
        if (isAtStart)
            (startPage.item as Item)?.forceActiveFocus(Qt.TabFocusReason);
        else
            app.layout.go("terminal");
    }

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
        enabled: !root.isAtStart
        onActivated: root.app.layout.go("terminal")
    }
    Shortcut {
        sequence: "Ctrl+P"
        enabled: !root.isAtStart
        onActivated: root.app.time.togglePaused()
    }
    Shortcut {
        sequence: "F1"
        onActivated: differences.show()
    }
    Shortcut {
        sequence: "Alt+Right"
        enabled: !root.isAtStart
        onActivated: root.app.lesson.next()
    }
    Shortcut {
        sequence: "Alt+Left"
        enabled: !root.isAtStart
        onActivated: root.app.lesson.previous()
    }
    Shortcut {
        sequence: "Alt+Home"
        enabled: root.start !== null && !root.isAtStart
        onActivated: root.start.show(true)
    }
    Shortcut {
        sequences: [StandardKey.Preferences, "Ctrl+,"]
        onActivated: settings.show()
    }
    Shortcut {
        sequences: [StandardKey.Quit]
        onActivated: Qt.quit()
    }

    TopBar {
        id: bar
        visible: !root.isAtStart
        width: parent.width
        app: root.app
        preferences: root.app.preferences
        time: root.app.time
        isNarrow: root.isCompact
        hasHome: root.start !== null
        onDifferencesAsked: differences.show()
        onHomeAsked: root.start.show(true)
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
    Loader {
        id: settings

        function show() {
            if (item === null)
                setSource("qrc:/qt/qml/Minato/Pages/start/SettingsSheet.qml", {parent: root.contentItem, preferences: root.app.preferences, start: root.start});
            (item as Popup).open();
        }
    }
    ProblemBar {
        id: problem
        enabled: !root.isAtStart
        opacity: root.isAtStart ? 0 : 1
        x: Theme.s3
        y: bar.height
        width: parent.width - 2 * x
        height: implicitHeight
        app: root.app
    }
    Loader {
        id: labSlot

        readonly property bool isMade: item !== null

        /// Another cluster: nothing of the old one's pages goes on.
        function renew() {
            active = false;
            active = Qt.binding(() => root.start === null || root.start.hasSession);
        }

        active: root.start === null || root.start.hasSession
        visible: !root.isAtStart
        y: bar.height + (problem.visible ? problem.height + Theme.s2 : 0)
        width: parent.width
        height: parent.height - y
        focus: !root.isAtStart
        sourceComponent: LabLayout {
            focus: true
            app: root.app
        }
    }
    PartLoader {
        id: startPage
        anchors.fill: parent
        visible: root.isAtStart
        focus: root.isAtStart
        page: "start/StartPage.qml"
        given: ({start: root.start, preferences: root.app.preferences})
        ground: "transparent"
        hasEdge: false
        onLoaded: root.takeFocus()

        Connections {
            target: startPage.item
            ignoreUnknownSignals: true

            function onSettingsAsked() {
                settings.show();
            }
        }
    }
    Connections {
        target: root.app.lesson

        function onGoalReached(text) {
            root.lab?.announce(text);
        }
    }
}
