// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest

/// Nothing is cut off and nothing collides, in every language, size of window and size of text.
LabTestCase {
    name: "Layout"

    readonly property var sizes: [[1280, 800, 1], [1920, 1080, 1], [1024, 700, 1], [1920, 1080, 1.5], [1280, 800, 1.3], [1280, 800, 2]]

    function resize(width, height, scale) {
        app.preferences.reducedMotion = true;
        lessonWindow.width = width;
        lessonWindow.height = height;
        app.preferences.textScale = scale;
        rendered();
        wait(0);
    }
    function checkTexts(where) {
        // What goes is there for one more frame.
        for (let i = 0; i < 10 && reader.overlappingTexts(lessonWindow).length; ++i)
            wait(20);
        compare(reader.cutTexts(lessonWindow), [], where + ": cut off");
        compare(reader.overlappingTexts(lessonWindow), [], where + ": on each other");
    }

    function test_allTextsFit_data() {
        const rows = [];
        for (const language of ["en", "ja"])
            for (const [width, height, scale] of sizes)
                rows.push({tag: `${language} ${width}x${height} text ${scale}`, language, width, height, scale});
        return rows;
    }
    function test_allTextsFit(data) {
        openLab(data.language, "scale-down");
        resize(data.width, data.height, data.scale);
        for (let page = 0; page < app.lesson.pageCount; ++page) {
            app.lesson.page = page;
            rendered();
            checkTexts("page " + page);
        }
        // Pods that stop, then none; a request that fails.
        app.terminal.runCommands("kubectl scale deployments/kubernetes-bootcamp --replicas=0");
        verify(lab.settle());
        lab.runFor(1);
        rendered();
        checkTexts("stopping");
        lab.runFor(60);
        app.terminal.runCommands("curl host01:30143");
        verify(lab.settle());
        rendered();
        checkTexts("none");
        if (data.scale < 2) {
            app.terminal.runCommands("kubectl scale deployments/kubernetes-bootcamp --replicas=130");
            verify(lab.settle());
            lab.runFor(60);
            rendered();
            checkTexts("130 Pods");
        }
    }

    function test_veryLargeText_showsOnePartAtATime() {
        openLab("en", "scale-up");
        resize(1280, 800, 2);
        compare(named(/^Pod kubernetes/).length, 0);
        verify(named(/^Run: kubectl scale/).length);
        press("^Run: kubectl scale");
        verify(lab.settle());
        verify(!named(/^Run( again)?: /).length, "the terminal shows what the command does");
        press("^Cluster$");
        lab.runFor(30);
        rendered();
        verify(named(/^Pod kubernetes-bootcamp-.*, Running, /).length > 0);
        app.preferences.textScale = 1;
        rendered();
        tryVerify(() => named(/^Pod kubernetes-bootcamp-.*, Running, /).length === 4 && named(/^Run( again)?: /).length > 0);
    }
}
