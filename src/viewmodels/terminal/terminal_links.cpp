// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/terminal/terminal_links.h"

#include "viewmodels/terminal/terminal_line.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace minato::viewmodels {
namespace {

QStringList cellsOf(const QString &header)
{
    static const QRegularExpression gap(QStringLiteral(" {2,}"));
    return header.split(gap, Qt::SkipEmptyParts);
}

/// "deployment.apps" → "Deployment"; empty: no kind that is looked for.
QString kindNamed(QStringView word)
{
    static constexpr std::array<std::pair<QLatin1StringView, QLatin1StringView>, 14> kKinds{{
        {QLatin1StringView("pod"), QLatin1StringView("Pod")},
        {QLatin1StringView("pods"), QLatin1StringView("Pod")},
        {QLatin1StringView("po"), QLatin1StringView("Pod")},
        {QLatin1StringView("node"), QLatin1StringView("Node")},
        {QLatin1StringView("nodes"), QLatin1StringView("Node")},
        {QLatin1StringView("service"), QLatin1StringView("Service")},
        {QLatin1StringView("services"), QLatin1StringView("Service")},
        {QLatin1StringView("svc"), QLatin1StringView("Service")},
        {QLatin1StringView("deployment"), QLatin1StringView("Deployment")},
        {QLatin1StringView("deployments"), QLatin1StringView("Deployment")},
        {QLatin1StringView("deploy"), QLatin1StringView("Deployment")},
        {QLatin1StringView("replicaset"), QLatin1StringView("ReplicaSet")},
        {QLatin1StringView("replicasets"), QLatin1StringView("ReplicaSet")},
        {QLatin1StringView("rs"), QLatin1StringView("ReplicaSet")},
    }};
    const QString kind = word.toString().section(u'.', 0, 0).toLower();
    const auto known =
        std::ranges::find(kKinds, kind, [](const auto &entry) { return QString(entry.first); });
    return known == kKinds.end() ? QString() : QString(known->second);
}

/// Which of several objects of one name a line means.
std::optional<session::ObjectName> chosen(std::vector<session::ObjectName> found, const QString &kind,
                                          const QString &line)
{
    if (!kind.isEmpty())
        std::erase_if(found, [&](const auto &object) { return object.kind != kind.toStdString(); });
    if (found.empty())
        return std::nullopt;
    const auto isNamedHere = [&line](const session::ObjectName &object) { // `kubectl get -A`
        return line.startsWith(QString::fromStdString(object.ns) + u' ');
    };
    const auto here = std::ranges::find_if(found, isNamedHere);
    const auto usual = std::ranges::find(found, "default", &session::ObjectName::ns);
    return here != found.end() ? *here : usual != found.end() ? *usual : found.front();
}

std::vector<TerminalLink> headingsIn(const QString &header)
{
    std::vector<TerminalLink> links;
    qsizetype at = 0;
    for (const QString &cell : cellsOf(header)) {
        at = header.indexOf(cell, at);
        const QString column = cell.trimmed();
        if (!columnText(column, header).isEmpty())
            links.push_back({.from = int(at), .length = int(column.size()), .column = column});
        at += cell.size();
    }
    return links;
}

} // namespace

QString kindOfTable(const QString &header)
{
    const QStringList cells = cellsOf(header);
    const auto has = [&cells](const char *cell) { return cells.contains(QLatin1StringView(cell)); };
    if (has("RESTARTS"))
        return QStringLiteral("Pod");
    if (has("UP-TO-DATE"))
        return QStringLiteral("Deployment");
    if (has("CLUSTER-IP"))
        return QStringLiteral("Service");
    if (has("ROLES"))
        return QStringLiteral("Node");
    return has("DESIRED") && has("CURRENT") && !has("NODE SELECTOR") ? QStringLiteral("ReplicaSet")
                                                                     : QString();
}

std::vector<TerminalLink> linksIn(const QString &text, const QString &header, const ObjectBook &objects)
{
    if (isTableHeader(text))
        return headingsIn(text);
    static const QRegularExpression word(QStringLiteral("(?:([a-z.]+)/)?([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)"));
    std::vector<TerminalLink> links;
    for (auto it = word.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const QString name = match.captured(2);
        const QString kind = match.hasCaptured(1) ? kindNamed(match.capturedView(1)) : QString();
        if (name.size() < 2 || (kind.isEmpty() && header.isEmpty() && !name.contains(u'-')))
            continue;
        const auto before = match.capturedStart() > 0 ? text[match.capturedStart() - 1] : QChar(u' ');
        const auto after = match.capturedEnd() < text.size() ? text[match.capturedEnd()] : QChar(u' ');
        if (before.isLetterOrNumber() || after.isLetterOrNumber() || after == u'/')
            continue; // a part of another word
        auto found = objects.named(name.toStdString());
        if (found.empty())
            continue;
        // In a table the first column is what it lists; a Pod's NODE is a Node all the same.
        const bool isFirst =
            match.capturedStart() == 0 || !text.left(match.capturedStart()).contains(QLatin1String("  "));
        const QString wanted = !kind.isEmpty()               ? kind
                               : isFirst && found.size() > 1 ? kindOfTable(header)
                                                             : QString();
        if (auto object = chosen(std::move(found), wanted, text))
            links.push_back({.from = int(match.capturedStart(2)),
                             .length = int(name.size()),
                             .object = *std::move(object)});
    }
    return links;
}

} // namespace minato::viewmodels
