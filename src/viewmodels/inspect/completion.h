// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/inspect/schema_book.h"

#include <QString>
#include <QStringList>

#include <string_view>
#include <vector>

namespace minato::viewmodels {

/// What may stand at a place of a manifest.
struct Suggestion {
    QString text;        ///< "replicas"
    QString type;        ///< "integer", "[]Container", "TCP | UDP"
    QString description; ///< in the language of the window where there is one; may be empty
    bool isKey = false;  ///< a field: ": " follows it
};

struct Completion {
    int from = 0; ///< where the word begins that a suggestion replaces
    std::vector<Suggestion> suggestions;
};

/// Suggestions for the word before the cursor: fields of the structure that it is in, values of an
/// enumeration, kinds and versions, as far as the book knows them. The text need not be valid YAML: the place
/// is found by indentation.
[[nodiscard]] Completion completionAt(const QString &text, int cursor, const SchemaBook &book);

/// The versions that the documents of a text name: "apps/v1".
[[nodiscard]] QStringList apiVersionsIn(const QString &text);

/// What a field is for, in the language of the window; empty: only the server has words on it.
[[nodiscard]] QString fieldDescription(std::string_view structure, std::string_view field);

} // namespace minato::viewmodels
