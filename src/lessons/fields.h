// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/value.h"
#include "lessons/check.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace minato::lessons {

/// Reads the fields of one map of lesson.yaml, remembers which were known, and collects what is wrong.
///
/// Use       take() or a typed reader for every field that may be there, then finish().
class Fields {
public:
    Fields(const kube::Value &value, std::string path, std::vector<PathProblem> &problems);

    void report(const std::string &key, std::string message);
    const kube::Value &take(const std::string &key);
    /// "" when it is not there or no text.
    std::string text(const std::string &key, bool isRequired);
    std::vector<std::string> texts(const std::string &key);
    /// A whole number from 1.
    int positive(const std::string &key);
    /// A text of the form that ids have: isId().
    std::string id(const std::string &key);
    std::string oneOf(const std::string &key, std::span<const std::string_view> allowed);
    /// Complains about what nobody asked for.
    void finish();

    [[nodiscard]] std::string child(const std::string &key) const;
    [[nodiscard]] std::vector<PathProblem> &problems() { return m_problems; }

private:
    const kube::Value &m_value;
    std::string m_path;
    std::vector<PathProblem> &m_problems;
    std::vector<std::string> m_known;
};

/// "a, b, c"
[[nodiscard]] std::string listed(std::span<const std::string_view> texts);

} // namespace minato::lessons
