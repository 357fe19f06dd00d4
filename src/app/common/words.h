// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/sentence.h"

#include <QString>
#include <QTranslator>

namespace minato::app {

/// The programs' own sentences, in the language of the one who called them.
///
/// Texts     translations/minato_*.ts, collected where QT_TRID_NOOP has an id and //% the English. What
///           kubectl, a shell or a YAML parser says stays in English: it is what a learner will search for.
class Words {
public:
    /// "ja" is Japanese, anything else English.
    explicit Words(const QString &language = systemLanguage());

    [[nodiscard]] QString operator()(const char *id) const;
    [[nodiscard]] base::Language language() const { return m_language; }

    /// "ja" or "en", as LANGUAGE, LC_ALL, LC_MESSAGES and LANG say.
    [[nodiscard]] static QString systemLanguage();

private:
    base::Language m_language;
    QTranslator m_texts;
};

} // namespace minato::app
