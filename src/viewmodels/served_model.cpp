// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/served_model.h"

#include <QClipboard>
#include <QGuiApplication>

namespace minato::viewmodels {

QString ServedModel::command() const
{
    return m_state.url.empty() ? QString()
                               : QStringLiteral("kubectl --kubeconfig=%1 get nodes")
                                     .arg(QString::fromStdString(m_state.kubeconfigFile));
}

void ServedModel::copyCommand() const
{
    QGuiApplication::clipboard()->setText(command());
}

void ServedModel::apply(const session::Batch &batch)
{
    if (!batch.served)
        return;
    m_state = *batch.served;
    Q_EMIT changed();
}

} // namespace minato::viewmodels
