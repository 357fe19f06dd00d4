// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.Controls
import Minato.ViewModels

/// What is sent, how clients connect, and Start.
Column {
    id: root

    required property LoadModel load

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
            width: Math.min(implicitWidth, root.width - x)
            load: root.load
        }
    }
    SegmentBar {
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
    Flow {
        width: parent.width
        spacing: Theme.s2

        NumberField {
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
            visible: root.load.kind >= LoadModel.Rate
            //: Name of a number field.
            //% "Rate"
            name: qsTrId("load.rate")
            //: After a rate: requests a second.
            //% "/s"
            unit: root.load.kind === LoadModel.Ramp ? "" : qsTrId("load.rate.unit")
            value: root.load.rate
            onWanted: value => root.load.rate = value
            onStepped: by => root.load.rate = root.load.stepped(root.load.rate, by)
        }
        Item {
            visible: root.load.kind === LoadModel.Ramp
            width: Theme.px(16)
            height: Theme.px(30)

            Icon {
                anchors.centerIn: parent
                name: "arrow"
                color: Theme.textSoft
            }
        }
        NumberField {
            visible: root.load.kind === LoadModel.Ramp
            //: Name of a number field.
            //% "Rate at the end"
            name: qsTrId("load.last-rate")
            unit: qsTrId("load.rate.unit")
            value: root.load.lastRate
            onWanted: value => root.load.lastRate = value
            onStepped: by => root.load.lastRate = root.load.stepped(root.load.lastRate, by)
        }
        NumberField {
            visible: root.load.kind >= LoadModel.Rate
            //: Name of a number field.
            //% "For how long"
            name: qsTrId("load.seconds")
            //: After a number of seconds.
            //% "s"
            unit: qsTrId("load.seconds.unit")
            value: root.load.seconds
            onWanted: value => root.load.seconds = value
            onStepped: by => root.load.seconds = root.load.stepped(root.load.seconds, by)
        }
        NumberField {
            visible: root.load.hasClients
            //: Name of a number field.
            //% "Clients"
            name: qsTrId("load.clients")
            //: After a number of clients.
            //% "clients"
            unit: qsTrId("load.clients.unit")
            value: root.load.clients
            onWanted: value => root.load.clients = value
            onStepped: by => root.load.clients = root.load.stepped(root.load.clients, by)
        }
    }
    SegmentBar {
        //: Name of the choice between a new connection for each request and kept connections.
        //% "Connections"
        name: qsTrId("load.connections")

        SegmentButton {
            //: Choice: each request opens a connection of its own, as curl does.
            //% "New each time"
            text: qsTrId("load.connections.new")
            //% "A new connection for each request, as curl does"
            hint: qsTrId("load.connections.new.hint")
            isChosen: !root.load.isKeptAlive
            onClicked: root.load.isKeptAlive = false
        }
        SegmentButton {
            //: Choice: clients keep their connection open, as browsers do.
            //% "Keep-alive"
            text: qsTrId("load.connections.kept")
            //% "Clients keep their connection open, as browsers do"
            hint: qsTrId("load.connections.kept.hint")
            isChosen: root.load.isKeptAlive
            onClicked: root.load.isKeptAlive = true
        }
    }
    ActionButton {
        width: parent.width
        look: ActionButton.Look.Primary
        visible: !root.load.isRunning
        enabled: root.load.target.exists
        glyph: "play"
        //: Button: starts the load.
        //% "Send"
        text: qsTrId("load.start")
        hint: root.load.planText
        Accessible.description: root.load.planText
        onClicked: root.load.start()
    }
    ActionButton {
        width: parent.width
        visible: root.load.isRunning
        glyph: "stop"
        //: Button: ends the load.
        //% "Stop"
        text: qsTrId("load.stop")
        onClicked: root.load.stop()
    }
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
