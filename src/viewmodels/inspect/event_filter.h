// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>
#include <QtQml/qqmlregistration.h>

namespace minato::viewmodels {

/// The Events that hold a text, or the warnings alone.
class EventFilter : public QSortFilterProxyModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY changed)
    Q_PROPERTY(bool warningsOnly READ warningsOnly WRITE setWarningsOnly NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(QString countText READ countText NOTIFY countChanged)

public:
    explicit EventFilter(QObject *parent = nullptr);

    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString &text);
    [[nodiscard]] bool warningsOnly() const { return m_warningsOnly; }
    void setWarningsOnly(bool warningsOnly);
    [[nodiscard]] int count() const { return rowCount(); }
    /// "3 events"
    [[nodiscard]] QString countText() const;
    void retranslate() { Q_EMIT countChanged(); }

Q_SIGNALS:
    void changed();
    void countChanged();

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_text;
    bool m_warningsOnly = false;
};

} // namespace minato::viewmodels
