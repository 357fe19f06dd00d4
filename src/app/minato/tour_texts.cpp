// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour_texts.h"

#include <QCoreApplication>

namespace minato::app {
namespace {

/// Latin letters with accents, in the order of the alphabet, small and capital.
constexpr QStringView kSmall = u"áƀçđéƒĝĥíĵķĺmñóþqŕšťúvŵxýž";
constexpr QStringView kCapital = u"ÁƁÇĐÉƑĜĤÍĴĶĹMÑÓÞQŔŠŤÚVŴXÝŽ";

QChar accented(QChar letter)
{
    if (letter >= u'a' && letter <= u'z')
        return kSmall[letter.unicode() - u'a'];
    if (letter >= u'A' && letter <= u'Z')
        return kCapital[letter.unicode() - u'A'];
    return letter;
}

/// Made-up words, so that a longer text can be broken where a real one could.
QString padding(qsizetype length)
{
    static const QString words = QStringLiteral(" łőřé mïpşũm đølör šïťåm");
    QString padding;
    while (padding.size() < length)
        padding += words.mid(0, length - padding.size());
    return padding;
}

} // namespace

QString pseudoText(const QString &text)
{
    static const QRegularExpression kept(QStringLiteral("%L?(?:\\d+|n)|<[^>]*>|&\\w+;|\\n"));
    QString longer;
    qsizetype from = 0, letters = 0;
    const auto addUntil = [&](qsizetype to) {
        for (; from < to; ++from, ++letters)
            longer += accented(text.at(from));
    };
    for (auto it = kept.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        addUntil(match.capturedStart());
        longer += match.captured();
        from = match.capturedEnd();
    }
    addUntil(text.size());
    if (letters == 0)
        return text;
    return u'[' + longer + padding((letters * 2 + 4) / 5) + u']';
}

class NotingTranslator : public QTranslator {
public:
    explicit NotingTranslator(TourTexts &texts) : m_texts(texts) {}

    QString translate(const char *context, const char *id, const char *disambiguation, int n) const override
    {
        QString text = QTranslator::translate(context, id, disambiguation, n);
        if (text.isEmpty())
            return text;
        if (m_texts.m_isPseudo)
            text = pseudoText(text);
        m_texts.note(QString::fromUtf8(id), text);
        return text;
    }

private:
    TourTexts &m_texts;
};

std::unique_ptr<QTranslator> TourTexts::makeTranslator()
{
    return std::make_unique<NotingTranslator>(*this);
}

void TourTexts::note(const QString &id, const QString &text)
{
    m_texts[id] = text;
}

namespace {

QRegularExpression patternFor(const QString &text)
{
    static const QRegularExpression place(QStringLiteral("%L?(?:\\d+|n)"));
    QString pattern;
    qsizetype from = 0;
    for (auto it = place.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        pattern += QRegularExpression::escape(text.mid(from, match.capturedStart() - from));
        pattern += QStringLiteral(".*");
        from = match.capturedEnd();
    }
    pattern += QRegularExpression::escape(text.mid(from));
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern),
                              QRegularExpression::DotMatchesEverythingOption);
}

} // namespace

QStringList TourTexts::idsOf(const QString &text) const
{
    QStringList ids;
    for (const auto &[id, known] : m_texts) {
        // What is nearly all place would fit everything.
        const bool isWhole = known == text;
        if (isWhole || (known.contains(u'%') && known.size() > 6 && patternFor(known).match(text).hasMatch()))
            ids += id;
    }
    return ids;
}

QRegularExpression TourTexts::patternOf(const char *id) const
{
    const QString text = qtTrId(id);
    return patternFor(text);
}

} // namespace minato::app
