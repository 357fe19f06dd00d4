// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>

namespace minato::remote {

/// A token, password or key. Nothing prints it by accident: it has neither a stream operator nor a formatter,
/// and a comparison tells only whether two are the same.
class Secret {
public:
    Secret() = default;
    explicit Secret(std::string text) : m_text(std::move(text)) {}

    [[nodiscard]] bool isEmpty() const { return m_text.empty(); }
    /// The secret itself, for what goes to the server and nowhere else.
    [[nodiscard]] const std::string &expose() const { return m_text; }
    friend bool operator==(const Secret &, const Secret &) = default;

private:
    std::string m_text;
};

} // namespace minato::remote
