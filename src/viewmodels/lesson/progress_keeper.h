// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/progress.h"

#include <QDateTime>
#include <QObject>
#include <QString>

#include <functional>
#include <optional>
#include <set>

namespace minato::viewmodels {

/// Remembers the learner's way through lessons from one start of the program to the next.
///
/// Errors    A file that cannot be read or written is told by problem(); the lab goes on without it.
class ProgressKeeper : public QObject {
    Q_OBJECT

public:
    using Clock = std::function<QDateTime()>;
    /// An empty file name: nothing is read or kept (pictures, tests).
    explicit ProgressKeeper(
        const QString &file = {}, QObject *parent = nullptr,
        Clock clock = [] { return QDateTime::currentDateTimeUtc(); });

    /// The page of a lesson that was open last; empty when it has not been opened yet.
    [[nodiscard]] QString page(const QString &lesson) const;
    [[nodiscard]] std::set<QString> finishedSteps(const QString &lesson) const;
    /// Where the learner was last, over all lessons.
    struct Latest {
        QString lesson, page;
        QDateTime at; ///< invalid: an older program did not write it down
    };
    [[nodiscard]] std::optional<Latest> latest() const;
    [[nodiscard]] QDateTime now() const { return m_clock(); }

    /// The learner takes a lesson up again.
    void noteOpened(const QString &lesson);
    void setPage(const QString &lesson, const QString &page);
    void finish(const QString &lesson, const QString &step);
    /// Forgets everything; the file from before stays beside it as FILE.bak.
    void reset();
    [[nodiscard]] bool isEmpty() const { return m_progress == lessons::Progress(); }

    /// What went wrong, as a sentence in the learner's language; empty when nothing did.
    [[nodiscard]] QString problem() const;
    /// The learner has read it.
    void dismissProblem();

Q_SIGNALS:
    /// Something was learned, or forgotten.
    void changed();
    void problemChanged();

private:
    /// Now, but later than all before: clocks are put back, and a second is long.
    [[nodiscard]] std::int64_t stamp() const;
    void save();
    [[nodiscard]] QString damageText() const;

    Clock m_clock;
    std::optional<lessons::ProgressStore> m_store;
    lessons::Progress m_progress;
    std::optional<lessons::ProgressStore::Damage> m_damage;
    std::optional<base::Diagnostic> m_failure; ///< of the last save
    bool m_isFailureRead = false;
};

} // namespace minato::viewmodels
