// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest

/// The start page leads to lessons and clusters, and nothing is lost on the way.
LabTestCase {
    name: "Start"

    readonly property var start: lab?.start ?? null

    function tabTo(pattern) {
        for (let i = 0; i < 60; ++i) {
            if (pattern.test(reader.focused(lessonWindow)))
                return;
            keyClick(Qt.Key_Tab);
        }
        fail("Tab does not reach " + pattern + ", but " + reader.focused(lessonWindow));
    }
    function waitForLab() {
        tryVerify(() => !start.isShown);
        tryVerify(() => lessonWindow.isComplete);
        rendered();
    }
    function workers() {
        return named(/^minato-worker\d*[,:. ]|^minato-worker\d*$/).length;
    }

    function test_keyboardAlone_opensALesson_comesBack_andContinues() {
        openAtStart("en");
        verify(/\|Begin with the first lesson$/.test(reader.focused(lessonWindow)), reader.focused(lessonWindow));
        verify(/0 of 5 steps done/.test(named(/^Scaling: .*steps done$/).join()), named(/Scaling/).join("\n"));
        tabTo(/\|Start: Scaling/);
        keyClick(Qt.Key_Space);
        waitForLab();
        compare(app.lesson.lessonId ?? "scale", "scale");
        keyClick(Qt.Key_Right, Qt.AltModifier);
        compare(app.lesson.positionText, "Step 1 of 5");
        typeLine("echo here");
        verify(lab.settle());
        keyClick(Qt.Key_Home, Qt.AltModifier);
        tryVerify(() => start.isShown);
        rendered();
        compare(start.continueTitle, "Scaling: from 1 Pod to 4, and down to zero");
        verify(/^Step 1 of 5: /.test(start.continueDetail), start.continueDetail);
        const before = app;
        tabTo(/\|Continue: /);
        keyClick(Qt.Key_Space);
        waitForLab();
        compare(app, before, "the same cluster goes on");
        verify(/here/.test(app.terminal.lastOutput), app.terminal.lastOutput);
        compare(app.lesson.positionText, "Step 1 of 5");
    }

    function test_freePlay_withTwoZones_opensAClusterWithTheseNodes() {
        openAtStart("en");
        start.playground.nodes = 4;
        start.playground.zones = 2;
        compare(start.playground.summary, "4 nodes, 2 zones: 16 CPUs and 32 GiB in all, room for 440 Pods");
        press("^Open this cluster$");
        waitForLab();
        compare(app.lesson.positionText, "4 nodes, 2 zones");
        app.terminal.runCommands("kubectl get nodes -L topology.kubernetes.io/zone --no-headers");
        verify(lab.settle());
        const lines = app.terminal.lastOutput.split("\n").filter(line => /^minato-worker/.test(line));
        compare(lines.length, 4, app.terminal.lastOutput);
        compare(lines.filter(line => /zone-a$/.test(line)).length, 2);
        compare(lines.filter(line => /zone-b$/.test(line)).length, 2);
    }

    function test_numbersAreTyped_andStepped() {
        openAtStart("en");
        const field = find("^Nodes$");
        field.forceActiveFocus(Qt.TabFocusReason);
        for (const digit of "250")
            keyClick(digit);
        keyClick(Qt.Key_Return);
        compare(start.playground.nodes, 250);
        keyClick(Qt.Key_Up);
        compare(start.playground.nodes, 251);
        keyClick(Qt.Key_PageDown);
        compare(start.playground.nodes, 241);
        for (let i = 0; i < 3; ++i)
            keyClick(Qt.Key_Backspace);
        for (const digit of "99999")
            keyClick(digit);
        keyClick(Qt.Key_Tab);
        compare(start.playground.nodes, 5000, "no more than there can be");
    }

    function test_anotherCluster_startsClean() {
        openAtStart("en");
        start.openLesson("scale");
        waitForLab();
        app.terminal.runCommands("kubectl scale deployments/kubernetes-bootcamp --replicas=4");
        verify(lab.settle());
        lab.runFor(30);
        tryVerify(() => named(/^Pod kubernetes-bootcamp-.*, Running, /).length === 4);
        start.show(true);
        tryVerify(() => start.isShown);
        press("^Open this cluster$");
        waitForLab();
        tryVerify(() => app.cluster.cards.count === 3);
        compare(app.cluster.podCount, 0);
        verify(app.terminal.isEmpty);
        compare(named(/^Pod kubernetes-bootcamp/).length, 0);
    }

    function test_language_switchesAtOnce() {
        openAtStart("en");
        verify(named(/^Lessons$/).length > 0);
        press("^日本語$");
        tryVerify(() => named(/^レッスン$/).length > 0);
        compare(named(/^Lessons$/).length, 0);
        const texts = reader.texts(lessonWindow).join("\n");
        verify(!/steps? done|Free play|Open this cluster/.test(texts), texts);
    }

    function test_brokenLessons_areNamed_whileOthersLoad() {
        const folder = createTemporaryObject(labs, this);
        folder.copyLesson("scale", folder.filePath("lessons"));
        folder.writeFile(folder.filePath("lessons/broken/lesson.yaml"), "format: 1\nid: broken\nnonsense: 1\n");
        openAtStart("en", {lessonsFolder: folder.filePath("lessons")});
        compare(start.lessons.count, 1);
        const faults = named(/^broken\/lesson\.yaml:\d+: /);
        verify(faults.length > 0, named(/broken/).join("\n"));
        verify(named(/^Some lessons could not be read$/).length > 0);
    }

    function test_settings_applyAtOnce_andResetAsksFirst() {
        const folder = createTemporaryObject(labs, this);
        openAtStart("en", {progressFile: folder.filePath("progress.json")});
        start.openLesson("scale");
        waitForLab();
        start.show(true);
        tryVerify(() => start.isShown);
        keyClick(Qt.Key_Comma, Qt.ControlModifier);
        tryVerify(() => named(/^Settings$/).length > 0);
        press("^Dark$");
        verify(app.preferences.isDark);
        press("^High contrast$");
        verify(app.preferences.isHighContrast);
        press("^Reduce motion$");
        verify(app.preferences.reducedMotion);
        press("^Reset progress…$");
        verify(start.canReset);
        press("^Keep it$");
        verify(start.canReset);
        press("^Reset progress…$");
        press("^Reset progress$");
        verify(!start.canReset);
        keyClick(Qt.Key_Escape);
        tryVerify(() => named(/^Settings$/).length === 0);
    }

    function test_allTextsFit_data() {
        const rows = [];
        for (const language of ["en", "ja"])
            for (const [width, height, scale] of [[1024, 700, 1], [1280, 800, 1], [1920, 1080, 1], [1280, 800, 2], [1920, 1080, 2]])
                rows.push({tag: `${language} ${width}x${height} text ${scale}`, language, width, height, scale});
        return rows;
    }
    function test_allTextsFit(data) {
        openAtStart(data.language);
        app.preferences.reducedMotion = true;
        lessonWindow.width = data.width;
        lessonWindow.height = data.height;
        app.preferences.textScale = data.scale;
        rendered();
        wait(0);
        compare(reader.cutTexts(lessonWindow), [], "cut off");
        compare(reader.overlappingTexts(lessonWindow), [], "on each other");
        picture("start-" + data.tag.replace(/ /g, "-"));
        keyClick(Qt.Key_Comma, Qt.ControlModifier);
        tryVerify(() => named(/^(Settings|設定)$/).length > 0);
        rendered();
        picture("settings-" + data.tag.replace(/ /g, "-"));
    }
}
