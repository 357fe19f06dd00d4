// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/lesson/phrases.h"

namespace minato::viewmodels {
namespace {

constexpr QChar kWordJoiner(0x2060);

bool isHiragana(QChar c)
{
    return c.unicode() >= 0x3041 && c.unicode() <= 0x309F;
}

/// Kana, the long vowel mark, kanji: where lines break without blanks.
bool isJapanese(QChar c)
{
    return (c.unicode() >= 0x3041 && c.unicode() <= 0x30FF && c != u'・') ||
           (c.unicode() >= 0x4E00 && c.unicode() <= 0x9FFF) || c == u'々';
}

bool staysWith(QChar before, QChar after)
{
    if (!isJapanese(before) && !isJapanese(after))
        return false; // Latin words and punctuation have rules of their own
    if (!(isJapanese(before) || before.isLetterOrNumber()) ||
        !(isJapanese(after) || after.isLetterOrNumber()))
        return false;
    return !isHiragana(before) || isHiragana(after);
}

} // namespace

QString keepPhrases(const QString &html)
{
    QString text;
    text.reserve(html.size() * 2);
    QChar before;
    QChar until; // the end of the tag or reference that is being copied
    for (const QChar c : html) {
        if (until.isNull() && !before.isNull() && staysWith(before, c))
            text += kWordJoiner;
        text += c;
        if (!until.isNull()) {
            if (c == until)
                until = QChar();
            before = QChar();
        } else if (c == u'<' || c == u'&') {
            until = c == u'<' ? u'>' : u';';
            before = QChar();
        } else {
            before = c;
        }
    }
    return text;
}

} // namespace minato::viewmodels
