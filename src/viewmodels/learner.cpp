// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/learner.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace minato::viewmodels {

Learner::Learner(const QString &preferencesFile, const QString &progressFile, TextsMaker makeTexts)
    : preferences(preferencesFile),
      progress(progressFile),
      history(progressFile.isEmpty() ? QString() : progressFile + QStringLiteral(".commands")),
      m_makeTexts(std::move(makeTexts))
{
    connect(&preferences, &Preferences::languageChanged, this, &Learner::loadTexts);
    loadTexts();
}

Learner::~Learner()
{
    for (const auto *translator : {&m_texts, &m_qtTexts})
        if (*translator)
            QCoreApplication::removeTranslator(translator->get());
}

void Learner::loadTexts()
{
    const QLocale locale(preferences.language());
    QLocale::setDefault(locale);
    const auto install = [](std::unique_ptr<QTranslator> &slot, std::unique_ptr<QTranslator> next,
                            const QString &file, const QString &folder) {
        if (next->load(file, folder))
            QCoreApplication::installTranslator(next.get());
        if (slot)
            QCoreApplication::removeTranslator(slot.get());
        slot = std::move(next);
    };
    install(m_qtTexts, std::make_unique<QTranslator>(), QStringLiteral("qtbase_") + preferences.language(),
            QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(m_texts, m_makeTexts ? m_makeTexts() : std::make_unique<QTranslator>(),
            QStringLiteral("minato_") + preferences.language(), QStringLiteral(":/i18n"));
    Q_EMIT languageChanged();
}

} // namespace minato::viewmodels
