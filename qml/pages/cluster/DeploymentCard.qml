// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// The Deployment: how many of its Pods are ready, a stepper and a slider that are `kubectl scale`, its ReplicaSets.
ObjectCard {
    id: root

    required property DeploymentModel deployment
    required property ReplicaSetListModel replicaSets
    required property ScaleModel wish
    property bool isTight: false ///< no room for the ReplicaSets

    kind: "Deployment"
    glyph: "layers"
    objectKind: deployment.exists ? kind : ""
    ns: deployment.ns
    //: On the card of a Deployment, where there is none.
    //% "None"
    name: deployment.exists ? deployment.name : qsTrId("deployment.none")
    isSentence: !deployment.exists
    badge: deployment.exists ? deployment.readyText : ""
    tone: deployment.ready >= deployment.desired ? Theme.good : Theme.accent
    others: deployment.count
    summary: deployment.summary
    onNextAsked: deployment.chooseNext()

    Row {
        id: stepper
        visible: root.deployment.exists
        width: parent.width
        height: Theme.px(28)
        spacing: Theme.px(2)
        opacity: root.wish.whyNot === "" ? 1 : 0.55

        ScaleButton {
            //: Button on the Deployment's card.
            //% "One replica less"
            name: qsTrId("deployment.less")
            glyph: "minus"
            hint: name + "\n" + root.wish.hint
            enabled: root.wish.wanted > 0
            onClicked: root.wish.wanted = root.wish.wanted - 1
        }
        TextField {
            id: number
            width: Math.max(Theme.px(34), Math.ceil(digits.advanceWidth) + Theme.px(12))
            height: parent.height
            padding: 0
            horizontalAlignment: TextInput.AlignHCenter
            verticalAlignment: TextInput.AlignVCenter
            text: root.wish.wanted
            color: root.wish.isPending ? Theme.accent : Theme.text
            selectByMouse: true
            inputMethodHints: Qt.ImhDigitsOnly
            validator: IntValidator {
                bottom: 0
                top: 200000
            }
            font.pixelSize: Theme.textBody
            font.weight: Font.DemiBold
            //: A number that can be typed on the Deployment's card.
            //% "Replicas wanted"
            Accessible.name: qsTrId("deployment.replicas")
            Accessible.description: root.wish.whyNot
            readOnly: root.wish.whyNot !== ""
            onEditingFinished: {
                const typed = parseInt(text);
                if (!isNaN(typed) && typed !== root.wish.wanted) {
                    root.wish.wanted = typed;
                    root.wish.commit();
                }
                text = Qt.binding(() => root.wish.wanted);
            }
            Keys.onUpPressed: root.wish.wanted = root.wish.wanted + 1
            Keys.onDownPressed: root.wish.wanted = root.wish.wanted - 1

            TextMetrics {
                id: digits
                text: number.text
                font: number.font
            }
            background: Rectangle {
                radius: Theme.radiusSmall
                color: Theme.sunken
                border.width: number.activeFocus ? 2 : 1
                border.color: number.activeFocus ? Theme.text : Theme.line
            }
        }
        ScaleButton {
            //: Button on the Deployment's card.
            //% "One replica more"
            name: qsTrId("deployment.more")
            glyph: "plus"
            hint: name + "\n" + root.wish.hint
            onClicked: root.wish.wanted = root.wish.wanted + 1
        }
        Slider {
            id: slider

            property bool isKeyed: false ///< each stroke of a key presses and releases it: the wish's own pause ends those

            width: Math.max(0, parent.width - x)
            height: parent.height
            visible: width > Theme.px(40)
            from: 0
            to: root.wish.maximum
            stepSize: 1
            value: root.wish.wanted
            leftPadding: Theme.s2
            rightPadding: 0
            //: A slider on the Deployment's card.
            //% "Number of replicas"
            Accessible.name: qsTrId("deployment.slider")
            Accessible.description: root.wish.whyNot
            onMoved: root.wish.wanted = Math.round(value)
            onPressedChanged: {
                if (pressed)
                    return;
                if (!isKeyed)
                    root.wish.commit();
                isKeyed = false;
            }
            Keys.onPressed: event => isKeyed = event.key === Qt.Key_Left || event.key === Qt.Key_Right

            HintBubble {
                text: root.wish.hint
                isWanted: slider.hovered || slider.visualFocus || slider.pressed
            }
            background: Rectangle {
                x: slider.leftPadding
                y: Math.round((slider.height - height) / 2)
                width: slider.availableWidth
                height: Theme.px(4)
                radius: height / 2
                color: Theme.line

                Rectangle {
                    width: Math.round(slider.visualPosition * parent.width)
                    height: parent.height
                    radius: height / 2
                    color: root.tone
                }
            }
            handle: Rectangle {
                x: slider.leftPadding + Math.round(slider.visualPosition * (slider.availableWidth - width))
                y: Math.round((slider.height - height) / 2)
                width: Theme.px(14)
                height: width
                radius: width / 2
                color: slider.pressed || slider.hovered ? Theme.accentHover : Theme.accent
                border.width: Theme.px(2)
                border.color: Theme.raised

                FocusRing {
                    isShown: slider.visualFocus
                    gap: 0
                    radius: width / 2
                }
            }
        }
    }
    Text {
        visible: root.wish.isPending
        y: stepper.height + Theme.px(5)
        width: parent.width
        text: root.wish.command
        elide: Text.ElideLeft
        color: Theme.accent
        font.family: Theme.mono
        font.pixelSize: Theme.px(11)
    }
    Row {
        visible: !root.wish.isPending && !root.isTight
        y: stepper.height + Theme.px(4)
        width: parent.width
        spacing: Theme.px(6)

        Repeater {
            model: root.replicaSets

            ReplicaSetChip {
                host: root.host
                visible: x + width <= (parent?.width ?? 0)
            }
        }
    }

    component ScaleButton: ActionButton {
        Accessible.description: root.wish.whyNot
        width: Theme.px(28)
        implicitHeight: Theme.px(28)
        autoRepeat: true
    }
}
