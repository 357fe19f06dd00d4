// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest

/// Time goes as the learner wants it, by keyboard alone.
LabTestCase {
    name: "Time"

    function seconds() {
        return app.time.timeText.split(":").reduce((sum, part) => 60 * sum + Number(part), 0);
    }

    function test_step_showsTheNextChange_andPauses() {
        openLab("en", "scale-up");
        app.time.isPaused = true;
        const before = app.terminal.lastOutput;
        typeLine("kubectl scale deployments/kubernetes-bootcamp --replicas=4");
        verify(app.terminal.isBusy);
        let steps = 0;
        const running = () => named(/^Pod kubernetes-bootcamp-.*, Running, /).length;
        const seen = new Set();
        for (; steps < 200 && running() < 4; ++steps) {
            keyClick(Qt.Key_F8);
            verify(app.time.isPaused);
            waitForRendering(lessonWindow.contentItem, 50);
            seen.add(named(/^Pod kubernetes-bootcamp-/).length + "/" + running());
        }
        verify(running() === 4, steps + " steps: " + [...seen].join(" "));
        verify(steps > 5, "not all at once: " + [...seen].join(" "));
        verify(seen.size > 3, [...seen].join(" "));
        verify(app.terminal.lastOutput !== before);
    }

    function test_untilItSettles_runsTheCommandToItsEnd_andSaysSo() {
        openLab("en", "scale-up");
        app.terminal.runCommands("kubectl scale deployments/kubernetes-bootcamp --replicas=4");
        const before = seconds();
        keyClick(Qt.Key_F9);
        tryVerify(() => named(/^Pod kubernetes-bootcamp-.*, Running, /).length === 4);
        verify(!app.time.isPaused);
        verify(!app.terminal.isBusy);
        verify(seconds() > before);
        tryVerify(() => named(/^Settled at \d+:\d\d$/).length > 0);
    }

    function test_speeds_byKeys_andMenu() {
        openLab("en", "look");
        keyClick(Qt.Key_Up, Qt.AltModifier);
        compare(app.time.speed, 2);
        keyClick(Qt.Key_Down, Qt.AltModifier);
        keyClick(Qt.Key_Down, Qt.AltModifier);
        compare(app.time.speed, 0.5);
        find("^Speed: 0.5×$").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        tryVerify(() => named(/^\d.*×$/).length >= 8);
        for (let i = 0; i < 10 && reader.focused(lessonWindow) !== "MenuItem|30×"; ++i)
            keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Return);
        tryCompare(app.time, "speed", 30);
        find("^Speed: 30×$");
    }

    function test_pauseButton_turnsIntoResume() {
        openLab("ja", "look");
        keyClick(Qt.Key_P, Qt.ControlModifier);
        find("^再開$");
        keyClick(Qt.Key_P, Qt.ControlModifier);
        find("^一時停止$");
    }
}
