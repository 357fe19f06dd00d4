// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace minato::viewmodels {

/// What the simulated cluster does otherwise than Kubernetes: one row for each part of the source that says so.
///
/// Inputs    :/minato/differences.json, which the build collects from the "Differs" lines of the headers and
///           their translations (tools/differences.py)
/// Order     that of the file: by part, as a reader meets them
class DifferencesModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)

public:
    enum Role { PartRole = Qt::UserRole, SourceRole };

    explicit DifferencesModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole: the sentences, in the language.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] QString language() const { return m_language; }
    void setLanguage(const QString &language); ///< "ja" or "en"

Q_SIGNALS:
    void languageChanged();

private:
    struct Text {
        QString ja, en;
    };
    struct Row {
        Text part, text;
        QString source; ///< the header, below src/
    };
    [[nodiscard]] const QString &inLanguage(const Text &text) const;

    std::vector<Row> m_rows;
    QString m_language = QStringLiteral("en");
};

} // namespace minato::viewmodels
