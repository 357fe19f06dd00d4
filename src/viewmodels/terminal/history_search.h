// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace minato::viewmodels {

/// Ctrl+R: looks for a text in what was entered, from the newest line on.
///
/// Mirrors   readline's reverse-search-history
class HistorySearch {
public:
    [[nodiscard]] bool isOn() const { return m_isOn; }
    /// Nothing has the text (any more).
    [[nodiscard]] bool hasFailed() const { return m_hasFailed; }
    [[nodiscard]] const QString &query() const { return m_query; }
    /// The line that was found; what was typed before, when nothing was looked for yet.
    [[nodiscard]] const QString &found() const { return m_found; }
    [[nodiscard]] const QString &typedBefore() const { return m_typedBefore; }

    void begin(const QString &typed);
    void end() { m_isOn = false; }
    void extend(const QString &text, const QStringList &history);
    void shorten(const QStringList &history);
    /// The next older line that has the text.
    void older(const QStringList &history);

private:
    void lookFrom(qsizetype newest, const QStringList &history);

    bool m_isOn = false, m_hasFailed = false;
    QString m_query, m_found, m_typedBefore;
    qsizetype m_at = -1; ///< of the line that was found; -1: none
};

} // namespace minato::viewmodels
