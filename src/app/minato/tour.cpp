// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour.h"

#include "camera.h"
#include "lab.h"
#include "tour_scenes.h"
#include "tour_stage.h"
#include "window_texts.h"

#include <QAccessible>
#include <QDir>
#include <QQuickWindow>

#include <algorithm>

namespace minato::app {
namespace {

struct Size {
    int width, height;
    double textScale;
};
constexpr Size kSizes[] = {{1024, 700, 1}, {1280, 800, 1}, {1920, 1080, 1}, {1280, 800, 2}};

/// High contrast is the dark theme with other colours and borders: one size shows it.
QStringList themesOf(const Size &size, const Options &options)
{
    QStringList themes{QStringLiteral("light")};
    if (options.checksTexts) // texts take the same room in every theme
        return themes;
    themes += QStringLiteral("dark");
    if (size.width == 1280 && size.textScale == 1)
        themes += QStringLiteral("contrast");
    return themes;
}

/// In this order, so that little changes from one to the next.
std::vector<TourView> viewsOf(const QString &scene, const Options &options)
{
    std::vector<TourView> views;
    for (const Size &size : kSizes)
        for (const QString &language : options.tourLanguages)
            for (const QString &theme : themesOf(size, options))
                views.push_back({scene, language, theme, {size.width, size.height}, size.textScale});
    return views;
}

} // namespace

Tour::Tour(const Options &options, const Words &words)
    : m_options(options), m_words(words), m_only(options.tourOnly), m_report(options.screenshotTour)
{
}

int Tour::run()
{
    QAccessible::setActive(true); // before the first window: else what is made earlier has no names
    if (!m_options.screenshotTour.isEmpty() && !QDir().mkpath(m_options.screenshotTour))
        //: %1: a folder.
        //% "cannot make the folder %1"
        return tell("minato", {m_words(QT_TRID_NOOP("lab.folder")).arg(m_options.screenshotTour)});
    const auto pages = pagesOfLesson();
    if (!pages)
        return tell("minato", pages.error());
    for (const TourScene &scene : tourScenes(m_options.lesson, *pages))
        if (const auto stop = visit(scene))
            return tell("minato", *stop);
    if (m_report.viewCount() == 0)
        //: %1: what was asked for, a regular expression.
        //% "no scene of the tour matches %1"
        return tell("minato", {m_words(QT_TRID_NOOP("lab.tour-nothing")).arg(m_options.tourOnly)});
    if (const auto file = m_report.writeIndex())
        return tell("minato", {m_words(QT_TRID_NOOP("lab.tour-write")).arg(*file)});
    m_report.print();
    if (m_options.checksTexts && m_report.faultCount() > 0)
        //: %1: a number.
        //% "texts that have no room: %1"
        return tell("minato", {m_words(QT_TRID_NOOP("lab.tour-faults")).arg(m_report.faultCount())});
    return 0;
}

std::expected<QStringList, Stop> Tour::pagesOfLesson()
{
    auto lab = Lab::make(m_options, m_words);
    if (!lab)
        return std::unexpected(lab.error());
    auto *lesson = (*lab)->app().lesson();
    QStringList pages;
    for (int page = 0; page < lesson->pageCount(); ++page) {
        lesson->setPage(page);
        pages += lesson->pageId();
    }
    return pages;
}

Stop Tour::broken(const TourScene &scene, const QString &problem) const
{
    //: %1: a scene of the tour. %2: what is wrong with it, in English.
    //% "scene %1 of the tour cannot be played: %2"
    return {m_words(QT_TRID_NOOP("lab.tour-broken")).arg(scene.id, problem)};
}

std::optional<Stop> Tour::visit(const TourScene &scene)
{
    auto views = viewsOf(scene.id, m_options);
    std::erase_if(views, [this](const TourView &view) { return !isWanted(view.name()); });
    if (views.empty() || (m_options.checksTexts && !scene.hasTextsOfItsOwn))
        return std::nullopt;
    Options options = m_options;
    options.language = QStringLiteral("en");
    options.theme = QStringLiteral("light");
    options.size = QSize(1280, 800);
    options.lesson = scene.lesson;
    options.step = scene.page;
    auto stage = TourStage::open(options, m_words, m_texts);
    if (!stage)
        return stage.error();
    const QStringList available = (*stage)->app().layout()->available();
    if (!std::ranges::all_of(scene.panes, [&](const QString &pane) { return available.contains(pane); }))
        return std::nullopt;
    if (scene.play)
        scene.play(**stage);
    for (const TourView &view : views) {
        if (!(*stage)->problem().isEmpty())
            return broken(scene, (*stage)->problem());
        if (auto stop = look(**stage, scene, view))
            return stop;
    }
    return std::nullopt;
}

std::optional<Stop> Tour::look(TourStage &stage, const TourScene &scene, const TourView &view)
{
    stage.show(view);
    stage.bringUp(scene.panes);
    if (scene.playAgain)
        scene.playAgain(stage);
    const auto faults = textFaults(stage.window(), true);
    if (m_options.checksTexts) {
        m_report.add(view, faults);
        return std::nullopt;
    }
    const QString picture = m_report.pictureFile(view);
    if (!QDir().mkpath(QFileInfo(picture).path()))
        return Stop{m_words(QT_TRID_NOOP("lab.folder")).arg(QFileInfo(picture).path())};
    if (auto stop = Camera::take(stage.window(), picture, m_words))
        return stop;
    if (const auto file = m_report.writePage(view, seenItems(stage.window()), faults, m_texts))
        //: %1: a file.
        //% "cannot write %1"
        return Stop{m_words(QT_TRID_NOOP("lab.tour-write")).arg(*file)};
    m_report.add(view, faults);
    return std::nullopt;
}

} // namespace minato::app
