// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/batch.h"
#include "viewmodels/cluster/pod_store.h"
#include "viewmodels/row_sync.h"

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <map>
#include <string>
#include <tuple>

namespace minato::viewmodels {

/// The Deployment that is looked at: the chosen one, else the first by name.
class DeploymentModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(bool exists READ exists NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString ns READ ns NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(bool isPaused READ isPaused NOTIFY changed)
    Q_PROPERTY(int desired READ desired NOTIFY changed)
    Q_PROPERTY(int ready READ ready NOTIFY changed)
    Q_PROPERTY(double progress READ progress NOTIFY changed)
    Q_PROPERTY(QString readyText READ readyText NOTIFY changed)
    Q_PROPERTY(QString summary READ summary NOTIFY changed)

public:
    using QObject::QObject;

    [[nodiscard]] bool exists() const { return !m_known.empty(); }
    [[nodiscard]] QString name() const { return QString::fromStdString(shown().name); }
    [[nodiscard]] QString ns() const { return QString::fromStdString(shown().ns); }
    [[nodiscard]] int count() const { return static_cast<int>(m_known.size()); }
    [[nodiscard]] bool isPaused() const { return shown().isPaused; }
    [[nodiscard]] bool isPausedAt(const std::string &ns, const std::string &name) const
    {
        const auto found = m_known.find(ns + '/' + name);
        return found != m_known.end() && found->second.isPaused;
    }
    [[nodiscard]] int desired() const { return shown().desired; }
    [[nodiscard]] int ready() const { return shown().ready; }
    [[nodiscard]] double progress() const;
    [[nodiscard]] QString readyText() const;
    [[nodiscard]] QString summary() const;
    [[nodiscard]] const session::DeploymentState &shown() const;

    void apply(const session::Changes<session::DeploymentState> &changes);
    /// Looks at another one: false when there is none of that name.
    bool choose(const std::string &ns, const std::string &name);
    /// The one after it by name, and around.
    Q_INVOKABLE void chooseNext();

Q_SIGNALS:
    void changed();

private:
    std::map<std::string, session::DeploymentState> m_known; ///< by namespace/name
    std::map<std::string, std::string> m_keys;               ///< by UID
    std::string m_chosen;                                    ///< its key; empty: the first
};

struct ReplicaSetRow {
    session::ReplicaSetState state;
    bool isNewest = false;
    Mark mark = Mark::None;

    [[nodiscard]] const std::string &key() const { return state.uid; }
    friend bool operator==(const ReplicaSetRow &, const ReplicaSetRow &) = default;
    /// The newest revision first.
    friend bool operator<(const ReplicaSetRow &a, const ReplicaSetRow &b)
    {
        return std::tie(b.state.revision, a.state.name, a.state.uid) <
               std::tie(a.state.revision, b.state.name, b.state.uid);
    }
};

/// The ReplicaSets of the Deployment that is looked at: the newest, and older ones that still have Pods.
class ReplicaSetListModel : public RowModel<ReplicaSetRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        NsRole = Qt::UserRole,
        NameRole,
        TextRole,
        IsNewestRole,
        DesiredRole,
        ReadyRole,
        SummaryRole,
        MarkRole
    };

    explicit ReplicaSetListModel(QObject *parent = nullptr);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return rowCount(); }
    [[nodiscard]] const std::map<std::string, session::ReplicaSetState> &known() const { return m_known; }

    void apply(const session::Changes<session::ReplicaSetState> &changes);
    /// Shows those of a Deployment, marked by `mark`.
    void show(const session::DeploymentState &deployment,
              const std::function<Mark(const session::ReplicaSetState &)> &mark);

Q_SIGNALS:
    void countChanged();

private:
    std::map<std::string, session::ReplicaSetState> m_known; ///< by UID
};

/// The Service that is looked at: the chosen one, else the first by name, the cluster's own left aside.
class ServiceModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(bool exists READ exists NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString ns READ ns NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(QString endpointsText READ endpointsText NOTIFY changed)
    Q_PROPERTY(QString addressText READ addressText NOTIFY changed)
    Q_PROPERTY(QString entryText READ entryText NOTIFY changed)
    Q_PROPERTY(int endpoints READ endpoints NOTIFY changed)
    Q_PROPERTY(QString summary READ summary NOTIFY changed)

public:
    using QObject::QObject;

    [[nodiscard]] bool exists() const { return !m_known.empty(); }
    [[nodiscard]] QString name() const { return QString::fromStdString(shown().name); }
    [[nodiscard]] QString ns() const { return QString::fromStdString(shown().ns); }
    [[nodiscard]] int count() const { return static_cast<int>(m_known.size()); }
    /// "3 endpoints ready, 1 only until it has stopped".
    [[nodiscard]] QString endpointsText() const;
    [[nodiscard]] QString addressText() const;
    [[nodiscard]] QString entryText() const;
    [[nodiscard]] int endpoints() const { return shown().readyEndpoints; }
    [[nodiscard]] QString summary() const;
    [[nodiscard]] const session::ServiceState &shown() const;
    /// "default/web"; empty when there is none.
    [[nodiscard]] std::string key() const;

    void apply(const session::Changes<session::ServiceState> &changes);
    bool choose(const std::string &ns, const std::string &name);
    Q_INVOKABLE void chooseNext();
    [[nodiscard]] const std::map<std::string, session::ServiceState> &known() const { return m_known; }

Q_SIGNALS:
    void changed();

private:
    std::map<std::string, session::ServiceState> m_known;
    std::map<std::string, std::string> m_keys;
    std::string m_chosen;
};

} // namespace minato::viewmodels
