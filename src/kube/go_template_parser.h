// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/go_template_node.h"

#include <expected>
#include <string>
#include <string_view>

namespace minato::kube::gotemplate {

/// Parses a template and those it defines.
///
/// Mirrors   text/template/parse/parse.go
/// Errors    Go's text for the first mistake: `template: output:1: unclosed action`. Parentheses and blocks
///           may be nested 200 deep.
[[nodiscard]] std::expected<Templates, std::string> parseTemplate(std::string_view text,
                                                                  std::string_view name);

} // namespace minato::kube::gotemplate
