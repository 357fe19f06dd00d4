// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/value.h"

#include <expected>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace minato::kube {

/// kubectl's dialect of JSONPath: templates with `{.a.b[0]}`, `{range …}{end}`, filters, unions, slices,
/// `..`, text.
///
/// Mirrors   client-go/util/jsonpath (parser.go, jsonpath.go)
/// Differs   Maps are walked in the order of their keys (upstream: at random). A path may be evaluated any
///           number of times (upstream's forgets its head after a range). Output is bounded to 16 MiB, work
///           to some millions of steps, ranges to 200 inside one another.
/// Errors    Upstream's texts: "hello is not found", "unclosed action", …
/// Tests     tests/kube/tst_jsonpath.cpp, against recorded output of upstream
class JsonPath {
public:
    /// A whole template: `{.items[*].metadata.name}`.
    [[nodiscard]] static std::expected<JsonPath, std::string> parse(std::string_view text);
    /// What `--sort-by`, custom columns and `wait` accept: also `.x`, `x`, `{.x}`.
    [[nodiscard]] static std::expected<JsonPath, std::string> parseRelaxed(std::string_view text);
    /// The template that parseRelaxed makes of a path; messages show it: `{.x}`.
    [[nodiscard]] static std::expected<std::string, std::string> relaxed(std::string_view text);

    /// Missing keys give nothing instead of an error, as with kubectl -o jsonpath.
    void setAllowMissingKeys(bool allow) { m_allowMissingKeys = allow; }
    /// The printed text: strings bare, maps and lists as compact JSON, results joined by one space.
    [[nodiscard]] std::expected<std::string, std::string> print(const Value &data) const;
    /// The text of -o jsonpath-as-json: for each action the list of its results.
    [[nodiscard]] std::expected<std::string, std::string> printAsJson(const Value &data) const;
    /// The values found by each action of the template, in order.
    [[nodiscard]] std::expected<std::vector<std::vector<Value>>, std::string> find(const Value &data) const;

private:
    struct Program;
    std::shared_ptr<const Program> m_program;
    bool m_allowMissingKeys = false;
};

} // namespace minato::kube
