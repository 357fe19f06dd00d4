// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/terminal/tab_completion.h"

#include <algorithm>

namespace minato::viewmodels {
namespace {

QString qText(const std::string &text)
{
    return QString::fromStdString(text);
}

QString commonStart(const std::vector<shell::Candidate> &candidates)
{
    QString common = qText(candidates.front().text);
    for (const shell::Candidate &each : candidates) {
        const QString text = qText(each.text);
        qsizetype same = 0;
        while (same < common.size() && same < text.size() && common[same] == text[same])
            ++same;
        common.truncate(same);
    }
    return common;
}

int widest(const std::vector<shell::Candidate> &candidates)
{
    qsizetype width = 0;
    for (const shell::Candidate &each : candidates)
        width = std::max(width, qText(each.text).size());
    return int(width);
}

/// "scale    Set a new size for a deployment"
ChoiceLines withNotes(const std::vector<shell::Candidate> &candidates, int columns)
{
    ChoiceLines found;
    const int width = widest(candidates) + 3;
    for (const shell::Candidate &each : candidates) {
        const QString line = qText(each.text).leftJustified(width) + qText(each.note);
        found.lines += line.size() > columns ? line.left(columns - 1) + QChar(0x2026) : line.trimmed();
    }
    return found;
}

/// Down the columns, as ls prints names.
ChoiceLines inColumns(const std::vector<shell::Candidate> &candidates, int columns)
{
    ChoiceLines found;
    const int width = widest(candidates) + 2;
    const int across = std::max(1, columns / width);
    const int count = int(candidates.size());
    const int down = (count + across - 1) / across;
    for (int row = 0; row < down; ++row) {
        QString line;
        for (int at = row; at < count; at += down)
            line += qText(candidates[std::size_t(at)].text).leftJustified(width);
        found.lines += line.trimmed();
    }
    return found;
}

} // namespace

TabEffect tabEffect(const QString &before, const shell::Completion &completion)
{
    const QByteArray bytes = before.toUtf8().left(qsizetype(completion.from));
    TabEffect effect{.from = int(QString::fromUtf8(bytes).size()), .text = {}, .choices = {}};
    effect.text = before.mid(effect.from);
    const auto &candidates = completion.candidates;
    if (candidates.empty())
        return effect;
    const QString typed = effect.text;
    const QString common = commonStart(candidates);
    const bool isOnly = candidates.size() == 1;
    if (isOnly || common.size() > typed.size())
        effect.text = common + (isOnly && candidates.front().isWhole ? QStringLiteral(" ") : QString());
    if (!isOnly && effect.text == typed)
        for (const shell::Candidate &each : candidates)
            effect.choices += qText(each.text);
    return effect;
}

ChoiceLines choiceLines(const shell::Completion &completion, int columns)
{
    const auto &candidates = completion.candidates;
    const bool hasNotes =
        std::ranges::any_of(candidates, [](const auto &each) { return !each.note.empty(); });
    ChoiceLines all = hasNotes && candidates.size() <= std::size_t(ChoiceLines::kMostLines)
                          ? withNotes(candidates, columns)
                          : inColumns(candidates, columns);
    if (all.lines.size() > ChoiceLines::kMostLines) {
        const int across = int((qsizetype(candidates.size()) + all.lines.size() - 1) / all.lines.size());
        all.lines.resize(ChoiceLines::kMostLines);
        all.hidden = std::max(0, int(candidates.size()) - across * ChoiceLines::kMostLines);
    }
    return all;
}

} // namespace minato::viewmodels
