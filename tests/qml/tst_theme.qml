// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Minato.Controls

/// The colours are told apart, and motion stops when that is asked for.
LabTestCase {
    name: "Theme"

    function luminance(color) {
        const linear = [color.r, color.g, color.b].map(v => v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4));
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }
    function contrast(a, b) {
        const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
        return (high + 0.05) / (low + 0.05);
    }
    function atLeast(ratio, ink, ground, what) {
        const found = contrast(ink, ground);
        verify(found >= ratio, `${what}: ${found.toFixed(2)} instead of ${ratio}`);
    }

    function test_contrast_data() {
        return [{tag: "light", isDark: false, text: 4.5}, {tag: "dark", isDark: true, text: 4.5}, {tag: "high contrast", isDark: true, isHighContrast: true, text: 7}];
    }
    function test_contrast(data) {
        Theme.isDark = data.isDark;
        Theme.isHighContrast = data.isHighContrast ?? false;
        const grounds = {ground: Theme.ground, surface: Theme.surface, sunken: Theme.sunken, raised: Theme.raised, accentSoft: Theme.accentSoft, goodSoft: Theme.goodSoft, warnSoft: Theme.warnSoft, wonderSoft: Theme.wonderSoft};
        for (const name in grounds) {
            atLeast(data.text, Theme.text, grounds[name], "text on " + name);
            atLeast(data.text, Theme.textSoft, grounds[name], "soft text on " + name);
        }
        for (const name of ["ground", "surface", "sunken", "raised", "accentSoft"])
            atLeast(data.text, Theme.accent, grounds[name], "accent on " + name);
        for (const name of ["surface", "sunken"])
            atLeast(3, Theme.lineStrong, grounds[name], "strong line on " + name);
        atLeast(data.text, Theme.accentInk, Theme.accent, "ink on accent");
        atLeast(data.text, Theme.accentInk, Theme.accentHover, "ink on accent under the mouse");
        atLeast(data.text, Theme.good, Theme.goodSoft, "good");
        atLeast(data.text, Theme.warn, Theme.warnSoft, "warning");
        atLeast(data.text, Theme.wonder, Theme.wonderSoft, "question");
        for (const ground of [Theme.terminal, Theme.terminalHover])
            for (const ink of [Theme.terminalText, Theme.terminalSoft, Theme.terminalAccent, Theme.terminalWarn])
                atLeast(data.text, ink, ground, "terminal");
        for (let phase = 0; phase < Theme.podFill.length; ++phase) {
            atLeast(data.text, Theme.podEdge[phase], Theme.podSoft[phase], "word of state " + phase);
            atLeast(data.text, Theme.text, Theme.podSoft[phase], "name in state " + phase);
            if (Theme.podIsFilled[phase])
                atLeast(3, Theme.podInk, Theme.podFill[phase], "mark of state " + phase);
            else
                atLeast(3, Theme.podEdge[phase], Theme.surface, "mark of state " + phase);
        }
        if (data.isHighContrast)
            for (const ground of [Theme.ground, Theme.surface, Theme.sunken, Theme.raised, Theme.terminal])
                atLeast(4.5, Theme.line, ground, "every border");
        Theme.isDark = false;
        Theme.isHighContrast = false;
    }

    function test_states_differByMoreThanColour() {
        const looks = new Set();
        for (let phase = 0; phase < Theme.podFill.length; ++phase)
            looks.add(Theme.podGlyph[phase] + Theme.podIsFilled[phase]);
        compare(looks.size, Theme.podFill.length);
    }

    function test_switch_changesTheWindow_atOnce() {
        openLab("en", "look");
        const light = grabImage(lessonWindow.contentItem);
        app.preferences.theme = 2; // Preferences.Dark
        rendered();
        const dark = grabImage(lessonWindow.contentItem);
        verify(luminance(light.pixel(2, 400)) > 0.7);
        verify(luminance(dark.pixel(2, 400)) < 0.05);
    }

    function test_reducedMotion_movesNothing() {
        openLab("en", "scale-up");
        app.preferences.reducedMotion = true;
        compare([Theme.quick, Theme.medium, Theme.slow, Theme.travel], [0, 0, 0, 0]);
        app.terminal.runCommands("kubectl scale deployments/kubernetes-bootcamp --replicas=4");
        verify(lab.settle());
        lab.runFor(30);
        rendered(); // one frame, and they are there
        compare(named(/^Pod kubernetes-bootcamp-.*, Running, /).length, 4);
        app.preferences.reducedMotion = false;
        verify(Theme.slow > 0);
    }
}
