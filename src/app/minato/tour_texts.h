// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>
#include <QStringList>
#include <QTranslator>

#include <map>
#include <memory>

namespace minato::app {

/// A text as a language with long words and unusual letters would have it: about 40 % longer, accented, in
/// brackets, so that one sees what has no room, what is put together from pieces, and what is not translated.
/// Places (%1, %n), markup and line breaks stay.
[[nodiscard]] QString pseudoText(const QString &text);

/// The texts of the window, noting which id gave which.
///
/// Lifetime  What it hands out as translators notes into it: it must outlive them.
class TourTexts {
public:
    TourTexts() = default;
    TourTexts(const TourTexts &) = delete;
    TourTexts &operator=(const TourTexts &) = delete;

    /// Whether texts come out as pseudoText(); heard when the window asks for its texts anew.
    void setPseudo(bool isPseudo) { m_isPseudo = isPseudo; }
    /// For viewmodels::TextsMaker: a translator that a language file can be loaded into.
    [[nodiscard]] std::unique_ptr<QTranslator> makeTranslator();
    /// The ids of the texts that may have given this one, also where numbers were put into it.
    [[nodiscard]] QStringList idsOf(const QString &text) const;
    /// The text of an id as it is now, with its places; whatever fits it is a match.
    [[nodiscard]] QRegularExpression patternOf(const char *id) const;

private:
    friend class NotingTranslator;
    void note(const QString &id, const QString &text);

    bool m_isPseudo = false;
    std::map<QString, QString> m_texts; ///< by id, the newest
};

} // namespace minato::app
