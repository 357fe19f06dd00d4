// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/inspect/editor_text.h"

#include <QStringList>

#include <algorithm>

namespace minato::viewmodels {
namespace {

constexpr int kIndent = 2;

int lineStart(const QString &text, int at)
{
    return at == 0 ? 0 : static_cast<int>(text.lastIndexOf(u'\n', at - 1)) + 1;
}

int blanksAt(const QString &text, int at)
{
    int blanks = 0;
    while (at + blanks < text.size() && text[at + blanks] == u' ')
        ++blanks;
    return blanks;
}

} // namespace

TextChange indented(const QString &text, int start, int end, bool isOut)
{
    const QString indent(kIndent, u' ');
    if (start == end && !isOut)
        return {start, start, indent, start + kIndent, start + kIndent};
    const int from = lineStart(text, start);
    auto to = static_cast<int>(text.indexOf(u'\n', std::max(start, end > start ? end - 1 : end)));
    if (to < 0)
        to = static_cast<int>(text.size());
    QStringList lines = text.sliced(from, to - from).split(u'\n');
    int first = 0, all = 0;
    for (QString &line : lines) {
        const int blanks = std::min(kIndent, blanksAt(line, 0));
        const int change = isOut ? -blanks : kIndent;
        line = isOut ? line.sliced(blanks) : indent + line;
        first = all == 0 && first == 0 ? change : first;
        all += change;
    }
    return {from, to, lines.join(u'\n'), std::max(from, start + first), std::max(from, end + all)};
}

TextChange newLine(const QString &text, int cursor)
{
    const int start = lineStart(text, cursor);
    const QString before = text.sliced(start, cursor - start);
    int indent = std::min(blanksAt(text, start), cursor - start);
    if (before.trimmed().endsWith(u':') && !before.trimmed().startsWith(u'#')) {
        indent += kIndent;
        if (before.sliced(std::min<qsizetype>(indent - kIndent, before.size()))
                .startsWith(QLatin1String("- ")))
            indent += kIndent; // below the key, not below the dash
    }
    const int at = cursor + 1 + indent;
    // What follows a text brings blanks of its own: they count towards the new indent.
    const int taken = before.trimmed().isEmpty() ? 0 : std::min(indent, blanksAt(text, cursor));
    return {cursor, cursor + taken, u'\n' + QString(indent, u' '), at, at};
}

} // namespace minato::viewmodels
