// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest

/// The terminal in the window: tabs, find, links, hints, the size of its text.
LabTestCase {
    id: root

    name: "Terminal"

    function languages() {
        return [{tag: "en"}, {tag: "ja"}];
    }
    function run(commands) {
        app.terminal.runCommands(commands);
        verify(lab.settle());
        lab.runFor(0.2);
    }
    /// The terminal with the keyboard; what is shown has been drawn.
    function enterTerminal() {
        keyClick(Qt.Key_T, Qt.ControlModifier);
        rendered();
        return lessonWindow.activeFocusItem;
    }
    function paste(text) {
        const carrier = Qt.createQmlObject("import QtQuick; TextEdit {}", root);
        carrier.text = text;
        carrier.selectAll();
        carrier.copy();
        carrier.destroy();
        keyClick(Qt.Key_V, Qt.ControlModifier);
    }

    function test_helpAndHints_areInTheWindowsLanguage_alsoAfterASwitch() {
        openLab("ja", "scale-up");
        run("kubectl scale deployments/kubernetes-bootcamp --replicas=2 --record");
        verify(/ヒント: --record は非推奨/.test(app.terminal.lastOutput), app.terminal.lastOutput);
        run("kubectl scale --help");
        const japanese = /[\u3040-\u30ff]/;
        verify(japanese.test(app.terminal.lastOutput));
        picture("terminal-hint-ja");
        app.preferences.language = "en";
        run("clear");
        run("kubectl scale deployments/kubernetes-bootcamp --replicas=1 --record");
        run("kubectl scale --help");
        verify(!japanese.test(app.terminal.lastOutput), app.terminal.lastOutput);
        app.preferences.language = "ja";
        run("kubectl scale --help");
        verify(japanese.test(app.terminal.lastOutput));
    }

    function test_hintThatStandsThere_isToldInTheOtherLanguage_whenItIsChosen() {
        openLab("ja", "scale-up");
        run("kubectl scale deployments/kubernetes-bootcamp --replicas=1 --record");
        verify(/ヒント: /.test(app.terminal.lastOutput), app.terminal.lastOutput);
        app.preferences.language = "en";
        verify(/Hint: --record is deprecated/.test(app.terminal.lastOutput), app.terminal.lastOutput);
    }

    function test_pastedBlock_runsLineByLine() {
        openLab("en", "scale-up");
        enterTerminal();
        paste("echo one\nfor i in a b; do\n  echo \"loop $i\"\ndone\r\necho 'two\nlines'\necho half");
        verify(lab.settle());
        verify(/one\n[^]*loop a\nloop b\n[^]*echo 'two\n> lines'\ntwo\nlines$/.test(app.terminal.lastOutput), app.terminal.lastOutput);
        keyClick(Qt.Key_Return);
        verify(lab.settle());
        verify(/\nhalf$/.test(app.terminal.lastOutput));
    }

    function test_clearAndWatch_leaveNothingBehind() {
        openLab("en", "scale-up");
        run("echo gone");
        run("clear");
        verify(!/gone|\u001b/.test(app.terminal.lastOutput), app.terminal.lastOutput);
        app.terminal.runCommands("watch -n 1 kubectl get deployments");
        lab.runFor(5);
        compare(app.terminal.lastOutput.match(/UP-TO-DATE/g).length, 1, "one screen, not one below the other");
        app.terminal.cancel();
        verify(lab.settle());
    }

    function test_tabs_byKeyboard_haveShellsOfTheirOwn_data() {
        return languages();
    }
    function test_tabs_byKeyboard_haveShellsOfTheirOwn(data) {
        openLab(data.tag, "scale-up");
        const terminal = enterTerminal();
        typeLine("A=first");
        verify(lab.settle());
        compare(named(/^(Shell|シェル) /), [], "one tab needs no strip");
        keyClick(Qt.Key_T, Qt.ControlModifier | Qt.ShiftModifier);
        compare(app.terminals.count, 2);
        compare(lessonWindow.activeFocusItem, terminal);
        typeLine("echo A=$A.");
        verify(lab.settle());
        verify(/\nA=\.$/.test(app.terminal.lastOutput), app.terminal.lastOutput);
        typeLine("sleep 1000");
        verify(named(/^(Shell 2, running|シェル 2、実行中)$/).length === 1, named(/2/).join());
        picture("terminal-tabs-" + data.tag);
        keyClick(Qt.Key_Tab, Qt.ControlModifier);
        compare(app.terminals.current, 0);
        compare(lessonWindow.activeFocusItem, terminal);
        typeLine("echo A=$A.");
        lab.runFor(0.1);
        verify(/\nA=first\.$/.test(app.terminal.lastOutput), app.terminal.lastOutput);
        keyClick(Qt.Key_Tab, Qt.ControlModifier | Qt.ShiftModifier);
        compare(app.terminals.current, 1);
        keyClick(Qt.Key_W, Qt.ControlModifier | Qt.ShiftModifier);
        compare(app.terminals.count, 1);
        verify(lab.settle(), "what ran in the tab has ended with it");
        verify(/\nA=first\.$/.test(app.terminal.lastOutput));
    }

    function test_tabs_byMouse() {
        openLab("en", "scale-up");
        press("^New tab");
        press("^New tab");
        compare(app.terminals.count, 3);
        verify(waitForPolish(lessonWindow));
        press("^Shell 1$");
        compare(app.terminals.current, 0);
        press("^Close Shell 2$");
        compare(app.terminals.count, 2);
        compare(named(/^Shell \d$/), ["Shell 1", "Shell 3"]);
    }

    function test_find_countsAndGoes_data() {
        return languages();
    }
    function test_find_countsAndGoes(data) {
        openLab(data.tag, "scale-up");
        run("seq 1 500; echo Needle; seq 1 30; echo needle");
        const terminal = enterTerminal();
        const bottom = terminal.position;
        keyClick(Qt.Key_F, Qt.ControlModifier | Qt.ShiftModifier);
        const field = lessonWindow.activeFocusItem;
        compare(field.Accessible.name, data.tag === "ja" ? "ターミナルの中を検索" : "Find in the terminal");
        for (const letter of "needle")
            keyClick(letter);
        const count = data.tag === "ja" ? "4件中4件目" : "4 of 4"; // two in the line that was typed
        compare(app.terminal.find.countText, count);
        keyClick(Qt.Key_Return);
        keyClick(Qt.Key_Return);
        picture("terminal-find-" + data.tag);
        verify(terminal.position < bottom, "an older place has been scrolled to");
        press(data.tag === "ja" ? "^大文字と小文字を区別$" : "^Match case$");
        compare(app.terminal.find.countText, data.tag === "ja" ? "2件中2件目" : "2 of 2");
        field.forceActiveFocus();
        for (const letter of "xyz")
            keyClick(letter);
        verify(app.terminal.find.hasFailed);
        keyClick(Qt.Key_Escape);
        compare(lessonWindow.activeFocusItem, terminal);
        verify(!field.visible);
        compare(app.terminal.find.query, "");
    }

    function test_zoom_isOfTheTerminal_whereItHasTheKeyboard() {
        openLab("en", "scale-up");
        const terminal = enterTerminal();
        const size = terminal.fontSize;
        keyClick(Qt.Key_Plus, Qt.ControlModifier);
        keyClick(Qt.Key_Plus, Qt.ControlModifier);
        verify(terminal.fontSize > size);
        compare(app.preferences.textScale, 1);
        keyClick(Qt.Key_Minus, Qt.ControlModifier);
        fuzzyCompare(app.preferences.terminalScale, 1.1, 0.001);
        keyClick(Qt.Key_0, Qt.ControlModifier);
        compare(terminal.fontSize, size);
        find("^Pause$").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Plus, Qt.ControlModifier);
        fuzzyCompare(app.preferences.textScale, 1.1, 0.001);
        compare(app.preferences.terminalScale, 1);
    }

    function test_links_byKeyboard_selectInTheCluster_andExplainColumns_data() {
        return languages();
    }
    function test_links_byKeyboard_selectInTheCluster_andExplainColumns(data) {
        openLab(data.tag, "scale-up");
        run("clear");
        run("kubectl get pods -o wide");
        const terminal = enterTerminal();
        keyClick(Qt.Key_O, Qt.ControlModifier | Qt.ShiftModifier);
        verify(terminal.isExploring);
        verify(/^Node minato-worker/.test(terminal.linkText), terminal.linkText);
        keyClick(Qt.Key_Return);
        compare(app.selection.kind, "Node");
        keyClick(Qt.Key_Left);
        verify(/^Pod kubernetes-bootcamp-/.test(terminal.linkText), terminal.linkText);
        keyClick(Qt.Key_Return);
        compare(app.selection.kind, "Pod");
        compare(app.selection.ns, "default");
        const texts = [];
        for (let i = 0; i < 9; ++i) {
            keyClick(Qt.Key_Backtab, Qt.ShiftModifier);
            texts.push(terminal.linkText);
        }
        compare(new Set(texts).size, 9, texts.join("\n"));
        const ready = texts[7];
        compare(ready, data.tag === "ja" ? "Podの全コンテナーのうち、準備ができた数です。すべてそろうとリクエストが届きます。" : "Containers of the Pod that are ready, out of all it has. A Pod gets requests only when all are.");
        tryVerify(() => lessonWindow.contentItem && terminal.linkArea.width > 0);
        wait(600); // the bubble comes
        picture("terminal-column-" + data.tag);
        keyClick(Qt.Key_Escape);
        verify(!terminal.isExploring);
        keyClick("x");
        verify(/x$/.test(terminal.terminal.isEmpty ? "" : "x"), "typing goes on");
    }

    function test_links_byMouse() {
        openLab("en", "scale-up");
        run("clear");
        run("kubectl get pods");
        const terminal = enterTerminal();
        // The prompt with the command, the heading, the Pod.
        const row = terminal.rowHeight;
        mouseMove(terminal, 20, 2.5 * row);
        verify(/^Pod kubernetes-bootcamp-.*: click to show/.test(terminal.linkText), terminal.linkText);
        mouseClick(terminal, 20, 2.5 * row);
        compare(app.selection.kind, "Pod");
        verify(!terminal.hasSelection);
        mouseMove(terminal, 10, 1.5 * row);
        verify(/unique among its kind/.test(terminal.linkText), terminal.linkText);
        app.selection.clear();
        // Dragging over a name selects text, as ever.
        mouseDrag(terminal, 20, 2.5 * row, 60, 0);
        verify(terminal.hasSelection);
        verify(app.selection.isEmpty);
        run("kubectl delete pod --all --now");
        lab.runFor(30);
        mouseMove(terminal, 22, 2.5 * row);
        mouseMove(terminal, 24, 2.5 * row);
        compare(terminal.linkText, "", "what is gone leads nowhere");
    }

    function test_flood_isStoppedAtOnce_andSaysWhatIsMissing() {
        openLab("en", "scale-up");
        const terminal = enterTerminal();
        run("seq 250000");
        verify(/249999\n250000$/.test(app.terminal.lastOutput));
        app.terminal.runCommands("yes");
        lab.runFor(2);
        verify(app.terminal.isBusy);
        keyClick(Qt.Key_C, Qt.ControlModifier);
        lab.runFor(0);
        verify(!app.terminal.isBusy);
        verify(/\^C$/.test(app.terminal.lastOutput), app.terminal.lastOutput);
        terminal.position = 0;
        rendered();
        picture("terminal-flood");
        keyClick(Qt.Key_F, Qt.ControlModifier | Qt.ShiftModifier);
        for (const letter of "dropped")
            keyClick(letter);
        compare(app.terminal.find.countText, "1 of 1");
    }
}
