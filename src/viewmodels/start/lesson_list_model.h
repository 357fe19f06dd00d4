// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/lesson/lesson_content.h"
#include "viewmodels/lesson/progress_keeper.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace minato::viewmodels {

/// The lessons that there are, as cards: what each is about and how far the learner is.
///
/// Cost      A lesson's text is cut into blocks when the list is first looked at, not when it is set.
class LessonListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        LessonIdRole = Qt::UserRole,
        TitleRole,
        SubtitleRole,
        NameRole,
        SummaryRole,
        AimsRole,
        DetailsRole,
        ProgressRole,
        ShareRole,
        IsStartedRole,
        IsFinishedRole
    };

    explicit LessonListModel(const ProgressKeeper &progress, QObject *parent = nullptr)
        : QAbstractListModel(parent), m_progress(progress)
    {
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return rowCount(); }

    void setLessons(std::vector<LessonSource> lessons, const QString &language);
    void setLanguage(const QString &language);
    /// The learner has got on.
    void progressed();
    /// Null: there is none.
    [[nodiscard]] const LessonContent *find(const QString &id) const;

Q_SIGNALS:
    void countChanged();

private:
    void rowsChanged();
    [[nodiscard]] QVariant progressData(const LessonContent &lesson, int role) const;

    const ProgressKeeper &m_progress;
    std::vector<LessonSource> m_sources;
    std::vector<LessonContent> m_lessons; ///< in the language
};

/// How many steps a lesson has.
[[nodiscard]] int stepCount(const LessonContent &lesson);

} // namespace minato::viewmodels
