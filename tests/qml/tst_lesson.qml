// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest

/// The lesson in the window, against a cluster.
LabTestCase {
    name: "Lesson"

    function test_runButton_runsTheCommand_andPodsAppear() {
        openLab("en", "scale-up");
        compare(named(/^Pod kubernetes-bootcamp-.*, Running, /).length, 1);
        verify(!named(/^Step complete$/).length);
        press("^Run: kubectl scale");
        verify(app.terminal.isBusy);
        verify(lab.settle());
        lab.runFor(30);
        tryVerify(() => named(/^Pod kubernetes-bootcamp-.*, Running, /).length === 4);
        compare(named(/^Step complete$/).length, 1);
        compare(named(/, done$/).length, 2); // both goals
        compare(named(/^Run again: kubectl scale/).length, 1); // the name says what the button does now
    }

    function test_typedCommand_doesTheSame() {
        openLab("en", "scale-up");
        typeLine("kubectl scale deployments/kubernetes-bootcamp --replicas=4");
        verify(lab.settle());
        lab.runFor(30);
        tryVerify(() => named(/^Pod kubernetes-bootcamp-.*, Running, /).length === 4);
        compare(named(/^Step complete$/).length, 1);
    }

    function test_scalingDown_showsPodsThatStop_andThenNone() {
        openLab("en", "scale-down");
        compare(named(/^Pod kubernetes-bootcamp-.*, Running, /).length, 4);
        press("^Run: kubectl scale");
        verify(lab.settle());
        lab.runFor(2);
        tryVerify(() => named(/^Pod kubernetes-bootcamp-.*, Stopping, /).length === 2);
        lab.runFor(60);
        tryVerify(() => named(/^Pod kubernetes-bootcamp-/).length === 2);
        compare(named(/^Pod kubernetes-bootcamp-.*, Running, /).length, 2);
    }

    function test_requests_areCharted_forEachPod() {
        openLab("en", "balance");
        app.traffic.reset();
        app.terminal.runCommands("for i in $(seq 60); do curl host01:30143; done");
        verify(lab.settle());
        tryCompare(app.traffic, "total", 60);
        const chart = find("^Chart of requests by Pod$");
        tryVerify(() => chart.visible);
        const counts = app.traffic.bars.counts;
        compare(counts.length, 4);
        for (const count of counts)
            verify(reader.texts(lessonWindow).includes(String(count)), "the chart says " + count);
        press("^Show as table: Requests by Pod$");
        tryVerify(() => named(/^[a-z0-9]{5}: \d+ requests?$/).length === 4);
        compare(named(/^Step complete$/).length, 1);
    }

    function test_pagesCanBeTurned_thereAndBack() {
        openLab("en", "");
        const titles = [];
        for (let page = 0; page < app.lesson.pageCount; ++page) {
            titles.push(app.lesson.title);
            if (page + 1 < app.lesson.pageCount)
                press("^(Start|Next)$");
            rendered();
        }
        compare(new Set(titles).size, app.lesson.pageCount);
        for (let page = app.lesson.pageCount - 1; page > 0; --page)
            press("^Back$");
        compare(app.lesson.page, 0);
    }

    function test_guess_isComparedWithWhatHappened() {
        openLab("en", "scale-up");
        press("^It stays, and 3 new ones join it$");
        compare(named(/^Why\?$/).length, 1);
        verify(reader.texts(lessonWindow).some(text => /^You expected: It stays.*That is what happened/.test(text)));
    }

    function test_hint_comesOnRequest() {
        openLab("en", "scale-up");
        const before = reader.texts(lessonWindow).length;
        press("^Show a hint$");
        verify(reader.texts(lessonWindow).length > before);
    }
}
