// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

class QKeyEvent;

namespace minato::viewmodels {

/// What an audience should see of what the presenter presses: keys, typed text as one piece, and what was done by
/// it. It listens only while it is on, and forgets what is older than kShown.
class KeyDisplay : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(QStringList keys READ keys NOTIFY changed)
    Q_PROPERTY(QString action READ action NOTIFY changed)

public:
    static constexpr int kMost = 6;
    static constexpr std::chrono::milliseconds kShown{4000};

    explicit KeyDisplay(QObject *parent = nullptr);

    /// Newest last: "Ctrl+P", "kubectl get pods", "Enter ×2".
    [[nodiscard]] QStringList keys() const;
    /// What the last of them did: "Pause or resume time"; empty when it is no command of the window.
    [[nodiscard]] QString action() const { return m_action; }

    void setOn(bool isOn);
    void showAction(const QString &text);
    void clear();

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void changed();

private:
    struct Piece {
        QString text;
        int times = 1;
        bool isTyped = false;
    };
    void take(const QKeyEvent &event);

    QList<Piece> m_pieces;
    QString m_action;
    QTimer m_forget;
    bool m_isOn = false;
};

} // namespace minato::viewmodels
