// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest

/// The language switches at run time, and every text with it.
LabTestCase {
    name: "Language"

    /// Texts that are the same in every language: numbers, ages, names, kubectl's words, commands.
    readonly property var common: /^[\d\s:.,%×\/–+-]*$|^(Minato|日本語|English|Deployment|Service|CPU|Ready)$|minato-|kubernetes-bootcamp|^NodePort|^[A-Z-]+$|^…?[a-z0-9]{5}$|^v\d+ × \d+$|^(\d+[smhd])+$|^(kubectl|curl|for i in) /

    function texts() {
        rendered();
        return reader.texts(lessonWindow);
    }
    function names() {
        return reader.names(lessonWindow);
    }

    function test_everyPage_switchesCompletely_data() {
        return ["", "look", "scale-up", "balance", "scale-down", "zero", "outro"].map(page => ({tag: page || "intro", page}));
    }
    function test_everyPage_switchesCompletely(data) {
        openLab("ja", data.page);
        const japanese = texts(), japaneseNames = names();
        app.preferences.language = "en";
        const english = texts(), englishNames = names();
        const left = english.filter(text => japanese.includes(text) && !common.test(text));
        compare(left, [], "texts that stayed Japanese");
        compare(english.filter(text => /[\u3040-\u30ff\u4e00-\u9fff]/.test(text) && text !== "日本語"), []);
        compare(englishNames.filter(name => /[\u3040-\u30ff\u4e00-\u9fff]/.test(name) && name !== "日本語"), []);
        // And back: nothing is stuck in between.
        app.preferences.language = "ja";
        compare(texts(), japanese);
        compare(names(), japaneseNames);
    }

    function test_buttons_switchTheLanguage_withoutLosingAnything() {
        openLab("en", "scale-up");
        typeLine("echo kept");
        verify(lab.settle());
        press("^日本語$");
        compare(app.preferences.language, "ja");
        compare(app.lesson.positionText, "ステップ 2 / 5");
        verify(app.terminal.lastOutput.includes("kept"));
        compare(named(/^Pod kubernetes-bootcamp-.*、実行中、|^Pod kubernetes-bootcamp-.*実行中/).length, 1);
        press("^English$");
        compare(app.lesson.positionText, "Step 2 of 5");
    }
}
