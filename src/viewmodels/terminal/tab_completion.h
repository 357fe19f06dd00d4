// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/completion/completion.h"

#include <QString>
#include <QStringList>

namespace minato::viewmodels {

/// What Tab does to a line, given what the shell found for the part before the cursor.
struct TabEffect {
    int from = 0;        ///< where the text before the cursor is replaced from, in UTF-16 units
    QString text;        ///< by this; the same as is there: nothing can be added
    QStringList choices; ///< to show below the line, when only the learner can go on
};

/// As readline: as far as all candidates agree; a blank after the only one; the choices when nothing was added.
///
/// `before` is the line up to the cursor, as the shell was asked.
[[nodiscard]] TabEffect tabEffect(const QString &before, const shell::Completion &completion);

/// Choices in columns, or one a line with its note, for a terminal of so many columns.
///
/// Bounds    At most kMostLines lines; `hidden` tells how many choices they leave out.
struct ChoiceLines {
    QStringList lines;
    int hidden = 0;
    static constexpr int kMostLines = 24;
};
[[nodiscard]] ChoiceLines choiceLines(const shell::Completion &completion, int columns);

} // namespace minato::viewmodels
