// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest

/// What the learner has done is still there at the next start.
LabTestCase {
    name: "Progress"

    /// A lab that keeps its record in a file, at the step after one that was finished.
    function learnOneStep() {
        const folder = createTemporaryObject(labs, this);
        const file = folder.filePath("progress.json");
        openLab("en", "scale-up", {progressFile: file});
        press("^Run: kubectl scale");
        verify(lab.settle());
        lab.runFor(30);
        tryVerify(() => named(/^Step complete$/).length === 1);
        press("^Next$");
        compare(app.lesson.positionText, "Step 3 of 5");
        return file;
    }

    function test_nextStart_goesOnWhereTheLearnerWas() {
        const file = learnOneStep();
        openLab("en", "", {progressFile: file});
        compare(app.lesson.positionText, "Step 3 of 5");
        compare(app.lesson.donePages[2], true);
        compare(app.lesson.donePages[3], false);
        compare(app.problem, "");
        // The cluster is where the steps before have left it.
        compare(named(/^Pod kubernetes-bootcamp-.*, Running, /).length, 4);
    }

    function test_damagedRecord_isKeptAside_andToldInTheLearnersLanguage() {
        const file = learnOneStep();
        lab.writeFile(file, "{\"format\": 1, \"lessons\": {\"sca");
        openLab("ja", "", {progressFile: file});
        compare(app.lesson.positionText, "ステップ 2 / 5"); // the copy before it: the page was not turned yet
        compare(app.lesson.donePages[2], true);
        verify(lab.fileExists(file + ".damaged-1"));
        const texts = () => reader.texts(lessonWindow).filter(text => text.includes(file + ".damaged-1"));
        compare(texts().length, 1);
        verify(texts()[0].includes("学習の記録"));
        app.preferences.language = "en";
        verify(texts()[0].startsWith("The record of your progress"));
        press("^Dismiss$");
        compare(texts().length, 0);
        openLab("en", "", {progressFile: file}); // healed
        compare(app.problem, "");
    }

    function test_withoutAFile_nothingIsKept() {
        openLab("en", "scale-up");
        press("^Next$");
        openLab("en", "");
        compare(app.lesson.page, 0);
    }
}
