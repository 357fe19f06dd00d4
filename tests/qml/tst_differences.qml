// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest

/// The lab says by itself where its cluster differs from a real one.
LabTestCase {
    name: "Differences"

    function test_shiftF1_opensTheListInTheLanguage_escapeClosesIt() {
        openLab("ja", "");
        keyClick(Qt.Key_F1, Qt.ShiftModifier);
        tryVerify(() => reader.find(lessonWindow, "^本物のクラスターとの違い$"));
        tryVerify(() => named(/^APIサーバー$/).length === 1);
        app.preferences.language = "en";
        tryVerify(() => named(/^API server$/).length === 1);
        compare(named(/[\u3040-\u30ff\u4e00-\u9fff]/).filter(name => name !== "日本語"), []);
        keyClick(Qt.Key_Escape);
        tryVerify(() => !reader.find(lessonWindow, "^API server$"));
    }
}
