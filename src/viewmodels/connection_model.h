// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/batch.h"
#include "session/command.h"

#include <QObject>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace minato::viewmodels {

/// How it stands with a real cluster, in words: which it is, whether it answers, what may be changed there, and what
/// cannot be done with it, and why. With a simulated one there is nothing to say.
class ConnectionModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(bool isReal READ isReal NOTIFY changed)
    Q_PROPERTY(QString badge READ badge NOTIFY changed)
    Q_PROPERTY(QString context READ context NOTIFY changed)
    Q_PROPERTY(QString server READ server NOTIFY changed)
    Q_PROPERTY(QString user READ user NOTIFY changed)
    Q_PROPERTY(QString ns READ ns NOTIFY changed)
    Q_PROPERTY(bool isInsecure READ isInsecure NOTIFY changed)
    Q_PROPERTY(bool isConnected READ isConnected NOTIFY changed)
    Q_PROPERTY(bool isTroubled READ isTroubled NOTIFY changed)
    Q_PROPERTY(QString state READ state NOTIFY changed)
    Q_PROPERTY(QString trouble READ trouble NOTIFY changed)
    Q_PROPERTY(QString rights READ rights NOTIFY changed)
    Q_PROPERTY(QString unseen READ unseen NOTIFY changed)
    Q_PROPERTY(bool mayWrite READ mayWrite NOTIFY changed)
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY changed)
    Q_PROPERTY(bool isDisposable READ isDisposable NOTIFY changed)
    Q_PROPERTY(QStringList consent READ consent NOTIFY changed)
    Q_PROPERTY(QVariantMap ways READ ways NOTIFY changed)
    Q_PROPERTY(QStringList lacks READ lacks NOTIFY changed)

public:
    explicit ConnectionModel(session::CommandSink commands, QObject *parent = nullptr)
        : QObject(parent), m_commands(std::move(commands))
    {
    }

    [[nodiscard]] bool isReal() const { return m_state.has_value(); }
    [[nodiscard]] QString badge() const;   ///< "Real cluster: kind-dev"
    [[nodiscard]] QString context() const; ///< of the kubeconfig
    [[nodiscard]] QString server() const;  ///< its address
    [[nodiscard]] QString user() const;
    [[nodiscard]] QString ns() const; ///< the lesson's own
    [[nodiscard]] bool isInsecure() const { return m_state && m_state->isInsecure; }
    [[nodiscard]] bool isConnected() const;
    [[nodiscard]] bool isTroubled() const;
    [[nodiscard]] QString state() const;   ///< in a word or two
    [[nodiscard]] QString trouble() const; ///< what is wrong, and what is done about it; empty: nothing
    [[nodiscard]] QString rights() const;  ///< what may be changed now
    [[nodiscard]] QString unseen() const;  ///< what this user may not see; empty: nothing is known of such
    [[nodiscard]] bool mayWrite() const { return m_state && m_state->mayWrite; }
    [[nodiscard]] bool isBusy() const { return m_state && m_state->isBusy; }
    [[nodiscard]] bool isDisposable() const { return m_state && m_state->isDisposable; }
    [[nodiscard]] QStringList consent() const; ///< what a yes means, a sentence each
    [[nodiscard]] QStringList lacks() const;   ///< what cannot be done with a real cluster, a sentence each
    /// Which way the last request to each Service ("ns/name") went, a sentence each.
    [[nodiscard]] QVariantMap ways() const;
    /// Why something cannot be done; empty: it can.
    [[nodiscard]] QString whyNot(session::Lack lack) const;
    /// Why an object in that namespace cannot be changed; an empty one: a node. Empty: it can.
    [[nodiscard]] QString whyNoChange(const QString &ns) const;

    Q_INVOKABLE void allowWrites(bool mayWrite);
    Q_INVOKABLE void removeNamespace();
    Q_INVOKABLE void markDisposable(bool isDisposable);

    void apply(const session::Batch &batch);
    void setLanguage(const QString &language);

Q_SIGNALS:
    void changed();
    /// For everybody: it answers again.
    void recovered(const QString &text);

private:
    session::CommandSink m_commands;
    std::optional<session::ConnectionState> m_state;
    QString m_language;
};

} // namespace minato::viewmodels
