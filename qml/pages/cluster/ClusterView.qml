// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.Controls
import Minato.ViewModels

/// The cluster from above: what directs (Deployment, Service, queue), what runs (cards with Pods, or a map of them),
/// and the requests between them.
FocusScope {
    id: root

    required property ClusterModel cluster
    required property ClusterHost host
    required property ScaleModel wish
    property bool hasLegend: true
    property bool isSearching: false

    readonly property alias grid: cardGrid
    readonly property bool showsLegend: foot.visible && foot.showsLegend
    readonly property bool isMap: cardGrid.level === ClusterLayout.Map
    readonly property int gap: Theme.s3
    readonly property bool isTight: height < Theme.px(400)
    // Not by the level: how much room the wires take decides on it, too.
    readonly property bool hasWires: cluster.grouping === ClusterModel.ByNode && wantedZoom <= 1 && cluster.cards.count <= 12
    readonly property bool showsWires: hasWires && !isMap
    readonly property int headHeight: (isSearching ? searchBar.height + Theme.s2 : 0) + cards.height
    readonly property int below: height - headHeight - (foot.visible ? foot.height + Theme.px(6) : 0)
    readonly property int drop: hasWires ? Math.round(Math.max(Theme.px(24), Math.min(Theme.px(72), below * 0.11))) : gap
    readonly property real serviceX: Math.round(service.x + service.width / 2)
    property real wantedZoom: 1
    property real shownZoom: wantedZoom
    property int entering: -1 ///< the card that a zoom goes to
    property int kept: -1 ///< the card that stays in sight while the zoom changes
    property bool owesFocus: false ///< the keyboard was on what has faded out
    readonly property bool isZooming: Math.abs(shownZoom - wantedZoom) >= 0.001

    function nodeX(card: int): real {
        return Math.round(Math.max(0, card) % cardGrid.columns * (cardGrid.cardWidth + cardGrid.gap) + cardGrid.cardWidth / 2);
    }
    function zoomBy(steps: real) {
        kept = isMap ? (map.item as MapView)?.told ?? kept : kept;
        wantedZoom = Math.max(1, Math.min(cardGrid.maximumZoom, wantedZoom * Math.pow(1.25, steps)));
    }
    function openSearch() {
        isSearching = true;
        (searchBar.item as SearchBar).start();
    }
    function closeSearch() {
        isSearching = false;
        cluster.search.clear();
        focusCards();
    }
    function focusCards() {
        if (isMap)
            (map.item as MapView)?.takeFocus();
        else
            show(0, -1, true);
    }
    function oweFocus() {
        owesFocus = entering < 0;
        Qt.callLater(payFocus);
    }
    /// The keyboard goes on to what has come, once that has its size.
    function payFocus() {
        if (!owesFocus || isZooming)
            return;
        owesFocus = false;
        if (isMap || kept < 0)
            focusCards();
        else
            show(kept, -1, true);
    }
    /// Brings a card into sight, with one of its Pods as the current one.
    function show(card: int, row: int, takesFocus: bool) {
        if (isMap)
            (map.item as MapView)?.show(card);
        else
            (rows.item as CardRows)?.show(card, row, takesFocus);
    }
    /// From the map into one card.
    function enter(card: int) {
        entering = card;
        wantedZoom = cardGrid.maximumZoom;
    }
    function arrive() {
        const card = entering;
        entering = -1;
        if (card >= 0)
            show(card, 0, true);
    }
    function page(by: int) {
        const view = (isMap ? map.item : rows.item) as Flickable;
        if (view)
            view.contentY = Math.max(0, Math.min(view.contentY + by * view.height * 0.9, Math.max(0, view.contentHeight - view.height)));
    }

    clip: height < Theme.px(260)
    onShownZoomChanged: {
        if (entering >= 0 && !isZooming)
            Qt.callLater(arrive);
        else if (kept >= 0)
            Qt.callLater(show, kept, -1, false);
    }
    onIsZoomingChanged: Qt.callLater(payFocus)
    Keys.onPressed: event => {
        if (event.matches(StandardKey.Find))
            openSearch();
        else if (event.key === Qt.Key_Plus || event.key === Qt.Key_Equal)
            zoomBy(1);
        else if (event.key === Qt.Key_Minus)
            zoomBy(-1);
        else if (event.key === Qt.Key_0)
            wantedZoom = 1;
        else if (event.key === Qt.Key_PageDown)
            page(1);
        else if (event.key === Qt.Key_PageUp)
            page(-1);
        else if (event.key === Qt.Key_Escape && isSearching)
            closeSearch();
        else
            return;
        event.accepted = true;
    }

    Binding {
        target: root.cluster
        property: "showsAges"
        value: cardGrid.level === ClusterLayout.Chips && root.visible
    }
    ClusterLayout {
        id: cardGrid
        cards: root.cluster.cards
        width: root.width
        height: Math.max(0, root.below - root.drop)
        unit: Theme.px(100) / 100
        zoom: root.shownZoom
    }
    Behavior on shownZoom {
        enabled: Theme.medium > 0

        NumberAnimation {
            duration: Theme.medium
            easing.type: Easing.OutCubic
        }
    }
    Connections {
        target: root.cluster.search

        function onShown(card, row) {
            root.show(card, row, false);
            const there = root.cluster.cards.at(card, root.cluster.cards.revision);
            if (row >= 0)
                root.host.pick("Pod", there.pods.nsAt(row), there.pods.nameAt(row));
            else
                root.host.pick(there.kind, there.ns, there.title);
        }
    }
    Loader {
        id: searchBar
        active: root.isSearching
        width: parent.width
        sourceComponent: SearchBar {
            search: root.cluster.search
            onClosed: root.closeSearch()
        }
    }
    Item {
        id: cards
        y: root.isSearching ? searchBar.height + Theme.s2 : 0
        width: parent.width
        height: root.isTight ? Theme.px(96) : deployment.implicitHeight

        readonly property int cardWidth: Math.floor((width - 2 * root.gap) / 3)

        DeploymentCard {
            id: deployment
            width: cards.cardWidth
            height: cards.height
            host: root.host
            mark: root.cluster.deploymentMark
            deployment: root.cluster.deployment
            replicaSets: root.cluster.replicaSets
            wish: root.wish
            isTight: root.isTight
        }
        ServiceCard {
            id: service
            x: deployment.width + root.gap
            width: parent.width - 2 * (cards.cardWidth + root.gap)
            height: cards.height
            host: root.host
            mark: root.cluster.serviceMark
            service: root.cluster.service
            isTight: root.isTight
        }
        QueueCard {
            x: parent.width - width
            width: cards.cardWidth
            height: cards.height
            host: root.host
            queue: root.cluster.queue
            isTight: root.isTight
        }
    }
    Repeater {
        model: CountModel {
            count: root.showsWires ? Math.min(cardGrid.columns, root.cluster.cards.count) : 0
        }

        Wire {
            required property int index

            visible: root.cluster.service.exists
            y: root.headHeight
            width: root.width
            height: root.drop
            drop: root.drop
            fromX: root.serviceX
            toX: root.nodeX(index)
            isLive: (root.cluster.cards.at(index, root.cluster.cards.revision)?.readyPods ?? 0) > 0
            z: isLive ? 1 : 0
        }
    }
    Item {
        id: area
        y: root.headHeight + root.drop
        width: parent.width
        height: cardGrid.height

        LevelLoader {
            id: rows
            anchors.fill: parent
            isWanted: !root.isMap
            onFocusLost: root.oweFocus()
            sourceComponent: CardRows {
                cards: root.cluster.cards
                grid: cardGrid
                host: root.host
            }
        }
        LevelLoader {
            id: map
            anchors.fill: parent
            isWanted: root.isMap
            onFocusLost: root.oweFocus()
            sourceComponent: MapView {
                cards: root.cluster.cards
                host: root.host
                zoom: cardGrid.mapZoom
                onEntered: card => root.enter(card)
            }
        }
        Item { // above what scrolls, which would take the wheel
            anchors.fill: parent

            WheelHandler {
                acceptedModifiers: Qt.ControlModifier
                onWheel: event => root.zoomBy(event.angleDelta.y / 120)
            }
        }
    }
    ClusterFoot {
        id: foot
        visible: root.height > Theme.px(330)
        anchors.bottom: parent.bottom
        width: parent.width
        height: implicitHeight
        cluster: root.cluster
        hasLegend: root.hasLegend
    }
    Item {
        visible: root.showsWires
        y: root.headHeight
        width: parent.width
        height: root.drop

        Repeater {
            model: root.cluster.flow

            RequestDot {
                fromX: root.serviceX
                toX: root.nodeX(nodeRow)
                drop: root.drop
            }
        }
    }
}
