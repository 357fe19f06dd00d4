// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/diagnostic.h"
#include "kube/value.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minato::kube {

/// One document of a YAML stream and the line on which it starts.
struct YamlDocument {
    Value value;
    int line = 1;
};

/// Reads a stream of documents, cut at lines that start with "---" as kubectl cuts it. Scalars are typed as
/// sigs.k8s.io/yaml does (YAML 1.1 booleans, integers, floats, null); quoted ones are strings. Empty
/// documents are left out. JSON is YAML.
///
/// Errors    One diagnostic with line and column for each broken document; nesting is bounded, aliases expand
/// to a
///           bounded size ("billion laughs" is refused).
[[nodiscard]] base::Parsed<std::vector<YamlDocument>> parseYaml(std::string_view text,
                                                                std::string_view fileName = {});

/// What kubectl says about a stream that parseYaml() refuses: `error converting YAML to JSON: yaml: line 7:
/// found unexpected end of stream` (it puts `error: error parsing FILE: ` before it). Lines count within the
/// document, and are at times one too low, as upstream's. Nothing when the stream is good.
[[nodiscard]] std::optional<std::string> kubectlYamlError(std::string_view text);

/// The line of every value of the first document, by its path: "steps[0].checks[1].that" → 40. Empty when it
/// does not parse. For diagnostics about what a value means.
[[nodiscard]] std::map<std::string, int> yamlLines(std::string_view text);

/// Writes one document just as `kubectl -o yaml` prints it: sorted keys, sequences not indented below their
/// key, strings quoted when they would read as another type, `|` for several lines, long lines folded at 80
/// columns.
///
/// Mirrors   sigs.k8s.io/yaml Marshal (goyaml v2)
/// Differs   U+0085 within a text is kept, which upstream turns into a space.
[[nodiscard]] std::string toYaml(const Value &value);

} // namespace minato::kube
