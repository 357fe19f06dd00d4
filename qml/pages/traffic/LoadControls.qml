// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.Controls
import Minato.ViewModels

/// What is sent, how clients connect, and Send: in as few rows as the width allows.
Item {
    id: root

    required property LoadModel load
    property bool isRoomy: false ///< the way of connecting is named, not only drawn
    readonly property int rowHeight: kinds.implicitHeight

    implicitHeight: notes.y + (notes.height > 0 ? notes.height : -Theme.s1)

    Flow {
        id: flow
        width: parent.width
        spacing: Theme.s2

        Row {
            spacing: Theme.s2
            visible: root.load.target.names.length > 1

            Text {
                height: services.height
                verticalAlignment: Text.AlignVCenter
                //: Before the choice of a Service.
                //% "To"
                text: qsTrId("load.to")
                color: Theme.textSoft
                font.pixelSize: Theme.textUi
            }
            ServicePicker {
                id: services
                width: Math.min(implicitWidth, flow.width - x)
                height: root.rowHeight
                load: root.load
            }
        }
        SegmentBar {
            id: kinds
            //: Name of the choice between one request, a number of them, a constant rate and a ramp.
            //% "What to send"
            name: qsTrId("load.kind")

            SegmentButton {
                //: Choice: one request.
                //% "1"
                text: qsTrId("load.kind.one")
                //% "One request"
                name: qsTrId("load.kind.one.name")
                hint: name
                isChosen: root.load.kind === LoadModel.One
                onClicked: root.load.kind = LoadModel.One
            }
            SegmentButton {
                //: Choice: a number of requests.
                //% "N"
                text: qsTrId("load.kind.many")
                //% "A number of requests, one after another"
                name: qsTrId("load.kind.many.name")
                hint: name
                isChosen: root.load.kind === LoadModel.Many
                onClicked: root.load.kind = LoadModel.Many
            }
            SegmentButton {
                //: Choice: so many requests a second.
                //% "Rate"
                text: qsTrId("load.kind.rate")
                //% "A constant rate"
                name: qsTrId("load.kind.rate.name")
                hint: name
                isChosen: root.load.kind === LoadModel.Rate
                onClicked: root.load.kind = LoadModel.Rate
            }
            SegmentButton {
                //: Choice: more and more requests a second.
                //% "Ramp"
                text: qsTrId("load.kind.ramp")
                //% "A rate that grows steadily"
                name: qsTrId("load.kind.ramp.name")
                hint: name
                isChosen: root.load.kind === LoadModel.Ramp
                onClicked: root.load.kind = LoadModel.Ramp
            }
        }
        SegmentBar {
            Accessible.ignored: true // its one button says it all

            SegmentButton {
                glyph: root.isRoomy ? "" : "link"
                text: root.isRoomy ? name : ""
                //: A switch: clients keep their connection open, as browsers do; else each request opens one of its own, as curl does.
                //% "Keep-alive"
                name: qsTrId("load.connections.kept")
                hint: root.load.connectionText
                isChosen: root.load.isKeptAlive
                Accessible.role: Accessible.CheckBox
                Accessible.checkable: true
                Accessible.description: root.load.connectionText
                onClicked: root.load.isKeptAlive = !root.load.isKeptAlive
            }
        }
        NumberField {
            height: root.rowHeight
            visible: root.load.kind === LoadModel.Many
            //: Name of a number field.
            //% "Requests"
            name: qsTrId("load.requests")
            //: After the number of requests.
            //% "requests"
            unit: qsTrId("load.requests.unit")
            value: root.load.requests
            onWanted: value => root.load.requests = value
            onStepped: by => root.load.requests = root.load.stepped(root.load.requests, by)
        }
        NumberField {
            height: root.rowHeight
            visible: root.load.kind >= LoadModel.Rate
            //: Name of a number field.
            //% "Rate"
            name: qsTrId("load.rate")
            //: After a rate: requests a second.
            //% "/s"
            unit: root.load.kind === LoadModel.Ramp ? "" : qsTrId("load.rate.unit")
            digits: 4
            value: root.load.rate
            onWanted: value => root.load.rate = value
            onStepped: by => root.load.rate = root.load.stepped(root.load.rate, by)
        }
        Item {
            visible: root.load.kind === LoadModel.Ramp
            width: Theme.px(16)
            height: root.rowHeight

            Icon {
                anchors.centerIn: parent
                name: "arrow"
                color: Theme.textSoft
            }
        }
        NumberField {
            height: root.rowHeight
            visible: root.load.kind === LoadModel.Ramp
            //: Name of a number field.
            //% "Rate at the end"
            name: qsTrId("load.last-rate")
            unit: qsTrId("load.rate.unit")
            digits: 4
            value: root.load.lastRate
            onWanted: value => root.load.lastRate = value
            onStepped: by => root.load.lastRate = root.load.stepped(root.load.lastRate, by)
        }
        NumberField {
            height: root.rowHeight
            visible: root.load.kind >= LoadModel.Rate
            //: Name of a number field.
            //% "For how long"
            name: qsTrId("load.seconds")
            //: After a number of seconds.
            //% "s"
            unit: qsTrId("load.seconds.unit")
            digits: 4
            value: root.load.seconds
            onWanted: value => root.load.seconds = value
            onStepped: by => root.load.seconds = root.load.stepped(root.load.seconds, by)
        }
        NumberField {
            height: root.rowHeight
            visible: root.load.hasClients
            //: Name of a number field.
            //% "Clients"
            name: qsTrId("load.clients")
            //: After a number of clients.
            //% "clients"
            unit: qsTrId("load.clients.unit")
            digits: 4
            value: root.load.clients
            onWanted: value => root.load.clients = value
            onStepped: by => root.load.clients = root.load.stepped(root.load.clients, by)
        }
        // Send takes what is left of the row, which a Flow does not give.
        Item {
            id: slot
            width: Math.max(start.implicitWidth, stop.implicitWidth)
            height: root.rowHeight
        }
    }
    ActionButton {
        id: start
        x: slot.x
        y: slot.y
        width: root.isRoomy ? slot.width : root.width - x
        height: slot.height
        look: ActionButton.Look.Primary
        visible: !root.load.isRunning
        enabled: root.load.target.exists
        glyph: "play"
        //: Button: starts the load.
        //% "Send"
        text: qsTrId("load.start")
        opacity: root.load.target.whyNot === "" ? 1 : 0.55
        hint: root.load.target.whyNot === "" ? root.load.planText : root.load.target.whyNot
        Accessible.description: hint
        onClicked: root.load.start()
    }
    ActionButton {
        id: stop
        x: slot.x
        y: slot.y
        width: start.width
        height: slot.height
        visible: root.load.isRunning
        glyph: "stop"
        //: Button: ends the load.
        //% "Stop"
        text: qsTrId("load.stop")
        onClicked: root.load.stop()
    }
    Column {
        id: notes
        y: flow.height + Theme.s1
        width: parent.width
        spacing: Theme.s1

        Meter {
            width: parent.width
            visible: root.load.isRunning
            value: root.load.progress
        }
        Text {
            width: parent.width
            visible: text !== ""
            text: root.load.stateText
            wrapMode: Text.Wrap
            color: Theme.textSoft
            font.pixelSize: Theme.textCaption
        }
        Text {
            width: parent.width
            visible: root.load.target.hasAffinity
            text: root.load.target.affinityText
            wrapMode: Text.Wrap
            color: Theme.warn
            font.family: Theme.mono
            font.pixelSize: Theme.textCaption
        }
    }
}
