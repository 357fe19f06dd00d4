// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/ask.h"
#include "viewmodels/object_book.h"

#include <QString>

#include <vector>

namespace minato::viewmodels {

/// A word of kubectl's output that leads somewhere: the name of an object that there is, or the heading of a
/// column that explains itself.
struct TerminalLink {
    int from = 0, length = 0;
    session::ObjectName object = {}; ///< of a name
    QString column = {};             ///< of a heading: "UP-TO-DATE"
    friend bool operator==(const TerminalLink &, const TerminalLink &) = default;
};

/// The links of a line. `header`: the nearest heading above it that belongs to it; empty: none.
///
/// Names     "pod/NAME" and "deployment.apps/NAME" name their kind; else the heading tells which kind a table
///           lists. Without either, only names with a "-" in them are taken for names.
[[nodiscard]] std::vector<TerminalLink> linksIn(const QString &text, const QString &header,
                                                const ObjectBook &objects);

/// What a column of kubectl's tables says, in the language of now; empty: no known column. The heading tells which
/// table it is: READY is another thing for Pods than for Deployments.
[[nodiscard]] QString columnText(const QString &column, const QString &header);

/// The kind that a table with this heading lists; empty: any.
[[nodiscard]] QString kindOfTable(const QString &header);

} // namespace minato::viewmodels
