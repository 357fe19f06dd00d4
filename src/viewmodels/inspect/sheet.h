// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/object.h"
#include "viewmodels/inspect/info_list.h"

#include <string>
#include <string_view>

namespace minato::viewmodels {

[[nodiscard]] inline QString qText(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}
[[nodiscard]] inline QString qText(const std::string &text)
{
    return QString::fromStdString(text);
}
[[nodiscard]] inline QString qText(const char *text)
{
    return QString::fromUtf8(text);
}
[[nodiscard]] inline QString qText(const kube::Value &value)
{
    return qText(value.asString());
}

/// Collects the rows of a summary.
class Sheet {
public:
    /// A figure that is seen large: "4 ready".
    void tile(const char *key, const QString &label, const QString &value, Tone tone = Tone::Plain)
    {
        m_rows.push_back(
            {.key = QString::fromLatin1(key), .label = label, .value = value, .tone = tone, .isTile = true});
    }
    /// Left out when there is no value.
    void row(const QString &label, const QString &value, const QString &note = {}, Tone tone = Tone::Plain)
    {
        if (!value.isEmpty())
            m_rows.push_back({.key = nextKey(), .label = label, .value = value, .note = note, .tone = tone});
    }
    /// Labels, or what finds them. Left out when there are none.
    void labels(const QString &label, const kube::Value &map);
    void heading(const QString &text) { m_rows.push_back({.key = nextKey(), .label = text, .level = 1}); }
    /// A value that selects an object.
    void link(const QString &label, std::string_view kind, std::string_view ns, std::string_view name,
              const QString &note = {})
    {
        if (name.empty())
            return;
        m_rows.push_back({.key = nextKey(),
                          .label = label,
                          .value = qText(name),
                          .note = note,
                          .kind = qText(kind),
                          .ns = qText(ns),
                          .name = qText(name)});
    }
    [[nodiscard]] std::vector<InfoRow> take() { return std::move(m_rows); }

private:
    [[nodiscard]] QString nextKey() const { return QString::number(m_rows.size()); }
    std::vector<InfoRow> m_rows;
};

/// {"cpu 100m", "memory 64Mi"}
[[nodiscard]] QStringList pairsOf(const kube::Value &map, QLatin1StringView between);

} // namespace minato::viewmodels
