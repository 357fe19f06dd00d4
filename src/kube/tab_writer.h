// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace minato::kube {

/// Aligns columns of text the way Go's text/tabwriter does: cells end at '\t' or '\v', a column is the run of
/// consecutive lines that have that cell; the last cell of a line has no padding. '\f' is a newline that ends
/// every column; text between two 0xFF bytes passes through unread.
///
/// Mirrors   text/tabwriter and liggitt/tabwriter (RememberWidths)
/// Differs   Left-aligned and padded with spaces only: kubectl uses nothing else.
/// Units     Widths are characters (code points); East Asian wide ones count 1, as in kubectl.
class TabWriter {
public:
    struct Options {
        int minWidth = 6;
        int padding = 3;
        bool rememberWidths = false; ///< a later flush keeps the widths known so far (kubectl get -w)
    };
    TabWriter() = default;
    explicit TabWriter(Options options) : m_options(options) {}

    void write(std::string_view text) { m_pending += text; }
    /// The aligned text of all that was written since the last flush.
    [[nodiscard]] std::string flush();

private:
    Options m_options;
    std::string m_pending;
    std::vector<int> m_remembered;
};

} // namespace minato::kube
