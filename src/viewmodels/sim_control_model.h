// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/batch.h"
#include "session/command.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace minato::viewmodels {

/// Time: how fast the cluster's runs, and how far it has come.
class SimControlModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(bool isPaused READ isPaused WRITE setPaused NOTIFY changed)
    Q_PROPERTY(double speed READ speed WRITE setSpeed NOTIFY changed)
    Q_PROPERTY(bool isBehind READ isBehind NOTIFY changed)
    Q_PROPERTY(QString timeText READ timeText NOTIFY changed)
    Q_PROPERTY(QString description READ description NOTIFY changed)

public:
    explicit SimControlModel(session::CommandSink commands, QObject *parent = nullptr)
        : QObject(parent), m_commands(std::move(commands))
    {
    }

    [[nodiscard]] bool isPaused() const { return m_state.isPaused; }
    [[nodiscard]] double speed() const { return m_state.speed; }
    [[nodiscard]] bool isBehind() const { return m_state.isBehind; }
    [[nodiscard]] QString timeText() const { return m_timeText; }
    [[nodiscard]] QString description() const;

    /// Shown at once; the backend follows.
    void setPaused(bool isPaused);
    /// Also ends a pause.
    void setSpeed(double speed);
    Q_INVOKABLE void togglePaused() { setPaused(!isPaused()); }

    void apply(const session::Batch &batch);
    void retranslate() { Q_EMIT changed(); }

Q_SIGNALS:
    void changed();

private:
    session::CommandSink m_commands;
    session::ClockState m_state;
    QString m_timeText = QStringLiteral("00:00");
};

} // namespace minato::viewmodels
