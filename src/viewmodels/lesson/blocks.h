// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

#include <cstdint>
#include <vector>

namespace minato::viewmodels {

/// One block of a lesson's page. Inline text is a small HTML without colours: <b>, <i>, <a>, <code> (with a
/// narrow <tt> blank on both sides); the page prepends a style sheet made from the theme.
struct Block {
    enum class Kind : std::uint8_t { Heading, Paragraph, List, Code, Callout, Predict, Table };
    Kind kind = Kind::Paragraph;
    int level = 0;     ///< Heading
    QString html;      ///< Heading, Paragraph; Callout: what is in it, without its list
    QStringList items; ///< List; Callout and Predict: its list; Table: the cells, row by row, header first
    bool isOrdered = false;
    QString info, code;      ///< Code: "console run" and the text
    QString callout;         ///< Callout: "NOTE", "TIP", "WARNING", "WHY"
    QString title;           ///< Callout, Predict: HTML; may be empty
    int columns = 0;         ///< Table
    QString segment;         ///< where it comes from
    bool isBorrowed = false; ///< it stands in for a text that its language lacks
    friend bool operator==(const Block &, const Block &) = default;
};

/// Cuts a lesson's Markdown into blocks; lessons/README.md says which Markdown there is.
///
/// Errors    None: what the format does not know is shown as text. Raw HTML is dropped.
[[nodiscard]] std::vector<Block> parseBlocks(QStringView markdown);

/// The inline HTML of a text that is a single heading or paragraph: titles, goals, hints.
[[nodiscard]] QString inlineHtml(QStringView markdown);
/// The same as plain text, for names that screen readers read.
[[nodiscard]] QString plainText(const QString &html);

} // namespace minato::viewmodels
