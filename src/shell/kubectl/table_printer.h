// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/tab_writer.h"
#include "kube/table.h"

#include <string>
#include <string_view>
#include <vector>

namespace minato::shell::kubectl {

/// Prints the Tables that the server rendered, header first and again when the columns change.
///
/// Mirrors   cli-runtime/pkg/printers (tableprinter.go)
class TablePrinter {
public:
    struct Options {
        bool isWide = false, hasNoHeaders = false, showsNamespace = false, showsLabels = false;
        std::string kindPrefix; ///< "deployment.apps": names print as deployment.apps/web
        std::vector<std::string> labelColumns;
    };
    explicit TablePrinter(Options options) : m_options(std::move(options)) {}

    /// Appends the text of a table to the writer. `event` ("ADDED") adds the first column EVENT.
    void print(const kube::Table &table, kube::TabWriter &out, std::string_view event = {});

private:
    [[nodiscard]] std::vector<std::string> headers(bool hasEvent) const;
    [[nodiscard]] std::vector<std::string> cells(const kube::TableRow &row, std::string_view event) const;

    Options m_options;
    std::vector<kube::TableColumn> m_columns;
    bool m_hasPrintedHeaders = false;
};

/// A text without what would play with a terminal.
[[nodiscard]] std::string escapeTerminal(std::string_view text);

} // namespace minato::shell::kubectl
