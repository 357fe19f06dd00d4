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

    readonly property real fit: Math.max(1, Math.min(1.2, Math.round(20 * Math.sqrt(width * height / (1280 * 800))) / 20)) ///< in steps
    readonly property bool isCompact: width / Theme.scale < 1180
    readonly property bool isAtStart: start?.isShown ?? false
    readonly property LabLayout lab: labSlot.item as LabLayout ///< null while no cluster is open
    readonly property bool isUsable: isAtStart ? startPage.item !== null : lab?.isUsable ?? false ///< the page, or lesson, cluster and terminal, are there
    readonly property bool isComplete: isAtStart ? startPage.item !== null : lab?.isComplete ?? false ///< all that comes after the first frame has come
    readonly property bool isSettled: !pacer.isBusy ///< all has the window's size
    /// Where the window was last time, unless its size is given.
    property bool restoresPlace: true
    readonly property bool isInMode: app.layout.mode !== LayoutModel.Normal || visibility === Window.FullScreen
    readonly property real presenterZoom: 1.5 * Math.max(1, root.height / 800) ///< larger on a projector
    readonly property int barHeight: bar.visible ? bar.height : modeBar.height
    //: For screen readers, on leaving focus mode or presenter mode.
    //% "All panes are shown again"
    readonly property string normalText: qsTrId("mode.normal")
    readonly property string leaveText: qsTrId("mode.leave")

    function leaveModes() {
        if (app.layout.mode !== LayoutModel.Normal)
            app.layout.mode = LayoutModel.Normal;
        else if (visibility === Window.FullScreen)
            toggleFullScreen();
    }
    function toggleFullScreen() {
        if (visibility !== Window.FullScreen)
            showFullScreen();
        else if (app.windowMemory.wasMaximised)
            showMaximized();
        else
            showNormal();
    }
    function keepPlace() {
        if (visibility === Window.Windowed)
            app.windowMemory.keepPlace(x, y, width, height);
    }

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
    onXChanged: keepPlace()
    onYChanged: keepPlace()
    onWidthChanged: keepPlace()
    onHeightChanged: keepPlace()
    onVisibilityChanged: visibility => {
        if (visibility === Window.Windowed || visibility === Window.Maximized)
            app.windowMemory.keepMaximised(visibility === Window.Maximized);
    }
    Component.onCompleted: {
        const memory = app.windowMemory;
        if (!restoresPlace || !memory.hasPlace)
            return;
        const place = memory.place;
        setGeometry(place.x, place.y, place.width, place.height);
        if (memory.wasMaximised)
            showMaximized();
    }

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

    FramePacer {
        id: pacer
        window: root
    }
    Paced {
        id: scale
        pacer: pacer
        wanted: Math.min(2, root.app.preferences.textScale * (root.app.layout.mode === LayoutModel.Presenter ? root.presenterZoom : 1)) * root.fit
    }
    Paced {
        id: readingScale
        pacer: pacer
        isLate: true
        wanted: Theme.scale
    }
    Binding {
        target: Theme
        property: "isDark"
        value: root.app.preferences.isDark
    }
    Binding {
        target: Theme
        property: "isHighContrast"
        value: root.app.preferences.isHighContrast
    }
    Binding {
        target: Theme
        property: "scale"
        value: scale.current
    }
    Binding {
        target: Reading
        property: "scale"
        value: readingScale.current
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
    WindowKeys {
        active: root.isAtStart ? startPage.item !== null : (root.lab?.stage ?? 0) > 0
        commands: root.app.commands
        isAtStart: root.isAtStart
    }
    Shortcut {
        sequence: "Esc" // a popup that is open takes it first
        enabled: root.isInMode && !(root.Overlay.overlay?.visible ?? false)
        onActivated: root.leaveModes()
    }
    Connections {
        target: root.app.commands

        function onAsked(id) {
            if (id === "mode.full-screen")
                root.toggleFullScreen();
            else if (id === "mode.leave")
                root.leaveModes();
            else if (id === "window.home")
                root.start?.show(true);
            else if (id === "window.settings")
                settings.show();
            else if (id === "window.quit")
                Qt.quit();
            else
                popups.show(id);
        }
    }
    Connections {
        target: root.app.layout

        function onModeChanged() {
            const mode = root.app.layout.mode;
            const entered = mode === LayoutModel.Focus ? "mode.focus" : "mode.presenter";
            root.lab?.announce(mode === LayoutModel.Normal ? root.normalText : root.app.commands.of(entered).text + ", " + root.leaveText);
            Qt.callLater(() => root.app.layout.focusAsked(root.app.layout.active));
        }
    }
    Connections {
        target: root.app.time

        function onAnnounced(text) {
            root.lab?.announce(text);
        }
        function onRunEnded(text) {
            toast.tell(text);
        }
    }

    TopBar {
        id: bar
        visible: !root.isAtStart && root.app.layout.mode === LayoutModel.Normal
        width: parent.width
        app: root.app
        preferences: root.app.preferences
        time: root.app.time
        isNarrow: root.isCompact
        hasHome: root.start !== null
        onAsked: command => root.app.commands.trigger(command)
    }
    Loader {
        id: modeBar
        active: !root.isAtStart && !bar.visible
        width: parent.width
        sourceComponent: ModeBar {
            app: root.app
            onLeaveAsked: root.leaveModes()
        }
    }
    WindowPopups {
        id: popups
        app: root.app
        host: root.contentItem
    }
    Loader {
        id: settings

        function show() {
            if (item === null)
                setSource("qrc:/qt/qml/Minato/Pages/start/SettingsSheet.qml", {parent: root.contentItem, preferences: root.app.preferences, start: root.start});
            (item as Popup).open();
        }
    }
    Notices {
        id: notices
        enabled: !root.isAtStart
        opacity: root.isAtStart ? 0 : 1
        x: Theme.s3
        y: root.barHeight
        width: parent.width - 2 * x
        app: root.app
        onTold: text => toast.tell(text)
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
        y: root.barHeight + notices.height
        width: parent.width
        height: parent.height - y
        focus: !root.isAtStart
        sourceComponent: LabLayout {
            focus: true
            app: root.app
            pacer: pacer
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
    KeyOverlay {
        display: root.app.keyDisplay
        anchors {
            horizontalCenter: parent.horizontalCenter
            bottom: parent.bottom
            bottomMargin: Theme.s5
        }
    }
    Toast {
        id: toast
        anchors {
            horizontalCenter: parent.horizontalCenter
            top: parent.top
            topMargin: root.barHeight + Theme.s4
        }
        width: implicitWidth
        height: implicitHeight
    }
}
