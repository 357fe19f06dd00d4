// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml
import Minato.ViewModels

/// The page of each pane: its file below qml/pages, its icon, and the view models that it requires. A pane without an
/// entry here is left out of the window. The names are in src/viewmodels/layout/presets.cpp.
///
/// isLate      comes after the first picture of the others
/// isTerminal  drawn in the terminal's colours
///
/// What a page may have, and is told then:
///   isTabbed: bool      the dock's tabs stand in the header's place: no title (Panel does all this)
///   menuRoom: int       how much of the header's right end is the dock's own button
///   trailingWidth: int  how much of it the page uses itself
///   hostsTabs: bool     it has a header for the tabs to stand in; else it begins below them
///   takeFocus()         gives the keyboard to what it is for; else its first stop has it
QtObject {
    id: root

    required property AppModel app

    readonly property var pages: ({
        lesson: {page: "lesson/LessonPage.qml", glyph: "book", given: {lesson: app.lesson, syntax: app.syntax}},
        cluster: {page: "cluster/ClusterPage.qml", glyph: "anchor", given: {cluster: app.cluster, actions: app.actions, selection: app.selection, wish: app.replicaWish}},
        traffic: {page: "traffic/TrafficPage.qml", glyph: "chart", isLate: true, given: {traffic: app.traffic, connection: app.connection, service: app.cluster.service}},
        replicas: {page: "traffic/ReplicasPage.qml", glyph: "clock", isLate: true, given: {series: app.series}},
        terminal: {page: "TerminalPage.qml", glyph: "terminal", isTerminal: true, given: {tabs: app.terminals, time: app.time, selection: app.selection, looks: app.preferences}},
        events: {page: "EventsPage.qml", glyph: "flag", isTerminal: true, given: {events: app.events}},
        inspector: {page: "inspect/InspectorPage.qml", glyph: "search", isLate: true, given: {inspector: app.inspector, syntax: app.syntax}},
        story: {page: "inspect/StoryPage.qml", glyph: "story", isLate: true, given: {story: app.story}},
        editor: {page: "inspect/EditorPage.qml", glyph: "pencil", isLate: true, given: {editor: app.editor, syntax: app.syntax}}
    })

    /// What stands behind the name on the pane's tab; empty for nothing.
    function count(pane: string): string {
        return pane === "events" ? root.app.events.countText : "";
    }
}
