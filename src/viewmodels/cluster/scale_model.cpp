// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/cluster/scale_model.h"

#include <algorithm>

namespace minato::viewmodels {

ScaleModel::ScaleModel(DeploymentModel &deployment, const ConnectionModel &connection, QObject *parent)
    : QObject(parent), m_deployment(deployment), m_connection(connection)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kPause);
    connect(&m_timer, &QTimer::timeout, this, &ScaleModel::commit);
    connect(&m_deployment, &DeploymentModel::changed, this, &ScaleModel::onDeployment);
    connect(&m_connection, &ConnectionModel::changed, this, &ScaleModel::changed);
}

void ScaleModel::onDeployment()
{
    const QString name = m_deployment.ns() + u'/' + m_deployment.name();
    if (name != m_name)
        cancel(); // a wish for another one
    m_name = name;
    const int desired = m_deployment.desired();
    // It moves when it must, not while somebody drags.
    if (!isPending() && (desired * 5 > m_maximum * 4 || desired * 20 < m_maximum)) {
        int round = 10;
        for (int i = 0; round < desired * 5 / 4 + 1; ++i)
            round = i % 3 == 0 ? round * 2 : i % 3 == 1 ? round * 5 / 2 : round * 2;
        m_maximum = round;
    }
    Q_EMIT changed();
}

void ScaleModel::setWanted(int replicas)
{
    replicas = std::clamp(replicas, 0, kMost);
    if (replicas == wanted())
        return;
    if (!whyNot().isEmpty()) {
        Q_EMIT changed(); // what was moved goes back
        return;
    }
    m_wanted = replicas;
    m_timer.start();
    if (replicas == m_deployment.desired())
        cancel();
    Q_EMIT changed();
}

QString ScaleModel::command() const
{
    if (!m_deployment.exists())
        return {};
    const QString ns = m_deployment.ns();
    return QStringLiteral("kubectl scale deployment/%1 --replicas=%2%3")
        .arg(m_deployment.name())
        .arg(wanted())
        .arg(ns == QLatin1String("default") ? QString() : QStringLiteral(" -n ") + ns);
}

QString ScaleModel::whyNot() const
{
    return m_deployment.exists() ? m_connection.whyNoChange(m_deployment.ns()) : QString();
}

QString ScaleModel::hint() const
{
    const QString why = whyNot();
    return why.isEmpty() ? command() : why;
}

void ScaleModel::commit()
{
    m_timer.stop();
    if (!isPending())
        return;
    const QString line = command();
    m_wanted.reset();
    Q_EMIT runRequested(line);
    Q_EMIT changed();
}

void ScaleModel::cancel()
{
    m_timer.stop();
    m_wanted.reset();
}

} // namespace minato::viewmodels
