// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QRect>
#include <QSettings>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <memory>

namespace minato::viewmodels {

/// Where the window was, and how large; kept in an INI file.
///
/// Errors    A place that no screen has any more, and a file that cannot be read or written, cost only the
///           memory.
class WindowMemory : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(QRect place READ place CONSTANT)
    Q_PROPERTY(bool hasPlace READ hasPlace CONSTANT)
    Q_PROPERTY(bool wasMaximised READ wasMaximised CONSTANT)

public:
    /// `file`: an INI file; empty: nothing is kept.
    explicit WindowMemory(const QString &file, QObject *parent = nullptr);
    ~WindowMemory() override;

    /// As it was kept, on a screen that is there.
    [[nodiscard]] QRect place() const { return m_kept; }
    [[nodiscard]] bool hasPlace() const { return !m_kept.isEmpty(); }
    [[nodiscard]] bool wasMaximised() const { return m_wasMaximised; }

    /// Of a window that is neither maximised nor full screen. Written a little later: it changes often.
    Q_INVOKABLE void keepPlace(int x, int y, int width, int height);
    Q_INVOKABLE void keepMaximised(bool isMaximised);

private:
    void write();

    std::unique_ptr<QSettings> m_settings;
    QRect m_kept, m_place;
    bool m_wasMaximised = false, m_isMaximised = false;
    QTimer m_later;
};

/// A window's place that can be seen on one of the screens: as it is, pushed inside, or none.
[[nodiscard]] QRect seenPlace(QRect place, const QList<QRect> &screens);

} // namespace minato::viewmodels
