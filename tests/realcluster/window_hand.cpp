// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "realcluster/window_hand.h"

#include "app/minato/camera.h"

#include <QAccessible>
#include <QDeadlineTimer>
#include <QDir>
#include <QEventLoop>
#include <QQuickWindow>
#include <QTimer>

#include <cstdio>
#include <print>

namespace minato::tests {
namespace {

using namespace std::chrono_literals;

constexpr auto kPatience = 180s;

/// The first thing to press whose name begins so.
QAccessibleInterface *find(QAccessibleInterface *item, const QString &name)
{
    if (!item || item->state().invisible)
        return nullptr;
    if (item->actionInterface() && item->text(QAccessible::Name).startsWith(name))
        return item;
    for (int i = 0; i < item->childCount(); ++i) {
        if (auto *found = find(item->child(i), name))
            return found;
    }
    return nullptr;
}

} // namespace

std::unique_ptr<WindowHand> WindowHand::open(const QString &kubeconfig, const QString &context,
                                             const QString &folder, const QString &language)
{
    app::Options options;
    options.isReal = options.isLessonGiven = true;
    options.kubeconfig = kubeconfig;
    options.context = context;
    options.language = language;
    options.theme = QStringLiteral("light");
    options.size = QSize(1280, 800);
    options.progress = folder + QStringLiteral("/progress.json");
    QDir().mkpath(folder);
    QFile::remove(options.progress);
    QAccessible::setActive(true);
    std::unique_ptr<WindowHand> hand(new WindowHand(folder, language));
    auto lab = app::Lab::make(options, hand->m_words);
    if (!lab) {
        app::tell("window_hand", lab.error());
        return nullptr;
    }
    hand->m_lab = *std::move(lab);
    if (const auto stop = hand->m_lab->open()) {
        app::tell("window_hand", *stop);
        return nullptr;
    }
    return hand;
}

bool WindowHand::wait(const std::string &what, const std::function<bool()> &condition)
{
    for (const QDeadlineTimer end(kPatience); !condition();) {
        if (end.hasExpired()) {
            std::println(stderr, "waited in vain for {}", what);
            return false;
        }
        QEventLoop events; // processEvents() with a time would not sleep
        QTimer::singleShot(20ms, &events, &QEventLoop::quit);
        events.exec();
    }
    return true;
}

bool WindowHand::press(const QString &name)
{
    app::Camera::settle(m_lab->window(), 200ms);
    auto *item = find(QAccessible::queryAccessibleInterface(&m_lab->window()), name);
    if (item && item->object())
        return QMetaObject::invokeMethod(item->object(), "click");
    std::println(stderr, "nothing to press is called {}", name.toStdString());
    return false;
}

bool WindowHand::type(const std::string &line)
{
    auto &terminal = *m_lab->app().terminal();
    terminal.runCommands(QString::fromStdString(line));
    return wait(line, [&terminal] { return !terminal.isBusy(); });
}

void WindowHand::picture(const std::string &name)
{
    for (const char *language : {"en", "ja"}) {
        speak(QString::fromLatin1(language));
        app::Camera::settle(m_lab->window(), 300ms);
        const QString file = QStringLiteral("%1/%2-%3.png")
                                 .arg(m_folder, QString::fromStdString(name), QLatin1String(language));
        if (const auto stop = app::Camera::take(m_lab->window(), file, m_words))
            std::println(stderr, "{}", stop->text.toStdString());
    }
    speak(m_language);
}

std::pair<QString, QString> WindowHand::inBoth(const std::function<QString()> &text)
{
    speak(QStringLiteral("en"));
    const QString english = text();
    speak(QStringLiteral("ja"));
    const QString japanese = text();
    speak(m_language);
    return {english, japanese};
}

void WindowHand::speak(const QString &language)
{
    m_lab->learner().preferences.setLanguage(language);
}

} // namespace minato::tests
