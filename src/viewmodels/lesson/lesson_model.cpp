// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/lesson/lesson_model.h"

#include "viewmodels/lesson/phrases.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>

#include <algorithm>

namespace minato::viewmodels {

LessonModel::LessonModel(session::CommandSink commands, QObject *parent)
    : QObject(parent), m_commands(std::move(commands))
{
}

QString LessonModel::title() const
{
    const QString whole = wholeTitle();
    return isFirst() ? whole.section(QStringLiteral(": "), 0, 0) : whole;
}

QString LessonModel::subtitle() const
{
    return isFirst() ? wholeTitle().section(QStringLiteral(": "), 1) : QString();
}

QString LessonModel::wholeTitle() const
{
    return m_content.pages.empty()
               ? QString()
               : keepPhrases(inlineHtml(m_content.pages[static_cast<std::size_t>(m_page)].title));
}

QStringList LessonModel::pageTitles() const
{
    QStringList titles;
    for (const auto &page : m_content.pages)
        titles += plainText(inlineHtml(page.title.isEmpty() ? m_content.title : page.title));
    return titles;
}

QString LessonModel::lessonTitle() const
{
    return inlineHtml(m_content.title);
}

int LessonModel::step() const
{
    return m_content.pages.empty() ? -1 : m_content.pages[static_cast<std::size_t>(m_page)].step;
}

QString LessonModel::pageId() const
{
    return m_content.pages.empty() ? QString() : m_content.pages[static_cast<std::size_t>(m_page)].id;
}

QString LessonModel::positionText() const
{
    if (isStep()) {
        const auto steps = std::ranges::count_if(m_content.pages, [](const auto &p) { return p.step >= 0; });
        //: Where the reader is in a lesson.
        //% "Step %1 of %2"
        return qtTrId("lesson.position").arg(step() + 1).arg(steps);
    }
    if (m_content.id.isEmpty()) // free play
        return m_content.summary;
    if (isFirst())
        //: Above the first page of a lesson. %n: minutes that the lesson takes.
        //% "About %n minute(s)"
        return qtTrId("lesson.minutes", m_content.minutes);
    //: Above the last page of a lesson.
    //% "Summary"
    return qtTrId("lesson.summary");
}

QList<bool> LessonModel::donePages() const
{
    QList<bool> done;
    for (const auto &page : m_content.pages)
        done += page.step >= 0 ? m_doneSteps.contains(page.id) : done.size() < m_page;
    return done;
}

void LessonModel::open(LessonSource source, const QString &language, const QString &stepId)
{
    m_source = std::move(source);
    m_language = language;
    load();
    const auto page = std::ranges::find(m_content.pages, stepId, &LessonContent::Page::id);
    m_page = page == m_content.pages.end() ? 0 : static_cast<int>(page - m_content.pages.begin());
    showPage();
}

void LessonModel::setLanguage(const QString &language)
{
    m_language = language;
    if (!m_source)
        return;
    load();
    m_page = std::clamp(m_page, 0, std::max(0, pageCount() - 1));
    showPage();
}

void LessonModel::load()
{
    m_content = m_source(m_language);
    m_otherContent = m_isBilingual ? m_source(isJapanese() ? QStringLiteral("en") : QStringLiteral("ja"))
                                   : LessonContent();
}

void LessonModel::setBilingual(bool isBilingual)
{
    if (m_isBilingual == isBilingual)
        return;
    m_isBilingual = isBilingual;
    if (m_source) {
        load();
        showPairs();
    }
    Q_EMIT bilingualChanged();
    Q_EMIT pageChanged();
}

void LessonModel::showPairs()
{
    const auto page = static_cast<std::size_t>(m_page);
    m_otherBlocks.show(page < m_otherContent.pages.size() ? m_otherContent.pages[page]
                                                          : LessonContent::Page());
    if (m_isBilingual)
        m_pairs.setJapanese(isJapanese());
    m_pairs.rebuild();
}

QString LessonModel::otherTitle() const
{
    const auto page = static_cast<std::size_t>(m_page);
    return page < m_otherContent.pages.size() ? keepPhrases(inlineHtml(m_otherContent.pages[page].title))
                                              : QString();
}

void LessonModel::showPage()
{
    if (m_content.pages.empty())
        return;
    const auto &page = m_content.pages[static_cast<std::size_t>(m_page)];
    m_blocks.show(page);
    m_goals.show(page);
    showPairs();
    Q_EMIT pageChanged();
    Q_EMIT donePagesChanged();
}

void LessonModel::setPage(int page)
{
    if (page < 0 || page >= pageCount() || page == m_page)
        return;
    m_page = page;
    showPage();
    if (isStep())
        m_commands(session::BeginStep{static_cast<std::size_t>(step())});
}

void LessonModel::run(int row)
{
    if (const QString commands = m_blocks.run(row); !commands.isEmpty())
        Q_EMIT runRequested(commands);
}

void LessonModel::copy(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

void LessonModel::setDoneSteps(const std::set<QString> &ids)
{
    m_doneSteps = ids;
    Q_EMIT donePagesChanged();
}

void LessonModel::apply(const session::Batch &batch)
{
    if (!batch.lesson)
        return;
    if (m_isReady != batch.lesson->isReady) {
        m_isReady = batch.lesson->isReady;
        Q_EMIT readyChanged();
    }
    if (!isStep() || batch.lesson->step != static_cast<std::size_t>(step()))
        return;
    const bool wasDone = m_goals.isAllDone();
    if (!m_goals.apply(batch.lesson->goals))
        return;
    for (int i = m_goals.rowCount() - 1; i >= 0; --i) {
        const QModelIndex goal = m_goals.index(i);
        if (goal.data(GoalListModel::StateRole).toInt() == GoalListModel::Done) {
            Q_EMIT goalReached(goal.data(GoalListModel::NameRole).toString());
            break;
        }
    }
    if (!wasDone && m_goals.isAllDone()) {
        const QString id = m_content.pages[static_cast<std::size_t>(m_page)].id;
        m_doneSteps.insert(id);
        Q_EMIT donePagesChanged();
        Q_EMIT stepDone(id);
    }
}

} // namespace minato::viewmodels
