// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/context_list.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace minato::viewmodels {

/// The real clusters that the learner's kubeconfig knows, and what is wrong with it.
class ContextListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(bool isLoading READ isLoading NOTIFY changed)
    Q_PROPERTY(QString files READ files NOTIFY changed)
    Q_PROPERTY(QStringList troubles READ troubles NOTIFY changed)

public:
    enum Role {
        NameRole = Qt::UserRole,
        ServerRole,
        UserRole,
        DetailRole,
        TroubleRole,
        IsInsecureRole,
        IsCurrentRole
    };

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return rowCount(); }
    [[nodiscard]] bool isLoading() const { return m_isLoading; }
    [[nodiscard]] QString files() const { return m_files; } ///< where was looked
    [[nodiscard]] QStringList troubles() const;             ///< why there is no list, a sentence each

    /// Reads them, perhaps once more: a file may have changed.
    Q_INVOKABLE void read() { Q_EMIT readAsked(); }
    /// Opens one for reading: with the first lesson, or just to look.
    Q_INVOKABLE void open(const QString &context, bool hasLesson) { Q_EMIT openAsked(context, hasLesson); }
    void setContexts(QString files, remote::Checked<std::vector<remote::ContextChoice>> contexts);
    void setLanguage(const QString &language);

Q_SIGNALS:
    void changed();
    void readAsked();
    void openAsked(const QString &context, bool hasLesson);

private:
    [[nodiscard]] QString sentences(const remote::Troubles &troubles) const;
    [[nodiscard]] QString detail(const remote::ContextChoice &choice) const;

    std::vector<remote::ContextChoice> m_contexts;
    remote::Troubles m_troubles;
    QString m_files, m_language;
    bool m_isLoading = true;
};

} // namespace minato::viewmodels
