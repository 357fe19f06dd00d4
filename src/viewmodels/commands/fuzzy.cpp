// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/commands/fuzzy.h"

#include <algorithm>
#include <vector>

namespace minato::viewmodels {

QString folded(const QString &text)
{
    return text.normalized(QString::NormalizationForm_KC).toCaseFolded();
}

int fuzzyScore(const QString &typed, const QString &text)
{
    const qsizetype length = text.size();
    // best[i]: the best score of the letters so far, the last of which is text[i]; below 0: impossible.
    std::vector<int> best(static_cast<std::size_t>(length), -1);
    bool isFirst = true;
    for (const QChar letter : typed) {
        if (letter.isSpace())
            continue;
        std::vector<int> next(static_cast<std::size_t>(length), -1);
        int before = -1; // the best that ends anywhere before i
        for (qsizetype i = 0; i < length; ++i) {
            const auto at = static_cast<std::size_t>(i);
            if (text[i] == letter) {
                const bool beginsWord = i == 0 || !text[i - 1].isLetterOrNumber();
                const int bonus = 1 + (beginsWord ? 4 : 0) + (i == 0 ? 2 : 0);
                if (isFirst)
                    next[at] = bonus;
                if (!isFirst && before >= 0)
                    next[at] = before + bonus;
                if (!isFirst && i > 0 && best[at - 1] >= 0)
                    next[at] = std::max(next[at], best[at - 1] + bonus + 6);
            }
            before = std::max(before, best[at]);
        }
        best = std::move(next);
        isFirst = false;
    }
    if (isFirst)
        return 1;
    const auto most = std::ranges::max_element(best);
    return most == best.end() || *most < 0
               ? 0
               : std::max(1, *most * 16 - static_cast<int>(std::min<qsizetype>(length, 15)));
}

} // namespace minato::viewmodels
