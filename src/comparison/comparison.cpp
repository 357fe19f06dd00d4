// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison/comparison.h"

#include "comparison/field_walk.h"

#include <algorithm>
#include <format>
#include <map>

namespace minato::comparison {
namespace {

/// Objects that nobody can tell apart by kind and name.
using Alike = std::vector<Fields>;
using ByName = std::map<std::pair<std::string, std::string>, Alike>;

ByName told(const Picture &picture, const NormalForm &form)
{
    ByName objects;
    for (const kube::ObjectPtr &object : picture.objects)
        objects[{std::string(object->kind()), form.text(object->name())}].push_back(
            fieldsOf(form.value(object->root())));
    for (auto &[name, alike] : objects)
        std::ranges::sort(alike);
    return objects;
}

/// What is equal on both sides needs no further look.
void dropEqual(Alike &simulated, Alike &real)
{
    Alike onlySimulated, onlyReal;
    std::ranges::set_difference(simulated, real, std::back_inserter(onlySimulated));
    std::ranges::set_difference(real, simulated, std::back_inserter(onlyReal));
    simulated = std::move(onlySimulated);
    real = std::move(onlyReal);
}

std::vector<FieldDifference> fieldDifferences(const Fields &simulated, const Fields &real)
{
    std::vector<FieldDifference> differences;
    for (const auto &[path, value] : simulated) {
        const auto other = real.find(path);
        if (other == real.end() || other->second != value)
            differences.push_back({path, value, other == real.end() ? std::string() : other->second});
    }
    for (const auto &[path, value] : real) {
        if (!simulated.contains(path))
            differences.push_back({path, {}, value});
    }
    std::ranges::sort(differences, {}, &FieldDifference::path);
    return differences;
}

/// Which Event it is, and at which of its repetitions.
std::string eventId(const kube::Object &event)
{
    return std::format("{} {}", event.uid(), event.resourceVersion());
}

std::set<std::string> eventIds(const Picture &picture)
{
    std::set<std::string> ids;
    for (const kube::ObjectPtr &event : picture.events)
        ids.insert(eventId(*event));
    return ids;
}

std::set<std::string> freshEvents(const Picture &picture, const NormalForm &form,
                                  const std::set<std::string> &before)
{
    std::set<std::string> texts;
    for (const kube::ObjectPtr &event : picture.events) {
        if (before.contains(eventId(*event)))
            continue;
        const kube::Value &about = (*event)["involvedObject"];
        texts.insert(std::format("{} {} {}/{}: {}", (*event)["type"].asString(),
                                 (*event)["reason"].asString(), about["kind"].asString(),
                                 form.text(about["name"].asString()),
                                 form.printed((*event)["message"].asString())));
    }
    return texts;
}

std::vector<LineDifference> eventDifferences(const std::set<std::string> &simulated,
                                             const std::set<std::string> &real)
{
    std::vector<LineDifference> differences;
    for (const std::string &text : simulated) {
        if (!real.contains(text))
            differences.push_back({Where::Simulated, text});
    }
    for (const std::string &text : real) {
        if (!simulated.contains(text))
            differences.push_back({Where::Real, text});
    }
    return differences;
}

/// Lines of one side, in their order, each as often as the other side lacks it.
void addMissing(const std::vector<std::string> &lines, const std::vector<std::string> &others, Where where,
                std::vector<LineDifference> &differences)
{
    std::map<std::string_view, int> left;
    for (const std::string &line : others)
        ++left[line];
    for (const std::string &line : lines) {
        if (left[line]-- <= 0)
            differences.push_back({where, line});
    }
}

bool isSame(const ObjectDifference &a, const ObjectDifference &b)
{
    return a.kind == b.kind && a.name == b.name && a.where == b.where;
}

} // namespace

Comparison::Comparison(const Picture &simulated, const Picture &real)
{
    m_simulated.form.learn(simulated.objects, simulated.nodes);
    m_real.form.learn(real.objects, real.nodes);
    m_simulated.events = eventIds(simulated);
    m_real.events = eventIds(real);
    m_before = differences(simulated, real);
}

std::vector<ObjectDifference> Comparison::differences(const Picture &simulated, const Picture &real) const
{
    ByName ours = told(simulated, m_simulated.form), theirs = told(real, m_real.form);
    for (const auto &entry : theirs)
        ours.try_emplace(entry.first);
    std::vector<ObjectDifference> found;
    for (auto &[name, alike] : ours) {
        Alike &others = theirs[name];
        dropEqual(alike, others);
        const std::size_t pairs = std::min(alike.size(), others.size());
        for (std::size_t i = 0; i < pairs; ++i)
            found.push_back({name.first, name.second, Where::Both, fieldDifferences(alike[i], others[i])});
        for (std::size_t i = pairs; i < std::max(alike.size(), others.size()); ++i)
            found.push_back(
                {name.first, name.second, alike.size() > pairs ? Where::Simulated : Where::Real, {}});
    }
    return found;
}

/// What differed before in the same place is not the step's doing.
void Comparison::dropOld(Report &report) const
{
    auto before = m_before;
    for (ObjectDifference &object : report.objects) {
        const auto same =
            std::ranges::find_if(before, [&](const ObjectDifference &each) { return isSame(each, object); });
        if (same == before.end())
            continue;
        if (object.where != Where::Both) {
            ++report.before;
            object.name.clear(); // as one that is to go
            before.erase(same);
            continue;
        }
        report.before += static_cast<int>(std::erase_if(object.fields, [&](const FieldDifference &field) {
            return std::ranges::contains(same->fields, field.path, &FieldDifference::path);
        }));
    }
    std::erase_if(report.objects, [](const ObjectDifference &object) {
        return object.name.empty() || (object.where == Where::Both && object.fields.empty());
    });
}

Report Comparison::report(const Picture &simulated, const Outcome &simulatedOutcome, const Picture &real,
                          const Outcome &realOutcome)
{
    m_simulated.form.learn(simulated.objects, simulated.nodes);
    m_real.form.learn(real.objects, real.nodes);
    Report report;
    const auto ours = m_simulated.form.lines(simulatedOutcome.printed),
               theirs = m_real.form.lines(realOutcome.printed);
    addMissing(ours, theirs, Where::Simulated, report.printed);
    addMissing(theirs, ours, Where::Real, report.printed);
    report.simulatedStatus = simulatedOutcome.exitStatus;
    report.realStatus = realOutcome.exitStatus;
    report.events = eventDifferences(freshEvents(simulated, m_simulated.form, m_simulated.events),
                                     freshEvents(real, m_real.form, m_real.events));
    report.objects = differences(simulated, real);
    report.comparedObjects = static_cast<int>(std::max(simulated.objects.size(), real.objects.size()));
    dropOld(report);
    return report;
}

} // namespace minato::comparison
