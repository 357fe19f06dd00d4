// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace minato::viewmodels {

class ClusterModel;
class ConnectionModel;

/// What can be done with one object of the cluster: each entry is a command line, and doing it runs that line in the
/// terminal, for all to see.
class ActionsModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(QString kind READ kind NOTIFY changed)
    Q_PROPERTY(QString ns READ ns NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)

public:
    enum Role { TextRole = Qt::UserRole, CommandRole, QuestionRole, BeginsGroupRole, WhyNotRole };

    ActionsModel(const ClusterModel &cluster, const ConnectionModel &connection, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return rowCount(); }
    [[nodiscard]] QString kind() const { return m_kind; }
    [[nodiscard]] QString ns() const { return m_ns; }
    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] QString title() const; ///< "Pod web-…"

    /// Lists what can be done with an object; false when nothing can.
    Q_INVOKABLE bool open(const QString &kind, const QString &ns, const QString &name);
    [[nodiscard]] Q_INVOKABLE QString commandAt(int row) const;
    /// What a person should say yes to before; empty: nothing is lost by it.
    [[nodiscard]] Q_INVOKABLE QString questionAt(int row) const;
    /// Why that cannot be done; empty: it can.
    [[nodiscard]] Q_INVOKABLE QString whyNotAt(int row) const;
    /// Runs the line of that row in the terminal.
    Q_INVOKABLE void run(int row);
    void retranslate();

Q_SIGNALS:
    void changed();
    void runRequested(const QString &command);

private:
    struct Action {
        QString text, command, question, whyNot;
        bool beginsGroup = false;
    };
    void list();
    void listNode();
    void listPod();
    void listReplicaSet();
    void listDeployment();
    void listService();
    void add(const QString &text, const QString &command, const QString &question = {});
    [[nodiscard]] QString whyNot(const QString &command) const;
    void addLooks(const QString &resource);
    void beginGroup() { m_beginsGroup = true; }
    [[nodiscard]] QString inNamespace() const; ///< " -n NS", or nothing for the default one

    const ClusterModel &m_cluster;
    const ConnectionModel &m_connection;
    QString m_kind, m_ns, m_name;
    std::vector<Action> m_actions;
    bool m_beginsGroup = false;
};

} // namespace minato::viewmodels
