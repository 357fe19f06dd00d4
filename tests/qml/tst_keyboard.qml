// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest

/// Everything works without a mouse, and says what it is to those who do not see it.
LabTestCase {
    name: "Keyboard"

    /// What Tab stops at, from the top bar on, until it comes around.
    function tabStops() {
        find("^(Pause|一時停止)$").forceActiveFocus(Qt.TabFocusReason);
        const stops = [reader.focused(lessonWindow)];
        for (let i = 0; i < 200; ++i) {
            keyClick(Qt.Key_Tab);
            const stop = reader.focused(lessonWindow);
            if (stop === stops[0])
                return stops;
            stops.push(stop);
        }
        fail("Tab never comes around: " + stops.join(", "));
    }

    function test_everyTabStop_hasARoleAndAName_data() {
        const rows = [];
        for (const language of ["en", "ja"])
            for (const page of ["", "look", "scale-up", "balance", "scale-down", "zero", "outro"])
                rows.push({tag: language + " " + (page || "intro"), language, page});
        return rows;
    }
    function test_everyTabStop_hasARoleAndAName(data) {
        openLab(data.language, data.page);
        const stops = tabStops();
        verify(stops.length > 10, stops.join("\n"));
        compare(stops.filter(stop => /^(NoRole|Client|Pane)?\||\|\s*$|<|&[a-z]+;/.test(stop) && !/^Pane\|./.test(stop)), []);
        const focusable = reader.focusable(lessonWindow);
        verify(focusable.length >= stops.length, "assistive tools reach no less than Tab");
        compare(focusable.filter(item => /^NoRole|\|\s*$/.test(item)), []);
    }

    function test_tab_goesThroughTheWindowInReadingOrder() {
        openLab("en", "scale-up");
        const stops = tabStops().map(stop => stop.replace(/^.*\|/, ""));
        const order = ["Pause", "Step to the next change", "Run until it settles", "Speed: 1×", "日本語", "English", "Panes and layout", /^Find a command/, /^How this cluster differs/, "Appearance", /^Run: kubectl scale/, "Back", "Next", "Move or hide: Lesson", /^Pod kubernetes-bootcamp/, "Terminal", /^Events \(\d+\)$/, "Terminal", "Move or hide: Terminal", "Width of the left dock", "Height of the bottom dock"];
        let at = -1;
        for (const expected of order) {
            const next = stops.findIndex((stop, i) => i > at && (expected instanceof RegExp ? expected.test(stop) : stop === expected));
            verify(next > at, expected + " comes after " + stops[at] + " in\n" + stops.join("\n"));
            at = next;
        }
    }

    function test_whatHasTheKeyboard_isScrolledIntoSight() {
        openLab("en", "scale-up");
        const run = find("^Run: kubectl get rs");
        find("^English$").forceActiveFocus(Qt.TabFocusReason);
        for (let i = 0; i < 60 && lessonWindow.activeFocusItem !== run; ++i)
            keyClick(Qt.Key_Tab);
        compare(lessonWindow.activeFocusItem, run);
        const top = run.mapToItem(null, 0, 0).y;
        verify(top > 0 && top + run.height < find("^Goals$").mapToItem(null, 0, 0).y);
    }

    function test_runButton_worksWithSpace() {
        openLab("en", "scale-up");
        find("^Run: kubectl scale").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        verify(lab.settle());
        lab.runFor(30);
        tryVerify(() => named(/^Pod kubernetes-bootcamp-.*, Running, /).length === 4);
    }

    function test_arrows_goFromPodToPod() {
        openLab("en", "balance");
        const list = named(/^2 Pods$/).length ? find("^2 Pods$") : find("^1 Pod$");
        list.forceActiveFocus(Qt.TabFocusReason);
        const first = reader.focused(lessonWindow);
        verify(first.length > 0);
        keyClick(Qt.Key_Down);
        compare(list.currentIndex, Math.min(1, list.pods.count - 1));
        keyClick(Qt.Key_Up);
        compare(list.currentIndex, 0);
    }

    function test_waitingPods_areReached_andSayWhy() {
        openLab("en", "scale-up");
        app.terminal.runCommands("kubectl scale deployments/kubernetes-bootcamp --replicas=125");
        verify(lab.settle());
        lab.runFor(60);
        rendered();
        find("^Unscheduled$").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Right);
        verify(/^ListItem\|kubernetes-bootcamp-.*\nPending · .* old\n.*Insufficient cpu/.test(reader.focused(lessonWindow)), reader.focused(lessonWindow));
    }

    function test_terminal_history_andControlKeys() {
        openLab("en", "look");
        typeLine("echo one");
        verify(lab.settle());
        typeLine("echo two");
        verify(lab.settle());
        keyClick(Qt.Key_Up);
        keyClick(Qt.Key_Up);
        keyClick(Qt.Key_Return);
        verify(lab.settle());
        verify(/two\n.*echo one\none$/.test(app.terminal.lastOutput), app.terminal.lastOutput);
        for (const letter of "sleep 1000")
            keyClick(letter);
        keyClick(Qt.Key_Return);
        verify(app.terminal.isBusy);
        keyClick(Qt.Key_C, Qt.ControlModifier);
        verify(lab.settle());
        verify(!app.terminal.isBusy);
        verify(/\^C$/.test(app.terminal.lastOutput), app.terminal.lastOutput);
        keyClick(Qt.Key_L, Qt.ControlModifier);
        verify(app.terminal.isEmpty);
    }

    function test_shortcuts_ofTheWindow() {
        openLab("en", "look");
        keyClick(Qt.Key_P, Qt.ControlModifier);
        verify(app.time.isPaused);
        keyClick(Qt.Key_P, Qt.ControlModifier);
        verify(!app.time.isPaused);
        keyClick(Qt.Key_Right, Qt.AltModifier);
        compare(app.lesson.positionText, "Step 2 of 5");
        keyClick(Qt.Key_Left, Qt.AltModifier);
        compare(app.lesson.positionText, "Step 1 of 5");
        find("^English$").forceActiveFocus(Qt.TabFocusReason); // the terminal has a size of its own
        keyClick(Qt.Key_Plus, Qt.ControlModifier);
        fuzzyCompare(app.preferences.textScale, 1.1, 0.001);
        keyClick(Qt.Key_0, Qt.ControlModifier);
        compare(app.preferences.textScale, 1);
    }

    function test_appearance_opensAndClosesByKeyboard() {
        openLab("en", "look");
        const button = find("^Appearance$");
        button.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        tryVerify(() => named(/^Dark$/).length === 1);
        const dark = find("^Dark$");
        for (let i = 0; i < 5 && lessonWindow.activeFocusItem !== dark; ++i)
            keyClick(Qt.Key_Tab);
        keyClick(Qt.Key_Space);
        verify(app.preferences.isDark);
        keyClick(Qt.Key_Escape);
        tryVerify(() => named(/^Dark$/).length === 0);
        tryCompare(lessonWindow, "activeFocusItem", button);
    }

    function test_commandThatWaitsForPausedTime_saysSo_andGoesOn() {
        openLab("en", "scale-up");
        app.time.isPaused = true;
        typeLine("sleep 3");
        verify(app.terminal.isBusy);
        tryVerify(() => named(/^Time is paused, so the command waits/).length > 0);
        press("^Resume time");
        verify(!app.time.isPaused);
        compare(named(/^Time is paused/).length, 0);
    }

    function test_tabCompletes_andCtrlRFindsEarlierLines_inTheTerminal() {
        openLab("en", "scale-up");
        keyClick(Qt.Key_T, Qt.ControlModifier);
        const terminal = lessonWindow.activeFocusItem;
        for (const letter of "kubectl rollo")
            keyClick(letter);
        keyClick(Qt.Key_Tab);
        lab.runFor(1);
        for (const letter of "status deploy")
            keyClick(letter);
        keyClick(Qt.Key_Tab);
        lab.runFor(1);
        compare(lessonWindow.activeFocusItem, terminal, "Tab stays where something can be completed");
        keyClick(Qt.Key_Space);
        for (const letter of "kube")
            keyClick(letter);
        keyClick(Qt.Key_Tab);
        lab.runFor(1);
        keyClick(Qt.Key_Return);
        verify(lab.settle());
        verify(/successfully rolled out/.test(app.terminal.lastOutput), app.terminal.lastOutput);
        app.terminal.clear();
        for (const letter of "kubectl rollout ")
            keyClick(letter);
        keyClick(Qt.Key_Tab);
        lab.runFor(1);
        verify(/undo/.test(app.terminal.lastOutput), "what may follow is shown: " + app.terminal.lastOutput);
        picture("tab-choices");
        keyClick(Qt.Key_U, Qt.ControlModifier);
        app.terminal.clear();
        keyClick(Qt.Key_R, Qt.ControlModifier);
        for (const letter of "rollout sta")
            keyClick(letter);
        keyClick(Qt.Key_Return);
        verify(lab.settle());
        verify(/successfully rolled out/.test(app.terminal.lastOutput), app.terminal.lastOutput);
        keyClick(Qt.Key_Tab);
        verify(lessonWindow.activeFocusItem !== terminal, "with nothing typed, Tab goes on");
    }
}
