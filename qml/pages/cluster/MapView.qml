// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// The cluster as a heat map: a tile a card, a spot a Pod. One stop for Tab; arrows go from tile to tile, Enter goes
/// into one.
Flickable {
    id: root

    required property CardList cards
    required property ClusterHost host
    required property real zoom

    readonly property int told: mouse.containsMouse && mouse.tile >= 0 ? mouse.tile : map.activeFocus ? map.currentIndex : -1

    signal entered(int card)

    function takeFocus() {
        map.forceActiveFocus(Qt.TabFocusReason);
    }
    function show(card: int) {
        map.currentIndex = card;
        scrollTo(card);
    }
    function scrollTo(card: int) {
        const place = map.placeOf(card);
        contentY = Math.round(Math.max(0, Math.min(Math.max(place.y + place.height - height, Math.min(contentY, place.y)), contentHeight - height)));
    }
    function go(dx: int, dy: int) {
        map.currentIndex = map.beside(map.currentIndex, dx, dy);
        scrollTo(map.currentIndex);
    }
    function pick(card: int) {
        const there = cards.at(card, cards.revision);
        if (there)
            host.pick(there.kind, there.ns, there.title);
    }
    function openMenu(card: int) {
        const there = cards.at(card, cards.revision), place = map.placeOf(card);
        if (there)
            host.openMenu(map, place.x + place.width, place.y + place.height, there.kind, there.ns, there.title);
    }

    clip: true
    contentWidth: width
    contentHeight: map.implicitHeight
    boundsBehavior: Flickable.StopAtBounds
    interactive: contentHeight > height

    ScrollBar.vertical: SlimScrollBar {}

    PodMap {
        id: map
        width: root.width
        height: implicitHeight
        cards: root.cards
        look: root.host.look
        viewHeight: root.height
        zoom: root.zoom
        unit: Theme.px(100) / 100
        //: The heat map of all Pods, for screen readers. %n: how many nodes or groups it shows.
        //% "Map of %n group(s)"
        summary: qsTrId("map.name", root.cards.count)
        activeFocusOnTab: true
        Accessible.role: Accessible.List
        Accessible.name: summary
        onPicked: tile => root.pick(tile)
        Keys.onLeftPressed: root.go(-1, 0)
        Keys.onRightPressed: root.go(1, 0)
        Keys.onUpPressed: root.go(0, -1)
        Keys.onDownPressed: root.go(0, 1)
        Keys.onReturnPressed: root.entered(currentIndex)
        Keys.onEnterPressed: root.entered(currentIndex)
        Keys.onSpacePressed: root.pick(currentIndex)
        Keys.onPressed: event => {
            if (event.key === Qt.Key_Home)
                root.show(0);
            else if (event.key === Qt.Key_End)
                root.show(root.cards.count - 1);
            else if (root.host.isMenuKey(event))
                root.openMenu(currentIndex);
            else
                return;
            event.accepted = true;
        }
    }
    Repeater {
        model: map.sections

        Text {
            required property var modelData

            y: modelData.y
            width: map.width
            height: modelData.height
            verticalAlignment: Text.AlignVCenter
            text: modelData.text
            elide: Text.ElideRight
            color: Theme.textSoft
            font.pixelSize: Theme.px(11.5)
            font.weight: Font.DemiBold
        }
    }
    Repeater {
        model: CountModel {
            count: map.nameHeight > 0 ? root.cards.count : 0
        }

        CardName {
            required property int index
            readonly property rect place: map.nameHeight > 0 && map.columns > 0 ? map.placeOf(index) : Qt.rect(0, 0, 0, 0)

            x: place.x + Theme.px(6)
            y: place.y + Theme.px(3)
            width: place.width - 2 * Theme.px(6)
            height: map.nameHeight
            verticalAlignment: Text.AlignVCenter
            card: root.cards.at(index, root.cards.revision)
            font.pixelSize: Theme.px(11)
        }
    }
    MouseArea {
        id: mouse

        property int tile: -1
        property int pod: -1

        anchors.fill: map
        hoverEnabled: true
        acceptedButtons: Qt.LeftButton | Qt.RightButton
        onPositionChanged: event => {
            tile = map.tileAt(event.x, event.y);
            pod = map.podAt(event.x, event.y);
        }
        onClicked: event => {
            const hit = map.tileAt(event.x, event.y);
            if (hit < 0)
                return;
            map.currentIndex = hit;
            map.forceActiveFocus(Qt.MouseFocusReason);
            if (event.button === Qt.RightButton)
                root.openMenu(hit);
            else
                root.pick(hit);
        }
        onDoubleClicked: event => {
            const hit = map.tileAt(event.x, event.y);
            if (hit >= 0)
                root.entered(hit);
        }
    }
    Item {
        id: spot

        readonly property rect place: root.told >= 0 && map.columns > 0 ? map.placeOf(root.told) : Qt.rect(0, 0, 0, 0)
        readonly property Card card: root.told >= 0 ? root.cards.at(root.told, root.cards.revision) : null
        readonly property string podText: mouse.containsMouse && mouse.pod >= 0 && card ? card.pods.detailAt(mouse.pod) : ""

        x: place.x
        y: place.y
        width: place.width
        height: place.height

        FocusRing {
            isShown: map.activeFocus && root.told === map.currentIndex
            gap: 0
            radius: Theme.px(3)
        }
        HintBubble {
            text: (spot.card?.summary ?? "") + (spot.podText === "" ? "" : "\n" + spot.podText)
            isWanted: root.told >= 0
        }
    }
}
