// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/icon_paths.h"

#include <algorithm>
#include <array>
#include <utility>

namespace minato::viewmodels {
namespace {

using Drawing = std::pair<QLatin1StringView, QLatin1StringView>;

constexpr auto kDrawings = std::to_array<Drawing>({
    {QLatin1StringView("anchor"),
     QLatin1StringView(
         "M12 8 V21 M12 3 A2.5 2.5 0 1 0 12.01 3 M8 11.5 H16 M4 13 C4 18 8 21 12 21 C16 21 20 18 20 13")},
    {QLatin1StringView("arrow"), QLatin1StringView("M5 12 L19 12 M13 6 L19 12 L13 18")},
    {QLatin1StringView("back"), QLatin1StringView("M19 12 L5 12 M11 6 L5 12 L11 18")},
    {QLatin1StringView("book"),
     QLatin1StringView("M12 6 C9 4 6 4 3 5 V19 C6 18 9 18 12 20 C15 18 18 18 21 19 V5 C18 4 15 4 12 6 V20")},
    {QLatin1StringView("brand"),
     QLatin1StringView("M4.5 14 V8.5 H10.5 V14 M13.5 14 V8.5 H19.5 V14 M9 8.5 V3.5 H15 V8.5 M2.5 17.5 C4.1 "
                       "15.9 5.7 15.9 7.3 17.5 C8.9 19.1 10.4 19.1 12 17.5 C13.6 15.9 15.1 15.9 16.7 17.5 "
                       "C18.3 19.1 19.9 19.1 21.5 17.5")},
    {QLatin1StringView("bulb"), QLatin1StringView("M9 18 H15 M10 21 H14 M12 3 A6 6 0 0 0 8.5 14 C9 14.6 9 15 "
                                                  "9 16 H15 C15 15 15 14.6 15.5 14 A6 6 0 0 0 12 3")},
    {QLatin1StringView("chart"), QLatin1StringView("M4 20 H20 M7 20 V12 M12 20 V6 M17 20 V9")},
    {QLatin1StringView("check"), QLatin1StringView("M5 12.5 L10 17.5 L19 7")},
    {QLatin1StringView("chevron"), QLatin1StringView("M6 9 L12 15 L18 9")},
    {QLatin1StringView("circle"), QLatin1StringView("M12 4 A8 8 0 1 0 12.01 4")},
    {QLatin1StringView("clock"), QLatin1StringView("M12 7 L12 12 L15.5 14 M12 3 A9 9 0 1 0 12.01 3")},
    {QLatin1StringView("copy"), QLatin1StringView("M9 9 H20 V20 H9 Z M5 15 H4 V4 H15 V5")},
    {QLatin1StringView("cross"), QLatin1StringView("M6.5 6.5 L17.5 17.5 M17.5 6.5 L6.5 17.5")},
    {QLatin1StringView("eraser"),
     QLatin1StringView("M8.5 20 L3.5 15 L14 4.5 L20.5 11 L11.5 20 Z M9 9.5 L15.5 16 M11.5 20 H20")},
    {QLatin1StringView("fast"), QLatin1StringView("M4 6 L11 12 L4 18 Z M13 6 L20 12 L13 18 Z")},
    {QLatin1StringView("file"), QLatin1StringView("M6 3 H14 L19 8 V21 H6 Z M14 3 V8 H19")},
    {QLatin1StringView("fit"), QLatin1StringView("M4 9 V4 H9 M15 4 H20 V9 M20 15 V20 H15 M9 20 H4 V15")},
    {QLatin1StringView("flag"), QLatin1StringView("M6 21 V4 H18 L15 8.5 L18 13 H6")},
    {QLatin1StringView("globe"),
     QLatin1StringView("M12 3 A9 9 0 1 0 12.01 3 M3 12 H21 M12 3 C8 8 8 16 12 21 C16 16 16 8 12 3")},
    {QLatin1StringView("group"),
     QLatin1StringView("M4 4 H10 V10 H4 Z M14 4 H20 V10 H14 Z M4 14 H10 V20 H4 Z M14 14 H20 V20 H14 Z")},
    {QLatin1StringView("home"),
     QLatin1StringView("M3.5 11.5 L12 4 L20.5 11.5 M6 9.5 V20 H18 V9.5 M10 20 V14 H14 V20")},
    {QLatin1StringView("info"), QLatin1StringView("M12 3 A9 9 0 1 0 12.01 3 M12 11 V16.5 M12 7.5 V7.6")},
    {QLatin1StringView("layers"),
     QLatin1StringView("M12 3 L21 8 L12 13 L3 8 Z M3 12.5 L12 17.5 L21 12.5 M3 17 L12 22 L21 17")},
    {QLatin1StringView("link"),
     QLatin1StringView("M10 14 L14 10 M8.5 11.5 L5.5 14.5 A2.8 2.8 0 0 0 9.5 18.5 L12.5 15.5 M15.5 12.5 "
                       "L18.5 9.5 A2.8 2.8 0 0 0 14.5 5.5 L11.5 8.5")},
    {QLatin1StringView("menu"), QLatin1StringView("M4 7 H20 M4 12 H20 M4 17 H20")},
    {QLatin1StringView("minus"), QLatin1StringView("M6 12 L18 12")},
    {QLatin1StringView("moon"), QLatin1StringView("M20 14 A8.5 8.5 0 1 1 10 4 A7 7 0 0 0 20 14")},
    {QLatin1StringView("more"), QLatin1StringView("M5 11.5 A0.5 0.5 0 1 0 5.01 11.5 M12 11.5 A0.5 0.5 0 1 0 "
                                                  "12.01 11.5 M19 11.5 A0.5 0.5 0 1 0 19.01 11.5")},
    {QLatin1StringView("node"),
     QLatin1StringView("M4 5 H20 V11 H4 Z M4 13 H20 V19 H4 Z M8 8 H8.01 M8 16 H8.01")},
    {QLatin1StringView("owned"), QLatin1StringView("M6 4 V14 H18 M13 9 L18 14 L13 19")},
    {QLatin1StringView("pair"),
     QLatin1StringView(
         "M3.5 5 H10.5 V19 H3.5 Z M13.5 5 H20.5 V19 H13.5 Z M6 9 H8 M6 12.5 H8 M16 9 H18 M16 12.5 H18")},
    {QLatin1StringView("panes"), QLatin1StringView("M4 5 H20 V19 H4 Z M10 5 V19 M10 13 H20")},
    {QLatin1StringView("pause"), QLatin1StringView("M8 5 V19 M16 5 V19")},
    {QLatin1StringView("pencil"), QLatin1StringView("M4 20 L5 15 L16 4 L20 8 L9 19 Z M13.5 6.5 L17.5 10.5")},
    {QLatin1StringView("play"), QLatin1StringView("M8 5.5 L18.5 12 L8 18.5 Z")},
    {QLatin1StringView("plus"), QLatin1StringView("M12 6 V18 M6 12 H18")},
    {QLatin1StringView("question"),
     QLatin1StringView("M9 9 C9 5 15 5 15 9 C15 11.5 12 11.5 12 14.5 M12 18 V18.1")},
    {QLatin1StringView("queue"), QLatin1StringView("M4 6 H20 M4 12 H14 M4 18 H9")},
    {QLatin1StringView("reset"), QLatin1StringView("M4 12 A8 8 0 1 0 7 5.8 M4 4 V8.5 H8.5")},
    {QLatin1StringView("save"), QLatin1StringView("M12 4 V15 M7 10.5 L12 15.5 L17 10.5 M5 20 H19")},
    {QLatin1StringView("search"), QLatin1StringView("M10.5 4 A6.5 6.5 0 1 0 10.51 4 M15.3 15.3 L20.5 20.5")},
    {QLatin1StringView("service"),
     QLatin1StringView("M6 12 L17 6 M6 12 L17 18 M6 9.5 A2.5 2.5 0 1 0 6.01 9.5 M18 3.5 A2.5 2.5 0 1 0 18.01 "
                       "3.5 M18 15.5 A2.5 2.5 0 1 0 18.01 15.5")},
    {QLatin1StringView("settings"),
     QLatin1StringView("M4 7 H13 M19 7 H20 M4 17 H5 M11 17 H20 M16 4.5 A2.5 2.5 0 1 0 16.01 4.5 M8 14.5 A2.5 "
                       "2.5 0 1 0 8.01 14.5")},
    {QLatin1StringView("spin"), QLatin1StringView("M12 3 A9 9 0 1 1 3 12")},
    {QLatin1StringView("step"), QLatin1StringView("M6 5.5 L14 12 L6 18.5 Z M18 5.5 V18.5")},
    {QLatin1StringView("stop"), QLatin1StringView("M7 7 H17 V17 H7 Z")},
    {QLatin1StringView("story"),
     QLatin1StringView("M6 4 V20 M6 6 H7 M6 12 H7 M6 18 H7 M11 6 H20 M11 12 H18 M11 18 H20")},
    {QLatin1StringView("sun"),
     QLatin1StringView("M12 8 A4 4 0 1 0 12.01 8 M12 2.5 V4.5 M12 19.5 V21.5 M2.5 12 H4.5 M19.5 12 H21.5 "
                       "M5.3 5.3 L6.7 6.7 M17.3 17.3 L18.7 18.7 M5.3 18.7 L6.7 17.3 M17.3 6.7 L18.7 5.3")},
    {QLatin1StringView("table"), QLatin1StringView("M4 5 H20 V19 H4 Z M4 10 H20 M4 14.5 H20 M10 10 V19")},
    {QLatin1StringView("terminal"), QLatin1StringView("M5 7 L10 12 L5 17 M12 18 H19")},
    {QLatin1StringView("warning"), QLatin1StringView("M12 4 L21 20 H3 Z M12 10 V14.5 M12 17.2 V17.3")},
});

} // namespace

QString iconPath(QStringView name)
{
    const auto drawing =
        std::ranges::find_if(kDrawings, [name](const Drawing &one) { return one.first == name; });
    return drawing == kDrawings.end() ? QString() : QString(drawing->second);
}

} // namespace minato::viewmodels
