// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "no_window.h"

#include "app/common/stop.h"

#include <QtLogging>

#include <cstdlib>

namespace minato::app {
namespace {

const Words *currentWords = nullptr; // Qt's message handlers are functions without a place of their own

void onMessage(QtMsgType type, const QMessageLogContext &, const QString &)
{
    // What comes before the fatal message, about plugins, says the same in more words.
    if (type != QtFatalMsg)
        return;
    //: QT_QPA_PLATFORM=offscreen and --screenshot are typed as they stand.
    //% "no window can be opened here; "
    //% "QT_QPA_PLATFORM=offscreen with --screenshot takes pictures without a display"
    std::_Exit(tell("minato", {(*currentWords)(QT_TRID_NOOP("lab.no-display"))}));
}

} // namespace

NoWindow::NoWindow(const Words &words)
{
    currentWords = &words;
    qInstallMessageHandler(onMessage);
}

void NoWindow::passed()
{
    qInstallMessageHandler(nullptr);
}

} // namespace minato::app
