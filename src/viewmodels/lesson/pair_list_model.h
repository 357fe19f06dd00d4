// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/lesson/block_list_model.h"

#include <QAbstractListModel>
#include <QTranslator>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace minato::viewmodels {

/// A block of a page and the one that says the same in another language, by their rows; -1: there is none.
struct BlockPair {
    int first = -1, second = -1;
    friend bool operator==(const BlockPair &, const BlockPair &) = default;
};

/// Puts the blocks of two languages side by side: by the ids of their segments, and in a segment by kind, in
/// order. A text that stands in for one that its language lacks counts as missing.
[[nodiscard]] std::vector<BlockPair> alignBlocks(const std::vector<Block> &first,
                                                 const std::vector<Block> &second);

/// A page in two languages, pair by pair. What the reader does to one side (guesses an answer) is
/// seen on both.
class PairListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")

public:
    enum Role { KindRole = Qt::UserRole, IsSharedRole, JapaneseRole, EnglishRole, OwnRowRole };

    /// `own`: in the language of the window; `other`: in the other one.
    PairListModel(BlockListModel &own, BlockListModel &other, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Whether the window is in Japanese.
    void setJapanese(bool isOwnJapanese);
    void rebuild();
    Q_INVOKABLE void choose(int row, int choice);

private:
    [[nodiscard]] QVariantMap ownSide(const BlockPair &pair) const;
    /// Its words are in its own language, its marks (the guess) those of the own side.
    [[nodiscard]] QVariantMap otherSide(const BlockPair &pair) const;
    /// What a block's delegate needs, by BlockListModel's names; for a missing one `gap` says so.
    [[nodiscard]] static QVariantMap side(const BlockListModel &blocks, int row, bool isJapanese);
    [[nodiscard]] bool isShared(const BlockPair &pair) const;

    BlockListModel &m_own, &m_other;
    std::vector<BlockPair> m_pairs;
    QTranslator m_otherTexts;
    bool m_isOwnJapanese = false, m_hasOtherTexts = false;
};

} // namespace minato::viewmodels
