// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest

/// The node cards show the Pods that there are, and no others, however they come and go.
LabTestCase {
    name: "Pods"

    function chips() {
        return named(/^Pod kubernetes-bootcamp-/);
    }

    /// Where the card is too narrow for the word, the mark alone says what the node is.
    function test_cordonedNode_hasAMarkOfItsOwn() {
        openLab("en", "scale-up");
        const card = find("minato-worker2\\b");
        compare(card.mark, "check");
        app.terminal.runCommands("kubectl cordon minato-worker2");
        verify(lab.settle());
        lab.runFor(1);
        tryVerify(() => card.mark === "pause");
        compare(card.statusWord, "Cordoned");
    }

    function test_cardsFollowTheCluster_data() {
        const rows = [];
        for (const reducedMotion of [false, true])
            for (const [width, height, scale] of [[1280, 800, 1], [1920, 1080, 1.5], [1024, 700, 1]])
                rows.push({tag: `${width}x${height} text ${scale}, ${reducedMotion ? "still" : "moving"}`, reducedMotion, width, height, scale});
        return rows;
    }
    function test_cardsFollowTheCluster(data) {
        openLab("en", "scale-up");
        app.preferences.reducedMotion = data.reducedMotion;
        lessonWindow.width = data.width;
        lessonWindow.height = data.height;
        app.preferences.textScale = data.scale;
        // Each count meets the ones before it in the middle of coming and going.
        for (const replicas of [4, 1, 6, 0, 3, 12, 2, 40, 0, 9, 0]) {
            app.terminal.runCommands("kubectl scale deployments/kubernetes-bootcamp --replicas=" + replicas);
            verify(lab.settle());
            for (const seconds of [0.5, 2, 31]) {
                lab.runFor(seconds);
                wait(replicas % 3 * 40);
            }
            tryVerify(() => chips().length === app.cluster.podCount, 3000, `${replicas}: ${chips().length} chips of ${app.cluster.podCount} Pods`);
            tryVerify(() => reader.overlappingTexts(lessonWindow).length === 0, 2000, "what goes has gone");
            // Every chip comes to stand in a place of its own.
            tryVerify(() => new Set(reader.places(lessonWindow, "^Pod kubernetes-bootcamp-")).size === chips().length, 3000, "chips in one place");
        }
        compare(app.cluster.podCount, 0);
    }
}
