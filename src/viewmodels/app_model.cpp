// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/app_model.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace minato::viewmodels {

AppModel::AppModel(Options options, QObject *parent)
    : QObject(parent),
      m_preferences(options.preferencesFile),
      m_lesson(options.commands),
      m_terminal(options.commands, std::move(options.needsMore)),
      m_time(options.commands)
{
    connect(&m_lesson, &LessonModel::runRequested, &m_terminal, &TerminalModel::runCommands);
    connect(&m_traffic, &TrafficModel::wasReset, &m_cluster, &ClusterModel::resetHits);
    connect(&m_preferences, &Preferences::languageChanged, this, &AppModel::loadLanguage);
    loadLanguage();
}

AppModel::~AppModel()
{
    for (const auto *translator : {&m_texts, &m_qtTexts})
        if (*translator)
            QCoreApplication::removeTranslator(translator->get());
}

void AppModel::loadLanguage()
{
    const QLocale locale(m_preferences.language());
    QLocale::setDefault(locale);
    const auto install = [](std::unique_ptr<QTranslator> &slot, const QString &file, const QString &folder) {
        auto next = std::make_unique<QTranslator>();
        if (next->load(file, folder))
            QCoreApplication::installTranslator(next.get());
        if (slot)
            QCoreApplication::removeTranslator(slot.get());
        slot = std::move(next);
    };
    install(m_qtTexts, QStringLiteral("qtbase_") + m_preferences.language(),
            QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(m_texts, QStringLiteral("minato_") + m_preferences.language(), QStringLiteral(":/i18n"));
    m_lesson.setLanguage(m_preferences.language());
    m_cluster.retranslate();
    m_traffic.retranslate();
    m_series.retranslate();
    m_time.retranslate();
    Q_EMIT retranslated();
}

void AppModel::apply(const session::Batch &batch)
{
    m_cluster.apply(batch);
    m_traffic.apply(batch, m_cluster.service()->key());
    m_series.apply(batch, m_cluster.deployment()->shown().uid);
    m_terminal.apply(batch);
    if (batch.clock)
        m_events.setStart(batch.clock->start);
    m_events.apply(batch.events);
    m_time.apply(batch);
    m_lesson.apply(batch);
    if (batch.served) {
        m_served = *batch.served;
        Q_EMIT servedChanged();
    }
    if (!batch.problems.empty()) {
        m_problem = QString::fromStdString(batch.problems.back());
        Q_EMIT problemChanged();
    }
}

QString AppModel::servedCommand() const
{
    return m_served.url.empty() ? QString()
                                : QStringLiteral("kubectl --kubeconfig=%1 get nodes")
                                      .arg(QString::fromStdString(m_served.kubeconfigFile));
}

void AppModel::dismissProblem()
{
    m_problem.clear();
    Q_EMIT problemChanged();
}

} // namespace minato::viewmodels
