// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/table_printer.h"

#include "kube/go_template.h"
#include "kube/label_selector.h"

#include <algorithm>

namespace minato::shell::kubectl {
namespace {

std::string upper(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return result;
}

bool isSame(const std::vector<kube::TableColumn> &a, const std::vector<kube::TableColumn> &b)
{
    return std::ranges::equal(a, b, [](const kube::TableColumn &x, const kube::TableColumn &y) {
        return x.name == y.name && x.type == y.type && x.format == y.format && x.priority == y.priority &&
               x.description == y.description;
    });
}

std::string cellText(const kube::Value &cell)
{
    if (cell.isNull())
        return {};
    if (!cell.isString())
        return escapeTerminal(kube::goFormat(cell));
    const std::string_view text = cell.asString();
    const std::size_t end = text.find_first_of("\f\n\r");
    return escapeTerminal(text.substr(0, end)) + (end == std::string_view::npos ? "" : "...");
}

/// -L app.kubernetes.io/name is headed NAME.
std::string labelHeader(std::string_view key)
{
    return upper(key.substr(key.rfind('/') == std::string_view::npos ? 0 : key.rfind('/') + 1));
}

void appendLine(kube::TabWriter &out, const std::vector<std::string> &cells)
{
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i)
        line += (i > 0 ? "\t" : "") + cells[i];
    out.write(line + "\n");
}

} // namespace

std::string escapeTerminal(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        if (c == '\033')
            result += "^[";
        else if (c == '\r')
            result += "\\r";
        else
            result += c;
    }
    return result;
}

void TablePrinter::print(const kube::Table &table, kube::TabWriter &out, std::string_view event)
{
    bool hasNoHeaders = m_options.hasNoHeaders;
    if (m_hasPrintedHeaders && (table.columns.empty() || isSame(table.columns, m_columns)))
        hasNoHeaders = true;
    if (!table.columns.empty() && !isSame(table.columns, m_columns)) {
        m_columns = table.columns;
        m_hasPrintedHeaders = false;
    }
    if (table.rows.empty())
        return;
    m_hasPrintedHeaders = true;
    if (!hasNoHeaders)
        appendLine(out, headers(!event.empty()));
    for (const kube::TableRow &row : table.rows)
        appendLine(out, cells(row, event));
}

std::vector<std::string> TablePrinter::headers(bool hasEvent) const
{
    std::vector<std::string> result;
    if (hasEvent)
        result.emplace_back("EVENT");
    if (m_options.showsNamespace)
        result.emplace_back("NAMESPACE");
    for (const kube::TableColumn &column : m_columns)
        if (column.priority == 0 || m_options.isWide)
            result.push_back(upper(column.name));
    for (const std::string &label : m_options.labelColumns)
        result.push_back(labelHeader(label));
    if (m_options.showsLabels)
        result.emplace_back("LABELS");
    return result;
}

std::vector<std::string> TablePrinter::cells(const kube::TableRow &row, std::string_view event) const
{
    std::vector<std::string> result;
    if (!event.empty()) {
        std::string padded(event);
        padded.resize(std::max<std::size_t>(padded.size(), 8), ' ');
        result.push_back(padded);
    }
    if (m_options.showsNamespace)
        result.emplace_back(row.object ? row.object->ns() : "");
    bool isNamed = m_options.kindPrefix.empty();
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const kube::TableColumn &column = m_columns[i];
        const bool isName = !isNamed && column.format == "name" && column.type == "string";
        isNamed |= isName;
        if (column.priority != 0 && !m_options.isWide)
            continue;
        const std::string text = i < row.cells.size() ? cellText(row.cells[i]) : "";
        result.push_back(isName ? m_options.kindPrefix + "/" + text : text);
    }
    const kube::Value labels = row.object ? row.object->labels() : kube::Value();
    for (const std::string &key : m_options.labelColumns)
        result.push_back(!row.object ? "" : labels.contains(key) ? std::string(labels[key].asString()) : "");
    if (m_options.showsLabels)
        result.push_back(row.object ? kube::formatLabels(labels) : "");
    return result;
}

} // namespace minato::shell::kubectl
