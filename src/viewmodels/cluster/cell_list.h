// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>

#include <map>

class QQuickItem;

namespace minato::viewmodels {

/// An item that draws many small things itself and tells assistive tools of each.
///
/// Children  Made when they are asked for, and forgotten when what they stand for may have moved.
class CellList {
public:
    CellList() = default;
    CellList(const CellList &) = delete;
    CellList &operator=(const CellList &) = delete;
    virtual ~CellList();

    [[nodiscard]] virtual QQuickItem &item() = 0;
    [[nodiscard]] virtual QString listText() const = 0;
    /// How many are worth telling of one by one.
    [[nodiscard]] virtual int cellCount() const = 0;
    [[nodiscard]] virtual QString cellText(int cell) const = 0;
    [[nodiscard]] virtual QRectF cellPlace(int cell) const = 0;
    [[nodiscard]] virtual int currentCell() const = 0;
    virtual void pressCell(int cell) = 0;

    /// For the accessibility interface: the id of a child, made now if need be.
    [[nodiscard]] unsigned childId(int cell);
    /// Tells assistive tools which cell the keyboard is on.
    void tellCurrent();
    void forgetChildren();

    /// Once in a program, before the first such item is asked.
    static void installFactory();

private:
    std::map<int, unsigned> m_children; ///< accessible ids by cell
};

} // namespace minato::viewmodels
