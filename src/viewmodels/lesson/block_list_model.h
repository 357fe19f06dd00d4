// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/lesson/blocks.h"
#include "viewmodels/lesson/lesson_content.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <map>
#include <set>

namespace minato::viewmodels {

/// The blocks of one page of a lesson, with what the reader did to them: ran a command, guessed an answer.
class BlockListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")

public:
    /// The order is Block::Kind's.
    enum Kind { Heading, Paragraph, List, Code, Callout, Predict, Table };
    Q_ENUM(Kind)
    enum Role {
        KindRole = Qt::UserRole,
        LevelRole,
        HtmlRole,
        ItemsRole,
        IsOrderedRole,
        CodeRole,
        LanguageRole,
        CodeLabelRole,
        IsRunnableRole,
        HasRunRole,
        CalloutRole,
        LabelRole,
        TitleRole,
        ColumnsRole,
        ChosenRole,
        VerdictRole,
        VerdictTextRole
    };

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Shows a page. The same page in another language keeps its delegates when its blocks are alike.
    void show(const LessonContent::Page &page);
    void retranslate();
    [[nodiscard]] const std::vector<Block> &blocks() const { return m_blocks; }

    /// The text above a callout, as an id.
    [[nodiscard]] static const char *calloutLabelId(const Block &block);

    /// Marks a code block as run and gives its commands.
    [[nodiscard]] QString run(int row);
    /// All that can be run on the page, a line each.
    [[nodiscard]] QString commands() const;
    /// Remembers the reader's guess, from 0.
    Q_INVOKABLE void choose(int row, int choice);

private:
    [[nodiscard]] static QString codeLabel(const Block &block);
    [[nodiscard]] static QStringList phrases(const QStringList &items);
    [[nodiscard]] int guess() const; ///< -1: none yet
    [[nodiscard]] bool isExplanation(const Block &block) const;
    [[nodiscard]] QString verdictText(const Block &block) const;
    [[nodiscard]] QVariant codeData(const Block &block, int row, int role) const;

    QString m_page;
    std::optional<LessonContent::Prediction> m_prediction;
    std::vector<Block> m_blocks;
    std::map<QString, std::set<int>> m_run; ///< by page: rows whose code was run
    std::map<QString, int> m_guesses;       ///< by page
};

} // namespace minato::viewmodels
