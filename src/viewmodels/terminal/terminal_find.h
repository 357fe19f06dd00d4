// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/terminal/scrollback.h"
#include "viewmodels/terminal/terminal_layout.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <deque>
#include <optional>

namespace minato::viewmodels {

/// Looks for a text in a terminal's scroll-back, from the newest line on.
///
/// Bounds    kMost places; there may be more. What is printed meanwhile is looked at, too, a line when it is whole.
class TerminalFind : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY changed)
    Q_PROPERTY(bool isCaseSensitive READ isCaseSensitive WRITE setCaseSensitive NOTIFY changed)
    Q_PROPERTY(bool hasFailed READ hasFailed NOTIFY changed)
    Q_PROPERTY(QString countText READ countText NOTIFY changed)

public:
    static constexpr std::size_t kMost = 20'000;

    explicit TerminalFind(const Scrollback &text, QObject *parent = nullptr);

    [[nodiscard]] const QString &query() const { return m_query; }
    void setQuery(const QString &query);
    [[nodiscard]] bool isCaseSensitive() const { return m_case == Qt::CaseSensitive; }
    void setCaseSensitive(bool isCaseSensitive);
    [[nodiscard]] bool hasFailed() const { return !m_query.isEmpty() && m_found.empty(); }
    [[nodiscard]] std::size_t count() const { return m_found.size(); }
    [[nodiscard]] QString countText() const; ///< "3 of 17"
    /// The one that is looked at; nothing: none was found.
    [[nodiscard]] std::optional<TextPlace> current() const;
    [[nodiscard]] int length() const { return int(m_query.size()); }

    /// The next one further down, or further up; around the end.
    Q_INVOKABLE void next() { move(1); }
    Q_INVOKABLE void previous() { move(-1); }
    /// Where it is found in a line.
    [[nodiscard]] std::vector<int> in(qint64 line) const;

    /// Takes in what was printed, dropped and thrown away since.
    void update();
    /// The language is another.
    void retranslate() { Q_EMIT changed(); }
    /// The lines from there on are others now.
    void cut(qint64 from);

Q_SIGNALS:
    void changed();
    /// The place to be seen is another.
    void moved();

private:
    void search();
    void searchLine(qint64 line, std::deque<TextPlace> &found) const;
    void move(int by);

    const Scrollback &m_text;
    QString m_query;
    Qt::CaseSensitivity m_case = Qt::CaseInsensitive;
    std::deque<TextPlace> m_found; ///< in the order of the text
    std::size_t m_at = 0;          ///< of what is looked at
    bool m_isCut = false;          ///< older ones were left out
    qint64 m_searchedTo = 0;
};

} // namespace minato::viewmodels
