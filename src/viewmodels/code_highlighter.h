// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QQuickTextDocument>
#include <QtQml/qqmlregistration.h>

#include <memory>

namespace KSyntaxHighlighting {
class Repository;
class SyntaxHighlighter;
} // namespace KSyntaxHighlighting

namespace minato::viewmodels {

/// The highlighting definitions and themes, read once for all code blocks, when the first one appears.
class SyntaxRepository : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")

public:
    explicit SyntaxRepository(QObject *parent = nullptr);
    ~SyntaxRepository() override;
    [[nodiscard]] KSyntaxHighlighting::Repository &repository();

private:
    std::unique_ptr<KSyntaxHighlighting::Repository> m_repository;
};

/// Colours the text of a TextEdit as one of the languages that lessons use; anything else stays plain.
class CodeHighlighter : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(
        minato::viewmodels::SyntaxRepository *syntax READ syntax WRITE setSyntax NOTIFY changed REQUIRED)
    Q_PROPERTY(QQuickTextDocument *document READ document WRITE setDocument NOTIFY changed REQUIRED)
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY changed)
    Q_PROPERTY(bool isDark READ isDark WRITE setDark NOTIFY changed)

public:
    explicit CodeHighlighter(QObject *parent = nullptr);
    ~CodeHighlighter() override;

    [[nodiscard]] SyntaxRepository *syntax() const { return m_syntax; }
    [[nodiscard]] QQuickTextDocument *document() const { return m_document; }
    [[nodiscard]] QString language() const { return m_language; }
    [[nodiscard]] bool isDark() const { return m_isDark; }
    void setSyntax(SyntaxRepository *syntax);
    void setDocument(QQuickTextDocument *document);
    void setLanguage(const QString &language);
    void setDark(bool isDark);

Q_SIGNALS:
    void changed();

private:
    void apply();

    // QML destroys in an order of its own: each of these may go first.
    QPointer<SyntaxRepository> m_syntax;
    QPointer<QQuickTextDocument> m_document;
    QString m_language;
    bool m_isDark = false;
    QPointer<KSyntaxHighlighting::SyntaxHighlighter> m_highlighter; ///< a child of the text document
};

} // namespace minato::viewmodels
