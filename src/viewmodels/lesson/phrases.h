// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace minato::viewmodels {

/// Keeps the phrases of a short Japanese text (a title, a goal, a choice) together at the end of a line, with
/// word joiners: "ロードバランシングを|観察する" may break only where the bar is. Without that, Japanese text
/// breaks between almost any two characters, and a line of a title may be a lone "る".
///
/// Rule      A phrase ends after hiragana that something else follows, and after punctuation. That is a guess
///           at grammar, good enough for short texts; running text is better off without.
/// Units     The lesson's small HTML; tags and character references are left alone.
[[nodiscard]] QString keepPhrases(const QString &html);

} // namespace minato::viewmodels
