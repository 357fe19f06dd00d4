// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_registry.h"
#include "viewmodels/code_highlighter.h"

#include <QQmlComponent>
#include <QQmlEngine>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

using namespace minato::viewmodels;

namespace {

std::unique_ptr<QObject> makeTextEdit(QQmlEngine &engine, const QByteArray &text)
{
    QQmlComponent component(&engine);
    component.setData("import QtQuick; TextEdit { text: '" + text + "' }", {});
    return std::unique_ptr<QObject>(component.create());
}

std::unique_ptr<CodeHighlighter> highlight(QObject &textEdit, SyntaxRepository &syntax)
{
    auto highlighter = std::make_unique<CodeHighlighter>();
    highlighter->setSyntax(&syntax);
    highlighter->setLanguage(QStringLiteral("console"));
    highlighter->setDocument(textEdit.property("textDocument").value<QQuickTextDocument *>());
    return highlighter;
}

} // namespace

class TestCodeHighlighter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void command_isColoured()
    {
        QQmlEngine engine;
        SyntaxRepository syntax;
        const auto textEdit = makeTextEdit(engine, "kubectl get pods");
        const auto highlighter = highlight(*textEdit, syntax);
        const auto formats = highlighter->document()->textDocument()->firstBlock().layout()->formats();
        QVERIFY(!formats.isEmpty());
    }

    /// QML destroys a delegate's children in the order of their making.
    void textDocument_mayGoFirst()
    {
        QQmlEngine engine;
        SyntaxRepository syntax;
        auto textEdit = makeTextEdit(engine, "kubectl get pods");
        auto highlighter = highlight(*textEdit, syntax);
        textEdit.reset();
        QVERIFY(!highlighter->document());
        highlighter->setDark(true);
        highlighter.reset();
    }

    void repository_mayGoFirst()
    {
        QQmlEngine engine;
        auto syntax = std::make_unique<SyntaxRepository>();
        const auto textEdit = makeTextEdit(engine, "kubectl get pods");
        const auto highlighter = highlight(*textEdit, *syntax);
        syntax.reset();
        QVERIFY(!highlighter->syntax());
        highlighter->setDark(true);
    }
};
MINATO_TEST(TestCodeHighlighter)

#include "tst_code_highlighter.moc"
