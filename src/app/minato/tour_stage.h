// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/stop.h"
#include "base/instant.h"
#include "options.h"
#include "tour_report.h"
#include "tour_texts.h"

#include <QKeyCombination>
#include <QStringList>

#include <expected>
#include <functional>
#include <memory>

class QQuickWindow;

namespace minato::viewmodels {
class AppModel;
class ContextListModel;
} // namespace minato::viewmodels

class QAccessibleInterface;

namespace minato::app {

class Lab;

/// A lab of its own that a scene of the tour is played in: English, light, 1280×800, its cluster's time
/// standing still unless a step lets it pass.
///
/// Texts     Steps name buttons and tabs by the ids of their texts, so that they work in every language.
/// Errors    A step that cannot be done is noted; problem() says which. Later ones are not tried.
class TourStage {
public:
    [[nodiscard]] static std::expected<std::unique_ptr<TourStage>, Stop>
    open(const Options &options, const Words &words, TourTexts &texts);
    ~TourStage();

    [[nodiscard]] viewmodels::ContextListModel &contexts();
    [[nodiscard]] viewmodels::AppModel &app();
    [[nodiscard]] QQuickWindow &window();
    [[nodiscard]] const QString &problem() const { return m_problem; }

    /// Runs commands in the terminal to their end.
    void run(const QString &commands);
    /// Runs commands, and so much of the cluster's time after they have ended.
    void run(const QString &commands, base::Duration after);
    /// Hands commands to the terminal without letting time pass.
    void type(const QString &commands);
    void pass(base::Duration time);
    /// Presses what has this text, a button or a tab.
    void press(const char *textId);
    /// Gives the keyboard to what has this text, which brings it in sight.
    void reach(const char *textId);
    void key(QKeyCombination keys);

    /// Changes language, theme, size of window and text.
    void show(const TourView &view);
    /// Brings panes to the front where the window does not show all at once.
    void bringUp(const QStringList &panes);
    /// Lets the window come to rest.
    void settle();

private:
    TourStage(TourTexts &texts, std::unique_ptr<Lab> lab);
    void note(const QString &problem);
    [[nodiscard]] QAccessibleInterface *withText(const char *textId);
    /// What models put off, so as not to change too often, comes now: else pictures would hang on the clock.
    void catchUp();

    TourTexts &m_texts;
    std::unique_ptr<Lab> m_lab;
    QString m_problem;
};

} // namespace minato::app
