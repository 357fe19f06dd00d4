// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

#include <algorithm>
#include <utility>
#include <vector>

namespace minato::viewmodels {

/// A list model over a sorted vector of rows with unique keys, changed row by row and never reset: a view
/// keeps its delegates, so that what appears, moves and goes can be animated.
///
/// Row needs `key()` (unique, equality), `operator<` (a total order that does not change for a key) and `==`.
template <class Row>
class SortedRows {
public:
    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }
    [[nodiscard]] int size() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] const Row &at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

    template <class Key>
    [[nodiscard]] int find(const Key &key) const
    {
        const auto it = std::ranges::find_if(m_rows, [&](const Row &row) { return row.key() == key; });
        return it == m_rows.end() ? -1 : static_cast<int>(it - m_rows.begin());
    }
    /// Where it would be inserted.
    [[nodiscard]] int position(const Row &row) const
    {
        return static_cast<int>(std::lower_bound(m_rows.begin(), m_rows.end(), row) - m_rows.begin());
    }
    void insert(int row, Row value) { m_rows.insert(m_rows.begin() + row, std::move(value)); }
    void erase(int row) { m_rows.erase(m_rows.begin() + row); }
    [[nodiscard]] Row &edit(int row) { return m_rows[static_cast<std::size_t>(row)]; }

private:
    std::vector<Row> m_rows;
};

/// A list model of such rows; the roles are the derived class's.
template <class Row>
class RowModel : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : m_rows.size();
    }
    [[nodiscard]] const SortedRows<Row> &rows() const { return m_rows; }

    /// Adds the row or replaces the one with its key.
    void upsert(Row row)
    {
        const int known = m_rows.find(row.key());
        if (known < 0) {
            const int at = m_rows.position(row);
            beginInsertRows({}, at, at);
            m_rows.insert(at, std::move(row));
            endInsertRows();
        } else if (!(m_rows.at(known) == row)) {
            m_rows.edit(known) = std::move(row);
            Q_EMIT dataChanged(index(known), index(known));
        }
    }
    template <class Key>
    void remove(const Key &key)
    {
        if (const int row = m_rows.find(key); row >= 0)
            removeAt(row);
    }
    /// Makes the rows these, which are in order and in which each key is once; what stays the same is left
    /// alone. Quicker than upsert() row by row, which looks for each.
    void setRows(std::vector<Row> rows)
    {
        int at = 0;
        for (Row &row : rows) {
            while (at < m_rows.size() && m_rows.at(at) < row)
                removeAt(at);
            if (at == m_rows.size() || row < m_rows.at(at)) {
                beginInsertRows({}, at, at);
                m_rows.insert(at, std::move(row));
                endInsertRows();
            } else if (!(m_rows.at(at) == row)) {
                m_rows.edit(at) = std::move(row);
                Q_EMIT dataChanged(index(at), index(at));
            }
            ++at;
        }
        while (at < m_rows.size())
            removeAt(m_rows.size() - 1);
    }
    /// Edits a row in place; `edit` gives false when nothing changed.
    template <class Key, class Edit>
    void change(const Key &key, Edit edit)
    {
        const int row = m_rows.find(key);
        if (row >= 0 && edit(m_rows.edit(row)))
            Q_EMIT dataChanged(index(row), index(row));
    }
    /// All texts may have changed with the language.
    void retranslateRows()
    {
        if (m_rows.size() > 0)
            Q_EMIT dataChanged(index(0), index(m_rows.size() - 1));
    }

private:
    void removeAt(int row)
    {
        beginRemoveRows({}, row, row);
        m_rows.erase(row);
        endRemoveRows();
    }

    SortedRows<Row> m_rows;
};

} // namespace minato::viewmodels
