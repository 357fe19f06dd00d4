// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/inspect/completion.h"
#include "viewmodels/inspect/info_list.h"
#include "viewmodels/inspect/schema_book.h"

#include <QObject>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace minato::viewmodels {

/// What an editor of manifests helps with while one types: suggestions, indentation, finding.
class EditorAids : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(minato::viewmodels::InfoList *suggestions READ suggestions CONSTANT)

public:
    explicit EditorAids(session::CommandSink commands, QObject *parent = nullptr);

    [[nodiscard]] InfoList *suggestions() { return &m_suggestions; }
    /// Fills the suggestions for the word before the cursor; tells whether there are any. They come later when
    /// the server has not told of the kind yet. Asked for: also before the first letter.
    Q_INVOKABLE bool complete(const QString &text, int cursor, bool isAskedFor);
    /// {from, text}: what to put in place of the word before the cursor.
    [[nodiscard]] Q_INVOKABLE QVariantMap suggestion(int index) const;
    Q_INVOKABLE void forgetSuggestions();
    /// {from, to, text, start, end}
    [[nodiscard]] Q_INVOKABLE QVariantMap indent(const QString &text, int start, int end, bool isOut) const;
    [[nodiscard]] Q_INVOKABLE QVariantMap enter(const QString &text, int cursor) const;
    /// Where a line begins, from 1.
    [[nodiscard]] Q_INVOKABLE int lineStart(const QString &text, int line) const;
    /// The next place of a text, from a position on, then from the start; -1: there is none.
    [[nodiscard]] Q_INVOKABLE int find(const QString &text, const QString &what, int from,
                                       bool isBackwards) const;

    /// Asks the server for what a text may contain, before anybody types in it.
    void prepare(const QString &text);
    void apply(const session::Answers &answers);

private:
    struct Request {
        QString text;
        int cursor = 0;
        bool isAskedFor = false;
    };
    void suggest();

    SchemaBook m_book;
    std::optional<Request> m_request; ///< what the suggestions are for
    Completion m_completion;
    InfoList m_suggestions;
};

} // namespace minato::viewmodels
