// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/lesson/progress_keeper.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace minato::viewmodels {
namespace {

QString path(const std::string &file)
{
    return QDir::toNativeSeparators(QString::fromStdString(file));
}

} // namespace

ProgressKeeper::ProgressKeeper(const QString &file, QObject *parent, Clock clock)
    : QObject(parent), m_clock(std::move(clock))
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

std::optional<ProgressKeeper::Latest> ProgressKeeper::latest() const
{
    const auto &pages = m_progress.currentStep;
    const auto time = [this](const std::string &lesson) {
        const auto at = m_progress.openedAt.find(lesson);
        return at == m_progress.openedAt.end() ? 0 : at->second;
    };
    const auto last = std::ranges::max_element(pages, {}, [&](const auto &page) { return time(page.first); });
    if (last == pages.end())
        return std::nullopt;
    const auto seconds = time(last->first);
    return Latest{.lesson = QString::fromStdString(last->first),
                  .page = QString::fromStdString(last->second),
                  .at = seconds == 0 ? QDateTime() : QDateTime::fromSecsSinceEpoch(seconds)};
}

std::int64_t ProgressKeeper::stamp() const
{
    std::int64_t stamp = now().toSecsSinceEpoch();
    for (const auto &[lesson, time] : m_progress.openedAt)
        stamp = std::max(stamp, time + 1);
    return stamp;
}

void ProgressKeeper::noteOpened(const QString &lesson)
{
    if (lesson.isEmpty())
        return;
    m_progress.openedAt[lesson.toStdString()] = stamp();
    save();
}

void ProgressKeeper::reset()
{
    m_progress = {};
    save();
}

void ProgressKeeper::setPage(const QString &lesson, const QString &page)
{
    if (lesson.isEmpty())
        return; // free play
    std::string &known = m_progress.currentStep[lesson.toStdString()];
    if (known == page.toStdString())
        return;
    known = page.toStdString();
    m_progress.openedAt[lesson.toStdString()] = stamp();
    save();
}

void ProgressKeeper::finish(const QString &lesson, const QString &step)
{
    if (!lesson.isEmpty() && m_progress.finishedSteps[lesson.toStdString()].insert(step.toStdString()).second)
        save();
}

void ProgressKeeper::save()
{
    Q_EMIT changed();
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
