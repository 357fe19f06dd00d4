// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/words.h"

#include <QLocale>

namespace minato::app {

Words::Words(const QString &language)
    : m_language(language == u"ja" ? base::Language::Japanese : base::Language::English)
{
    const QString known = language == u"ja" ? language : QStringLiteral("en");
    [[maybe_unused]] const bool isLoaded =
        m_texts.load(QStringLiteral("minato_") + known, QStringLiteral(":/i18n"));
    Q_ASSERT(isLoaded);
}

QString Words::operator()(const char *id) const
{
    return m_texts.translate(nullptr, id);
}

QString Words::systemLanguage()
{
    const auto languages = QLocale::system().uiLanguages();
    return languages.value(0).startsWith(QLatin1String("ja")) ? QStringLiteral("ja") : QStringLiteral("en");
}

} // namespace minato::app
