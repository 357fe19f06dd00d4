// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/lesson/progress_keeper.h"

#include <QCoreApplication>
#include <QDir>

namespace minato::viewmodels {
namespace {

QString path(const std::string &file)
{
    return QDir::toNativeSeparators(QString::fromStdString(file));
}

} // namespace

ProgressKeeper::ProgressKeeper(const QString &file, QObject *parent) : QObject(parent)
{
    if (file.isEmpty())
        return;
    m_store.emplace(file.toStdString());
    auto loaded = m_store->load();
    m_progress = std::move(loaded.progress);
    m_damage = std::move(loaded.damage);
}

QString ProgressKeeper::page(const QString &lesson) const
{
    const auto page = m_progress.currentStep.find(lesson.toStdString());
    return page == m_progress.currentStep.end() ? QString() : QString::fromStdString(page->second);
}

std::set<QString> ProgressKeeper::finishedSteps(const QString &lesson) const
{
    std::set<QString> ids;
    if (const auto steps = m_progress.finishedSteps.find(lesson.toStdString());
        steps != m_progress.finishedSteps.end())
        for (const std::string &id : steps->second)
            ids.insert(QString::fromStdString(id));
    return ids;
}

void ProgressKeeper::setPage(const QString &lesson, const QString &page)
{
    std::string &known = m_progress.currentStep[lesson.toStdString()];
    if (known == page.toStdString())
        return;
    known = page.toStdString();
    save();
}

void ProgressKeeper::finish(const QString &lesson, const QString &step)
{
    if (m_progress.finishedSteps[lesson.toStdString()].insert(step.toStdString()).second)
        save();
}

void ProgressKeeper::save()
{
    if (!m_store)
        return;
    auto failure = m_store->save(m_progress);
    if (failure == m_failure)
        return;
    m_failure = std::move(failure);
    m_isFailureRead = false;
    Q_EMIT problemChanged();
}

QString ProgressKeeper::damageText() const
{
    if (m_damage->keptAs.empty())
        //: A notice at the top of the window. %1: a file, %2: why, technical, in English.
        //% "The record of your progress, %1, cannot be read (%2). It stays where it is, and nothing is saved until it is moved away."
        return qtTrId("progress.damaged.stuck")
            .arg(path(m_damage->file), QString::fromStdString(m_damage->reason));
    if (m_damage->isCopyUsed)
        //: A notice at the top of the window. %1: a file, %2: its new name, %3: why, technical, in English.
        //% "The record of your progress, %1, cannot be read (%3). It was renamed to %2, and the copy before it is in use: the last step may be missing."
        return qtTrId("progress.damaged.restored")
            .arg(path(m_damage->file), path(m_damage->keptAs), QString::fromStdString(m_damage->reason));
    //: A notice at the top of the window. %1: a file, %2: its new name, %3: why, technical, in English.
    //% "The record of your progress, %1, cannot be read (%3). It was renamed to %2, and a new one begins."
    return qtTrId("progress.damaged.anew")
        .arg(path(m_damage->file), path(m_damage->keptAs), QString::fromStdString(m_damage->reason));
}

QString ProgressKeeper::problem() const
{
    if (m_damage)
        return damageText();
    if (m_failure && !m_isFailureRead)
        //: A notice at the top of the window. %1: a file, %2: why, technical, in English.
        //% "Your progress cannot be saved in %1 (%2)."
        return qtTrId("progress.not-saved")
            .arg(path(m_failure->file), QString::fromStdString(m_failure->message));
    return {};
}

void ProgressKeeper::dismissProblem()
{
    m_damage.reset();
    m_isFailureRead = true;
    Q_EMIT problemChanged();
}

} // namespace minato::viewmodels
