// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/layout/layout_model.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace minato::viewmodels {

LayoutModel::LayoutModel(const QString &file, QObject *parent) : DockSet(parent)
{
    for (std::size_t at = 0; at < kSplitCount; ++at)
        connect(split(static_cast<SplitId>(at)), &SplitModel::asked, this, [this, at](double share) {
            Arrangement arrangement = m_arrangement;
            arrangement.shares[at] = share;
            change(std::move(arrangement));
        });
    if (!file.isEmpty()) {
        m_settings = std::make_unique<QSettings>(file, QSettings::IniFormat);
        load();
    }
}

void LayoutModel::load()
{
    m_settings->beginGroup(QStringLiteral("layout"));
    QVariantMap map;
    for (const QString &key : m_settings->childKeys())
        map.insert(key, m_settings->value(key));
    m_settings->endGroup();
    if (!map.isEmpty())
        m_arrangement = Arrangement::fromMap(map);
}

void LayoutModel::change(Arrangement arrangement)
{
    if (m_arrangement == arrangement)
        return;
    m_arrangement = std::move(arrangement);
    refresh();
    if (!m_settings)
        return;
    const QVariantMap map = m_arrangement.toMap();
    for (const auto &[key, value] : map.asKeyValueRange())
        m_settings->setValue(QStringLiteral("layout/") + key, value);
}

QString LayoutModel::active() const
{
    if (const PaneModel *had = pane(m_active); had && had->isCurrent())
        return m_active;
    return m_arrangement.newest(inSight());
}

void LayoutModel::setAvailable(const QStringList &panes)
{
    if (m_available == panes)
        return;
    m_available = panes;
    refresh();
    Q_EMIT availableChanged();
}

void LayoutModel::setMode(Mode mode)
{
    if (m_mode == mode)
        return;
    const QString active = this->active();
    m_mode = mode;
    if (const PaneModel *pane = this->pane(active); pane && !pane->isHidden())
        m_arrangement.show(active); // it stays in sight
    refresh();
    Q_EMIT modeChanged();
}

void LayoutModel::setActive(const QString &pane)
{
    if (m_active == pane)
        return;
    m_active = pane;
    Q_EMIT activeChanged();
}

LayoutForm LayoutModel::form() const
{
    const double width = m_room.width / m_room.unit;
    if (m_mode == Presenter || width < kStackedWidth)
        return LayoutForm::Stacked;
    if (m_mode == Focus)
        return LayoutForm::Focus;
    return width < kCompactWidth ? LayoutForm::Compact : LayoutForm::Full;
}

void LayoutModel::setRoom(int width, int height, double unit)
{
    m_room = {width, height, unit, m_room.form};
    refresh();
}

void LayoutModel::refresh()
{
    const LayoutForm before = std::exchange(m_room.form, form());
    arrange(m_arrangement, m_room, m_available);
    if (before != m_room.form)
        Q_EMIT formChanged();
}

void LayoutModel::show(const QString &pane)
{
    Arrangement arrangement = m_arrangement;
    arrangement.show(pane);
    change(std::move(arrangement));
}

void LayoutModel::raise(const QString &pane)
{
    if (const PaneModel *known = this->pane(pane); known && !known->isHidden())
        show(pane);
}

void LayoutModel::go(const QString &pane)
{
    if (!m_available.contains(pane))
        return;
    show(pane);
    Q_EMIT focusAsked(pane);
}

void LayoutModel::hide(const QString &pane)
{
    const auto isInSight = [this, &pane](const PaneModel *other) {
        return other->paneId() != pane && other->isOffered() && !other->isHidden();
    };
    if (std::ranges::none_of(allPanes(), isInSight))
        return; // one has to stay
    Arrangement arrangement = m_arrangement;
    arrangement.hide(pane);
    change(std::move(arrangement));
    //: For screen readers. %1: a pane of the window, "Lesson".
    //% "%1 is hidden"
    Q_EMIT announced(qtTrId("layout.hidden").arg(paneTitle(pane)));
    Q_EMIT focusAsked(active());
}

void LayoutModel::toggle(const QString &pane)
{
    if (const PaneModel *known = this->pane(pane); known && known->isOffered())
        known->isHidden() ? go(pane) : hide(pane);
}

void LayoutModel::move(const QString &pane, Dock dock)
{
    Arrangement arrangement = m_arrangement;
    arrangement.move(pane, static_cast<DockId>(dock));
    change(std::move(arrangement));
    //: For screen readers. %1: a pane of the window, "Lesson". %2: where it is now, "left".
    //% "%1 is now in the dock: %2"
    Q_EMIT announced(qtTrId("layout.moved").arg(paneTitle(pane), dockTitle(dock)));
    Q_EMIT focusAsked(pane);
}

void LayoutModel::turn(int by)
{
    const PaneModel *front = pane(active());
    if (!front || front->dock() < 0)
        return;
    const QList<PaneModel *> &all = dock(front->dock())->all();
    const qsizetype at = all.indexOf(front);
    go(all[(at + by + all.size()) % all.size()]->paneId());
}

void LayoutModel::goToDock(int by)
{
    const QStringList panes = inSight();
    if (panes.isEmpty())
        return;
    const qsizetype at = panes.indexOf(active());
    Q_EMIT focusAsked(panes[(at + by + panes.size()) % panes.size()]);
}

void LayoutModel::usePreset(const QString &id)
{
    change(preset(id));
    //: For screen readers. %1: an arrangement of the window's panes, "Traffic".
    //% "Layout: %1"
    Q_EMIT announced(qtTrId("layout.preset-used").arg(presetTitle(id)));
}

QString LayoutModel::dockTitle(Dock dock)
{
    return qtTrId(dockTextId(dock));
}

const char *LayoutModel::dockTextId(Dock dock)
{
    switch (dock) {
    case Left:
        //: A place in the window.
        //% "Left"
        return QT_TRID_NOOP("dock.left");
    case Centre:
        //: A place in the window.
        //% "Centre"
        return QT_TRID_NOOP("dock.centre");
    case Right:
        //: A place in the window.
        //% "Right"
        return QT_TRID_NOOP("dock.right");
    case Lower:
        //: A place in the window.
        //% "Lower right"
        return QT_TRID_NOOP("dock.lower");
    case Bottom:
        break;
    }
    //: A place in the window.
    //% "Bottom"
    return QT_TRID_NOOP("dock.bottom");
}

} // namespace minato::viewmodels
