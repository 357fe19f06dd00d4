// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QQmlParserStatus>
#include <QQuickWindow>
#include <QTimer>
#include <QVariant>
#include <QtQml/qqmlregistration.h>

#include <deque>

namespace minato::viewmodels {

class Paced;

/// Spreads what a change of the whole window makes anew over some frames: one pane's content each, so that the window
/// goes on listening to mouse and keyboard. Other changes take effect at once, and so does everything before the first
/// frame.
class FramePacer : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickWindow *window READ window WRITE setWindow NOTIFY windowChanged)
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY busyChanged) ///< else all has come, and was drawn

public:
    explicit FramePacer(QObject *parent = nullptr);

    [[nodiscard]] QQuickWindow *window() const { return m_window; }
    void setWindow(QQuickWindow *window);

    /// The values that change from now on, up to the next frame and as long as some wait, wait for their turn. A
    /// window of another size begins by itself.
    Q_INVOKABLE void begin();
    [[nodiscard]] bool isPacing() const;
    [[nodiscard]] bool isBusy() const { return m_isPacing; }
    /// Has a turn for it, in the order of the first wishes.
    void ask(Paced *value);

Q_SIGNALS:
    void windowChanged();
    void busyChanged();

private:
    void onFrame();
    void waitForFrame();
    void setPacing(bool isPacing);

    QPointer<QQuickWindow> m_window;
    QTimer m_withoutFrame; ///< a window that nobody sees draws none
    std::deque<QPointer<Paced>> m_waiting;
    QSize m_shown; ///< the size of the last frame
    bool m_isPacing = false;
};

/// A value that follows another: at once, or when a pacer gives it its turn.
class Paced : public QObject, public QQmlParserStatus {
    Q_OBJECT
    QML_ELEMENT
    Q_INTERFACES(QQmlParserStatus)
    Q_PROPERTY(minato::viewmodels::FramePacer *pacer MEMBER m_pacer)
    /// Its turn is never the one in which `wanted` changes.
    Q_PROPERTY(bool isLate MEMBER m_isLate)
    Q_PROPERTY(QVariant wanted READ wanted WRITE setWanted NOTIFY wantedChanged)
    Q_PROPERTY(QVariant current READ current NOTIFY currentChanged)

public:
    using QObject::QObject;

    [[nodiscard]] QVariant wanted() const { return m_wanted; }
    void setWanted(const QVariant &wanted);
    [[nodiscard]] QVariant current() const { return m_current; }
    void follow();

    void classBegin() override {}
    void componentComplete() override;

Q_SIGNALS:
    void wantedChanged();
    void currentChanged();

private:
    QPointer<FramePacer> m_pacer;
    QVariant m_wanted, m_current;
    bool m_isComplete = false, m_isLate = false;
};

} // namespace minato::viewmodels
