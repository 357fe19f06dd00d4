// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/batch.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace minato::viewmodels {

/// Where the cluster is published for a kubectl outside.
class ServedModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(QString url READ url NOTIFY changed)
    Q_PROPERTY(QString command READ command NOTIFY changed)

public:
    using QObject::QObject;

    [[nodiscard]] QString url() const { return QString::fromStdString(m_state.url); } ///< empty: nowhere
    [[nodiscard]] QString command() const;                                            ///< what to type there
    Q_INVOKABLE void copyCommand() const;

    void apply(const session::Batch &batch);

Q_SIGNALS:
    void changed();

private:
    session::ServedState m_state;
};

} // namespace minato::viewmodels
