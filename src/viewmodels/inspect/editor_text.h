// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace minato::viewmodels {

/// A change of a text: what stands from `from` to `to` becomes `text`; then the selection is as said.
struct TextChange {
    int from = 0, to = 0;
    QString text;
    int selectionStart = 0, selectionEnd = 0;
};

/// Tab: two blanks at the cursor, or before each selected line. `isOut`: takes them away.
[[nodiscard]] TextChange indented(const QString &text, int start, int end, bool isOut);
/// Enter: a new line as far in as this one; further in after a key without a value.
[[nodiscard]] TextChange newLine(const QString &text, int cursor);

} // namespace minato::viewmodels
