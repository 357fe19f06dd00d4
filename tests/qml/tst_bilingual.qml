// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest

/// A lesson in both languages: what belongs together stands together, and everything in it still works.
LabTestCase {
    name: "Bilingual"

    function openBoth(language, page, width) {
        openLab(language, page);
        lessonWindow.width = width;
        rendered();
        press(language === "ja" ? "^日本語と英語で読む$" : "^Read in Japanese and English$");
        tryVerify(() => named(/^English$/).length > 1);
        rendered();
    }
    /// Where the items of a name stand, in reading order.
    function boxes(pattern) {
        return reader.places(lessonWindow, pattern).map(text => text.split(/[ ,x]/).map(Number));
    }

    function test_pairsStandTogether_andCodeStandsOnce() {
        openBoth("en", "scale-up", 1280);
        const own = boxes("^English$"), other = boxes("^日本語$");
        verify(own.length > 3);
        compare(named(/^Run: kubectl scale/).length, 1);
        compare(app.lesson.pairs.rowCount() > 5, true);
    }

    /// Where the two languages of the pairs stand.
    function sides() {
        const all = {};
        for (const language of ["日本語", "English"])
            all[language] = boxes("^" + language + "$").filter(box => box[3] > 0 && box[1] > 0).map(box => ({x: box[0], y: box[1], width: box[2], height: box[3]}));
        return all;
    }
    function test_wide_isTwoColumns_alignedPairByPair() {
        openBoth("en", "scale-up", 1280);
        app.preferences.textScale = 2; // one pane at a time, and wide
        app.layout.show("lesson");
        rendered();
        const {日本語: left, English: right} = sides();
        let pairs = 0;
        for (const one of left)
            for (const other of right)
                if (one.y === other.y && one.width === other.width && one.x + one.width <= other.x)
                    ++pairs;
        verify(pairs >= 3, JSON.stringify([left, right]));
        // The page has its title for a name, too; the heading comes after it.
        const [title, other] = ["^Scale up to 4$", "^4つにスケールアップする$"].map(name => boxes(name)).map(all => all[all.length - 1]);
        compare(title[1], other[1]);
        verify(other[0] + other[2] <= title[0], JSON.stringify([title, other]));
    }
    function test_narrow_isOneBelowTheOther() {
        openBoth("en", "scale-up", 1280);
        const {日本語: below, English: own} = sides();
        let pairs = 0;
        for (const one of own)
            for (const other of below)
                if (Math.abs(one.x - other.x) < 40 && other.y > one.y && other.y - one.y - one.height < 20 && other.y >= one.y + one.height)
                    ++pairs;
        verify(pairs >= 3, JSON.stringify([own, below]));
    }
    /// The page has most of the pane, also where all is twice as large.
    function test_goalsLeaveRoomForTheText() {
        openBoth("en", "scale-up", 1280);
        app.preferences.textScale = 2;
        app.layout.show("lesson");
        rendered();
        const page = findChild(lessonWindow.contentItem, "lessonScroll");
        verify(page.height > 0.4 * lessonWindow.height, page.height);
        press("^Show goals$");
        rendered();
        verify(named(/^The Deployment asks for 4 replicas/).length > 0, named(/./).join("\n"));
    }

    function test_runs_guesses_andGoals_stillWork() {
        openBoth("en", "scale-up", 1280);
        const choices = named(/^./).length;
        verify(choices > 0);
        press("^Run: kubectl scale");
        verify(lab.settle());
        lab.runFor(30);
        tryVerify(() => named(/^Step complete$/).length === 1);
        tryVerify(() => named(/^Run again: kubectl scale/).length === 1);
    }

    function test_eitherSideFolds_butNotBoth() {
        openBoth("en", "scale-up", 1280);
        verify(reader.texts(lessonWindow).some(text => /レプリカ/.test(text)));
        press("^Hide 日本語$");
        rendered();
        verify(!reader.texts(lessonWindow).some(text => /レプリカ/.test(text)));
        verify(!find("^Hide English$").enabled, "one side stays");
        press("^Show 日本語$");
        press("^Hide English$");
        rendered();
        verify(reader.texts(lessonWindow).some(text => /レプリカ/.test(text)));
    }

    function test_isRemembered_andSwitchesOff() {
        openBoth("ja", "look", 1280);
        verify(app.preferences.isBilingual);
        press("^日本語と英語で読む$");
        verify(!app.preferences.isBilingual);
        rendered();
        verify(!reader.texts(lessonWindow).some(text => /^First, find out/.test(text)));
    }

    function test_allTextsFit_data() {
        const rows = [];
        for (const language of ["en", "ja"])
            for (const [width, height, scale] of [[1024, 700, 1], [1280, 800, 1], [1920, 1080, 1], [1280, 800, 2]])
                rows.push({tag: `${language} ${width}x${height} text ${scale}`, language, width, height, scale});
        return rows;
    }
    function test_allTextsFit(data) {
        openLab(data.language, "scale-up");
        app.preferences.reducedMotion = true;
        app.lesson.isBilingual = true;
        lessonWindow.width = data.width;
        lessonWindow.height = data.height;
        app.preferences.textScale = data.scale;
        rendered();
        for (let page = 0; page < app.lesson.pageCount; ++page) {
            app.lesson.page = page;
            rendered();
            for (let i = 0; i < 10 && reader.overlappingTexts(lessonWindow).length; ++i)
                wait(20);
            compare(reader.cutTexts(lessonWindow), [], "page " + page + ": cut off");
            compare(reader.overlappingTexts(lessonWindow), [], "page " + page + ": on each other");
            if (page === 2)
                picture("bilingual-" + data.tag.replace(/ /g, "-"));
        }
    }
}
