// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/ask.h"
#include "viewmodels/commands/command_registry.h"

#include <QTranslator>
#include <QtQml/qqmlregistration.h>

#include <memory>
#include <vector>

namespace minato::viewmodels {

class AppModel;

/// Finds what was typed among the window's commands (by their names in both languages), the lesson's pages and
/// the cluster's objects.
///
/// Order     what was chosen lately first, then by how well it fits, then as the commands are listed
/// Promise   It looks at nothing before open(), keeps at most kMaxRows rows, and offers at most kMaxObjects of a
///           large cluster, so that typing stays quick.
class PaletteModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged)
    Q_PROPERTY(int count READ count NOTIFY queryChanged)
    Q_PROPERTY(QString countText READ countText NOTIFY queryChanged)

public:
    static constexpr int kMaxRows = 60, kMaxRecent = 8, kMaxObjects = 2000;
    enum Role { TextRole = Qt::UserRole, GroupRole, KeysRole, GlyphRole };

    explicit PaletteModel(AppModel &app); ///< which owns it
    ~PaletteModel() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] QString query() const { return m_query; }
    [[nodiscard]] int count() const { return rowCount(); }
    [[nodiscard]] QString countText() const; ///< for screen readers
    void setQuery(const QString &query);

    /// Takes stock of what there is, and forgets the query.
    Q_INVOKABLE void open();
    Q_INVOKABLE void choose(int row);
    /// Asks for all texts anew, for the same query.
    void retranslate();

Q_SIGNALS:
    void queryChanged();

private:
    struct Entry {
        QString id, text, group, keys, glyph;
        QStringList sought; ///< folded
        std::function<void()> run;
    };
    void addCommands();
    void addPages();
    void addObjects();
    void addObject(const session::ObjectName &object);
    [[nodiscard]] QStringList inBothLanguages(const CommandRegistry::Label &label);
    void search();

    AppModel &m_app;
    std::vector<Entry> m_entries;
    std::vector<std::size_t> m_rows;
    QStringList m_recent;
    QString m_query;
    std::unique_ptr<QTranslator> m_other; ///< the texts of the language that is not shown
    QString m_otherLanguage;
};

} // namespace minato::viewmodels
