// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/differences_model.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace minato::viewmodels {

DifferencesModel::DifferencesModel(QObject *parent) : QAbstractListModel(parent)
{
    QFile file(QStringLiteral(":/minato/differences.json"));
    if (!file.open(QIODevice::ReadOnly))
        return;
    const auto text = [](const QJsonValue &value) {
        return Text{value[u"ja"].toString(), value[u"en"].toString()};
    };
    const QJsonArray rows = QJsonDocument::fromJson(file.readAll()).array();
    for (const QJsonValue &row : rows)
        m_rows.push_back({text(row[u"part"]), text(row), row[u"source"].toString()});
}

int DifferencesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant DifferencesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return inLanguage(row.text);
    case PartRole:
        return inLanguage(row.part);
    case SourceRole:
        return row.source;
    default:
        return {};
    }
}

QHash<int, QByteArray> DifferencesModel::roleNames() const
{
    return {{Qt::DisplayRole, "sentences"}, {PartRole, "part"}, {SourceRole, "source"}};
}

void DifferencesModel::setLanguage(const QString &language)
{
    if (m_language == language)
        return;
    beginResetModel(); // the parts' names are sections of the view
    m_language = language;
    endResetModel();
    Q_EMIT languageChanged();
}

const QString &DifferencesModel::inLanguage(const Text &text) const
{
    return m_language == QLatin1String("ja") ? text.ja : text.en;
}

} // namespace minato::viewmodels
