// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The panes' and arrangements' names, and the arrangements that come with the window.
#include "viewmodels/layout/arrangement.h"

#include <QCoreApplication>

#include <algorithm>

namespace minato::viewmodels {
namespace {

struct Name {
    QString id;
    const char *text;
};

// Each in reading order.
const std::array kPanes{
    //: A pane of the window.
    //% "Lesson"
    Name{QStringLiteral("lesson"), QT_TRID_NOOP("pane.lesson")},
    //: A pane of the window: the picture of the cluster.
    //% "Cluster"
    Name{QStringLiteral("cluster"), QT_TRID_NOOP("pane.cluster")},
    //: A pane of the window: how requests spread over the Pods.
    //% "Traffic"
    Name{QStringLiteral("traffic"), QT_TRID_NOOP("pane.traffic")},
    //: A pane of the window: how many Pods there were over time.
    //% "Replicas"
    Name{QStringLiteral("replicas"), QT_TRID_NOOP("pane.replicas")},
    //: A pane of the window: everything about the object that is selected.
    //% "Inspector"
    Name{QStringLiteral("inspector"), QT_TRID_NOOP("pane.inspector")},
    //: A pane of the window: where an object's YAML is edited.
    //% "Editor"
    Name{QStringLiteral("editor"), QT_TRID_NOOP("pane.editor")},
    //: A pane of the window: what followed from a command, told in order.
    //% "What happened"
    Name{QStringLiteral("story"), QT_TRID_NOOP("pane.story")},
    //: A pane of the window.
    //% "Terminal"
    Name{QStringLiteral("terminal"), QT_TRID_NOOP("pane.terminal")},
    //: A pane of the window: the cluster's Events.
    //% "Events"
    Name{QStringLiteral("events"), QT_TRID_NOOP("pane.events")},
};

const std::array kPresets{
    //: An arrangement of the window's panes, for working through a lesson.
    //% "Lesson"
    Name{QStringLiteral("lesson"), QT_TRID_NOOP("preset.lesson")},
    //: An arrangement of the window's panes, for looking at the cluster.
    //% "Cluster"
    Name{QStringLiteral("cluster"), QT_TRID_NOOP("preset.cluster")},
    //: An arrangement of the window's panes, for looking at how requests spread.
    //% "Traffic"
    Name{QStringLiteral("traffic"), QT_TRID_NOOP("preset.traffic")},
    //: An arrangement of the window's panes, for showing the cluster to others.
    //% "Presenter"
    Name{QStringLiteral("presenter"), QT_TRID_NOOP("preset.presenter")},
};

QStringList ids(const auto &names)
{
    QStringList all;
    for (const Name &name : names)
        all += name.id;
    return all;
}

QString text(const auto &names, const QString &id)
{
    const auto found = std::ranges::find(names, id, &Name::id);
    return found == names.end() ? id : qtTrId(found->text);
}

} // namespace

const QStringList &paneIds()
{
    static const QStringList kIds = ids(kPanes);
    return kIds;
}

QString paneTitle(const QString &pane)
{
    return text(kPanes, pane);
}

const QStringList &presetIds()
{
    static const QStringList kIds = ids(kPresets);
    return kIds;
}

QString presetTitle(const QString &preset)
{
    return text(kPresets, preset);
}

Arrangement preset(const QString &id)
{
    Arrangement made;
    using enum DockId;
    const auto put = [&made](DockId dock, const QStringList &panes, bool isHidden = false) {
        for (const QString &pane : panes)
            made.places.push_back({pane, dock, isHidden});
    };
    const auto list = [](const char *panes) { return QString::fromLatin1(panes).split(u' '); };
    made.recent = list("lesson cluster traffic replicas terminal events story inspector editor");
    if (id == u"cluster") {
        put(Left, list("lesson"), true);
        put(Centre, list("cluster editor"));
        put(Right, list("inspector traffic replicas"));
        put(Bottom, list("terminal events story"));
        made.shares[static_cast<std::size_t>(SplitId::Right)] = 0.34;
        made.recent = list("cluster inspector traffic replicas terminal events story lesson editor");
    } else if (id == u"traffic") {
        put(Left, list("lesson"), true);
        put(Centre, list("cluster"));
        put(Centre, list("editor"), true);
        put(Right, list("traffic inspector"));
        put(Lower, list("replicas"));
        put(Bottom, list("terminal events story"));
        made.shares[static_cast<std::size_t>(SplitId::Right)] = 0.46;
        made.shares[static_cast<std::size_t>(SplitId::Lower)] = 0.34;
        made.shares[static_cast<std::size_t>(SplitId::Bottom)] = 0.28;
    } else if (id == u"presenter") {
        put(Left, list("lesson"), true);
        put(Centre, list("cluster"));
        put(Right, list("traffic replicas inspector editor"), true);
        put(Bottom, list("terminal events story"));
        made.shares[static_cast<std::size_t>(SplitId::Bottom)] = 0.4;
        made.recent = list("cluster terminal events story traffic replicas inspector lesson editor");
    } else {
        put(Left, list("lesson"));
        put(Centre, list("cluster"));
        put(Centre, list("editor"), true);
        put(Right, list("traffic replicas inspector"));
        put(Bottom, list("terminal events story"));
    }
    return made;
}

} // namespace minato::viewmodels
