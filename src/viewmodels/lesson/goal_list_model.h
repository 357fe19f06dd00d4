// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/state.h"
#include "viewmodels/lesson/lesson_content.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace minato::viewmodels {

/// The goals of a step with their state and the hints that the reader has asked for.
class GoalListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(int count READ count NOTIFY progressChanged)
    Q_PROPERTY(int doneCount READ doneCount NOTIFY progressChanged)
    Q_PROPERTY(bool isAllDone READ isAllDone NOTIFY progressChanged)

public:
    /// The order is session::GoalProgress::State's.
    enum State { Unmet, Waiting, Done };
    Q_ENUM(State)
    enum Role { HtmlRole = Qt::UserRole, StateRole, StateTextRole, NameRole, HintsRole, HasMoreHintsRole };

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return rowCount(); }
    [[nodiscard]] int doneCount() const;
    [[nodiscard]] bool isAllDone() const { return count() > 0 && doneCount() == count(); }

    void show(const LessonContent::Page &page);
    /// True when a goal was reached by this.
    bool apply(const std::vector<session::GoalProgress> &progress);
    /// One hint more.
    Q_INVOKABLE void showHint(int row);
    void retranslate();

Q_SIGNALS:
    void progressChanged();

private:
    struct Row {
        LessonContent::Goal goal;
        State state = Unmet;
        int hints = 0; ///< shown
    };
    [[nodiscard]] static QString stateText(State state);

    QString m_page;
    std::vector<Row> m_rows;
};

} // namespace minato::viewmodels
