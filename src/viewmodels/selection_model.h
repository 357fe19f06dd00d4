// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace minato::viewmodels {

/// The one object of the cluster that the learner looks at now. Every part of the window that shows objects
/// sets it and follows it: cards, Pods, events, charts, what the terminal printed, the inspector.
class SelectionModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(bool isEmpty READ isEmpty NOTIFY changed)
    Q_PROPERTY(QString kind READ kind NOTIFY changed)
    Q_PROPERTY(QString ns READ ns NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)

public:
    using QObject::QObject;

    [[nodiscard]] bool isEmpty() const { return m_name.isEmpty(); }
    [[nodiscard]] QString kind() const { return m_kind; } ///< as in a manifest: "Pod", "ReplicaSet", …
    [[nodiscard]] QString ns() const { return m_ns; }     ///< empty for what has none, such as a Node
    [[nodiscard]] QString name() const { return m_name; }

    Q_INVOKABLE void select(const QString &kind, const QString &ns, const QString &name);
    Q_INVOKABLE void clear() { select({}, {}, {}); }
    [[nodiscard]] Q_INVOKABLE bool isSelected(const QString &kind, const QString &ns,
                                              const QString &name) const;

Q_SIGNALS:
    void changed();

private:
    QString m_kind, m_ns, m_name;
};

} // namespace minato::viewmodels
