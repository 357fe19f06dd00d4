// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

#include <algorithm>
#include <memory>
#include <ranges>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace minato::viewmodels {

/// Rows with unique keys in a total order.
///
/// Row needs `key()` (a text), `operator<` (a total order, unequal for different keys) and `==`.
///
/// Cost      A look-up by key costs a few comparisons, however many rows there are.
template <class Row>
class SortedRows {
public:
    [[nodiscard]] auto rows() const
    {
        return m_rows | std::views::transform([](const auto &row) -> const Row & { return *row; });
    }
    [[nodiscard]] int size() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] const Row &at(int row) const { return *m_rows[static_cast<std::size_t>(row)]; }

    /// -1: none.
    [[nodiscard]] int find(const std::string &key) const
    {
        const auto known = m_byKey.find(key);
        return known == m_byKey.end() ? -1 : position(*known->second);
    }
    /// Where it stands, or would be inserted.
    [[nodiscard]] int position(const Row &row) const
    {
        const auto isBefore = [](const auto &a, const Row &b) { return *a < b; };
        return static_cast<int>(std::lower_bound(m_rows.begin(), m_rows.end(), row, isBefore) -
                                m_rows.begin());
    }
    void insert(int row, Row value)
    {
        auto owned = std::make_unique<Row>(std::move(value));
        m_byKey.emplace(owned->key(), owned.get());
        m_rows.insert(m_rows.begin() + row, std::move(owned));
    }
    void erase(int row)
    {
        m_byKey.erase(at(row).key());
        m_rows.erase(m_rows.begin() + row);
    }
    /// Key and place are those of the row before.
    void replace(int row, Row value) { *m_rows[static_cast<std::size_t>(row)] = std::move(value); }
    void assign(std::vector<Row> sorted)
    {
        m_rows.clear();
        m_byKey.clear();
        for (Row &row : sorted)
            insert(size(), std::move(row));
    }

private:
    std::vector<std::unique_ptr<Row>> m_rows;
    std::unordered_map<std::string, const Row *> m_byKey;
};

/// A list model of such rows, changed row by row: a view keeps its delegates, so that what appears, moves and goes can
/// be animated. The roles are the derived class's.
template <class Row>
class RowModel : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;
    /// assign() tells more rows that come and go than these as one change.
    static constexpr std::size_t kRowByRow = 128;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : m_rows.size();
    }
    [[nodiscard]] const SortedRows<Row> &rows() const { return m_rows; }

    /// Adds the row or replaces the one with its key.
    void upsert(Row row)
    {
        const int known = m_rows.find(row.key());
        if (known >= 0 && isSamePlace(m_rows.at(known), row)) {
            if (m_rows.at(known) == row)
                return;
            m_rows.replace(known, std::move(row));
            Q_EMIT dataChanged(index(known), index(known));
            return;
        }
        if (known >= 0)
            removeAt(known);
        const int at = m_rows.position(row);
        beginInsertRows({}, at, at);
        m_rows.insert(at, std::move(row));
        endInsertRows();
    }
    void remove(const std::string &key)
    {
        if (const int row = m_rows.find(key); row >= 0)
            removeAt(row);
    }
    /// Makes these the rows, whatever there was.
    void assign(std::vector<Row> wanted)
    {
        std::sort(wanted.begin(), wanted.end());
        std::vector<std::string> gone;
        for (const Row &row : m_rows.rows())
            if (const auto same = std::lower_bound(wanted.begin(), wanted.end(), row);
                same == wanted.end() || same->key() != row.key())
                gone.push_back(row.key());
        const std::size_t stay = static_cast<std::size_t>(m_rows.size()) - gone.size();
        if (gone.size() + wanted.size() - stay > kRowByRow) {
            beginResetModel();
            m_rows.assign(std::move(wanted));
            endResetModel();
            return;
        }
        for (const std::string &key : gone)
            remove(key);
        for (Row &row : wanted)
            upsert(std::move(row));
    }
    /// All texts may have changed with the language.
    void retranslateRows()
    {
        if (m_rows.size() > 0)
            Q_EMIT dataChanged(index(0), index(m_rows.size() - 1));
    }

private:
    static bool isSamePlace(const Row &a, const Row &b) { return !(a < b) && !(b < a); }
    void removeAt(int row)
    {
        beginRemoveRows({}, row, row);
        m_rows.erase(row);
        endRemoveRows();
    }

    SortedRows<Row> m_rows;
};

} // namespace minato::viewmodels
