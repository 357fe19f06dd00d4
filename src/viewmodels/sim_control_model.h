// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/batch.h"
#include "session/command.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <array>

namespace minato::viewmodels {

/// Time: how fast the cluster's runs, how far it has come, and runs to what comes next.
class SimControlModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(bool isAvailable READ isAvailable NOTIFY changed)
    Q_PROPERTY(QString whyNot READ whyNot NOTIFY changed)
    Q_PROPERTY(bool isPaused READ isPaused WRITE setPaused NOTIFY changed)
    Q_PROPERTY(double speed READ speed WRITE setSpeed NOTIFY changed)
    Q_PROPERTY(QString speedLabel READ speedLabel NOTIFY changed)
    Q_PROPERTY(QList<double> speeds READ speeds CONSTANT)
    Q_PROPERTY(bool isBehind READ isBehind NOTIFY changed)
    Q_PROPERTY(bool isStepping READ isStepping NOTIFY changed)
    Q_PROPERTY(bool isSettling READ isSettling NOTIFY changed)
    Q_PROPERTY(QString stateText READ stateText NOTIFY changed)
    Q_PROPERTY(QString timeText READ timeText NOTIFY changed)
    Q_PROPERTY(QString description READ description NOTIFY changed)

public:
    static constexpr std::array kSpeeds{0.1, 0.5, 1., 2., 5., 10., 30., 60.};

    explicit SimControlModel(session::CommandSink commands, QObject *parent = nullptr)
        : QObject(parent), m_commands(std::move(commands))
    {
    }

    /// False: the cluster has a time of its own, which nobody stops; every try is answered with why.
    [[nodiscard]] bool isAvailable() const { return m_isAvailable; }
    [[nodiscard]] QString whyNot() const; ///< as a sentence; empty: it is available
    /// Time stands still, and nothing runs it.
    [[nodiscard]] bool isPaused() const { return m_state.isPaused && m_state.run == session::TimeRun::None; }
    [[nodiscard]] double speed() const { return m_state.speed; }
    [[nodiscard]] QString speedLabel() const { return speedText(speed()); }
    [[nodiscard]] QList<double> speeds() const { return {kSpeeds.begin(), kSpeeds.end()}; }
    [[nodiscard]] bool isBehind() const { return m_state.isBehind; }
    [[nodiscard]] bool isStepping() const { return m_state.run == session::TimeRun::Step; }
    [[nodiscard]] bool isSettling() const { return m_state.run == session::TimeRun::Settle; }
    /// In a word what a learner should know beside the time: "behind", "settling"; empty for nothing.
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] QString timeText() const { return m_timeText; }
    [[nodiscard]] QString description() const;

    /// Shown at once; the backend follows.
    void setPaused(bool isPaused);
    /// Also ends a pause.
    void setSpeed(double speed);
    Q_INVOKABLE void togglePaused() { setPaused(!isPaused()); }
    /// Runs to the next change that the window shows, then pauses.
    Q_INVOKABLE void step();
    /// Runs fast until nothing is on its way; while that goes on, ends it.
    Q_INVOKABLE void toggleSettle();
    /// To the next of the speeds that the window offers, up or down.
    Q_INVOKABLE void faster(int by);
    [[nodiscard]] Q_INVOKABLE static QString speedText(double speed); ///< "10×"

    void apply(const session::Batch &batch);
    void retranslate() { Q_EMIT changed(); }

Q_SIGNALS:
    void changed();
    /// For screen readers: what the learner did to time, and what came of it.
    void announced(const QString &text);
    /// For everybody: how a run came to its end, or why there is none.
    void runEnded(const QString &text);

private:
    [[nodiscard]] bool refuses();
    [[nodiscard]] QString endText(const session::RunEnd &end) const;

    session::CommandSink m_commands;
    session::ClockState m_state;
    bool m_isAvailable = true;
    QString m_timeText = QStringLiteral("00:00");
};

} // namespace minato::viewmodels
