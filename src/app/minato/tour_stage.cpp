// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour_stage.h"

#include "camera.h"
#include "lab.h"

#include <QAccessible>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QQuickItem>
#include <QQuickWindow>

namespace minato::app {
namespace {

using namespace std::chrono_literals;

/// The first visible item that says yes, parents before children.
QAccessibleInterface *findItem(QAccessibleInterface *item,
                               const std::function<bool(QAccessibleInterface &)> &isWanted)
{
    if (!item || !item->isValid() || item->state().invisible)
        return nullptr;
    if (isWanted(*item))
        return item;
    for (int i = 0; i < item->childCount(); ++i)
        if (auto *found = findItem(item->child(i), isWanted))
            return found;
    return nullptr;
}

bool press(QAccessibleInterface &item)
{
    // Not by animateClick(), which takes its time.
    if (item.object() && item.object()->inherits("QQuickAbstractButton"))
        return QMetaObject::invokeMethod(item.object(), "click");
    auto *actions = item.actionInterface();
    for (const QString &action :
         {QAccessibleActionInterface::pressAction(), QAccessibleActionInterface::toggleAction()})
        if (actions && actions->actionNames().contains(action)) {
            actions->doAction(action);
            return true;
        }
    return false;
}

} // namespace

TourStage::TourStage(TourTexts &texts, std::unique_ptr<Lab> lab) : m_texts(texts), m_lab(std::move(lab)) {}

TourStage::~TourStage() = default;

std::expected<std::unique_ptr<TourStage>, Stop> TourStage::open(const Options &options, const Words &words,
                                                                TourTexts &texts)
{
    texts.setPseudo(false);
    auto lab = Lab::make(options, words, [&texts] { return texts.makeTranslator(); });
    if (!lab)
        return std::unexpected(lab.error());
    std::unique_ptr<TourStage> stage(new TourStage(texts, *std::move(lab)));
    stage->app().preferences()->setReducedMotion(true); // pictures of what is, not of what moves
    if (auto stop = stage->m_lab->open())
        return std::unexpected(*std::move(stop));
    for (int i = 0; i < 20 && stage->window().property("isComplete") == QVariant(false); ++i)
        Camera::settle(stage->window(), 100ms); // parts come after the first frame
    stage->catchUp();
    if (!options.run.isEmpty())
        stage->run(options.run);
    return stage;
}

viewmodels::ContextListModel &TourStage::contexts()
{
    return *m_lab->workspace().contexts();
}

viewmodels::AppModel &TourStage::app()
{
    return m_lab->app();
}

QQuickWindow &TourStage::window()
{
    return m_lab->window();
}

void TourStage::note(const QString &problem)
{
    if (m_problem.isEmpty())
        m_problem = problem;
}

void TourStage::run(const QString &commands)
{
    type(commands);
    if (!m_lab->session().runUntilIdle(1h))
        note(QStringLiteral("these commands do not end: ") + commands);
    catchUp();
}

void TourStage::run(const QString &commands, base::Duration after)
{
    run(commands);
    pass(after);
}

void TourStage::type(const QString &commands)
{
    app().terminal()->runCommands(commands);
}

void TourStage::pass(base::Duration time)
{
    m_lab->session().runFor(time);
    catchUp();
}

void TourStage::press(const char *textId)
{
    QAccessibleInterface *found = withText(textId);
    if (!found || !app::press(*found))
        note(QStringLiteral("nothing to press has the text ") + QString::fromUtf8(textId));
}

void TourStage::reach(const char *textId)
{
    QAccessibleInterface *found = withText(textId);
    auto *item = found ? qobject_cast<QQuickItem *>(found->object()) : nullptr;
    if (!item)
        return note(QStringLiteral("nothing to reach has the text ") + QString::fromUtf8(textId));
    item->forceActiveFocus(Qt::TabFocusReason);
    settle();
}

QAccessibleInterface *TourStage::withText(const char *textId)
{
    settle(); // what a step before has brought
    const QRegularExpression name = m_texts.patternOf(textId);
    return findItem(QAccessible::queryAccessibleInterface(&window()), [&](QAccessibleInterface &item) {
        return item.actionInterface() && name.match(item.text(QAccessible::Name)).hasMatch();
    });
}

void TourStage::key(QKeyCombination keys)
{
    for (const auto type : {QEvent::ShortcutOverride, QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent event(type, keys.key(), keys.keyboardModifiers());
        QCoreApplication::sendEvent(&window(), &event);
    }
}

void TourStage::show(const TourView &view)
{
    auto *preferences = app().preferences();
    const bool isPseudo = view.language == u"pseudo";
    m_texts.setPseudo(isPseudo);
    preferences->setLanguage(isPseudo ? QStringLiteral("en") : view.language);
    if (isPseudo)
        m_lab->learner().loadTexts();
    preferences->setTheme(viewmodels::themeNamed(view.theme));
    preferences->setTextScale(view.textScale);
    window().resize(view.size);
    settle();
}

void TourStage::bringUp(const QStringList &panes)
{
    for (const QString &pane : panes)
        app().layout()->show(pane);
    settle();
}

void TourStage::catchUp()
{
    settle(); // what is queued comes first
    app().traffic()->flush();
}

void TourStage::settle()
{
    // A frame that is due comes within 5 ms, and before a longer timer, however busy the machine is.
    Camera::settle(window(), 30ms);
}

} // namespace minato::app
