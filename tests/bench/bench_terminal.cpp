// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The terminal with a long scroll-back: from a key press to the frame that shows it, and a command that floods it.
#include "bench_lab.h"
#include "meters.h"
#include "viewmodels/terminal/terminal_item.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QKeyEvent>
#include <QQuickWindow>

#include <vector>

namespace minato::bench {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

QJsonObject summary(const std::vector<double> &values)
{
    return {{QStringLiteral("median"), median(values)},
            {QStringLiteral("p99"), percentile(values, 0.99)},
            {QStringLiteral("max"), percentile(values, 1)}};
}

void press(QQuickWindow &window, int key, Qt::KeyboardModifiers modifiers, const QString &text = {})
{
    for (const auto type : {QEvent::ShortcutOverride, QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent event(type, key, modifiers, text);
        QCoreApplication::sendEvent(&window, &event);
    }
}

QQuickItem *terminalIn(QQuickItem *item)
{
    if (qobject_cast<viewmodels::TerminalItem *>(item))
        return item;
    for (QQuickItem *child : item->childItems())
        if (QQuickItem *found = terminalIn(child))
            return found;
    return nullptr;
}

/// Milliseconds from each of so many key presses to its frame.
std::vector<double> typeKeys(QQuickWindow &window, int count)
{
    std::vector<double> delays;
    for (int i = 0; i < count; ++i) {
        const bool isBack = i % 40 == 39; // the line stays short enough to be seen
        const auto pressed = Clock::now();
        if (isBack)
            press(window, Qt::Key_U, Qt::ControlModifier);
        else
            press(window, Qt::Key_A + i % 26, {}, QString(QChar(u'a' + i % 26)));
        if (waitForFrame(window, 2s))
            delays.push_back(Milliseconds(Clock::now() - pressed).count());
        runEvents(5ms);
    }
    return delays;
}

/// Lines as kubectl prints them, each another one.
session::Batch tableOf(int lines)
{
    std::string text = "NAME                                   READY   STATUS    RESTARTS   AGE\n";
    for (int i = 0; i < lines; ++i)
        text += "kubernetes-bootcamp-6c5b8f9d7b-" + std::to_string(100'000 + i) +
                "   1/1     Running   0          4m32s\n";
    session::Batch batch;
    batch.terminal = {{.kind = session::TerminalChunk::Kind::Out, .text = std::move(text)}};
    return batch;
}

/// How long the window's thread is away while a command prints as fast as it can.
QJsonObject flood(app::Lab &lab)
{
    lab.app().time()->setSpeed(1);
    const double before = residentMiB();
    lab.app().terminal()->runCommands(QStringLiteral("yes 'as fast as it can'"));
    std::vector<double> turns;
    for (const auto end = Clock::now() + 10s; Clock::now() < end;) {
        const auto begun = Clock::now();
        runEvents(1ms);
        turns.push_back(Milliseconds(Clock::now() - begun).count());
    }
    const double after = residentMiB();
    const auto stopped = Clock::now();
    lab.app().terminal()->cancel();
    while (lab.app().terminal()->isBusy() && Clock::now() < stopped + 10s)
        runEvents(1ms);
    return {{QStringLiteral("turnMs"), summary(turns)},
            {QStringLiteral("residentGrowthMiB"), after - before},
            {QStringLiteral("stopMs"), Milliseconds(Clock::now() - stopped).count()}};
}

} // namespace

QJsonObject benchTerminal(const std::vector<int> &sizes)
{
    const auto lab = openLab({});
    QQuickWindow &window = lab->window();
    lab->app().layout()->go(QStringLiteral("terminal"));
    runEvents(1s);
    QQuickItem *item = terminalIn(window.contentItem());
    if (!item)
        qFatal("the window shows no terminal");
    window.requestActivate();
    item->forceActiveFocus(Qt::TabFocusReason);
    runEvents(100ms);
    QJsonArray all;
    for (const int lines : sizes) {
        lab->app().terminal()->clear();
        const auto begun = Clock::now();
        lab->app().apply(tableOf(lines));
        const double taken = Milliseconds(Clock::now() - begun).count();
        runEvents(1s);
        const double yard = residentMiB();
        const auto delays = typeKeys(window, 300);
        const auto searched = Clock::now();
        lab->app().terminal()->find()->setQuery(QStringLiteral("199999"));
        const double found = Milliseconds(Clock::now() - searched).count();
        lab->app().terminal()->find()->setQuery({});
        const auto resized = Clock::now();
        window.resize(window.width() - 40, window.height());
        [[maybe_unused]] const bool isShown = waitForFrame(window, 5s);
        const double broken = Milliseconds(Clock::now() - resized).count();
        window.resize(window.width() + 40, window.height());
        runEvents(500ms);
        all.append(QJsonObject{{QStringLiteral("lines"), lines},
                               {QStringLiteral("applyMs"), taken},
                               {QStringLiteral("keyToFrameMs"), summary(delays)},
                               {QStringLiteral("findMs"), found},
                               {QStringLiteral("resizeMs"), broken},
                               {QStringLiteral("residentMiB"), yard}});
    }
    return {{QStringLiteral("scrollback"), all}, {QStringLiteral("flood"), flood(*lab)}};
}

} // namespace minato::bench
