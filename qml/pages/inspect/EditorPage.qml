// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.Controls
import Minato.Pages
import Minato.ViewModels

/// Manifests: written here, tried at the API server while one types, applied by a command of the terminal.
Panel {
    id: root

    required property EditorModel editor
    required property SyntaxRepository syntax

    function takeFocus() {
        if (!editor.isEmpty)
            edit.takeFocus();
        else
            nextItemInFocusChain(true)?.forceActiveFocus(Qt.ShortcutFocusReason);
    }

    title: qsTrId("pane.editor")
    glyph: "pencil"

    Column {
        id: chooser
        visible: root.editor.isEmpty
        anchors {
            left: parent.left
            right: parent.right
            leftMargin: Theme.s4
            rightMargin: Theme.s4
            verticalCenter: parent.verticalCenter
        }
        spacing: Theme.s3

        Text {
            width: parent.width
            //: In the editor when nothing is open.
            //% "Press “Edit” beside the YAML of an object in the inspector, or begin a new one:"
            text: qsTrId("editor.empty")
            wrapMode: Text.Wrap
            color: Theme.textSoft
            font.pixelSize: Theme.textUi
            lineHeightMode: Text.FixedHeight
            lineHeight: Theme.lineUi
        }
        Flow {
            width: parent.width
            spacing: Theme.s2

            Repeater {
                model: root.editor.templates

                ActionButton {
                    required property int index
                    required property string modelData

                    text: modelData
                    glyph: "plus"
                    onClicked: root.editor.openTemplate(index)
                }
            }
        }
    }
    Flow {
        id: documents
        visible: !root.editor.isEmpty
        anchors {
            left: parent.left
            right: parent.right
            top: parent.top
            leftMargin: Theme.s3
            rightMargin: Theme.s2
        }
        Accessible.role: Accessible.PageTabList
        Accessible.name: root.title

        Repeater {
            model: root.editor.documents

            SheetTab {
                required property int index
                required property string modelData

                text: modelData
                isShown: root.editor.current === index
                onClicked: root.editor.current = index
            }
        }
    }
    YamlEdit {
        id: edit
        visible: !root.editor.isEmpty
        anchors {
            left: parent.left
            right: parent.right
            top: documents.bottom
            bottom: find.visible ? find.top : lower.top
            leftMargin: Theme.s2
            rightMargin: Theme.s2
            topMargin: Theme.px(3)
            bottomMargin: Theme.px(3)
        }
        editor: root.editor
        syntax: root.syntax
        onFindRequested: {
            find.visible = true;
            find.open();
        }
        onSaveRequested: root.editor.save()
    }
    FindBar {
        id: find
        visible: false
        anchors {
            left: parent.left
            right: parent.right
            bottom: lower.top
            leftMargin: Theme.s2
            rightMargin: Theme.s2
            bottomMargin: Theme.px(3)
        }
        editor: root.editor
        cursor: edit.cursor
        onFound: (from, to) => edit.select(from, to)
        onClosed: {
            visible = false;
            edit.takeFocus();
        }
    }
    Column {
        id: lower
        visible: !root.editor.isEmpty
        anchors {
            left: parent.left
            right: parent.right
            bottom: parent.bottom
            leftMargin: Theme.s3
            rightMargin: Theme.s2
            bottomMargin: Theme.s2
        }
        spacing: Theme.px(4)

        Row {
            visible: root.editor.isAwaited
            width: parent.width
            spacing: Theme.px(6)

            Icon {
                y: Theme.px(3)
                name: "terminal"
                color: Theme.accent
                size: Theme.px(15)
            }
            Text {
                width: parent.width - Theme.px(21)
                //: In the editor, above its buttons.
                //% "kubectl edit in the terminal waits for this text. Save and close: it goes to the API server. Lines with # at their beginning do not count."
                text: qsTrId("editor.awaited")
                wrapMode: Text.Wrap
                color: Theme.text
                font.pixelSize: Theme.textUi
                lineHeightMode: Text.FixedHeight
                lineHeight: Theme.lineUi
            }
        }
        Text {
            width: parent.width
            text: edit.mayLeave ? root.leaving : root.keys
            wrapMode: Text.Wrap
            color: Theme.textSoft
            font.pixelSize: Theme.px(11.5)
        }
        VerdictView {
            width: parent.width
            height: Math.min(contentHeight, Math.round(root.height * 0.34))
            editor: root.editor
            onLineRequested: line => edit.goTo(line)
        }
        Flow {
            width: parent.width
            spacing: Theme.s1

            ActionButton {
                visible: root.editor.isAwaited
                look: ActionButton.Look.Primary
                glyph: "save"
                //: Button of the editor: gives the text back to the kubectl edit that waits for it.
                //% "Save and close (Ctrl+S)"
                text: qsTrId("editor.save")
                onClicked: root.editor.save()
            }
            ActionButton {
                visible: root.editor.isAwaited
                look: ActionButton.Look.Quiet
                glyph: "cross"
                //: Button of the editor: kubectl edit gets its text back as it was, and changes nothing.
                //% "Close without saving"
                text: qsTrId("editor.leave-unchanged")
                onClicked: root.editor.leaveUnchanged()
            }
            ActionButton {
                visible: !root.editor.isAwaited
                look: ActionButton.Look.Primary
                glyph: "play"
                enabled: root.editor.canApply
                //: Button of the editor: runs kubectl apply in the terminal.
                //% "Apply"
                text: qsTrId("editor.apply")
                hint: root.editor.applyCommand
                onClicked: root.editor.apply()
            }
            ActionButton {
                visible: !root.editor.isAwaited
                look: ActionButton.Look.Quiet
                glyph: "reset"
                enabled: root.editor.isDirty || root.editor.notice !== ""
                //: Button of the editor: throws away what was written.
                //% "Take the cluster's"
                text: qsTrId("editor.revert")
                onClicked: root.editor.revert()
            }
            ActionButton {
                visible: !root.editor.isAwaited
                look: ActionButton.Look.Quiet
                glyph: "cross"
                //: Button of the editor: closes the manifest that is shown.
                //% "Close"
                text: qsTrId("editor.close")
                onClicked: root.editor.close()
            }
        }
    }
    //: Below the editor.
    //% "Tab indents · Ctrl+Space suggests · Ctrl+F finds · Esc, then Tab leaves the text"
    readonly property string keys: qsTrId("editor.keys")
    //: Below the editor, after Esc.
    //% "Tab now leaves the text"
    readonly property string leaving: qsTrId("editor.leaving")
}
