// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/inspect/summary.h"

#include "kube/duration.h"
#include "viewmodels/cluster/quantity_text.h"
#include "viewmodels/inspect/sheet.h"

namespace minato::viewmodels {
namespace {

/// What an unknown kind says at the top of its spec.
void summarizeAny(Sheet &sheet, const kube::Object &object)
{
    for (const kube::Member &member : object.spec().members()) {
        const kube::Value &value = member.value;
        const QString text = value.isString() ? qText(value)
                             : value.isInt()  ? QString::number(value.asInt())
                             : value.isBool()
                                 ? (value.asBool() ? QStringLiteral("true") : QStringLiteral("false"))
                                 : QString();
        sheet.row(qText(member.key()), text);
    }
}

void summarizeKind(Sheet &sheet, const session::Inspected &inspected,
                   const std::optional<session::Usage> &usage)
{
    const kube::Object &object = *inspected.object;
    const auto kind = object.kind();
    if (kind == "Pod")
        summarizePod(sheet, object, usage);
    else if (kind == "Deployment")
        summarizeDeployment(sheet, object);
    else if (kind == "ReplicaSet")
        summarizeReplicaSet(sheet, object);
    else if (kind == "Node")
        summarizeNode(sheet, inspected, usage);
    else if (kind == "Service")
        summarizeService(sheet, inspected);
    else if (kind == "HorizontalPodAutoscaler")
        summarizeAutoscaler(sheet, object);
    else if (kind == "PodDisruptionBudget")
        summarizeBudget(sheet, object);
    else
        summarizeAny(sheet, object);
}

} // namespace

QStringList pairsOf(const kube::Value &map, QLatin1StringView between)
{
    QStringList pairs;
    for (const kube::Member &member : map.members()) {
        const kube::Value &value = member.value;
        pairs +=
            qText(member.key()) + between + (value.isInt() ? QString::number(value.asInt()) : qText(value));
    }
    return pairs;
}

void Sheet::labels(const QString &label, const kube::Value &map)
{
    const QStringList pairs = pairsOf(map, QLatin1StringView("="));
    if (!pairs.isEmpty())
        m_rows.push_back(
            {.key = nextKey(), .label = label, .value = pairs.join(QStringLiteral(", ")), .pairs = pairs});
}

QString imagesText(const kube::Value &podSpec)
{
    QStringList images;
    for (const kube::Value &container : podSpec["containers"].items())
        images += qText(container["image"]);
    return images.join(QStringLiteral(", "));
}

void addUsage(Sheet &sheet, const std::optional<session::Usage> &usage)
{
    if (!usage)
        return;
    //: In the inspector of a Pod or node: what it really uses.
    //% "In use"
    sheet.row(
        qtTrId("inspect.usage"),
        //: In the inspector: what a Pod or node uses. %1: CPU ("12m"), %2: memory ("24Mi").
        //% "CPU %1, memory %2"
        qtTrId("inspect.usage.value").arg(cpuQuantity(usage->milliCpu), memoryQuantity(usage->memoryBytes)),
        //% "measured by the metrics server every 15 seconds"
        qtTrId("inspect.usage.note"));
}

std::vector<InfoRow> summaryOf(const session::Inspected &inspected,
                               const std::optional<session::Usage> &usage)
{
    if (!inspected.object)
        return {};
    Sheet sheet;
    const kube::Object &object = *inspected.object;
    summarizeKind(sheet, inspected, usage);
    //: In the inspector: the labels of an object, "app=web".
    //% "Labels"
    sheet.labels(qtTrId("inspect.labels"), object.labels());
    //: In the inspector: how long ago an object was made, "5m12s".
    //% "Age"
    sheet.row(qtTrId("inspect.age"),
              qText(kube::ageText(object.metadata()["creationTimestamp"], inspected.at)));
    return sheet.take();
}

} // namespace minato::viewmodels
