// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/stop.h"
#include "app/common/words.h"

#include <QString>

#include <chrono>
#include <optional>

class QQuickWindow;

namespace minato::app {

/// Lets a window come to rest and takes pictures of it.
class Camera {
public:
    Camera(QQuickWindow &window, const Words &words) : m_window(window), m_words(words) {}

    /// Runs the event loop until nothing has been drawn for so long.
    static void settle(QQuickWindow &window, std::chrono::milliseconds quiet);
    void settle() { settle(m_window, std::chrono::milliseconds(500)); }
    /// Nothing when the file has been written.
    [[nodiscard]] std::optional<Stop> take(const QString &file);
    /// The same of what is drawn now.
    [[nodiscard]] static std::optional<Stop> take(QQuickWindow &window, const QString &file,
                                                  const Words &words);

private:
    QQuickWindow &m_window;
    const Words &m_words;
};

} // namespace minato::app
