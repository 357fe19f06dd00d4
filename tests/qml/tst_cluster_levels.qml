// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Minato.ViewModels

/// How closely the picture of the cluster is drawn follows from how many Pods there are: chips, squares, a map.
LabTestCase {
    name: "ClusterLevels"

    function view() {
        return find("^Deployment kubernetes-bootcamp: ").parent.parent;
    }
    function card(name) {
        tryVerify(() => named(new RegExp("^Node " + name + ", ")).length === 1); // a row comes with a frame
        return find("^Node " + name + ", ");
    }
    /// The forms of Pods that are there, below an item: more than one while one fades into another.
    function forms(item) {
        const found = item.isWanted !== undefined && item.isLive !== undefined && item.active ? [item] : [];
        return [...item.children].reduce((all, child) => all.concat(forms(child)), found);
    }

    function test_levels_followTheNumberOfPods_data() {
        return [{tag: "12", nodes: 3, pods: 12, level: ClusterLayout.Chips}, {tag: "110", nodes: 3, pods: 110, level: ClusterLayout.Squares}, {tag: "1000", nodes: 100, pods: 1000, level: ClusterLayout.Map}, {tag: "10000", nodes: 100, pods: 10000, level: ClusterLayout.Map}, {tag: "100000", nodes: 5000, pods: 100000, level: ClusterLayout.Map}];
    }

    function test_levels_followTheNumberOfPods(data) {
        openLab("en", "look");
        app.preferences.reducedMotion = true;
        lab.crowd(data.nodes, data.pods, 3);
        const grid = view().grid;
        tryCompare(grid, "level", data.level);
        rendered();
        // In, to one node with names or marks, and out again; nothing warns.
        for (let i = 0; i < 60 && grid.canZoomIn; ++i)
            view().zoomBy(1);
        rendered();
        verify(!grid.canZoomIn);
        verify(grid.level !== ClusterLayout.Map);
        compare(grid.columns, 1);
        view().zoomBy(-1000);
        tryCompare(grid, "level", data.level);
    }

    function test_chipsFadeIntoSquares() {
        openLab("en", "scale-up");
        lab.crowd(3, 12, 0);
        tryVerify(() => named(/^Node node-1, /).length === 1);
        tryVerify(() => forms(card("node-1")).length === 1);
        compare(view().grid.level, ClusterLayout.Chips);
        const before = forms(card("node-1"))[0];
        lessonWindow.height = 640; // the same Pods, but chips need more room than there is
        tryCompare(view().grid, "level", ClusterLayout.Squares);
        tryVerify(() => forms(card("node-1")).length === 2, 1000, "both are there for a moment");
        verify(!before.enabled && before.opacity > 0);
        tryVerify(() => forms(card("node-1")).length === 1);
        verify(forms(card("node-1"))[0] !== before);
        compare(forms(card("node-1"))[0].opacity, 1);
    }

    function test_formsChangeAtOnce_withReducedMotion() {
        openLab("en", "scale-up");
        app.preferences.reducedMotion = true;
        lab.crowd(3, 12, 0);
        compare(forms(card("node-1")).length, 1);
        lab.crowd(3, 150, 0);
        tryCompare(view().grid, "level", ClusterLayout.Squares);
        compare(forms(card("node-1")).length, 1);
        lab.crowd(100, 10000, 3);
        tryCompare(view().grid, "level", ClusterLayout.Map);
        compare(forms(view()).length, 1);
    }

    function test_keyboard_staysOnThePods_whenTheirFormChanges() {
        openLab("en", "look");
        lab.crowd(300, 3000, 0);
        tryCompare(view().grid, "level", ClusterLayout.Map);
        find("^Map of \\d+ groups$").forceActiveFocus(Qt.TabFocusReason);
        for (let i = 0; i < 60 && view().grid.level === ClusterLayout.Map; ++i) {
            keyClick(Qt.Key_Plus);
            tryCompare(view(), "shownZoom", view().wantedZoom);
        }
        verify(view().grid.level !== ClusterLayout.Map);
        tryVerify(() => /\|(\d+ Pods?|Node node-\d+|Pod .*)$/.test(reader.focused(lessonWindow)), 3000, reader.focused(lessonWindow));
        keyClick(Qt.Key_0);
        tryCompare(view().grid, "level", ClusterLayout.Map);
        tryVerify(() => /\|Map of \d+ groups$/.test(reader.focused(lessonWindow)), 3000, reader.focused(lessonWindow));
    }

    function test_map_isWalkedByKeyboard() {
        openLab("en", "look");
        app.preferences.reducedMotion = true;
        lab.crowd(300, 3000, 3);
        tryCompare(view().grid, "level", ClusterLayout.Map);
        rendered();
        const map = find("^Map of \\d+ groups$");
        map.forceActiveFocus(Qt.TabFocusReason);
        compare(map.currentIndex, 0);
        keyClick(Qt.Key_Right);
        compare(map.currentIndex, 1);
        keyClick(Qt.Key_Down);
        verify(map.currentIndex > 1);
        keyClick(Qt.Key_Up);
        compare(map.currentIndex, 1);
        keyClick(Qt.Key_End);
        compare(map.currentIndex, app.cluster.cards.count - 1);
        const last = app.cluster.cards.at(map.currentIndex, 0).title;
        verify(named(new RegExp("^Node " + last + ", .*Pods: ")).length > 0, "one summary a card");
        keyClick(Qt.Key_Return);
        tryVerify(() => view().grid.level !== ClusterLayout.Map);
        tryVerify(() => named(new RegExp("^Node " + last + "$")).length === 1, 3000, "Enter goes into the card");
        keyClick(Qt.Key_0);
        tryCompare(view().grid, "level", ClusterLayout.Map);
    }

    function test_squares_areWalkedByKeyboard_andTellWhatTheyAre() {
        openLab("en", "look");
        lab.crowd(3, 150, 0);
        tryCompare(view().grid, "level", ClusterLayout.Squares);
        rendered();
        compare(named(/^Pod kubernetes-bootcamp-.*-c\d+, /).length, 150);
        const field = find("^50 Pods$");
        field.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Right);
        compare(field.currentIndex, 1);
        keyClick(Qt.Key_Return);
        compare(app.selection.kind, "Pod");
        keyClick(Qt.Key_End);
        compare(field.currentIndex, 49);
        keyClick(Qt.Key_Right); // beyond the edge: the next card
        verify(lessonWindow.activeFocusItem !== field);
        verify(/^50 Pods$/.test(reader.focused(lessonWindow).replace(/^.*\|/, "")), reader.focused(lessonWindow));
    }
}
