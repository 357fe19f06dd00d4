// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "kube/tab_writer.h"
#include "kube/value.h"
#include "shell/kubectl/session.h"

#include <format>
#include <string>
#include <string_view>

namespace minato::shell::kubectl {

/// Writes a description: indented lines whose tabs become aligned columns.
///
/// Mirrors   kubectl/pkg/describe (PrefixWriter, printLabelsMultiline, printAnnotationsMultiline, …)
class DescribeWriter {
public:
    explicit DescribeWriter(const Session &session) : m_now(session.now()), m_minor(session.state().minor) {}
    /// Tabs stay tabs, as in `rollout history --revision`.
    void keepTabs() { m_keepsTabs = true; }

    /// Two spaces a level before the text, which brings its own newlines.
    void write(int level, std::string_view text);
    template <class... Args>
    void line(int level, std::format_string<Args...> format, Args &&...args)
    {
        write(level, std::format(format, std::forward<Args>(args)...) + "\n");
    }
    /// "TITLE:\tkey=value", further ones below; "<none>".
    void labels(std::string_view title, const kube::Value &labels);
    void annotations(std::string_view title, const kube::Value &annotations);
    /// Aligns what was written so far on its own.
    void flush() { m_done += m_writer.flush(); }
    [[nodiscard]] std::string take();

    [[nodiscard]] base::Instant now() const { return m_now; }
    /// As Session::isSince().
    [[nodiscard]] bool isSince(int minor) const { return m_minor >= minor; }
    /// How long ago, as tables print it.
    [[nodiscard]] std::string since(const kube::Value &timestamp) const;

private:
    base::Instant m_now;
    int m_minor;
    kube::TabWriter m_writer{{.minWidth = 0, .padding = 2}};
    std::string m_done;
    bool m_keepsTabs = false;
};

/// "Mon, 05 Jan 2026 00:00:00 +0000" of an RFC 3339 text; Go's zero time when there is none.
[[nodiscard]] std::string longTime(const kube::Value &timestamp);

/// A whole number, a text or whatever else as Go prints it; "" for null.
[[nodiscard]] std::string plainText(const kube::Value &value);

} // namespace minato::shell::kubectl
