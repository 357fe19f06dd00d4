// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton

import QtQuick

/// Colours, sizes and speeds; the only place that names a colour (but for the terminal's inks, which are drawn
/// in C++). The contrast of every pair is tested: tests/qml.
QtObject {
    id: root

    property bool isDark: false
    property real scale: 1
    property bool isMotionReduced: false
    property string sans: "Noto Sans CJK JP"
    property string mono: "JetBrains Mono"

    function px(value: real): int {
        return Math.round(value * root.scale);
    }

    // Spacing: a grid of 4.
    readonly property int s1: px(4)
    readonly property int s2: px(8)
    readonly property int s3: px(12)
    readonly property int s4: px(16)
    readonly property int s5: px(24)
    readonly property int s6: px(32)

    // Type. Line heights are fixed: the Japanese face's own are 1.45 em.
    readonly property int textCaption: px(12)
    readonly property int textUi: px(13)
    readonly property int textBody: px(14)
    readonly property int textReading: px(15)
    readonly property int textTitle: px(22)
    readonly property int lineCaption: px(18)
    readonly property int lineUi: px(22)
    readonly property int lineReading: px(27)
    readonly property int lineTitle: px(33)

    readonly property int radius: px(10)
    readonly property int radiusSmall: px(6)
    readonly property int control: px(32)
    readonly property int header: px(44) ///< of a pane
    readonly property int hitArea: Math.max(28, px(28))

    readonly property int quick: isMotionReduced ? 0 : 120
    readonly property int medium: isMotionReduced ? 0 : 200
    readonly property int slow: isMotionReduced ? 0 : 300
    readonly property int travel: isMotionReduced ? 0 : 420

    readonly property color ground: isDark ? "#0E151D" : "#EAF0F5"
    readonly property color surface: isDark ? "#16202B" : "#FFFFFF"
    readonly property color sunken: isDark ? "#101922" : "#F4F7FA"
    readonly property color raised: isDark ? "#1F2C39" : "#FFFFFF"
    readonly property color line: isDark ? "#2B3B4B" : "#D6DFE8"
    readonly property color lineStrong: isDark ? "#64788C" : "#7C8A99"
    readonly property color text: isDark ? "#E9F0F6" : "#16212C"
    readonly property color textSoft: isDark ? "#A9B9C8" : "#4A5A6A"
    readonly property color accent: isDark ? "#5CB8EC" : "#00639B"
    readonly property color accentHover: isDark ? "#7CC7F2" : "#00527F"
    readonly property color accentSoft: isDark ? "#17344A" : "#E1F0FA"
    readonly property color accentInk: isDark ? "#06202F" : "#FFFFFF"
    readonly property color good: isDark ? "#21B98D" : "#00734F"
    readonly property color goodSoft: isDark ? "#0D3A2F" : "#DDF3EC"
    readonly property color warn: isDark ? "#E69F00" : "#876000"
    readonly property color warnSoft: isDark ? "#3A2E10" : "#FDF1D6"
    readonly property color wonder: isDark ? "#C3A6F0" : "#6A3FA8"
    readonly property color wonderSoft: isDark ? "#2B2342" : "#F1EAFB"

    // The terminal is dark in both themes.
    readonly property color terminal: isDark ? "#0A1017" : "#101A24"
    readonly property color terminalLine: isDark ? "#22303D" : "#24323F"
    readonly property color terminalText: "#DCE6EE"
    readonly property color terminalSoft: "#A9B9C8"
    readonly property color terminalAccent: "#8FD3F5"
    readonly property color terminalWarn: "#F0B83C"
    readonly property color terminalHover: "#1E2C3A"

    // States of a Pod, in the order of PodListModel.Phase. The fills are told apart by colour-blind eyes (Okabe
    // and Ito); edges are darker for contrast and never carry the meaning alone.
    readonly property list<color> podFill: ["#E69F00", "#56B4E9", "#009E73", "#CC79A7", "#D55E00", "#0072B2", "#8A97A4"]
    readonly property list<color> podSoft: isDark
        ? ["#3A2E10", "#16344A", "#0D3A2F", "#3B2634", "#43220F", "#12304A", "#26313C"]
        : ["#FDF1D6", "#E0F1FC", "#DDF3EC", "#F8E8F1", "#FCE5D8", "#DFEDF7", "#ECF0F3"]
    readonly property list<color> podEdge: isDark
        ? ["#E69F00", "#56B4E9", "#21B98D", "#D992B9", "#F0803A", "#5AA9DC", "#9AA8B5"]
        : ["#876000", "#1B6EA8", "#00734F", "#A34A7B", "#AB4800", "#0B5E93", "#55636F"]
    readonly property list<string> podGlyph: ["clock", "spin", "check", "minus", "cross", "flag", "question"]
    readonly property list<bool> podIsFilled: [false, true, true, false, true, true, false]
    readonly property color podInk: "#0A1017"
}
