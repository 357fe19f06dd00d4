// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/batch.h"
#include "session/command.h"
#include "viewmodels/connection_model.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

#include <map>
#include <optional>
#include <string>

namespace minato::viewmodels {

/// Which Service gets the requests: the learner's choice, else the one that the rest of the window is about. The
/// cluster's own are none.
class LoadTarget : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(QStringList names READ names NOTIFY changed)
    Q_PROPERTY(int index READ index WRITE setIndex NOTIFY changed)
    Q_PROPERTY(bool exists READ exists NOTIFY changed)
    Q_PROPERTY(bool hasAffinity READ hasAffinity NOTIFY changed)
    Q_PROPERTY(QString affinityText READ affinityText NOTIFY changed)
    Q_PROPERTY(QString whyNot READ whyNot NOTIFY changed)

public:
    using QObject::QObject;

    [[nodiscard]] QStringList names() const;
    [[nodiscard]] int index() const;
    void setIndex(int index);
    [[nodiscard]] bool exists() const { return !m_key.empty(); }
    [[nodiscard]] bool hasAffinity() const;
    [[nodiscard]] QString affinityText() const;
    /// Why no requests are sent to that Service of a real cluster; empty: they may be.
    [[nodiscard]] QString whyNot() const;
    /// It outlives this.
    void setConnection(const ConnectionModel &connection);
    /// "ns/name"; empty when there is none.
    [[nodiscard]] const std::string &key() const { return m_key; }

    void apply(const session::Changes<session::ServiceState> &changes, const std::string &preferred);

Q_SIGNALS:
    void changed();

private:
    std::map<std::string, session::ServiceState> m_services; ///< by "ns/name"
    std::map<std::string, std::string> m_keys;               ///< by UID
    std::string m_key, m_chosen;                             ///< shown; what the learner picked
    const ConnectionModel *m_connection = nullptr;
};

/// What the learner sets of a load, and how far the one that runs has come.
///
/// Values    Setters take any number and keep it within its bounds; `stepped` goes to the next round one.
/// Threads   The window's.
/// Tests     tests/viewmodels/tst_load_model.cpp
class LoadModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(Kind kind READ kind WRITE setKind NOTIFY changed)
    Q_PROPERTY(int requests READ requests WRITE setRequests NOTIFY changed)
    Q_PROPERTY(int rate READ rate WRITE setRate NOTIFY changed)
    Q_PROPERTY(int lastRate READ lastRate WRITE setLastRate NOTIFY changed)
    Q_PROPERTY(int seconds READ seconds WRITE setSeconds NOTIFY changed)
    Q_PROPERTY(bool isKeptAlive READ isKeptAlive WRITE setKeptAlive NOTIFY changed)
    Q_PROPERTY(int clients READ clients WRITE setClients NOTIFY changed)
    Q_PROPERTY(bool hasClients READ hasClients NOTIFY changed)
    Q_PROPERTY(minato::viewmodels::LoadTarget *target READ target CONSTANT)
    Q_PROPERTY(QString connectionText READ connectionText NOTIFY changed)
    Q_PROPERTY(QString planText READ planText NOTIFY changed)
    Q_PROPERTY(bool isRunning READ isRunning NOTIFY stateChanged)
    Q_PROPERTY(double progress READ progress NOTIFY stateChanged)
    Q_PROPERTY(QString stateText READ stateText NOTIFY stateChanged)

public:
    enum Kind { One, Many, Rate, Ramp };
    Q_ENUM(Kind)
    static constexpr int kMostRequests = 100'000, kMostRate = 1000, kMostSeconds = 3600, kMostClients = 100;

    explicit LoadModel(session::CommandSink commands, QObject *parent = nullptr);

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] int requests() const { return m_requests; }
    [[nodiscard]] int rate() const { return m_rate; }
    [[nodiscard]] int lastRate() const { return m_lastRate; }
    [[nodiscard]] int seconds() const { return m_seconds; }
    [[nodiscard]] bool isKeptAlive() const { return m_isKeptAlive; }
    [[nodiscard]] int clients() const { return m_clients; }
    /// Whether the number of clients makes a difference that a learner could see.
    [[nodiscard]] bool hasClients() const;
    void setKind(Kind kind);
    void setRequests(int requests);
    void setRate(int rate);
    void setLastRate(int rate);
    void setSeconds(int seconds);
    void setKeptAlive(bool isKeptAlive);
    void setClients(int clients);
    /// The next round number above or below: 1 2 4 10 20 40 60 100 200 …
    Q_INVOKABLE [[nodiscard]] static int stepped(int value, int direction);

    [[nodiscard]] LoadTarget *target() { return &m_target; }
    /// How clients connect, in a sentence.
    [[nodiscard]] QString connectionText() const;
    /// What Start would do, in a sentence.
    [[nodiscard]] QString planText() const;

    [[nodiscard]] bool isRunning() const { return m_state.isRunning; }
    [[nodiscard]] double progress() const;
    [[nodiscard]] QString stateText() const;

    Q_INVOKABLE void start();
    Q_INVOKABLE void stop();

    /// `preferred`: the Service that the rest of the window is about.
    void apply(const session::Batch &batch, const std::string &preferred);
    void retranslate();

Q_SIGNALS:
    void changed();
    void stateChanged();

private:
    void set(int &field, int value, int most);
    [[nodiscard]] traffic::LoadShape shape() const;

    session::CommandSink m_commands;
    Kind m_kind = Many;
    int m_requests = 40, m_rate = 5, m_lastRate = 50, m_seconds = 30, m_clients = 1;
    bool m_isKeptAlive = false;
    LoadTarget m_target;
    session::LoadState m_state;
    base::Instant m_now;
};

} // namespace minato::viewmodels
