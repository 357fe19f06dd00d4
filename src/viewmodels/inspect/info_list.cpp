// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/inspect/info_list.h"

#include <algorithm>

namespace minato::viewmodels {

QVariant InfoList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const InfoRow &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case KeyRole:
        return row.key;
    case LabelRole:
    case Qt::DisplayRole:
        return row.label;
    case ValueRole:
        return row.value;
    case NoteRole:
        return row.note;
    case GlyphRole:
        return row.glyph;
    case TimeRole:
        return row.time;
    case SpanRole:
        return row.span;
    case KindRole:
        return row.kind;
    case NsRole:
        return row.ns;
    case NameRole:
        return row.name;
    case PairsRole:
        return row.pairs;
    case RawRole:
        return row.raw;
    case ToneRole:
        return static_cast<int>(row.tone);
    case LevelRole:
        return row.level;
    case IsOpenRole:
        return row.isOpen;
    case IsFoldableRole:
        return row.isFoldable;
    default:
        return {};
    }
}

QHash<int, QByteArray> InfoList::roleNames() const
{
    return {
        {KeyRole, "key"},     {LabelRole, "label"}, {ValueRole, "value"},   {NoteRole, "note"},
        {GlyphRole, "glyph"}, {TimeRole, "time"},   {SpanRole, "span"},     {KindRole, "kind"},
        {NsRole, "ns"},       {NameRole, "name"},   {PairsRole, "pairs"},   {RawRole, "raw"},
        {ToneRole, "tone"},   {LevelRole, "level"}, {IsOpenRole, "isOpen"}, {IsFoldableRole, "isFoldable"}};
}

void InfoList::setRows(std::vector<InfoRow> rows)
{
    const auto sameKey = [](const InfoRow &a, const InfoRow &b) { return a.key == b.key; };
    const auto head = std::ranges::mismatch(m_rows, rows, sameKey);
    const auto begin = static_cast<int>(head.in1 - m_rows.begin());
    int oldEnd = static_cast<int>(m_rows.size()), newEnd = static_cast<int>(rows.size());
    while (
        oldEnd > begin && newEnd > begin &&
        sameKey(m_rows[static_cast<std::size_t>(oldEnd - 1)], rows[static_cast<std::size_t>(newEnd - 1)])) {
        --oldEnd;
        --newEnd;
    }
    const bool hasCountChanged = m_rows.size() != rows.size();
    if (oldEnd > begin) {
        beginRemoveRows({}, begin, oldEnd - 1);
        m_rows.erase(m_rows.begin() + begin, m_rows.begin() + oldEnd);
        endRemoveRows();
    }
    if (newEnd > begin) {
        beginInsertRows({}, begin, newEnd - 1);
        m_rows.insert(m_rows.begin() + begin, rows.begin() + begin, rows.begin() + newEnd);
        endInsertRows();
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i] == rows[i])
            continue;
        m_rows[i] = std::move(rows[i]);
        Q_EMIT dataChanged(index(static_cast<int>(i)), index(static_cast<int>(i)));
    }
    if (hasCountChanged)
        Q_EMIT countChanged();
}

} // namespace minato::viewmodels
