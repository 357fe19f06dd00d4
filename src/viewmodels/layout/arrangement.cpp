// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/layout/arrangement.h"

#include <algorithm>
#include <cmath>

namespace minato::viewmodels {
namespace {

const std::array<QString, kDockCount> kDockKeys{QStringLiteral("left"), QStringLiteral("centre"),
                                                QStringLiteral("right"), QStringLiteral("lower"),
                                                QStringLiteral("bottom")};
const std::array<QString, kSplitCount> kSplitKeys{QStringLiteral("leftShare"), QStringLiteral("rightShare"),
                                                  QStringLiteral("lowerShare"),
                                                  QStringLiteral("bottomShare")};

DockId inForm(const Arrangement::Place &place, LayoutForm form)
{
    switch (form) {
    case LayoutForm::Full:
        break;
    case LayoutForm::Compact:
        return place.dock == DockId::Right || place.dock == DockId::Lower ? DockId::Centre : place.dock;
    case LayoutForm::Stacked:
        return DockId::Centre;
    case LayoutForm::Focus:
        return place.pane == u"lesson" ? DockId::Left : DockId::Centre;
    }
    return place.dock;
}

auto placeOf(auto &places, const QString &pane)
{
    return std::ranges::find(places, pane, &Arrangement::Place::pane);
}

/// A list of panes as it was kept: no pane twice, none that is unknown.
QStringList kept(const QVariantMap &map, const QString &key)
{
    QStringList panes = map.value(key).toStringList();
    panes.removeDuplicates();
    panes.removeIf([](const QString &pane) { return !paneIds().contains(pane); });
    return panes;
}

} // namespace

const Arrangement::Place &Arrangement::place(const QString &pane) const
{
    static const Place kNowhere{.isHidden = true};
    const auto found = placeOf(places, pane);
    return found == places.end() ? kNowhere : *found;
}

QStringList Arrangement::shown(DockId dock, LayoutForm form, const QStringList &available) const
{
    std::vector<const Place *> found;
    for (const Place &place : places)
        if (!place.isHidden && available.contains(place.pane) && inForm(place, form) == dock)
            found.push_back(&place);
    // Where docks are put together, their tabs come in the order of the docks.
    std::ranges::stable_sort(found, {}, [](const Place *place) { return place->dock; });
    QStringList panes;
    for (const Place *place : found)
        panes += place->pane;
    return panes;
}

QString Arrangement::newest(const QStringList &panes) const
{
    const auto found =
        std::ranges::find_if(recent, [&panes](const QString &pane) { return panes.contains(pane); });
    return found == recent.end() ? panes.value(0) : *found;
}

void Arrangement::move(const QString &pane, DockId dock)
{
    const auto found = placeOf(places, pane);
    if (found == places.end())
        return;
    if (found->dock != dock) {
        found->dock = dock;
        std::rotate(found, found + 1, places.end());
    }
    show(pane);
}

void Arrangement::show(const QString &pane)
{
    const auto found = placeOf(places, pane);
    if (found == places.end())
        return;
    found->isHidden = false;
    recent.removeOne(pane);
    recent.prepend(pane);
}

void Arrangement::hide(const QString &pane)
{
    if (const auto found = placeOf(places, pane); found != places.end())
        found->isHidden = true;
}

QVariantMap Arrangement::toMap() const
{
    QVariantMap map;
    QStringList hidden;
    for (std::size_t dock = 0; dock < kDockCount; ++dock) {
        QStringList panes;
        for (const Place &place : places)
            if (place.dock == static_cast<DockId>(dock))
                panes += place.pane;
        map.insert(kDockKeys[dock], panes);
    }
    for (const Place &place : places)
        if (place.isHidden)
            hidden += place.pane;
    map.insert(QStringLiteral("hidden"), hidden);
    map.insert(QStringLiteral("recent"), recent);
    for (std::size_t split = 0; split < kSplitCount; ++split)
        map.insert(kSplitKeys[split], shares[split]);
    return map;
}

Arrangement Arrangement::fromMap(const QVariantMap &map)
{
    const Arrangement usual = preset(presetIds().front());
    Arrangement arrangement;
    const QStringList hidden = kept(map, QStringLiteral("hidden"));
    for (std::size_t dock = 0; dock < kDockCount; ++dock)
        for (const QString &pane : kept(map, kDockKeys[dock]))
            if (placeOf(arrangement.places, pane) == arrangement.places.end())
                arrangement.places.push_back({pane, static_cast<DockId>(dock), hidden.contains(pane)});
    arrangement.recent = kept(map, QStringLiteral("recent"));
    for (const Place &place : usual.places) // of a pane that is new since then
        if (placeOf(arrangement.places, place.pane) == arrangement.places.end())
            arrangement.places.push_back(
                {place.pane, place.dock, place.isHidden || hidden.contains(place.pane)});
    for (const QString &pane : usual.recent)
        if (!arrangement.recent.contains(pane))
            arrangement.recent += pane;
    for (std::size_t split = 0; split < kSplitCount; ++split) {
        const double share = map.value(kSplitKeys[split]).toDouble();
        arrangement.shares[split] = std::isfinite(share) && share > 0 && share < 1 ? share : 0;
    }
    if (std::ranges::all_of(arrangement.places, &Place::isHidden))
        return usual; // an empty window helps nobody
    return arrangement;
}

} // namespace minato::viewmodels
