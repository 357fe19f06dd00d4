// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>
#include <QStringList>

#include <vector>

class QQuickWindow;

namespace minato::app {

/// Something in a window that is read: by eyes (text), by assistive tools (role and name), or by both.
struct SeenItem {
    QString role, name; ///< what assistive tools are told; empty when they are told nothing
    QString text;       ///< what is drawn, without markup
    QString part;       ///< the QML file that it stands in: "PodChip"
    QRectF place;       ///< in the window
    bool isElided = false;
};

/// A text that its reader does not get whole.
struct TextFault {
    enum class Kind {
        Elided,      ///< ends in "…"
        OutOfSight,  ///< cut off by a frame, where no scrolling brings it into sight
        Spilled,     ///< sticks out of the box that it stands in
        Overlapping, ///< stands on another text
    };
    Kind kind{};
    QString text, part;
    QString other; ///< Overlapping: the other text
    QRectF place;  ///< in the window
    QString why;   ///< for those that are allowed: the reason
};

/// Everything that is read in a window, in reading order. Names are there if QAccessible was active before
/// the window was made.
[[nodiscard]] std::vector<SeenItem> seenItems(const QQuickWindow &window);

/// Texts that are drawn, without markup.
[[nodiscard]] QStringList drawnTexts(const QQuickWindow &window);

/// What is wrong with the texts of a window. Those that are allowed are left out, or told apart by `why`.
[[nodiscard]] std::vector<TextFault> textFaults(const QQuickWindow &window, bool withAllowed = false);

[[nodiscard]] QString nameOf(TextFault::Kind kind);

} // namespace minato::app
