// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/desktop_settings.h"

#include <QObject>

#include <functional>

namespace minato::app {

/// Tells the desktop's settings, once they are known and whenever they change.
///
/// Mirrors   org.freedesktop.portal.Settings on the session bus
/// Errors    Without a bus or a portal nothing is ever told.
/// Threads   The window's. It never waits for the desktop.
class DesktopPortal : public QObject {
    Q_OBJECT

public:
    using Told = std::function<void(const viewmodels::DesktopSettings &)>;
    explicit DesktopPortal(Told told, QObject *parent = nullptr);

private Q_SLOTS:
    void ask();

private:
    Told m_told;
};

} // namespace minato::app
