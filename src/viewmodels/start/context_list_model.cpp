// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/start/context_list_model.h"

#include <QCoreApplication>

namespace minato::viewmodels {

int ContextListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_contexts.size());
}

QVariant ContextListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const remote::ContextChoice &choice = m_contexts[static_cast<std::size_t>(index.row())];
    switch (role) {
    case NameRole:
    case Qt::DisplayRole:
        return QString::fromStdString(choice.name);
    case ServerRole:
        return QString::fromStdString(choice.server);
    case UserRole:
        return QString::fromStdString(choice.user);
    case DetailRole:
        return detail(choice);
    case TroubleRole:
        return sentences(choice.troubles);
    case IsInsecureRole:
        return choice.isInsecure;
    case IsCurrentRole:
        return choice.isCurrent;
    default:
        return {};
    }
}

QHash<int, QByteArray> ContextListModel::roleNames() const
{
    return {{NameRole, "name"},          {ServerRole, "server"},   {UserRole, "user"},
            {DetailRole, "detail"},      {TroubleRole, "trouble"}, {IsInsecureRole, "isInsecure"},
            {IsCurrentRole, "isCurrent"}};
}

QString ContextListModel::detail(const remote::ContextChoice &choice) const
{
    const QString user = QString::fromStdString(choice.user);
    //: Below the name of a real cluster's context. %1: the server, "127.0.0.1:6443". %2: the user.
    //% "%1 as %2"
    QString text = qtTrId("contexts.detail").arg(QString::fromStdString(choice.server), user);
    if (choice.server.empty() || choice.user.empty())
        text = choice.server.empty() ? user : QString::fromStdString(choice.server);
    if (choice.usesProgram)
        //: Follows server and user of a real cluster's context.
        //% " · runs a program to log in"
        text += qtTrId("contexts.program");
    return text;
}

QString ContextListModel::sentences(const remote::Troubles &troubles) const
{
    using remote::Language;
    const Language language = m_language == QLatin1String("ja") ? Language::Japanese : Language::English;
    QStringList lines;
    for (const remote::Trouble &trouble : troubles)
        lines += QString::fromStdString(base::toString(diagnosticOf(trouble, language)));
    return lines.join(u'\n');
}

QStringList ContextListModel::troubles() const
{
    QStringList lines;
    for (const remote::Trouble &trouble : m_troubles)
        lines += sentences({trouble});
    return lines;
}

void ContextListModel::setContexts(QString files,
                                   remote::Checked<std::vector<remote::ContextChoice>> contexts)
{
    beginResetModel();
    m_isLoading = false;
    m_files = std::move(files);
    m_contexts = contexts ? *std::move(contexts) : std::vector<remote::ContextChoice>();
    m_troubles = contexts ? remote::Troubles() : std::move(contexts.error());
    endResetModel();
    Q_EMIT changed();
}

void ContextListModel::setLanguage(const QString &language)
{
    m_language = language;
    if (!m_contexts.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    Q_EMIT changed();
}

} // namespace minato::viewmodels
