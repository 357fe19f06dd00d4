// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QVariantMap>

#include <array>
#include <vector>

namespace minato::viewmodels {

/// Where panes live. Lower: below Right, in the same column.
enum class DockId { Left, Centre, Right, Lower, Bottom };
inline constexpr std::size_t kDockCount = 5;

/// How much room there is, or what the learner wants to see of it.
enum class LayoutForm {
    Full,    ///< every dock where it is
    Compact, ///< the right column's panes are tabs of the centre
    Stacked, ///< one pane at a time, behind tabs
    Focus,   ///< the lesson, and one other pane at a time
};

/// What can be resized, each as a share of the room it takes part in; 0: chosen by the window.
enum class SplitId { Left, Right, Lower, Bottom };
inline constexpr std::size_t kSplitCount = 4;
using Shares = std::array<double, kSplitCount>;

/// The panes that the window knows, in reading order: "lesson", "cluster", …
[[nodiscard]] const QStringList &paneIds();
[[nodiscard]] QString paneTitle(const QString &pane);

/// Which pane lives in which dock, which are hidden, which was looked at last, and how large the docks are.
///
/// Why       The pane that a dock shows is the one of its panes that was looked at last: so each form of the
///           window shows what the others showed, without being told.
/// Errors    What is wrong in a text that was kept costs only that part of it.
struct Arrangement {
    struct Place {
        QString pane;
        DockId dock = DockId::Centre;
        bool isHidden = false;
        friend bool operator==(const Place &, const Place &) = default;
    };
    std::vector<Place> places; ///< all panes; those of one dock in the order of its tabs
    QStringList recent;        ///< all panes; those looked at last come first
    Shares shares{};

    [[nodiscard]] const Place &place(const QString &pane) const;
    /// The panes of a dock in that form, in the order of its tabs; only those among `available`.
    [[nodiscard]] QStringList shown(DockId dock, LayoutForm form, const QStringList &available) const;
    /// That of those panes which was looked at last; empty for none.
    [[nodiscard]] QString newest(const QStringList &panes) const;

    /// To the end of the dock's tabs, and in sight.
    void move(const QString &pane, DockId dock);
    void show(const QString &pane);
    void hide(const QString &pane);

    [[nodiscard]] QVariantMap toMap() const;
    [[nodiscard]] static Arrangement fromMap(const QVariantMap &map);

    friend bool operator==(const Arrangement &, const Arrangement &) = default;
};

/// Arrangements that come with the window: "lesson" (what it begins with), "cluster", "traffic", "presenter".
[[nodiscard]] const QStringList &presetIds();
[[nodiscard]] QString presetTitle(const QString &preset);
[[nodiscard]] Arrangement preset(const QString &id);

} // namespace minato::viewmodels
