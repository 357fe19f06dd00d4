// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <deque>

namespace minato::viewmodels {

/// Moments of the cluster's time with what happened then: what was typed, what the cluster reported, how the
/// replicas changed.
///
/// Memory    The newest kMost; of the same thing within a second only one is kept, with a number.
/// Threads   The window's.
class TimelineModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Kind { Command, Event, Warning, Replicas };
    Q_ENUM(Kind)
    enum Role { TimeRole = Qt::UserRole, ClockRole, KindRole, TextRole, DetailRole };
    struct Row {
        double time = 0;
        Kind kind = Event;
        QString key;  ///< what makes two rows the same thing
        QString text; ///< as it is in both languages; Replicas: none
        int repeats = 1;
        int desired = 0, existing = 0, ready = 0, available = 0; ///< Replicas
    };
    static constexpr int kMost = 300;

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] int count() const { return int(m_rows.size()); }
    [[nodiscard]] const std::deque<Row> &rows() const { return m_rows; }
    /// The oldest first; a row goes where its time belongs.
    void add(Row row);
    void clear();
    void retranslate();

Q_SIGNALS:
    void countChanged();

private:
    [[nodiscard]] static QString text(const Row &row);

    std::deque<Row> m_rows;
};

} // namespace minato::viewmodels
