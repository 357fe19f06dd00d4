// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/value.h"

#include <expected>
#include <memory>
#include <string>
#include <string_view>

namespace minato::kube {

/// Go's text/template over Kubernetes objects, as `-o go-template` evaluates it.
///
/// Mirrors   text/template of Go and kubectl's extra functions (exists, base64decode)
/// Differs   No methods on values (objects are plain maps). Output is bounded to 16 MiB, nesting to 100
/// calls. Errors    Go's texts: `template: output:1: unclosed action`, `… error calling index: index out of
/// range: 9`.
class GoTemplate {
public:
    /// `name` is what messages call the template; kubectl uses "output".
    [[nodiscard]] static std::expected<GoTemplate, std::string> parse(std::string_view text,
                                                                      std::string_view name = "output");

    /// `partialOutput` receives what was written before an error, as kubectl prints it.
    [[nodiscard]] std::expected<std::string, std::string> execute(const Value &data,
                                                                  std::string *partialOutput = nullptr) const;

private:
    struct Program;
    std::shared_ptr<const Program> m_program;
};

/// A value as Go's fmt prints it with %v: `map[app:web]`, `[a b]`, `<no value>` for null.
[[nodiscard]] std::string goFormat(const Value &value);

} // namespace minato::kube
