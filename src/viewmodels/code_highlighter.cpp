// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/code_highlighter.h"

#include <QTextDocument>

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <KSyntaxHighlighting/Theme>

namespace minato::viewmodels {
namespace {

/// Definitions that a fence may name. Markdown is left out on purpose: it pulls in 41 others (59 ms).
QString definitionName(const QString &language)
{
    if (language == QLatin1String("console"))
        return QStringLiteral("Kubectl Commands");
    if (language == QLatin1String("output"))
        return QStringLiteral("Kubectl Output");
    if (language == QLatin1String("yaml"))
        return QStringLiteral("YAML");
    if (language == QLatin1String("json"))
        return QStringLiteral("JSON");
    return {};
}

} // namespace

SyntaxRepository::SyntaxRepository(QObject *parent) : QObject(parent) {}

SyntaxRepository::~SyntaxRepository() = default;

KSyntaxHighlighting::Repository &SyntaxRepository::repository()
{
    if (!m_repository) {
        m_repository = std::make_unique<KSyntaxHighlighting::Repository>();
        m_repository->addCustomSearchPath(QStringLiteral(":/minato"));
    }
    return *m_repository;
}

CodeHighlighter::CodeHighlighter(QObject *parent) : QObject(parent) {}

CodeHighlighter::~CodeHighlighter()
{
    delete m_highlighter;
}

void CodeHighlighter::setSyntax(SyntaxRepository *syntax)
{
    m_syntax = syntax;
    apply();
}

void CodeHighlighter::setDocument(QQuickTextDocument *document)
{
    m_document = document;
    apply();
}

void CodeHighlighter::setLanguage(const QString &language)
{
    m_language = language;
    apply();
}

void CodeHighlighter::setDark(bool isDark)
{
    m_isDark = isDark;
    apply();
}

void CodeHighlighter::apply()
{
    Q_EMIT changed();
    const QString name = definitionName(m_language);
    if (!m_syntax || !m_document || name.isEmpty())
        return;
    auto &repository = m_syntax->repository();
    if (!m_highlighter || m_highlighter->document() != m_document->textDocument()) {
        delete m_highlighter;
        m_highlighter = new KSyntaxHighlighting::SyntaxHighlighter(m_document->textDocument());
    }
    m_highlighter->setTheme(
        repository.theme(m_isDark ? QStringLiteral("Minato Dark") : QStringLiteral("Minato Light")));
    const auto definition = repository.definitionForName(name);
    if (m_highlighter->definition() != definition)
        m_highlighter->setDefinition(definition);
    else
        m_highlighter->rehighlight();
}

} // namespace minato::viewmodels
