// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest

/// Everything can be found, and every key works, without a mouse.
LabTestCase {
    name: "Commands"

    function type(text) {
        for (const letter of text)
            keyClick(letter);
    }

    function test_palette_findsAndDoes() {
        openLab("en", "look");
        keyClick(Qt.Key_P, Qt.ControlModifier | Qt.ShiftModifier);
        tryVerify(() => /^EditableText\|/.test(reader.focused(lessonWindow)));
        type("go events");
        tryVerify(() => named(/^Go to: Events/).length > 0);
        keyClick(Qt.Key_Return);
        tryVerify(() => named(/^Events of the cluster/).length === 1);
        compare(app.layout.active, "events");
    }

    function test_palette_closesWithEscape_andTheKeyboardComesBack() {
        openLab("en", "look");
        const before = lessonWindow.activeFocusItem;
        keyClick(Qt.Key_P, Qt.ControlModifier | Qt.ShiftModifier);
        tryVerify(() => lessonWindow.activeFocusItem !== before);
        keyClick(Qt.Key_Escape);
        tryCompare(lessonWindow, "activeFocusItem", before);
    }

    function test_palette_opensAPage() {
        openLab("en", "look");
        keyClick(Qt.Key_P, Qt.ControlModifier | Qt.ShiftModifier);
        tryVerify(() => /^EditableText\|/.test(reader.focused(lessonWindow)));
        type("scale up to");
        keyClick(Qt.Key_Return);
        tryCompare(app.lesson, "positionText", "Step 2 of 5");
    }

    function test_shortcutSheet_listsEveryKey_inBothLanguages_data() {
        return [{tag: "en", language: "en", title: "^Keyboard shortcuts$"}, {tag: "ja", language: "ja", title: "^キーボードショートカット$"}];
    }
    function test_shortcutSheet_listsEveryKey_inBothLanguages(data) {
        openLab(data.language, "look");
        keyClick(Qt.Key_F1);
        tryVerify(() => reader.find(lessonWindow, data.title));
        tryVerify(() => named(/Ctrl\+P$/).length === 1);
        rendered();
        compare(reader.cutTexts(lessonWindow), []);
        keyClick(Qt.Key_Escape);
        tryVerify(() => !reader.find(lessonWindow, data.title));
    }

    function test_panes_byKeys() {
        openLab("en", "look");
        keyClick(Qt.Key_1, Qt.ControlModifier);
        compare(app.layout.active, "lesson");
        keyClick(Qt.Key_F6);
        compare(app.layout.active, "cluster");
        keyClick(Qt.Key_F6, Qt.ShiftModifier);
        compare(app.layout.active, "lesson");
        keyClick(Qt.Key_T, Qt.ControlModifier);
        compare(app.layout.active, "terminal");
        keyClick(Qt.Key_PageDown, Qt.ControlModifier);
        compare(app.layout.active, "events");
        keyClick(Qt.Key_Right, Qt.AltModifier | Qt.ShiftModifier);
        rendered();
        const events = find("^Events of the cluster");
        verify(events.mapToItem(null, 0, 0).x > 900, "moved to the right");
        keyClick(Qt.Key_H, Qt.ControlModifier | Qt.ShiftModifier);
        compare(named(/^Events of the cluster/).length, 0);
    }

    function test_viewMenu_showsAndHides() {
        openLab("en", "look");
        find("^Panes and layout$").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        tryVerify(() => named(/^Focus mode$/).length === 1);
        for (let i = 0; i < 10 && reader.focused(lessonWindow) !== "MenuItem|Charts"; ++i)
            keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Return);
        tryVerify(() => named(/^Move or hide: Charts$/).length === 0);
    }
}
