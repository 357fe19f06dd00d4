// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQuickWindow>

#include <functional>

namespace minato::app {

/// For --first-frame-report: prints as JSON how long after the process began the first frame was shown, how
/// long until `isUsable` said yes at the end of a frame, and the resident memory then; and quits the program.
///
/// Units     Milliseconds (to 10) and MiB; -1 and 0 where the system has no /proc.
void reportStart(QQuickWindow &window, std::function<bool()> isUsable);

} // namespace minato::app
