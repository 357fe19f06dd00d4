// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/lesson/block_list_model.h"

#include "viewmodels/lesson/phrases.h"

#include <QCoreApplication>

namespace minato::viewmodels {
namespace {

bool isRunnable(const Block &block)
{
    return block.info == QLatin1String("console run");
}

} // namespace

int BlockListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_blocks.size());
}

QString BlockListModel::codeLabel(const Block &block)
{
    const QString language = block.info.section(u' ', 0, 0);
    if (language == QLatin1String("console"))
        //: Header of a code block with commands to run in the terminal.
        //% "Commands"
        return qtTrId("code.commands");
    if (language == QLatin1String("output"))
        //: Header of a code block that shows what a command prints.
        //% "Example output"
        return qtTrId("code.output");
    if (language == QLatin1String("text"))
        //: Header of a code block without a language.
        //% "Text"
        return qtTrId("code.text");
    return language.toUpper(); // YAML, JSON: the same in every language
}

const char *BlockListModel::calloutLabelId(const Block &block)
{
    if (block.callout == QLatin1String("TIP"))
        //: Heading of a box in a lesson: a better way to work.
        //% "Tip"
        return QT_TRID_NOOP("callout.tip");
    if (block.callout == QLatin1String("WARNING"))
        //: Heading of a box in a lesson: what may go wrong.
        //% "Careful"
        return QT_TRID_NOOP("callout.warning");
    if (block.callout == QLatin1String("WHY"))
        //: Heading of a box in a lesson: the explanation after the action.
        //% "Why?"
        return QT_TRID_NOOP("callout.why");
    if (block.callout == QLatin1String("PREDICT"))
        //: Heading of a box in a lesson: a question before the action.
        //% "What do you expect?"
        return QT_TRID_NOOP("callout.predict");
    //: Heading of a box in a lesson: worth knowing, but not needed.
    //% "Note"
    return QT_TRID_NOOP("callout.note");
}

QStringList BlockListModel::phrases(const QStringList &items)
{
    QStringList kept;
    for (const QString &item : items)
        kept += keepPhrases(item);
    return kept;
}

int BlockListModel::guess() const
{
    const auto it = m_guesses.find(m_page);
    return it == m_guesses.end() ? -1 : it->second;
}

bool BlockListModel::isExplanation(const Block &block) const
{
    return block.kind == Block::Kind::Callout && m_prediction && m_prediction->explain == block.segment;
}

QString BlockListModel::verdictText(const Block &block) const
{
    if (guess() < 0 || !isExplanation(block))
        return {};
    for (const Block &question : m_blocks) {
        if (question.kind != Block::Kind::Predict || guess() >= question.items.size())
            continue;
        const QString choice = plainText(question.items[guess()]);
        if (guess() + 1 == m_prediction->answer)
            //: %1 is the answer that the reader chose before trying it out.
            //% "You expected: %1. That is what happened."
            return qtTrId("predict.right").arg(choice);
        //: %1 is the answer that the reader chose before trying it out.
        //% "You expected: %1. It turned out otherwise."
        return qtTrId("predict.wrong").arg(choice);
    }
    return {};
}

QVariant BlockListModel::codeData(const Block &block, int row, int role) const
{
    switch (role) {
    case CodeRole:
        return block.code;
    case LanguageRole:
        return block.info.section(u' ', 0, 0);
    case CodeLabelRole:
        return codeLabel(block);
    case IsRunnableRole:
        return isRunnable(block);
    default: {
        const auto run = m_run.find(m_page);
        return run != m_run.end() && run->second.contains(row);
    }
    }
}

QVariant BlockListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Block &block = m_blocks[static_cast<std::size_t>(index.row())];
    switch (role) {
    case KindRole:
        return int(block.kind);
    case LevelRole:
        return block.level;
    case HtmlRole:
    case Qt::DisplayRole:
        return block.kind == Block::Kind::Heading ? keepPhrases(block.html) : block.html;
    case ItemsRole:
        return block.kind == Block::Kind::Predict ? phrases(block.items) : block.items;
    case IsOrderedRole:
        return block.isOrdered;
    case CodeRole:
    case LanguageRole:
    case CodeLabelRole:
    case IsRunnableRole:
    case HasRunRole:
        return codeData(block, index.row(), role);
    case CalloutRole:
        return block.callout;
    case LabelRole:
        return qtTrId(calloutLabelId(block));
    case TitleRole:
        return keepPhrases(block.title);
    case ColumnsRole:
        return block.columns;
    case ChosenRole:
        return block.kind == Block::Kind::Predict ? guess() : -1;
    case VerdictRole:
        return isExplanation(block) && guess() >= 0 && guess() + 1 == m_prediction->answer;
    case VerdictTextRole:
        return verdictText(block);
    default:
        return {};
    }
}

QHash<int, QByteArray> BlockListModel::roleNames() const
{
    return {{KindRole, "kind"},         {LevelRole, "level"},         {HtmlRole, "html"},
            {ItemsRole, "items"},       {IsOrderedRole, "isOrdered"}, {CodeRole, "code"},
            {LanguageRole, "language"}, {CodeLabelRole, "codeLabel"}, {IsRunnableRole, "isRunnable"},
            {HasRunRole, "hasRun"},     {CalloutRole, "callout"},     {LabelRole, "label"},
            {TitleRole, "title"},       {ColumnsRole, "columns"},     {ChosenRole, "chosen"},
            {VerdictRole, "isRight"},   {VerdictTextRole, "verdict"}};
}

void BlockListModel::show(const LessonContent::Page &page)
{
    std::vector<Block> blocks;
    for (const auto &segment : page.segments) {
        for (Block &block : parseBlocks(segment.markdown)) {
            block.segment = segment.id;
            block.isBorrowed = segment.isBorrowed;
            blocks.push_back(std::move(block));
        }
    }
    const bool isSamePage = m_page == page.id && m_blocks.size() == blocks.size();
    m_prediction = page.prediction;
    if (isSamePage) {
        m_blocks = std::move(blocks);
        retranslate();
        return;
    }
    // Another page: nothing of the old one goes on, so this is the one place where a reset says the truth.
    beginResetModel();
    m_page = page.id;
    m_blocks = std::move(blocks);
    endResetModel();
}

void BlockListModel::retranslate()
{
    if (!m_blocks.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

QString BlockListModel::commands() const
{
    QStringList codes;
    for (const Block &block : m_blocks) {
        if (isRunnable(block))
            codes += block.code.trimmed();
    }
    return codes.join(u'\n');
}

QString BlockListModel::run(int row)
{
    if (row < 0 || row >= rowCount())
        return {};
    m_run[m_page].insert(row);
    Q_EMIT dataChanged(index(row), index(row), {HasRunRole});
    return m_blocks[static_cast<std::size_t>(row)].code;
}

void BlockListModel::choose(int row, int choice)
{
    if (row < 0 || row >= rowCount())
        return;
    m_guesses[m_page] = choice;
    retranslate();
}

} // namespace minato::viewmodels
