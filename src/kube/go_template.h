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
/// Differs   No methods on values (objects are plain maps); addresses (%p) are not printed. Bounds: 16 MiB of
///           output, 100 calls and 200 blocks or parentheses in one another, some millions of steps.
/// Errors    Go's texts: `template: output:1: unclosed action`,
///           `… error calling index: index out of range: 9`.
/// Tests     tests/kube/tst_go_template.cpp, against recorded output of Go
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

/// A value as Go's fmt prints it with %v: `map[app:web]`, `[a b]`, `<no value>` for null, but `<nil>` inside.
[[nodiscard]] std::string goFormat(const Value &value);

/// A value as %#v prints it: `map[string]interface {}{"app":"web"}`, which kubectl shows to debug a template.
[[nodiscard]] std::string goSyntax(const Value &value);

} // namespace minato::kube
