// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Minato.Tests

/// A test of the whole window over a simulated cluster of its own. A warning of any kind fails it.
TestCase {
    id: root

    readonly property Component labs: TestLab {}
    readonly property WindowReader reader: WindowReader {}
    property TestLab lab: null
    readonly property var app: lab?.app ?? null
    readonly property var lessonWindow: lab?.window ?? null

    when: windowShown

    function init() {
        // Qt's own, when rows go while a view still makes the items of some: harmless, and a matter of speed.
        failOnWarning(/^(?!DelegateModel::cancel: index out range)/);
    }
    /// Opens a lab; `page` empty: where the learner left it.
    function openLab(language, page, properties) {
        lab = createTemporaryObject(labs, root, properties ?? {});
        lab.open(language, page);
        lessonWindow.requestActivate();
        tryVerify(() => lessonWindow.active);
        tryVerify(() => lessonWindow.isComplete);
        waitForRendering(lessonWindow.contentItem);
    }
    /// Opens the window on its start page.
    function openAtStart(language, properties) {
        lab = createTemporaryObject(labs, root, properties ?? {});
        lab.openAtStart(language);
        lessonWindow.requestActivate();
        tryVerify(() => lessonWindow.active);
        tryVerify(() => lessonWindow.isComplete);
        waitForRendering(lessonWindow.contentItem);
    }
    /// Waits until a change has been drawn, in every pane.
    function rendered() {
        waitForRendering(lessonWindow.contentItem);
        tryVerify(() => lessonWindow.isSettled);
    }
    /// Kept below $MINATO_PICTURES, where that is set: for eyes.
    function picture(name) {
        lab.takePicture(name);
    }
    function find(pattern) {
        const item = reader.find(lessonWindow, pattern);
        verify(item, "something is named " + pattern);
        return item;
    }
    function named(pattern) {
        return reader.names(lessonWindow).filter(name => pattern.test(name));
    }
    /// Clicks what has the name, after scrolling to it as the keyboard would.
    function press(pattern) {
        const item = find(pattern);
        item.forceActiveFocus(Qt.TabFocusReason);
        mouseClick(item);
    }
    function typeLine(text) {
        keyClick(Qt.Key_T, Qt.ControlModifier);
        for (const letter of text)
            keyClick(letter);
        keyClick(Qt.Key_Return);
    }
}
