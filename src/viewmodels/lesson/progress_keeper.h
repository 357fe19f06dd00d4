// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/progress.h"

#include <QObject>
#include <QString>

#include <optional>
#include <set>

namespace minato::viewmodels {

/// Remembers the learner's way through lessons from one start of the program to the next.
///
/// Errors    A file that cannot be read or written is told by problem(); the lab goes on without it.
class ProgressKeeper : public QObject {
    Q_OBJECT

public:
    /// An empty file name: nothing is read or kept (pictures, tests).
    explicit ProgressKeeper(const QString &file = {}, QObject *parent = nullptr);

    /// The page of a lesson that was open last; empty when it has not been opened yet.
    [[nodiscard]] QString page(const QString &lesson) const;
    [[nodiscard]] std::set<QString> finishedSteps(const QString &lesson) const;
    void setPage(const QString &lesson, const QString &page);
    void finish(const QString &lesson, const QString &step);

    /// What went wrong, as a sentence in the learner's language; empty when nothing did.
    [[nodiscard]] QString problem() const;
    /// The learner has read it.
    void dismissProblem();

Q_SIGNALS:
    void problemChanged();

private:
    void save();
    [[nodiscard]] QString damageText() const;

    std::optional<lessons::ProgressStore> m_store;
    lessons::Progress m_progress;
    std::optional<lessons::ProgressStore::Damage> m_damage;
    std::optional<base::Diagnostic> m_failure; ///< of the last save
    bool m_isFailureRead = false;
};

} // namespace minato::viewmodels
