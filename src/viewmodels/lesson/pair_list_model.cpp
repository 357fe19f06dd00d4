// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/lesson/pair_list_model.h"

#include <QCoreApplication>

#include <algorithm>

namespace minato::viewmodels {
namespace {

QString gapText(bool isJapanese)
{
    if (isJapanese)
        //: In a lesson in two languages, where one of them lacks a paragraph.
        //% "This part is not there in Japanese yet."
        return qtTrId("pair.gap.ja");
    //: In a lesson in two languages, where one of them lacks a paragraph.
    //% "This part is not there in English yet."
    return qtTrId("pair.gap.en");
}

/// The rows of one segment.
struct Section {
    QString segment;
    std::vector<int> rows; ///< empty: its language lacks it
};

std::vector<Section> sections(const std::vector<Block> &blocks)
{
    std::vector<Section> sections;
    for (int row = 0; row < static_cast<int>(blocks.size()); ++row) {
        const Block &block = blocks[static_cast<std::size_t>(row)];
        if (sections.empty() || sections.back().segment != block.segment)
            sections.push_back({block.segment, {}});
        if (!block.isBorrowed)
            sections.back().rows.push_back(row);
    }
    return sections;
}

/// Aligns the blocks of one segment: the longest common sequence of kinds; what is left over stands alone.
class SegmentAligner {
public:
    SegmentAligner(const std::vector<Block> &first, const std::vector<Block> &second)
        : m_first(first), m_second(second)
    {
    }

    void align(const std::vector<int> &a, const std::vector<int> &b, std::vector<BlockPair> &into) const
    {
        const auto lengths = commonLengths(a, b);
        std::size_t i = 0, j = 0;
        while (i < a.size() || j < b.size()) {
            if (i < a.size() && j < b.size() && isAlike(a[i], b[j]))
                into.push_back({a[i++], b[j++]});
            else if (j == b.size() || (i < a.size() && lengths[i + 1][j] >= lengths[i][j + 1]))
                into.push_back({a[i++], -1});
            else
                into.push_back({-1, b[j++]});
        }
    }

private:
    using Lengths = std::vector<std::vector<int>>;

    [[nodiscard]] bool isAlike(int first, int second) const
    {
        const Block &a = m_first[static_cast<std::size_t>(first)];
        const Block &b = m_second[static_cast<std::size_t>(second)];
        return a.kind == b.kind && a.info == b.info;
    }
    /// Of what begins at i and j.
    [[nodiscard]] Lengths commonLengths(const std::vector<int> &a, const std::vector<int> &b) const
    {
        Lengths lengths(a.size() + 1, std::vector<int>(b.size() + 1, 0));
        for (std::size_t i = a.size(); i-- > 0;)
            for (std::size_t j = b.size(); j-- > 0;)
                lengths[i][j] = isAlike(a[i], b[j]) ? lengths[i + 1][j + 1] + 1
                                                    : std::max(lengths[i + 1][j], lengths[i][j + 1]);
        return lengths;
    }

    const std::vector<Block> &m_first, &m_second;
};

} // namespace

std::vector<BlockPair> alignBlocks(const std::vector<Block> &first, const std::vector<Block> &second)
{
    const auto left = sections(first), right = sections(second);
    const SegmentAligner aligner(first, second);
    std::vector<BlockPair> pairs;
    std::size_t next = 0; // of the right
    const auto takeRightUntil = [&](std::size_t end) {
        for (; next < end; ++next)
            aligner.align({}, right[next].rows, pairs);
    };
    for (const Section &section : left) {
        const auto from = right.begin() + static_cast<std::ptrdiff_t>(next);
        const auto same = std::find_if(
            from, right.end(), [&](const Section &other) { return other.segment == section.segment; });
        if (same == right.end()) {
            aligner.align(section.rows, {}, pairs);
            continue;
        }
        takeRightUntil(static_cast<std::size_t>(same - right.begin()));
        aligner.align(section.rows, same->rows, pairs);
        ++next;
    }
    takeRightUntil(right.size());
    return pairs;
}

PairListModel::PairListModel(BlockListModel &own, BlockListModel &other, QObject *parent)
    : QAbstractListModel(parent), m_own(own), m_other(other)
{
    connect(&own, &QAbstractItemModel::dataChanged, this, &PairListModel::rebuild);
}

int PairListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_pairs.size());
}

bool PairListModel::isShared(const BlockPair &pair) const
{
    if (pair.first < 0 || pair.second < 0)
        return false;
    const Block &own = m_own.blocks()[static_cast<std::size_t>(pair.first)];
    const Block &other = m_other.blocks()[static_cast<std::size_t>(pair.second)];
    return own.kind == Block::Kind::Code && own.code == other.code;
}

QVariantMap PairListModel::side(const BlockListModel &blocks, int row, bool isJapanese)
{
    if (row < 0)
        return {{QStringLiteral("gap"), gapText(isJapanese)}};
    QVariantMap side;
    const auto roles = blocks.roleNames();
    for (const auto &[role, name] : roles.asKeyValueRange())
        side.insert(QString::fromLatin1(name), blocks.data(blocks.index(row), role));
    return side;
}

QVariantMap PairListModel::ownSide(const BlockPair &pair) const
{
    return side(m_own, pair.first, m_isOwnJapanese);
}

QVariantMap PairListModel::otherSide(const BlockPair &pair) const
{
    QVariantMap map = side(m_other, pair.second, !m_isOwnJapanese);
    if (pair.second < 0)
        return map;
    const char *label =
        BlockListModel::calloutLabelId(m_other.blocks()[static_cast<std::size_t>(pair.second)]);
    if (const QString text = m_otherTexts.translate("", label); !text.isEmpty())
        map[QStringLiteral("label")] = text;
    map[QStringLiteral("chosen")] =
        pair.first < 0 ? -1 : m_own.data(m_own.index(pair.first), BlockListModel::ChosenRole);
    map[QStringLiteral("verdict")] = QString();
    return map;
}

QVariant PairListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const BlockPair &pair = m_pairs[static_cast<std::size_t>(index.row())];
    switch (role) {
    case KindRole:
        return pair.first >= 0 ? m_own.data(m_own.index(pair.first), BlockListModel::KindRole)
                               : m_other.data(m_other.index(pair.second), BlockListModel::KindRole);
    case IsSharedRole:
        return isShared(pair);
    case JapaneseRole:
        return m_isOwnJapanese ? ownSide(pair) : otherSide(pair);
    case EnglishRole:
        return m_isOwnJapanese ? otherSide(pair) : ownSide(pair);
    case OwnRowRole:
        return pair.first;
    default:
        return {};
    }
}

QHash<int, QByteArray> PairListModel::roleNames() const
{
    return {{KindRole, "kind"},
            {IsSharedRole, "isShared"},
            {JapaneseRole, "japanese"},
            {EnglishRole, "english"},
            {OwnRowRole, "ownRow"}};
}

void PairListModel::setJapanese(bool isOwnJapanese)
{
    if (m_hasOtherTexts && m_isOwnJapanese == isOwnJapanese)
        return;
    m_isOwnJapanese = isOwnJapanese;
    m_hasOtherTexts = m_otherTexts.load(
        isOwnJapanese ? QStringLiteral("minato_en") : QStringLiteral("minato_ja"), QStringLiteral(":/i18n"));
}

void PairListModel::rebuild()
{
    auto pairs =
        m_other.blocks().empty() ? std::vector<BlockPair>() : alignBlocks(m_own.blocks(), m_other.blocks());
    if (pairs == m_pairs) {
        if (!pairs.empty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_pairs = std::move(pairs);
    endResetModel();
}

void PairListModel::choose(int row, int choice)
{
    if (row < 0 || row >= rowCount())
        return;
    const BlockPair &pair = m_pairs[static_cast<std::size_t>(row)];
    if (pair.first >= 0)
        m_own.choose(pair.first, choice);
}

} // namespace minato::viewmodels
