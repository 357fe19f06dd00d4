// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/inspect/editor_aids.h"

#include "viewmodels/inspect/editor_text.h"

namespace minato::viewmodels {
namespace {

QVariantMap toMap(const TextChange &change)
{
    return {{QStringLiteral("from"), change.from},
            {QStringLiteral("to"), change.to},
            {QStringLiteral("text"), change.text},
            {QStringLiteral("start"), change.selectionStart},
            {QStringLiteral("end"), change.selectionEnd}};
}

} // namespace

EditorAids::EditorAids(session::CommandSink commands, QObject *parent)
    : QObject(parent), m_book(std::move(commands))
{
}

void EditorAids::prepare(const QString &text)
{
    m_book.wantKinds();
    for (const QString &version : apiVersionsIn(text))
        m_book.want(version.toStdString());
}

void EditorAids::apply(const session::Answers &answers)
{
    if (m_book.apply(answers) && m_request)
        suggest();
}

bool EditorAids::complete(const QString &text, int cursor, bool isAskedFor)
{
    prepare(text);
    m_request = {.text = text, .cursor = cursor, .isAskedFor = isAskedFor};
    suggest();
    return m_suggestions.count() > 0;
}

void EditorAids::suggest()
{
    m_completion = completionAt(m_request->text, m_request->cursor, m_book);
    if (!m_request->isAskedFor && m_completion.from == m_request->cursor)
        m_completion.suggestions.clear();
    std::vector<InfoRow> rows;
    for (const Suggestion &each : m_completion.suggestions)
        rows.push_back({.key = each.text, .label = each.text, .value = each.type, .note = each.description});
    m_suggestions.setRows(std::move(rows));
}

void EditorAids::forgetSuggestions()
{
    m_request.reset();
    m_suggestions.setRows({});
}

QVariantMap EditorAids::suggestion(int index) const
{
    if (index < 0 || index >= static_cast<int>(m_completion.suggestions.size()))
        return {};
    const Suggestion &chosen = m_completion.suggestions[static_cast<std::size_t>(index)];
    return {{QStringLiteral("from"), m_completion.from},
            {QStringLiteral("text"), chosen.text + (chosen.isKey ? QStringLiteral(":") : QString())}};
}

QVariantMap EditorAids::indent(const QString &text, int start, int end, bool isOut) const
{
    return toMap(indented(text, start, end, isOut));
}

QVariantMap EditorAids::enter(const QString &text, int cursor) const
{
    return toMap(newLine(text, cursor));
}

int EditorAids::lineStart(const QString &text, int line) const
{
    qsizetype at = 0;
    for (int i = 1; i < line; ++i) {
        const qsizetype end = text.indexOf(u'\n', at);
        if (end < 0)
            break;
        at = end + 1;
    }
    return static_cast<int>(at);
}

int EditorAids::find(const QString &text, const QString &what, int from, bool isBackwards) const
{
    if (what.isEmpty())
        return -1;
    if (isBackwards) {
        const qsizetype before = from > 0 ? text.lastIndexOf(what, from - 1, Qt::CaseInsensitive) : -1;
        return static_cast<int>(before >= 0 ? before : text.lastIndexOf(what, -1, Qt::CaseInsensitive));
    }
    const qsizetype next = text.indexOf(what, from, Qt::CaseInsensitive);
    return static_cast<int>(next >= 0 ? next : text.indexOf(what, 0, Qt::CaseInsensitive));
}

} // namespace minato::viewmodels
