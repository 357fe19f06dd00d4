// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Minato.App

/// Panes go where the learner wants them, by keyboard and mouse, and the window remembers.
LabTestCase {
    name: "Docks"

    function place(pattern) {
        const item = find(pattern);
        return item.mapToItem(null, 0, 0, item.width, item.height);
    }
    /// Opens a pane's menu and chooses an entry, by keys alone.
    function choose(pane, entry) {
        find(`^Move or hide: ${pane}$`).forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        tryVerify(() => named(new RegExp(`^${entry}$`)).length === 1);
        for (let i = 0; i < 10; ++i) {
            keyClick(Qt.Key_Down);
            if (reader.focused(lessonWindow) === `MenuItem|${entry}`)
                break;
        }
        compare(reader.focused(lessonWindow), `MenuItem|${entry}`);
        keyClick(Qt.Key_Return);
        tryVerify(() => named(/^Hide this pane$/).length === 0);
    }

    function test_aPane_movesByItsMenu_andTabsShowWhatIsThere() {
        openLab("en", "look");
        choose("Traffic", "Move to: Bottom");
        rendered();
        verify(named(/^Traffic$/).length > 0, "a tab of the bottom dock");
        verify(named(/^Requests by Pod$/).length > 0, "and in front");
        choose("Traffic", "Move to: Left");
        rendered();
        verify(place("^Requests by Pod$").x < 100);
        compare(named(/^Goals$/).length, 0, "the lesson is behind its tab");
        press("^Lesson$");
        tryVerify(() => named(/^Goals$/).length > 0);
    }

    function test_aPane_isHidden_andComesBack() {
        openLab("en", "look");
        choose("Cluster", "Hide this pane");
        compare(named(/^Deployment/).length, 0);
        choose("Lesson", "Show: Cluster");
        tryVerify(() => named(/^Deployment/).length > 0);
    }

    function test_aPane_keepsWhatItShows_whenItMoves() {
        openLab("en", "look");
        typeLine("echo kept");
        verify(lab.settle());
        const terminal = lessonWindow.activeFocusItem;
        app.layout.move("terminal", 0); // LayoutModel.Left
        tryCompare(lessonWindow, "activeFocusItem", terminal);
        for (const letter of "echo typed")
            keyClick(letter);
        keyClick(Qt.Key_Return);
        verify(lab.settle());
        verify(/typed$/.test(app.terminal.lastOutput), app.terminal.lastOutput);
    }

    function test_splitter_byKeyboard() {
        openLab("en", "look");
        const splitter = find("^Width of the left dock$");
        splitter.forceActiveFocus(Qt.TabFocusReason);
        verify(/^Slider\|/.test(reader.focused(lessonWindow)));
        const usual = splitter.x;
        keyClick(Qt.Key_Right);
        verify(splitter.x > usual);
        keyClick(Qt.Key_Right, Qt.ShiftModifier);
        verify(splitter.x > usual + 100);
        keyClick(Qt.Key_Home);
        compare(splitter.value, splitter.minimumValue);
        keyClick(Qt.Key_Return);
        compare(splitter.x, usual);
    }

    function test_splitter_byMouse() {
        openLab("en", "look");
        const splitter = find("^Height of the bottom dock$");
        const usual = splitter.y;
        mousePress(splitter, 300, 5);
        mouseMove(splitter, 300, -35);
        mouseMove(splitter, 300, 5);
        mouseRelease(splitter, 300, 5);
        compare(splitter.y, usual - 40);
        mouseDoubleClickSequence(splitter, 300, 5);
        compare(splitter.y, usual);
    }

    /// The tabs that are marked as in front, and how many docks have tabs.
    function marked() {
        let rows = 0;
        const names = [];
        const walk = item => {
            if (!item.visible)
                return;
            if (item instanceof DockTabs) {
                ++rows;
                for (const tab of item.contentItem.children[0].children)
                    if (tab.isFront === true)
                        names.push(tab.text);
            }
            for (const child of item.children)
                walk(child);
        };
        walk(lessonWindow.contentItem);
        return {rows, names};
    }
    function test_eachDock_marksItsTabInFront_afterEveryForm() {
        openLab("en", "look");
        for (const [width, height, scale] of [[1024, 700, 1], [1920, 1080, 1], [1280, 800, 2]])
            for (const language of ["en", "ja"]) {
                lessonWindow.width = width;
                lessonWindow.height = height;
                app.preferences.textScale = scale;
                app.preferences.language = language;
                for (const pane of ["lesson", "cluster"])
                    app.layout.show(pane);
                rendered();
                const {rows, names} = marked();
                verify(rows > 0);
                compare(names.length, rows, `${width} ${scale} ${language}: ${names}`);
            }
        press("^レッスン$");
        compare(marked().names, ["レッスン"]);
        press("^レッスン$");
        compare(marked().names, ["レッスン"]);
    }

    function test_presets_andEveryForm_fit_data() {
        const rows = [];
        for (const preset of ["lesson", "cluster", "traffic", "presenter"])
            for (const [width, height, scale] of [[1024, 700, 1], [1280, 800, 1], [1920, 1080, 1], [1280, 800, 2]])
                for (const language of ["en", "ja"])
                    rows.push({tag: `${preset} ${language} ${width}x${height} text ${scale}`, preset, language, width, height, scale});
        return rows;
    }
    function test_presets_andEveryForm_fit(data) {
        openLab(data.language, "look");
        app.preferences.reducedMotion = true;
        lessonWindow.width = data.width;
        lessonWindow.height = data.height;
        app.preferences.textScale = data.scale;
        app.layout.usePreset(data.preset);
        rendered();
        wait(50);
        compare(reader.cutTexts(lessonWindow), []);
        compare(reader.overlappingTexts(lessonWindow), []);
    }
}
