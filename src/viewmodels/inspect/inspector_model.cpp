// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/inspect/inspector_model.h"

#include "kube/yaml.h"
#include "session/manifest_text.h"
#include "viewmodels/events_model.h"
#include "viewmodels/inspect/plain_words.h"
#include "viewmodels/inspect/sheet.h"
#include "viewmodels/inspect/summary.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>
#include <utility>

namespace minato::viewmodels {
namespace {

void keep(std::map<std::string, session::Usage> &known, const session::Changes<session::Usage> &changes)
{
    for (const auto &[key, usage] : changes) {
        if (usage)
            known.insert_or_assign(key, *usage);
        else
            known.erase(key);
    }
}

} // namespace

InspectorModel::InspectorModel(session::CommandSink commands, SelectionModel *selection, QObject *parent)
    : QObject(parent), m_commands(std::move(commands)), m_selection(selection), m_estimate(m_commands)
{
    connect(m_selection, &SelectionModel::changed, this, &InspectorModel::onSelected);
}

void InspectorModel::onSelected()
{
    const session::ObjectName object{m_selection->kind().toStdString(), m_selection->ns().toStdString(),
                                     m_selection->name().toStdString()};
    if (!m_isVisiting && !object.isEmpty()) {
        if (!m_visited.empty())
            m_visited.resize(m_at + 1);
        m_visited.push_back(object);
        if (m_visited.size() > kMostVisited)
            m_visited.erase(m_visited.begin());
        m_at = m_visited.size() - 1;
    }
    m_now = {.name = object};
    m_open.clear();
    rebuild();
    m_commands(session::Inspect{object});
    m_estimate.setObject(object);
}

void InspectorModel::visit(std::size_t at)
{
    if (at >= m_visited.size())
        return;
    m_at = at;
    m_isVisiting = true;
    const session::ObjectName object = m_visited[at];
    m_selection->select(QString::fromStdString(object.kind), QString::fromStdString(object.ns),
                        QString::fromStdString(object.name));
    m_isVisiting = false;
}

void InspectorModel::apply(const session::Batch &batch)
{
    if (batch.clock)
        m_start = batch.clock->start;
    const auto used = usage();
    keep(m_podUsage, batch.podUsage);
    keep(m_nodeUsage, batch.nodeUsage);
    // What was on its way when another object was selected is of no use.
    const bool isNew = batch.inspected && batch.inspected->name == m_now.name;
    if (isNew)
        m_now = *batch.inspected;
    if (isNew || used != usage())
        rebuild();
    m_estimate.apply(batch);
}

std::optional<session::Usage> InspectorModel::usage() const
{
    const bool isNode = m_now.name.kind == "Node";
    const auto &known = isNode ? m_nodeUsage : m_podUsage;
    const auto found = known.find(isNode         ? m_now.name.name
                                  : m_now.object ? std::string(m_now.object->uid())
                                                 : std::string());
    return found == known.end() ? std::nullopt : std::optional(found->second);
}

void InspectorModel::retranslate()
{
    rebuild();
    m_estimate.retranslate();
}

void InspectorModel::rebuild()
{
    std::vector<InfoRow> tiles, facts = summaryOf(m_now, usage());
    std::ranges::copy_if(facts, std::back_inserter(tiles), &InfoRow::isTile);
    std::erase_if(facts, [](const InfoRow &row) { return row.isTile; });
    m_tiles.setRows(std::move(tiles));
    m_facts.setRows(std::move(facts));
    const auto open = [this](std::vector<InfoRow> rows) {
        for (InfoRow &row : rows)
            row.isOpen = m_open.contains(row.key);
        return rows;
    };
    m_conditions.setRows(m_now.object ? open(conditionRows(*m_now.object, m_start)) : std::vector<InfoRow>());
    m_events.setRows(open(eventRows(m_now, m_start)));
    m_relatives.setRows(relativeRows(m_now));
    rebuildOwners();
    Q_EMIT changed();
    Q_EMIT yamlChanged();
}

void InspectorModel::rebuildOwners()
{
    std::vector<InfoRow> chain;
    for (const session::RelativeGroup &group : m_now.relatives) {
        if (group.relation != session::Relation::Owner || group.shown.empty())
            continue;
        const session::Relative &owner = group.shown.front();
        chain.insert(chain.begin(), {.key = qText(owner.object.kind) + u'/' + qText(owner.object.name),
                                     .label = qText(owner.object.name),
                                     .note = qText(owner.object.kind),
                                     .kind = qText(owner.object.kind),
                                     .ns = qText(owner.object.ns),
                                     .name = qText(owner.object.name)});
    }
    if (m_now.object)
        chain.push_back({.key = QStringLiteral("self"), .label = name(), .note = kind(), .isOpen = true});
    m_owners.setRows(std::move(chain));
}

InspectorModel::Presence InspectorModel::presence() const
{
    if (m_now.name.isEmpty())
        return Nothing;
    switch (m_now.presence) {
    case session::Inspected::Presence::There:
        return There;
    case session::Inspected::Presence::Gone:
        return Gone;
    case session::Inspected::Presence::NotFound:
        return NotFound;
    case session::Inspected::Presence::Unknown:
        break;
    }
    return Loading;
}

QString InspectorModel::place() const
{
    if (m_now.name.ns.empty())
        return {};
    //: Below the name of an object. %1: a namespace.
    //% "in namespace %1"
    return qtTrId("inspect.namespace").arg(QString::fromStdString(m_now.name.ns));
}

QString InspectorModel::notice() const
{
    if (presence() == Gone)
        //: In the inspector, of an object that was deleted. %1: the cluster's time, "01:05".
        //% "Gone since %1. What you see is how it was last."
        return qtTrId("inspect.gone").arg(clockText(m_now.goneAt - m_start));
    if (presence() == NotFound)
        //: In the inspector. %1: the kind of object, "Pod".
        //% "There is no such %1 in the cluster."
        return qtTrId("inspect.not-found").arg(kind());
    return {};
}

QString InspectorModel::description() const
{
    QStringList parts{kind() + u' ' + name()};
    if (const QString text = notice(); !text.isEmpty())
        parts += text;
    for (const InfoRow &row : m_tiles.rows())
        parts += row.value + u' ' + row.label;
    return parts.join(QStringLiteral(", "));
}

QString InspectorModel::yaml() const
{
    if (m_showsStatus)
        return qText(m_now.yaml);
    // A top-level key stands at the beginning of a line.
    const auto at = m_now.yaml.find("\nstatus:");
    return qText(m_now.yaml.substr(0, at == std::string::npos ? at : at + 1));
}

void InspectorModel::setShowsStatus(bool showsStatus)
{
    if (std::exchange(m_showsStatus, showsStatus) != showsStatus)
        Q_EMIT yamlChanged();
}

void InspectorModel::copyYaml() const
{
    QGuiApplication::clipboard()->setText(yaml());
}

void InspectorModel::edit()
{
    if (m_now.object)
        Q_EMIT editRequested(kind(), qText(m_now.name.ns), name(),
                             qText(kube::toYaml(session::asWritten(m_now.object->root()))));
}

void InspectorModel::toggle(const QString &key)
{
    if (m_open.erase(key) == 0)
        m_open.insert(key);
    rebuild();
}

} // namespace minato::viewmodels
