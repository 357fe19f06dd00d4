// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton

import QtQuick

/// Colours, sizes and speeds; the only place that names a colour (but for the terminal's inks, which are drawn
/// in C++). The contrast of every pair is tested: tests/qml.
Sizes {
    id: root

    property bool isDark: false
    property bool isHighContrast: false ///< light on black; isDark is true then, too
    property bool isMotionReduced: false
    property string sans: "Noto Sans CJK JP"
    property string mono: "JetBrains Mono"

    readonly property int radius: px(10)
    readonly property int radiusSmall: px(6)
    readonly property int control: px(32)
    readonly property int header: px(44) ///< of a pane
    /// What is pressed, at least; for those who need large text, as large as a finger.
    readonly property int hitArea: Math.max(scale >= 1.5 ? 44 : 28, px(28))
    readonly property int bar: Math.max(px(34), hitArea) ///< a button of the top bar
    readonly property int edge: isHighContrast ? 2 : 1 ///< the border of a panel

    readonly property int quick: isMotionReduced ? 0 : 120
    readonly property int medium: isMotionReduced ? 0 : 200
    readonly property int slow: isMotionReduced ? 0 : 300
    readonly property int travel: isMotionReduced ? 0 : 420

    readonly property color ground: isHighContrast ? "#000000" : isDark ? "#0E151D" : "#EAF0F5"
    readonly property color surface: isHighContrast ? "#000000" : isDark ? "#16202B" : "#FFFFFF"
    readonly property color sunken: isHighContrast ? "#0B0B0B" : isDark ? "#101922" : "#F4F7FA"
    readonly property color raised: isHighContrast ? "#141414" : isDark ? "#1F2C39" : "#FFFFFF"
    readonly property color line: isHighContrast ? "#9E9E9E" : isDark ? "#2B3B4B" : "#D6DFE8"
    readonly property color lineStrong: isHighContrast ? "#FFFFFF" : isDark ? "#64788C" : "#7C8A99"
    readonly property color text: isHighContrast ? "#FFFFFF" : isDark ? "#E9F0F6" : "#16212C"
    readonly property color textSoft: isHighContrast ? "#E4E4E4" : isDark ? "#A9B9C8" : "#4A5A6A"
    readonly property color accent: isHighContrast ? "#FFE14D" : isDark ? "#5CB8EC" : "#00639B"
    readonly property color accentHover: isHighContrast ? "#FFF0A6" : isDark ? "#7CC7F2" : "#00527F"
    readonly property color accentSoft: isHighContrast ? "#332D00" : isDark ? "#17344A" : "#E1F0FA"
    readonly property color accentInk: isHighContrast ? "#000000" : isDark ? "#06202F" : "#FFFFFF"
    readonly property color good: isHighContrast ? "#5CFFB5" : isDark ? "#21B98D" : "#00734F"
    readonly property color goodSoft: isHighContrast ? "#00301F" : isDark ? "#0D3A2F" : "#DDF3EC"
    readonly property color warn: isHighContrast ? "#FFC65C" : isDark ? "#E69F00" : "#876000"
    readonly property color warnSoft: isHighContrast ? "#332400" : isDark ? "#3A2E10" : "#FDF1D6"
    readonly property color wonder: isHighContrast ? "#DCC8FF" : isDark ? "#C3A6F0" : "#6A3FA8"
    readonly property color wonderSoft: isHighContrast ? "#241A3D" : isDark ? "#2B2342" : "#F1EAFB"

    // The terminal is dark in both themes.
    readonly property color terminal: isHighContrast ? "#000000" : isDark ? "#0A1017" : "#101A24"
    readonly property color terminalLine: isHighContrast ? "#9E9E9E" : isDark ? "#22303D" : "#24323F"
    readonly property color terminalText: isHighContrast ? "#FFFFFF" : "#DCE6EE"
    readonly property color terminalSoft: isHighContrast ? "#E4E4E4" : "#A9B9C8"
    readonly property color terminalAccent: isHighContrast ? "#8FE3FF" : "#8FD3F5"
    readonly property color terminalWarn: isHighContrast ? "#FFC65C" : "#F0B83C"
    readonly property color terminalHover: isHighContrast ? "#2B2B2B" : "#1E2C3A"

    // States of a Pod, in the order of PodListModel.Phase. The fills are told apart by colour-blind eyes (Okabe
    // and Ito); edges are darker for contrast and never carry the meaning alone.
    readonly property list<color> podFill: ["#E69F00", "#56B4E9", "#009E73", "#CC79A7", "#D55E00", "#0072B2", "#8A97A4"]
    readonly property list<color> podSoft: isHighContrast
        ? ["#332400", "#0A2A40", "#00301F", "#33182A", "#3A1600", "#0A2640", "#1E2A33"]
        : isDark
        ? ["#3A2E10", "#16344A", "#0D3A2F", "#3B2634", "#43220F", "#12304A", "#26313C"]
        : ["#FDF1D6", "#E0F1FC", "#DDF3EC", "#F8E8F1", "#FCE5D8", "#DFEDF7", "#ECF0F3"]
    readonly property list<color> podEdge: isHighContrast
        ? ["#FFC65C", "#8CD0FF", "#4DE8B8", "#FFB3DD", "#FFAB73", "#9CD2FF", "#D3DBE2"]
        : isDark
        ? ["#E69F00", "#56B4E9", "#21B98D", "#D992B9", "#F0803A", "#5AA9DC", "#9AA8B5"]
        : ["#876000", "#1B6EA8", "#00734F", "#A34A7B", "#AB4800", "#0B5E93", "#55636F"]
    readonly property list<string> podGlyph: ["clock", "spin", "check", "minus", "cross", "flag", "question"]
    readonly property list<bool> podIsFilled: [false, true, true, false, true, true, false]
    readonly property color podInk: "#0A1017"
}
