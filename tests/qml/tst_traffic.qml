// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest

/// The parts of the window that send requests and show how they spread, and how the replicas came about, over a real
/// simulated cluster.
LabTestCase {
    name: "Traffic"

    function openTraffic(language, properties) {
        openLab(language, "balance", properties);
        app.preferences.reducedMotion = true;
        lab.runFor(60);
        app.traffic.reset();
        lab.runFor(1);
    }
    function key(item, code) {
        item.forceActiveFocus(Qt.TabFocusReason);
        keyClick(code);
    }
    /// The Deployment's slider has the same name as the pane's tab.
    function goToReplicas() {
        app.layout.go("replicas");
        tryVerify(() => named(/(Replicas over time|レプリカ数の推移)$/).length > 0);
        wait(50); // it is laid out with the next frame
    }
    function curl(times) {
        app.terminal.runCommands("for i in $(seq " + times + "); do curl host01:$(kubectl get services/kubernetes-bootcamp -o jsonpath='{.spec.ports[0].nodePort}'); done");
        verify(lab.settle());
    }
    function sum(list) {
        return list.reduce((a, b) => a + b, 0);
    }

    function test_load_byKeyboard_showsBarsAndAVerdict() {
        openTraffic("en");
        key(find("^A number of requests"), Qt.Key_Space);
        find("^Requests \\(requests\\)$").forceActiveFocus(Qt.TabFocusReason);
        for (const letter of "80")
            keyClick(letter);
        keyClick(Qt.Key_Return);
        compare(app.traffic.load.requests, 80);
        keyClick(Qt.Key_Up);
        compare(app.traffic.load.requests, 100);
        keyClick(Qt.Key_Down);
        compare(app.traffic.load.requests, 60);
        key(find("^Send$"), Qt.Key_Space);
        lab.runFor(0.05);
        tryVerify(() => named(/^Stop$/).length === 1);
        lab.runFor(60);
        tryVerify(() => app.traffic.total === 60);
        tryVerify(() => named(/^Send$/).length === 1);
        compare(sum(app.traffic.bars.counts), 60);
        compare(app.traffic.bars.labels.length, 4);
        verify(app.traffic.bars.hasBand);
        compare(app.traffic.bars.expected, 15);
        tryVerify(() => named(/^Fits random choice$/).length === 1, 2000, app.traffic.findings.verdict);
        verify(/^All 4 Pods seen/.test(app.traffic.findings.occupancy), app.traffic.findings.occupancy);
        const chart = find("^Chart of requests by Pod$");
        verify(chart.Accessible.description.includes("Fits random choice"));
    }

    /// What the seed lesson says, the panel says as well.
    function test_aFewCurls_teachThatRepeatsAreNormal() {
        openTraffic("en");
        curl(4);
        lab.runFor(1);
        tryCompare(app.traffic, "total", 4);
        compare(app.traffic.findings.verdict, "Too few requests to tell");
        verify(app.traffic.findings.detail.startsWith("Repeats are normal"), app.traffic.findings.detail);
        verify(app.traffic.findings.detail.includes("25%"), app.traffic.findings.detail);
        verify(app.traffic.findings.occupancy.includes("9.4%"), app.traffic.findings.occupancy);
        tryVerify(() => reader.texts(lessonWindow).some(text => text.startsWith("Repeats are normal")));
    }

    function test_keptConnection_isExplained_andStopEndsIt() {
        openTraffic("ja");
        key(find("^一定の頻度$"), Qt.Key_Space);
        key(find("^接続を保つ$"), Qt.Key_Space);
        verify(named(/^クライアント数/).length === 1);
        key(find("^送る$"), Qt.Key_Space);
        lab.runFor(10);
        tryVerify(() => named(/^すべて.*接続を保っているため$/).length === 1, 2000, app.traffic.findings.verdict);
        key(find("^停止$"), Qt.Key_Space);
        lab.runFor(1);
        tryVerify(() => named(/^送る$/).length === 1);
        const total = app.traffic.total;
        lab.runFor(20);
        compare(app.traffic.total, total);
    }

    function test_tables_haveTheNumbers_andTheKeyboard() {
        openTraffic("en");
        curl(8);
        tryCompare(app.traffic, "total", 8);
        key(find("^Show as table: Requests by Pod$"), Qt.Key_Space);
        tryVerify(() => named(/^[a-z0-9]{5}: \d+ requests?$/).length === 4);
        key(find("^Show as table: Share so far"), Qt.Key_Space);
        tryVerify(() => named(/^\d+:\d\d: \d+ requests so far, shares /).length > 0);
        goToReplicas();
        key(find("^Show as table: Replicas over time$"), Qt.Key_Space);
        tryVerify(() => named(/^\d+:\d\d kubectl scale deployments\/kubernetes-bootcamp --replicas=4$/).length > 0);
        verify(named(/^\d+:\d\d \d wanted, \d exist, /).length > 0);
    }

    /// Shares older than two minutes are gone, and a reset empties the bars: who stands on a chart's button stays there.
    function test_aChartThatBecomesEmpty_keepsTheKeyboardsPlace() {
        openTraffic("en");
        curl(8);
        tryCompare(app.traffic, "total", 8);
        const table = find("^Show as table: Share so far");
        table.forceActiveFocus(Qt.TabFocusReason);
        lab.runFor(180);
        tryVerify(() => app.traffic.shares.isEmpty);
        verify(table.activeFocus);
        const reset = find("^Count from 0$");
        key(reset, Qt.Key_Space);
        tryCompare(app.traffic, "total", 0);
        verify(reset.activeFocus);
        keyClick(Qt.Key_Tab);
        verify(!reset.enabled);
    }

    function test_marks_tellWhatWasDone_byArrowKeys() {
        openTraffic("en");
        app.terminal.runCommands("kubectl scale deployments/kubernetes-bootcamp --replicas=2");
        verify(lab.settle());
        lab.runFor(5);
        goToReplicas();
        find("^Commands and events$").forceActiveFocus(Qt.TabFocusReason);
        let told = reader.focused(lessonWindow);
        for (let i = 0; i < 10 && !told.includes("--replicas=2"); ++i) {
            keyClick(Qt.Key_Left);
            told = reader.focused(lessonWindow);
        }
        verify(told.includes("kubectl scale deployments/kubernetes-bootcamp --replicas=2"), told);
        compare(app.series.desired, 2);
        verify(/2 Pods wanted/.test(app.series.description), app.series.description);
    }

    function test_charts_areSaved_data() {
        return [{tag: "PNG"}, {tag: "SVG"}, {tag: "CSV"}];
    }
    function test_charts_areSaved(data) {
        openTraffic("en");
        for (const files of [app.traffic.files, app.series.files]) {
            files.folder = lab.filePath("charts");
            files.isAskingWhere = false;
        }
        curl(4);
        tryCompare(app.traffic, "total", 4);
        for (const [chart, file] of [["Requests by Pod", "requests"], ["Share so far, over time", "shares"], ["Replicas over time", "replicas"]]) {
            if (file === "replicas")
                goToReplicas();
            key(find("^Save: " + chart + "$"), Qt.Key_Space);
            tryVerify(() => named(new RegExp("^" + data.tag + "$")).length === 1);
            key(find("^" + data.tag + "$"), Qt.Key_Space);
            const path = lab.filePath(`charts/${file}-1.${data.tag.toLowerCase()}`);
            tryVerify(() => lab.fileExists(path), 2000, path);
            tryVerify(() => named(/^Saved as /).length >= 1);
            tryVerify(() => named(new RegExp("^" + data.tag + "$")).length === 0);
        }
    }

    function test_chart_isSaved_whereTheDialogSays() {
        openTraffic("en");
        app.traffic.files.folder = lab.filePath("");
        curl(4);
        tryCompare(app.traffic, "total", 4);
        key(find("^Save: Requests by Pod$"), Qt.Key_Space);
        tryVerify(() => named(/^SVG$/).length === 1);
        key(find("^SVG$"), Qt.Key_Space);
        tryVerify(() => dialogs().length === 1);
        const dialog = dialogs()[0];
        tryCompare(dialog, "visible", true);
        verify(dialog.selectedFile.toString().endsWith("/requests-1.svg"), dialog.selectedFile);
        picture("save-dialog");
        verify(!lab.fileExists(lab.filePath("requests-1.svg")));
        dialog.accept();
        tryVerify(() => lab.fileExists(lab.filePath("requests-1.svg")));
        tryVerify(() => named(/^Saved as .*requests-1\.svg$/).length === 1);
        compare(dialog.visible, false);
    }
    /// Save dialogs that were loaded.
    function dialogs() {
        return everythingIn(lessonWindow.contentItem).map(item => item.item ?? null).filter(item => item !== null && item.fileMode !== undefined);
    }
    function everythingIn(item) {
        return [item].concat(...Array.from(item.children).map(everythingIn));
    }

    function test_verdictAndChart_areInSight_data() {
        const rows = [];
        for (const preset of ["lesson", "traffic"])
            for (const language of ["en", "ja"])
                for (const [width, height, scale] of [[1280, 800, 1], [1024, 700, 1], [1920, 1080, 1], [1280, 800, 2]])
                    rows.push({tag: `${preset} ${language} ${width}x${height} text ${scale}`, preset, language, width, height, scale});
        return rows;
    }
    function test_verdictAndChart_areInSight(data) {
        openTraffic(data.language);
        app.layout.usePreset(data.preset);
        lessonWindow.width = data.width;
        lessonWindow.height = data.height;
        app.preferences.textScale = data.scale;
        app.layout.show("traffic");
        curl(60);
        tryCompare(app.traffic, "total", 60);
        for (const isKept of [false, true]) {
            if (isKept) {
                app.traffic.load.isKeptAlive = true;
                app.traffic.load.start();
                lab.runFor(30);
                tryCompare(app.traffic, "total", 100);
            }
            wait(150);
            picture(`traffic-${data.tag.replace(/ /g, "-")}-${isKept ? "kept" : "new"}`);
            const verdict = find("^" + app.traffic.findings.verdict.replace(/[()]/g, ".") + "$");
            isInSight(verdict, Math.min(verdict.height, 56 * data.scale)); // its headline
            const chart = find("^(Chart of requests by Pod|Podごとのリクエスト数のグラフ)$");
            verify(chart.height >= 60 * data.scale, `the chart is only ${chart.height} high`);
            isInSight(chart, chart.height);
        }
    }
    /// The upper part of an item, so high, is to be seen without scrolling.
    function isInSight(item, height) {
        let view = item.parent;
        while (view.contentY === undefined)
            view = view.parent;
        const top = item.mapToItem(view, 0, 0).y;
        verify(top >= 0 && top + height <= view.height + 1, `from ${top} to ${top + height} of ${view.height}`);
    }

    function test_manyPods_areOneDrawing_withAReadout() {
        openTraffic("en");
        app.terminal.runCommands("kubectl scale deployments/kubernetes-bootcamp --replicas=30");
        verify(lab.settle());
        lab.runFor(60);
        app.traffic.load.requests = 300;
        app.traffic.load.start();
        lab.runFor(60);
        tryVerify(() => app.traffic.total >= 300);
        tryVerify(() => app.traffic.isDense);
        const chart = find("^Chart of requests by Pod");
        chart.forceActiveFocus(Qt.TabFocusReason);
        tryVerify(() => /^Chart\|Chart of requests by Pod: .*\d+ requests?/.test(reader.focused(lessonWindow)), 2000, reader.focused(lessonWindow));
        const first = reader.focused(lessonWindow);
        keyClick(Qt.Key_Right);
        tryVerify(() => reader.focused(lessonWindow) !== first);
    }

    function test_everythingFits_data() {
        const rows = [];
        for (const language of ["en", "ja"])
            for (const [width, height, scale] of [[1280, 800, 1], [1920, 1080, 1], [1024, 700, 1], [1920, 1080, 1.5], [1280, 800, 2]])
                rows.push({tag: `${language} ${width}x${height} text ${scale}`, language, width, height, scale});
        return rows;
    }
    function test_everythingFits(data) {
        openTraffic(data.language);
        lessonWindow.width = data.width;
        lessonWindow.height = data.height;
        app.preferences.textScale = data.scale;
        rendered();
        wait(0);
        if (!named(/^(Send|送る)$/).length)
            press("^(Traffic|リクエスト)$");
        tryVerify(() => named(/^(Send|送る)$/).length === 1);
        for (const kind of [3, 2, 0, 1]) {
            app.traffic.load.kind = kind;
            app.traffic.load.isKeptAlive = kind === 2;
            app.traffic.load.start();
            lab.runFor(0.3);
            checkTexts("load of kind " + kind);
            lab.runFor(40);
            checkTexts("after a load of kind " + kind);
        }
        app.terminal.runCommands("kubectl scale deployments/kubernetes-bootcamp --replicas=0");
        verify(lab.settle());
        lab.runFor(60);
        app.traffic.load.start();
        lab.runFor(5);
        checkTexts("no Pod");
        goToReplicas();
        checkTexts("replicas");
    }
    function checkTexts(where) {
        wait(120); // the figures come at most ten times a second
        for (let i = 0; i < 10 && reader.overlappingTexts(lessonWindow).length; ++i)
            wait(20);
        compare(reader.cutTexts(lessonWindow), [], where + ": cut off");
        compare(reader.overlappingTexts(lessonWindow), [], where + ": on each other");
    }
}
