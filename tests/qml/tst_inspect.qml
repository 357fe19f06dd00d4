// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest

/// Inspector, event story, editor and Events show what there is, follow the selection and change it.
LabTestCase {
    name: "Inspect"

    readonly property string scale: "kubectl scale deployments/kubernetes-bootcamp --replicas="

    function run(commands, seconds) {
        app.terminal.runCommands(commands);
        verify(lab.settle());
        lab.runFor(seconds);
    }
    function select(kind, ns, name) {
        app.selection.select(kind, ns, name);
        lab.runFor(0.2);
    }
    function show(pane) {
        app.layout.show(pane);
        rendered();
    }
    function showsAll(patterns) {
        for (const pattern of patterns)
            tryVerify(() => named(pattern).length > 0, 3000, pattern + " in\n" + named(/./).join("\n"));
    }

    /// A list has only the lines near those in sight: looks along it.
    function showsLine(list, pattern) {
        let at = 0;
        tryVerify(() => {
            if (named(pattern).length > 0)
                return true;
            list.positionViewAtIndex(at++ % list.count, ListView.Beginning);
            return false;
        }, 3000, pattern + " in the list");
    }

    function test_inspector_saysWhatToDo_thenShowsTheObject() {
        openLab("en", "scale-up");
        show("inspector");
        verify(reader.texts(lessonWindow).some(text => /Click a Pod, a node/.test(text)));
        select("Deployment", "default", "kubernetes-bootcamp");
        showsAll([/^1 wanted$/, /^1 available$/, /^Strategy: RollingUpdate/]);
        run(scale + 3, 30);
        showsAll([/^3 wanted$/, /^3 available$/]);
        press("^Relations$");
        showsAll([/^ReplicaSet kubernetes-bootcamp-\w+ 3\/3$/]);
        press("^ReplicaSet kubernetes-bootcamp-");
        compare(app.selection.kind, "ReplicaSet");
        lab.runFor(0.2);
        showsAll([/^Pod kubernetes-bootcamp-.* Running$/]);
        press("^Back to the object before$");
        compare(app.selection.kind, "Deployment");
    }

    function test_relations_haveTheRoomTheyNeed_afterTheWindowWasSmall() {
        openLab("en", "scale-up");
        show("inspector");
        select("Deployment", "default", "kubernetes-bootcamp");
        press("^Relations$");
        showsAll([/^ReplicaSet kubernetes-bootcamp-\w+ 1\/1$/]);
        lessonWindow.width = 1024;
        lessonWindow.height = 700;
        app.preferences.textScale = 2;
        rendered();
        app.preferences.textScale = 1;
        lessonWindow.width = 1600;
        rendered();
        const chip = find("^ReplicaSet kubernetes-bootcamp-\\w+ 1/1$");
        verify(chip.width > app.selection.name.length * 7, `as wide as its name, not ${chip.width}`);
        verify(chip.height < 70, `its name needs two lines at most, not ${chip.height} high`);
    }

    function test_aNameThatHasRoom_staysInOneLine() {
        openLab("en", "scale-up");
        lessonWindow.width = 1024;
        lessonWindow.height = 700;
        const pod = named(/^Pod kubernetes-bootcamp-/)[0].match(/kubernetes-bootcamp-[-\w]+/)[0];
        show("inspector");
        select("Pod", "default", pod);
        press("^Relations$");
        rendered();
        for (const pattern of ["^Deployment kubernetes-bootcamp$", "^ReplicaSet kubernetes-bootcamp-\\w+$", "^Pod kubernetes-bootcamp-[-\\w]+$"]) {
            const chip = find(pattern);
            verify(chip.height < 52, `${pattern} in one line, not ${chip.height} high and ${chip.width} wide`);
        }
    }

    function test_inspector_sheets() {
        openLab("en", "scale-up");
        show("inspector");
        select("Node", "", "minato-worker");
        showsAll([/^Ready$|State: Ready/, /Pods$/]);
        press("^Conditions$");
        showsAll([/The kubelet answers and can run Pods/]);
        press("^YAML$");
        const yaml = find("^YAML of Node minato-worker$");
        verify(/^apiVersion: v1\nkind: Node\n/.test(yaml.text));
        verify(/\nstatus:\n/.test(yaml.text));
        press("^Hide status$");
        verify(!/\nstatus:\n/.test(yaml.text));
        select("Deployment", "default", "kubernetes-bootcamp");
        const events = find("^Events$");
        events.clicked();
        lab.runFor(0.1);
        showsAll([/ScalingReplicaSet/]);
        select("Pod", "default", "nobody");
        verify(reader.texts(lessonWindow).some(text => /There is no such Pod/.test(text)));
    }

    /// The tabs stand in one line however narrow the pane is, and each is reached by the keyboard.
    function test_inspector_fitsANarrowPane_data() {
        const rows = [];
        for (const language of ["en", "ja"])
            for (const [width, height] of [[1024, 700], [1280, 800], [1920, 1080]])
                rows.push({tag: `${language} ${width}x${height}`, language, width, height});
        return rows;
    }
    function test_inspector_fitsANarrowPane(data) {
        openLab(data.language, "scale-up");
        lessonWindow.width = data.width;
        lessonWindow.height = data.height;
        show("inspector");
        select("Deployment", "default", "kubernetes-bootcamp");
        const tabs = ["inspect.tab.summary", "inspect.tab.yaml", "inspect.tab.events", "inspect.tab.conditions", "inspect.tab.owners"].map(id => qsTrId(id));
        rendered();
        for (const name of tabs) {
            press("^" + name + "$");
            rendered();
            const tops = tabs.map(tab => find("^" + tab + "$").mapToItem(null, 0, 0).y);
            compare(tops.filter(top => top !== tops[0]), [], name);
            compare(reader.cutTexts(lessonWindow), [], name + ": cut off");
        }
    }

    function test_story_fromTheCommand_andItsLinesSelect() {
        openLab("en", "scale-up");
        show("story");
        verify(reader.texts(lessonWindow).some(text => /Change something/.test(text)));
        run(scale + 3, 30);
        showsAll([/You ran, kubectl scale/]);
        const list = find("^What happened: kubectl scale");
        for (const pattern of [/The Deployment controller told ReplicaSet/, /The scheduler chose node/])
            showsLine(list, pattern);
        list.forceActiveFocus(Qt.TabFocusReason);
        for (let i = 0; i < 4 && app.selection.kind !== "ReplicaSet"; ++i) {
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Return);
        }
        compare(app.selection.kind, "ReplicaSet");
        showsAll([/LAST SEEN/]);
    }

    function test_editor_fromTheInspector_toTheCluster() {
        openLab("en", "scale-up");
        show("inspector");
        select("Deployment", "default", "kubernetes-bootcamp");
        press("^YAML$");
        press("^Edit$");
        lab.runFor(0.2);
        const edit = find("^Manifest$");
        showsAll([/^The cluster has just this/]);
        edit.forceActiveFocus(Qt.TabFocusReason);
        const at = edit.text.indexOf("replicas: 1") + 10;
        edit.cursorPosition = at + 1;
        keyClick(Qt.Key_Backspace);
        keyClick("4");
        verify(/replicas: 4/.test(edit.text));
        wait(app.editor.documents.length * 400);
        lab.runFor(0.2);
        showsAll([/^The API server would take it/, /^\+ +replicas: 4$/, /^− +replicas: 1$/]);
        press("^Apply$");
        verify(lab.settle());
        lab.runFor(30);
        compare(app.cluster.podCount, 4);
        verify(/kubectl apply -f kubernetes-bootcamp-deployment.yaml/.test(app.terminal.lastOutput), app.terminal.lastOutput);
    }

    function test_editor_completes_indents_andLetsOneLeave() {
        openLab("en", "scale-up");
        show("editor");
        press("^Deployment$");
        lab.runFor(0.1); // the server tells of the kind
        const edit = find("^Manifest$");
        edit.forceActiveFocus(Qt.TabFocusReason);
        edit.cursorPosition = edit.text.indexOf("  selector");
        for (const letter of "  pau")
            keyClick(letter);
        tryVerify(() => named(/^paused, true \| false/).length > 0);
        keyClick(Qt.Key_Left); // suggestions are for where they were asked
        tryVerify(() => named(/^paused, true \| false/).length === 0);
        keyClick(Qt.Key_Right);
        keyClick(Qt.Key_Space, Qt.ControlModifier);
        tryVerify(() => named(/^paused, true \| false/).length > 0);
        keyClick(Qt.Key_Return);
        verify(/\n  paused:/.test(edit.text), edit.text);
        for (const letter of " true")
            keyClick(letter);
        keyClick(Qt.Key_Escape);
        keyClick(Qt.Key_Return);
        wait(400);
        lab.runFor(0.2);
        showsAll([/a new object/]);
        const before = edit.text;
        keyClick(Qt.Key_Tab);
        compare(edit.text.length, before.length + 2);
        verify(edit.activeFocus);
        keyClick(Qt.Key_Escape);
        keyClick(Qt.Key_Escape);
        keyClick(Qt.Key_Tab);
        verify(!edit.activeFocus);
        edit.forceActiveFocus(Qt.TabFocusReason);
        edit.undo();
        compare(edit.text.length, before.length);
    }

    function test_events_areFiltered_andSelect() {
        openLab("en", "scale-up");
        run(scale + 2, 20);
        show("events");
        const list = find("^Events of the cluster, newest first$");
        const all = list.count;
        verify(all > 4);
        find("^Filter events$").forceActiveFocus(Qt.TabFocusReason);
        for (const letter of "scheduled")
            keyClick(letter);
        tryVerify(() => list.count > 0 && list.count < all && / Scheduled, /.test(list.itemAtIndex(0)?.Accessible.name ?? ""));
        list.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Return);
        compare(app.selection.kind, "Pod");
        press("^Warnings only$");
        tryVerify(() => list.count === 0);
    }

    function test_nothingIsCut_data() {
        const rows = [];
        for (const language of ["ja", "en"])
            for (const [width, height, scale] of [[1280, 800, 1], [1920, 1080, 1.5]])
                for (const pane of ["inspector", "story", "editor"])
                    rows.push({tag: [language, width, scale, pane].join(" "), language, width, height, scale, pane});
        return rows;
    }
    function test_nothingIsCut(data) {
        openLab(data.language, "scale-up");
        lessonWindow.width = data.width;
        lessonWindow.height = data.height;
        app.preferences.textScale = data.scale;
        run(scale + 4, 30);
        show(data.pane);
        select("Deployment", "default", "kubernetes-bootcamp");
        if (data.pane === "editor")
            app.editor.openTemplate(0);
        lab.runFor(0.2);
        rendered();
        const cut = () => reader.cutTexts(lessonWindow).filter(text => !/kubernetes-bootcamp-/.test(text));
        const faults = () => reader.overlappingTexts(lessonWindow).concat(cut());
        tryVerify(() => faults().length === 0, 3000, faults().join("\n")); // rows find their places within a few frames
    }
}
