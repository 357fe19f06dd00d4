// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/layout/dock_geometry.h"

#include <algorithm>
#include <cmath>

namespace minato::viewmodels {
namespace {

class Maker {
public:
    Maker(const DockRoom &room, const std::array<bool, kDockCount> &isShown, const Shares &shares)
        : m_room(room), m_isShown(isShown), m_shares(shares)
    {
    }

    DockGeometry make()
    {
        const bool hasColumn = has(DockId::Right) || has(DockId::Lower);
        const bool hasUpper = has(DockId::Centre) || hasColumn;
        QRect rest(gap(), 0, m_room.width - 2 * gap(), m_room.height - gap());
        if (has(DockId::Left)) {
            const bool isAlone = !hasUpper && !has(DockId::Bottom);
            const double usual = m_room.form == LayoutForm::Focus ? between(345, 0.33 * m_room.width, 640)
                                                                  : between(345, 0.275 * m_room.width, 540);
            dock(DockId::Left) = isAlone ? rest : cutLeft(rest, SplitId::Left, usual, 240, 400);
        }
        if (has(DockId::Bottom)) {
            const double usual =
                m_room.form == LayoutForm::Full ? between(216, 0.32 * m_room.height, 320) : m_room.unit * 170;
            dock(DockId::Bottom) = hasUpper ? cutBottom(rest, SplitId::Bottom, usual, 110, 170) : rest;
        }
        if (hasColumn) {
            const double usual = between(284, 0.28 * (rest.width() + 1), 420);
            column(has(DockId::Centre) ? cutRight(rest, SplitId::Right, usual, 200, 280) : rest);
        }
        if (has(DockId::Centre))
            dock(DockId::Centre) = rest;
        return m_made;
    }

private:
    [[nodiscard]] bool has(DockId dock) const { return m_isShown[static_cast<std::size_t>(dock)]; }
    [[nodiscard]] QRect &dock(DockId dock) { return m_made.docks[static_cast<std::size_t>(dock)]; }
    [[nodiscard]] int px(double length) const { return static_cast<int>(std::lround(length * m_room.unit)); }
    [[nodiscard]] int gap() const { return px(12); }
    [[nodiscard]] double between(double least, double wanted, double most) const
    {
        return std::clamp(wanted, least * m_room.unit, most * m_room.unit);
    }

    void column(QRect rest)
    {
        if (has(DockId::Right) && has(DockId::Lower))
            dock(DockId::Lower) =
                cutBottom(rest, SplitId::Lower, std::floor((rest.height() - gap()) / 2.), 110, 110);
        dock(has(DockId::Right) ? DockId::Right : DockId::Lower) = rest;
    }

    /// How long a part of `whole` is that leaves a gap and something for the rest; and what to say of it.
    int part(SplitId id, int whole, double usual, int least, int rest)
    {
        Split &split = m_made.splits[static_cast<std::size_t>(id)];
        const double share = m_shares[static_cast<std::size_t>(id)];
        const int most = std::max(whole - gap() - px(rest), whole / 4);
        const int length = std::clamp(static_cast<int>(std::lround(share > 0 ? share * whole : usual)),
                                      std::min(px(least), most), most);
        split.whole = whole;
        split.share = double(length) / whole;
        split.least = double(std::min(px(least), most)) / whole;
        split.most = double(most) / whole;
        return length;
    }
    QRect cutLeft(QRect &rest, SplitId id, double usual, int least, int leaves)
    {
        const int length = part(id, rest.width(), usual, least, leaves);
        const QRect cut(rest.x(), rest.y(), length, rest.height());
        strip(id) = QRect(rest.x() + length, rest.y(), gap(), rest.height());
        rest.setLeft(rest.x() + length + gap());
        return cut;
    }
    QRect cutRight(QRect &rest, SplitId id, double usual, int least, int leaves)
    {
        const int length = part(id, rest.width(), usual, least, leaves);
        const int kept = rest.width() - length - gap();
        strip(id) = QRect(rest.x() + kept, rest.y(), gap(), rest.height());
        const QRect cut(rest.x() + kept + gap(), rest.y(), length, rest.height());
        rest.setWidth(kept);
        return cut;
    }
    QRect cutBottom(QRect &rest, SplitId id, double usual, int least, int leaves)
    {
        const int length = part(id, rest.height(), usual, least, leaves);
        const int kept = rest.height() - length - gap();
        strip(id) = QRect(rest.x(), rest.y() + kept, rest.width(), gap());
        const QRect cut(rest.x(), rest.y() + kept + gap(), rest.width(), length);
        rest.setHeight(kept);
        return cut;
    }
    [[nodiscard]] QRect &strip(SplitId id) { return m_made.splits[static_cast<std::size_t>(id)].strip; }

    const DockRoom &m_room;
    const std::array<bool, kDockCount> &m_isShown;
    const Shares &m_shares;
    DockGeometry m_made;
};

} // namespace

DockGeometry dockGeometry(const DockRoom &room, const std::array<bool, kDockCount> &isShown,
                          const Shares &shares)
{
    if (room.width <= 0 || room.height <= 0)
        return {};
    return Maker(room, isShown, shares).make();
}

} // namespace minato::viewmodels
