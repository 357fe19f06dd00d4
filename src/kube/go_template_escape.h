// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace minato::kube::gotemplate {

/// Mirrors   HTMLEscapeString and JSEscapeString of text/template, QueryEscape of net/url
[[nodiscard]] std::string escapeHtml(std::string_view text);
[[nodiscard]] std::string escapeJavaScript(std::string_view text);
[[nodiscard]] std::string escapeUrlQuery(std::string_view text);

} // namespace minato::kube::gotemplate
