// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest

/// Modes for concentrating and for showing; Esc leaves each.
LabTestCase {
    name: "Modes"

    function test_focusMode() {
        openLab("en", "scale-up");
        keyClick(Qt.Key_F11, Qt.ShiftModifier);
        rendered();
        compare(app.layout.mode, 1); // LayoutModel.Focus
        compare(named(/^Appearance$/).length, 0, "no top bar");
        verify(named(/^Run: kubectl scale/).length > 0, "the lesson");
        compare(named(/^Pod kubernetes/).length, 0, "and one other pane");
        tryVerify(() => reader.focused(lessonWindow) === "EditableText|Terminal");
        keyClick(Qt.Key_2, Qt.ControlModifier);
        tryVerify(() => named(/^Pod kubernetes/).length > 0);
        keyClick(Qt.Key_Escape);
        tryVerify(() => named(/^Appearance$/).length === 1);
    }

    function test_presenterMode_isLarge_andShowsTheKeys() {
        openLab("en", "scale-up");
        const before = find("^Terminal$").height;
        keyClick(Qt.Key_F5);
        rendered();
        compare(named(/^Run: kubectl scale/).length, 0, "one pane");
        for (const letter of "kubectl get pods")
            keyClick(letter);
        tryVerify(() => reader.texts(lessonWindow).includes("kubectl get pods"));
        keyClick(Qt.Key_P, Qt.ControlModifier);
        tryVerify(() => reader.texts(lessonWindow).includes("Ctrl+P"));
        verify(reader.texts(lessonWindow).includes("Pause or resume time"));
        rendered();
        compare(reader.cutTexts(lessonWindow), []);
        keyClick(Qt.Key_Escape);
        tryVerify(() => named(/^Run: kubectl scale/).length > 0);
        verify(!reader.texts(lessonWindow).includes("Ctrl+P"));
    }

    function test_fullScreen() {
        openLab("en", "look");
        keyClick(Qt.Key_F11);
        tryCompare(lessonWindow, "visibility", Window.FullScreen);
        keyClick(Qt.Key_Escape);
        tryCompare(lessonWindow, "visibility", Window.Windowed);
    }

    function test_largeText_hasLargeTargets() {
        openLab("en", "look");
        app.preferences.reducedMotion = true;
        app.preferences.textScale = 1.5;
        rendered();
        for (const name of ["^Pause$", "^Step to the next change$", "^Run until it settles$", "^Speed: 1×$", "^Panes and layout$", "^Appearance$", "^Move or hide: "]) {
            const item = find(name);
            verify(item.height >= 44 && item.width >= 44, `${name} is ${item.width}x${item.height}`);
        }
    }

    function test_modesFit_data() {
        const rows = [];
        for (const mode of [1, 2])
            for (const [width, height, scale] of [[1024, 700, 1], [1280, 800, 1], [1920, 1080, 1], [1280, 800, 2]])
                for (const language of ["en", "ja"])
                    rows.push({tag: `mode ${mode} ${language} ${width}x${height} text ${scale}`, mode, language, width, height, scale});
        return rows;
    }
    function test_modesFit(data) {
        openLab(data.language, "look");
        app.preferences.reducedMotion = true;
        lessonWindow.width = data.width;
        lessonWindow.height = data.height;
        app.preferences.textScale = data.scale;
        app.layout.mode = data.mode;
        for (const pane of ["lesson", "cluster", "traffic", "terminal", "events"]) {
            app.layout.go(pane);
            rendered();
            wait(30);
            compare(reader.cutTexts(lessonWindow), [], pane + ": cut off");
            compare(reader.overlappingTexts(lessonWindow), [], pane + ": on each other");
        }
    }
}
