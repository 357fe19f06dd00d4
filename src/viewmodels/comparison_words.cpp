// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/comparison_words.h"

#include "viewmodels/cluster/quantity_text.h"
#include "viewmodels/inspect/sheet.h"

#include <QCoreApplication>

namespace minato::viewmodels {
namespace {

using comparison::FieldDifference;
using comparison::LineDifference;
using comparison::ObjectDifference;
using comparison::Report;
using comparison::Where;

/// What stands where one side has nothing.
QString nothing()
{
    return QStringLiteral("–");
}

class Rows {
public:
    void heading(const QString &text) { add({.label = text, .level = 1}); }
    void object(const QString &name, const QString &value, const QString &note)
    {
        add({.label = name, .value = value, .note = note, .level = 2});
    }
    void pair(const QString &label, const QString &simulated, const QString &real)
    {
        add({.label = label,
             .value = simulated.isEmpty() ? nothing() : simulated,
             .note = real.isEmpty() ? nothing() : real});
    }
    [[nodiscard]] std::vector<InfoRow> take() { return std::move(m_rows); }

private:
    void add(InfoRow row)
    {
        row.key = QString::number(m_rows.size());
        m_rows.push_back(std::move(row));
    }
    std::vector<InfoRow> m_rows;
};

/// A value without the quotes of its JSON.
QString valueText(const std::string &json)
{
    const bool isText =
        json.size() > 2 && json.front() == '"' && json.back() == '"'; // of an empty one they stay
    return qText(isText ? std::string_view(json).substr(1, json.size() - 2) : std::string_view(json));
}

void addLines(Rows &rows, const std::vector<LineDifference> &lines)
{
    for (const LineDifference &line : lines) {
        const QString text = line.text.empty() ? QStringLiteral(" ") : qText(line.text);
        rows.pair({}, line.where == Where::Simulated ? text : QString(),
                  line.where == Where::Real ? text : QString());
    }
}

void addObject(Rows &rows, const ObjectDifference &object)
{
    const QString name = qText(object.kind) + u' ' + qText(object.name);
    //: In a table of differences: one cluster has an object that the other lacks.
    //% "there"
    const QString there = qtTrId("compare.there");
    //: In a table of differences: one cluster lacks an object that the other has.
    //% "not there"
    const QString missing = qtTrId("compare.missing");
    if (object.where != Where::Both) {
        const bool isOurs = object.where == Where::Simulated;
        rows.object(name, isOurs ? there : missing, isOurs ? missing : there);
        return;
    }
    rows.object(name, {}, {});
    for (const FieldDifference &field : object.fields)
        rows.pair(qText(field.path), valueText(field.simulated), valueText(field.real));
}

void addPrinted(Rows &rows, const Report &report)
{
    if (report.printed.empty() && report.simulatedStatus == report.realStatus)
        return;
    //: Heading in a difference report: lines that the commands printed on one cluster only.
    //% "Printed"
    rows.heading(qtTrId("compare.printed"));
    addLines(rows, report.printed);
    if (report.simulatedStatus != report.realStatus)
        //: In a difference report. Two numbers follow.
        //% "Exit status"
        rows.pair(qtTrId("compare.exit-status"), QString::number(report.simulatedStatus),
                  QString::number(report.realStatus));
}

QString machinesText(const session::Machines &machines)
{
    //: %1: CPU, "12". %2: memory, "24Gi". %n: how many.
    //% "%n node(s) for Pods, CPU %1, memory %2"
    return qtTrId("compare.machines", machines.count)
        .arg(cpuQuantity(machines.milliCpu), memoryQuantity(machines.memoryBytes));
}

QString joined(const std::vector<std::string> &names)
{
    QStringList texts;
    for (const std::string &name : names)
        texts += qText(name);
    return texts.join(QStringLiteral(", "));
}

} // namespace

std::vector<InfoRow> comparisonRows(const Report &report)
{
    Rows rows;
    addPrinted(rows, report);
    if (!report.objects.empty())
        //: Heading in a difference report: objects that are not the same.
        //% "Objects"
        rows.heading(qtTrId("compare.objects"));
    for (const ObjectDifference &object : report.objects)
        addObject(rows, object);
    if (!report.events.empty())
        //: Heading in a difference report: Events that one cluster only has.
        //% "Events"
        rows.heading(qtTrId("compare.events"));
    addLines(rows, report.events);
    return rows.take();
}

QString comparisonSummary(const Report &report)
{
    if (report.isEmpty())
        //: The result of a difference report. %n: how many.
        //% "Nothing differed: both clusters did the same. %n object(s) were compared."
        return qtTrId("compare.nothing", report.comparedObjects);
    int fields = 0;
    for (const ObjectDifference &object : report.objects)
        fields += object.where == Where::Both ? static_cast<int>(object.fields.size()) : 1;
    const auto lines = static_cast<int>(report.printed.size() + report.events.size());
    const int status = report.simulatedStatus == report.realStatus ? 0 : 1;
    //: The result of a difference report. %n: how many.
    //% "%n thing(s) differed."
    return qtTrId("compare.something", fields + lines + status);
}

QStringList comparisonRemarks(const session::ComparisonState &state)
{
    //: In a difference report. %1: "3 nodes for Pods, CPU 12, memory 24Gi". %2: the same of the real cluster.
    //% "Simulated: %1. Real: %2."
    QStringList remarks{
        qtTrId("compare.machines.both").arg(machinesText(state.simulated), machinesText(state.real))};
    //: In a difference report.
    //% "Names of nodes, random ends of names, times, IP addresses and UIDs are always different; they are not listed."
    remarks += qtTrId("compare.by-nature");
    if (state.report.before > 0)
        //: In a difference report. %n: how many.
        //% "%n difference(s) were there before the step; they are left out."
        remarks += qtTrId("compare.before", state.report.before);
    if (!state.hasEnded)
        //: In a difference report.
        //% "The commands had not ended after two minutes and were stopped."
        remarks += qtTrId("compare.not-ended");
    if (!state.hasSettled)
        //: In a difference report.
        //% "The real cluster was still changing when it was looked at."
        remarks += qtTrId("compare.not-settled");
    if (!state.unseen.empty())
        //: In a difference report. %1: kinds of objects.
        //% "Your user may not list these, so they are left out: %1."
        remarks += qtTrId("compare.unseen").arg(joined(state.unseen));
    if (!state.notTaken.empty())
        //: In a difference report. %1: objects, and why, in English.
        //% "The simulated cluster could not be given all that the real one had before: %1"
        remarks += qtTrId("compare.not-taken").arg(joined(state.notTaken));
    return remarks;
}

} // namespace minato::viewmodels
