// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/diagnostic.h"
#include "kube/value.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace minato::kube {

/// One document of a YAML stream and the line on which it starts.
struct YamlDocument {
    Value value;
    int line = 1;
};

/// Reads a stream of documents ("---"). Scalars are typed as sigs.k8s.io/yaml does (YAML 1.1 booleans,
/// integers, floats, null); quoted ones are strings. Empty documents are left out. JSON is YAML.
///
/// Errors    One diagnostic with line and column for each fault found; nesting is bounded, aliases expand to
/// a
///           bounded size ("billion laughs" is refused).
[[nodiscard]] base::Parsed<std::vector<YamlDocument>> parseYaml(std::string_view text,
                                                                std::string_view fileName = {});

/// The line of every value of the first document, by its path: "steps[0].checks[1].that" → 40. Empty when it does not
/// parse. For diagnostics about what a value means.
[[nodiscard]] std::map<std::string, int> yamlLines(std::string_view text);

/// Writes one document just as `kubectl -o yaml` prints it: sorted keys, sequences not indented below their
/// key, strings quoted when they would read as another type, `|` for several lines.
[[nodiscard]] std::string toYaml(const Value &value);

} // namespace minato::kube
