// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/schema/type_table.h"

#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace minato::viewmodels {

/// What may stand at a place of a manifest.
struct Suggestion {
    QString text;        ///< "replicas"
    QString type;        ///< "int32", "[]Container", "TCP | UDP"
    QString description; ///< in the language of the window where there is one; may be empty
    bool isKey = false;  ///< a field: ": " follows it
};

struct Completion {
    int from = 0; ///< where the word begins that a suggestion replaces
    std::vector<Suggestion> suggestions;
};

/// Suggestions for the word before the cursor: fields of the structure that it is in, values of an
/// enumeration, kinds and versions. The text need not be valid YAML: the place is found by indentation.
[[nodiscard]] Completion completionAt(const QString &text, int cursor, const kube::TypeTable &types);

/// "[\"spec\", \"template\", \"spec\", \"containers\", \"[]\"]": where a line's key stands.
[[nodiscard]] std::vector<std::string> yamlPathAt(const QString &text, int cursor);

/// What a field is for, in the language of the window; empty: nothing has been written about it.
[[nodiscard]] QString fieldDescription(std::string_view structure, std::string_view field);

} // namespace minato::viewmodels
