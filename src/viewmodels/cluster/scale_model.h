// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/cluster/workload_models.h"
#include "viewmodels/connection_model.h"

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace minato::viewmodels {

/// The wish for a number of replicas: what a stepper and a slider set is a `kubectl scale`, shown before it is run.
///
/// Time      Runs half a second after the last change, so that dragging is one command; or at once by commit().
class ScaleModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(int wanted READ wanted WRITE setWanted NOTIFY changed)
    Q_PROPERTY(int maximum READ maximum NOTIFY changed)
    Q_PROPERTY(bool isPending READ isPending NOTIFY changed)
    Q_PROPERTY(QString command READ command NOTIFY changed)
    Q_PROPERTY(QString whyNot READ whyNot NOTIFY changed)
    Q_PROPERTY(QString hint READ hint NOTIFY changed)

public:
    static constexpr int kPause = 500; ///< ms
    static constexpr int kMost = 200'000;

    ScaleModel(DeploymentModel &deployment, const ConnectionModel &connection, QObject *parent = nullptr);

    /// What is set and not run yet, else what the Deployment asks for.
    [[nodiscard]] int wanted() const { return m_wanted.value_or(m_deployment.desired()); }
    void setWanted(int replicas);
    /// Where a slider ends: well above what is asked for, and a round number.
    [[nodiscard]] int maximum() const { return m_maximum; }
    [[nodiscard]] bool isPending() const { return m_wanted.has_value(); }
    [[nodiscard]] QString command() const;
    /// Why a real cluster does not let it be done; empty: it can.
    [[nodiscard]] QString whyNot() const;
    [[nodiscard]] QString hint() const; ///< that, or the command
    Q_INVOKABLE void commit();
    Q_INVOKABLE void cancel();

Q_SIGNALS:
    void changed();
    void runRequested(const QString &command);

private:
    void onDeployment();

    DeploymentModel &m_deployment;
    const ConnectionModel &m_connection;
    QString m_name; ///< whose wish it is
    std::optional<int> m_wanted;
    int m_maximum = 10;
    QTimer m_timer;
};

} // namespace minato::viewmodels
