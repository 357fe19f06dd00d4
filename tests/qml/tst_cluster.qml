// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Minato.ViewModels

/// The picture of the cluster: what is done to it is a command that the terminal shows.
LabTestCase {
    name: "Cluster"

    function card(name) {
        return find("^Node " + name + ", ");
    }
    /// Opens the menu of what has the name, and chooses the entry whose command matches.
    function choose(name, command) {
        const item = find(name);
        item.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_F10, Qt.ShiftModifier);
        tryVerify(() => named(command).length === 1, 2000, "the menu of " + name + " offers " + command + " among\n" + named(/: (kubectl|minikube)/).join("\n"));
        mouseClick(find(command.source));
    }
    function settled() {
        verify(lab.settle());
        lab.runFor(1);
    }

    function test_stepper_isKubectlScale() {
        openLab("en", "scale-up");
        for (let i = 0; i < 3; ++i)
            press("^One replica more$");
        compare(app.replicaWish.command, "kubectl scale deployment/kubernetes-bootcamp --replicas=4");
        verify(reader.texts(lessonWindow).includes(app.replicaWish.command), "the command is shown before it runs");
        const before = app.terminal.lastOutput;
        verify(!/scaled/.test(before));
        tryVerify(() => app.terminal.isBusy, 3000, "it runs by itself a moment later");
        verify(lab.settle());
        verify(/\$ kubectl scale deployment\/kubernetes-bootcamp --replicas=4\n.*scaled/.test(app.terminal.lastOutput), app.terminal.lastOutput);
        lab.runFor(30);
        tryVerify(() => named(/^Pod kubernetes-bootcamp-.*, Running, /).length === 4);
    }

    function test_numberOfReplicas_canBeTyped() {
        openLab("en", "scale-up");
        const field = find("^Replicas wanted$");
        field.forceActiveFocus(Qt.TabFocusReason);
        field.selectAll();
        keyClick("3");
        keyClick(Qt.Key_Return);
        settled();
        lab.runFor(30);
        tryVerify(() => named(/^Pod kubernetes-bootcamp-.*, Running, /).length === 3);
    }

    function test_slider_runsOneCommand_whenItIsLetGo() {
        openLab("en", "scale-up");
        const slider = find("^Number of replicas$");
        slider.forceActiveFocus(Qt.TabFocusReason);
        for (let i = 0; i < 4; ++i)
            keyClick(Qt.Key_Right);
        compare(app.replicaWish.wanted, 5);
        tryVerify(() => app.terminal.isBusy, 3000);
        verify(lab.settle());
        compare(app.terminal.lastOutput.match(/kubectl scale/g).length, 1);
        lab.runFor(2);
        compare(app.cluster.deployment.desired, 5);
    }

    function test_cordon_fromTheNodesMenu() {
        openLab("en", "scale-up");
        choose("^Node minato-worker2$", /: kubectl cordon minato-worker2$/);
        settled();
        verify(/\$ kubectl cordon minato-worker2\n/.test(app.terminal.lastOutput), app.terminal.lastOutput);
        tryVerify(() => card("minato-worker2").mark === "pause");
        choose("^Node minato-worker2$", /: kubectl uncordon minato-worker2$/);
        settled();
        tryVerify(() => card("minato-worker2").mark === "check");
    }

    function test_drain_asksFirst_andShowsTheCommand() {
        openLab("en", "scale-down");
        choose("^Node minato-worker2$", /: kubectl drain minato-worker2/);
        tryVerify(() => named(/^Run it$/).length === 1);
        verify(reader.texts(lessonWindow).some(text => /^kubectl drain minato-worker2 --ignore-daemonsets/.test(text)));
        verify(!app.terminal.isBusy);
        press("^Cancel$");
        tryVerify(() => !named(/^Run it$/).length);
        compare(app.terminal.isBusy, false);
        choose("^Node minato-worker2$", /: kubectl drain minato-worker2/);
        tryVerify(() => named(/^Run it$/).length === 1);
        press("^Run it$");
        verify(lab.settle());
        lab.runFor(40);
        tryVerify(() => card("minato-worker2").card.pods.count === 0);
        tryVerify(() => named(/^Pod kubernetes-bootcamp-.*, Running, /).length === 4, 3000, named(/^Pod /).join("; "));
    }

    function test_powerOff_andOnAgain() {
        openLab("en", "scale-up");
        choose("^Node minato-worker3$", /: minikube node stop minato-worker3$/);
        tryVerify(() => named(/^Run it$/).length === 1);
        press("^Run it$");
        verify(lab.settle());
        verify(/Successfully stopped node minato-worker3/.test(app.terminal.lastOutput), app.terminal.lastOutput);
        lab.runFor(60);
        tryVerify(() => card("minato-worker3").mark === "cross");
        choose("^Node minato-worker3$", /: minikube node start minato-worker3$/);
        verify(lab.settle());
        lab.runFor(1);
        tryVerify(() => card("minato-worker3").mark === "check");
    }

    function test_podIsChosen_andItsOwnersAreMarked() {
        openLab("en", "balance");
        const list = find("^[12] Pods?$");
        list.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Return);
        compare(app.selection.kind, "Pod");
        compare(app.selection.name, list.pods.nameAt(list.currentIndex));
        compare(app.cluster.deploymentMark, 1);
        compare(app.cluster.serviceMark, 1);
        press("^Deployment kubernetes-bootcamp$");
        compare(app.selection.kind, "Deployment");
        compare(app.cluster.deploymentMark, 2);
        press("^ReplicaSet kubernetes-bootcamp-");
        compare(app.selection.kind, "ReplicaSet");
    }

    function test_deletedPod_isReplaced() {
        openLab("en", "balance");
        const list = find("^[12] Pods?$");
        list.forceActiveFocus(Qt.TabFocusReason);
        const name = list.pods.nameAt(0);
        keyClick(Qt.Key_Menu);
        tryVerify(() => named(/: kubectl delete pod /).length === 1);
        mouseClick(find(": kubectl delete pod "));
        tryVerify(() => named(/^Run it$/).length === 1);
        press("^Run it$");
        verify(lab.settle());
        lab.runFor(40);
        tryVerify(() => named(/^Pod kubernetes-bootcamp-.*, Running, /).length === 4);
        compare(named(new RegExp("^Pod " + name)).length, 0);
    }

    function test_grouping_byVersionDuringARollout() {
        openLab("en", "balance");
        app.terminal.runCommands("kubectl set image deployments/kubernetes-bootcamp kubernetes-bootcamp=docker.io/jocatalin/kubernetes-bootcamp:v2");
        verify(lab.settle());
        lab.runFor(2);
        press("^Grouping: By node$");
        tryVerify(() => named(/^By version$/).length === 1);
        press("^By version$");
        compare(app.cluster.grouping, ClusterModel.ByVersion);
        compare(app.cluster.cards.count, 2);
        tryVerify(() => named(/^v1, \d+ Pods?: /).length === 1 && named(/^v2, \d+ Pods?: /).length === 1);
        compare(named(/^ReplicaSet .*, revision [12], version v[12]/).length, 2);
        app.cluster.grouping = ClusterModel.ByReplicaSet;
        tryVerify(() => named(/^kubernetes-bootcamp-[0-9a-f]+, \d+ Pods?: /).length === 2);
        app.cluster.grouping = ClusterModel.ByNode;
        tryVerify(() => named(/^Node minato-worker/).length > 0);
    }

    function test_search_stepsThroughWhatItFinds() {
        openLab("en", "balance");
        find("^[12] Pods?$").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_F, Qt.ControlModifier);
        for (const letter of "worker2")
            keyClick(letter);
        tryVerify(() => app.cluster.search.count >= 1);
        keyClick(Qt.Key_Return);
        compare(app.selection.kind, "Node");
        compare(app.selection.name, "minato-worker2");
        verify(reader.texts(lessonWindow).some(text => /^1 of \d+$/.test(text)));
        keyClick(Qt.Key_Escape);
        verify(!app.cluster.search.isActive);
    }

    function test_waitingPods_sayWhyInWords_andInTheSchedulers_data() {
        return [{tag: "en", language: "en", words: /^Not enough CPU \(3 nodes\)$/, raw: "^What the scheduler said$"}, {tag: "ja", language: "ja", words: /^CPUが足りません\(3ノード\)$/, raw: "^元のメッセージ$"}];
    }

    function test_waitingPods_sayWhyInWords_andInTheSchedulers(data) {
        openLab(data.language, "scale-up");
        app.terminal.runCommands("kubectl scale deployments/kubernetes-bootcamp --replicas=125");
        verify(lab.settle());
        lab.runFor(60);
        tryVerify(() => app.cluster.queue.count > 0);
        verify(data.words.test(app.cluster.queue.text), app.cluster.queue.text);
        press(data.raw);
        tryVerify(() => named(/^0\/4 nodes are available: .*Insufficient cpu/).length > 0, 3000, named(/nodes are/).join("| "));
    }

    function test_nodesShow_whatIsRequestedAndUsed() {
        openLab("en", "scale-up");
        lab.runFor(60);
        tryVerify(() => named(/^CPU 100m of 4 requested, \d+m? used$/).length === 1, 3000, named(/^CPU /).join("; "));
        compare(named(/^CPU \S+ of 4 requested, \d+m? used$/).length, 3);
        compare(named(/^Mem \S+ of 7.9\d?Gi requested, \d+Mi used$/).length, 3, named(/^Mem /).join("; "));
        const list = find("^1 Pod$");
        verify(/\nRequested: CPU 100m .*\nUsed: CPU \d+m? · memory \d+Mi$/.test(list.pods.detailAt(0)), list.pods.detailAt(0));
    }
}
