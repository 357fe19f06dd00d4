// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest

/// kubectl edit in the terminal, and the editor that it opens.
LabTestCase {
    id: root

    name: "TerminalEdit"

    function languages() {
        return [{tag: "en"}, {tag: "ja"}];
    }
    function run(commands) {
        app.terminal.runCommands(commands);
        verify(lab.settle());
        lab.runFor(0.2);
    }
    function enterTerminal() {
        keyClick(Qt.Key_T, Qt.ControlModifier);
        rendered();
        return lessonWindow.activeFocusItem;
    }

    function test_kubectlEdit_opensTheEditor_andGoesBack_data() {
        return languages();
    }
    function test_kubectlEdit_opensTheEditor_andGoesBack(data) {
        openLab(data.tag, "scale-up");
        const terminal = enterTerminal();
        typeLine("kubectl edit deployment/kubernetes-bootcamp");
        verify(lab.settle());
        verify(app.editor.isAwaited);
        rendered();
        tryVerify(() => /^(Manifest|マニフェスト)$/.test(lessonWindow.activeFocusItem?.Accessible.name ?? ""));
        const edit = lessonWindow.activeFocusItem;
        verify(named(/^kubectl edit: Deployment\/kubernetes-bootcamp/).length > 0);
        edit.cursorPosition = edit.text.indexOf("replicas: 1") + 11;
        keyClick(Qt.Key_Backspace);
        for (const letter of "-2")
            keyClick(letter);
        picture("terminal-edit-" + data.tag);
        keyClick(Qt.Key_S, Qt.ControlModifier);
        verify(lab.settle());
        verify(app.editor.isAwaited, "refused: it is there again");
        verify(/# \* spec.replicas: Invalid value/.test(app.editor.text), app.editor.text);
        rendered();
        picture("terminal-edit-again-" + data.tag);
        const again = find("^(Manifest|マニフェスト)$");
        again.forceActiveFocus(Qt.TabFocusReason);
        again.cursorPosition = again.text.indexOf("replicas: -2") + 12;
        keyClick(Qt.Key_Backspace);
        keyClick(Qt.Key_Backspace);
        keyClick("3");
        press(data.tag === "ja" ? "^保存して閉じる" : "^Save and close");
        verify(lab.settle());
        verify(!app.editor.isAwaited);
        verify(/deployment.apps\/kubernetes-bootcamp edited$/.test(app.terminal.lastOutput), app.terminal.lastOutput);
        compare(lessonWindow.activeFocusItem, terminal);
        lab.runFor(30);
        compare(app.cluster.podCount, 3);
    }

    function test_kubectlEdit_leftUnchanged_orStopped() {
        openLab("en", "scale-up");
        run("kubectl edit service/kubernetes-bootcamp");
        verify(app.editor.isAwaited);
        rendered();
        press("^Close without saving$");
        verify(lab.settle());
        verify(/Edit cancelled, no changes made\.$/.test(app.terminal.lastOutput), app.terminal.lastOutput);
        verify(app.editor.isEmpty);
        run("kubectl edit service/kubernetes-bootcamp");
        verify(app.editor.isAwaited);
        app.terminal.cancel();
        verify(lab.settle());
        lab.runFor(0.1);
        verify(app.editor.isEmpty);
    }
}
