// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace minato::viewmodels {

/// The picture of the start page: a container ship at a quay, under a crane. It hangs at the right edge; what
/// is left of it is sky, hills and sea, where texts stand.
///
/// Cost      Painted once for a size; nothing moves.
class HarbourScene : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool isDark READ isDark WRITE setDark NOTIFY changed)
    /// Nothing but sky, hills and sea: texts stand everywhere.
    Q_PROPERTY(bool isEmpty READ isEmpty WRITE setEmpty NOTIFY changed)

public:
    explicit HarbourScene(QQuickItem *parent = nullptr);

    [[nodiscard]] bool isDark() const { return m_isDark; }
    [[nodiscard]] bool isEmpty() const { return m_isEmpty; }
    void setDark(bool isDark);
    void setEmpty(bool isEmpty);
    void paint(QPainter *painter) override;

Q_SIGNALS:
    void changed();

private:
    bool m_isDark = false, m_isEmpty = false;
};

} // namespace minato::viewmodels
