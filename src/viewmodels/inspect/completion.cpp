// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/inspect/completion.h"

#include "viewmodels/inspect/sheet.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace minato::viewmodels {
namespace {

/// A line of YAML as indentation shows it: where its dashes and its key stand.
struct Line {
    std::vector<int> dashes;
    int column = 0; ///< of the key, or of what stands there
    QString key, value;
    bool isBlank = false, hasColon = false;
};

Line readLine(const QString &text)
{
    Line line;
    qsizetype at = 0;
    const auto skipSpaces = [&] {
        while (at < text.size() && text[at] == u' ')
            ++at;
    };
    skipSpaces();
    while (at < text.size() && text[at] == u'-' && (at + 1 == text.size() || text[at + 1] == u' ')) {
        line.dashes.push_back(static_cast<int>(at));
        ++at;
        skipSpaces();
    }
    line.column = static_cast<int>(at);
    const QString rest = text.sliced(at);
    line.isBlank = (rest.isEmpty() && line.dashes.empty()) || rest.startsWith(u'#');
    const qsizetype colon = rest.indexOf(u':');
    line.hasColon = colon >= 0 && (colon + 1 == rest.size() || rest[colon + 1] == u' ');
    line.key = line.hasColon ? rest.first(colon) : rest;
    line.value = line.hasColon ? rest.sliced(colon + 1).trimmed() : QString();
    return line;
}

/// The lines of the document that the cursor is in, and the cursor's place among them.
struct Place {
    std::vector<Line> lines;
    std::size_t row = 0;
    QString before; ///< of the cursor's line
};

Place placeAt(const QString &text, int cursor)
{
    Place place;
    int position = 0;
    bool isBehind = false;
    for (const QString &line : text.split(u'\n')) {
        if (line.startsWith(QLatin1String("---"))) {
            if (isBehind)
                break;
            place.lines.clear();
        } else {
            place.lines.push_back(readLine(line));
        }
        if (!isBehind && cursor <= position + line.size()) {
            isBehind = true;
            place.before = line.first(cursor - position);
            if (place.lines.empty())
                place.lines.emplace_back();
            place.row = place.lines.size() - 1;
            place.lines.back() = readLine(place.before);
        }
        position += static_cast<int>(line.size()) + 1;
    }
    return place;
}

std::vector<std::string> pathOf(const Place &place)
{
    std::vector<std::string> path;
    if (place.lines.empty())
        return path;
    const Line &here = place.lines[place.row];
    int limit = here.column;
    bool isItem = false; // looking for the key of a list, which may stand in the same column as its dashes
    const auto enterItems = [&](const Line &line, int below) {
        for (auto dash = line.dashes.rbegin(); dash != line.dashes.rend(); ++dash) {
            if (*dash >= below)
                continue;
            path.emplace_back("[]");
            limit = below = *dash;
            isItem = true;
        }
    };
    enterItems(here, limit);
    for (std::size_t row = place.row; row-- > 0 && (limit > 0 || isItem);) {
        const Line &line = place.lines[row];
        if (line.isBlank)
            continue;
        const bool isParent =
            line.hasColon && (line.column < limit || (isItem && line.column == limit && line.dashes.empty()));
        if (isParent) {
            path.push_back(line.key.trimmed().toStdString());
            limit = line.column;
            isItem = false;
            enterItems(line, limit);
        } else if (!isItem && line.column == limit && !line.dashes.empty()) {
            enterItems(line, limit); // the first field of the item that we are in
        }
    }
    std::ranges::reverse(path);
    return path;
}

QString topValue(const Place &place, QLatin1StringView key)
{
    for (const Line &line : place.lines)
        if (line.column == 0 && line.dashes.empty() && line.key == key)
            return line.value;
    return {};
}

/// The type of what stands at a path; null: not known.
const kube::FieldType *typeAt(const kube::TypeTable &types, const kube::Structure *structure,
                              const std::vector<std::string> &path, const kube::Structure **inside)
{
    const kube::FieldType *type = nullptr;
    for (const std::string &step : path) {
        if (step == "[]") {
            type = type && type->form == kube::Form::List ? type->inner : nullptr;
        } else if (structure) {
            const kube::Field *field = structure->field(step);
            type = field ? field->type : nullptr;
        } else {
            type = type && type->form == kube::Form::Map ? type->inner : nullptr;
        }
        if (!type)
            return nullptr;
        structure = type->form == kube::Form::Structure ? &types.structure(type->structure) : nullptr;
    }
    *inside = structure;
    return type;
}

QString typeText(const kube::TypeTable &types, const kube::FieldType &type)
{
    using kube::Form;
    switch (type.form) {
    case Form::Structure:
        return qText(types.structure(type.structure).goName());
    case Form::List:
        return QStringLiteral("[]") + (type.inner ? typeText(types, *type.inner) : QString());
    case Form::Map:
        return QStringLiteral("map");
    case Form::Bool:
        return QStringLiteral("true | false");
    case Form::Int32:
    case Form::Int64:
        return QStringLiteral("integer");
    case Form::Float:
        return QStringLiteral("number");
    case Form::Quantity:
        return QStringLiteral("100m, 64Mi");
    case Form::IntOrString:
        return QStringLiteral("1 | 25%");
    default:
        break;
    }
    if (!type.values.empty())
        return qText(type.values).trimmed().replace(u' ', QLatin1String(" | "));
    return QStringLiteral("string");
}

struct Manifest {
    const char *apiVersion, *kind;
};
constexpr std::array kManifests{Manifest{"v1", "ConfigMap"},
                                Manifest{"apps/v1", "DaemonSet"},
                                Manifest{"apps/v1", "Deployment"},
                                Manifest{"autoscaling/v2", "HorizontalPodAutoscaler"},
                                Manifest{"batch/v1", "Job"},
                                Manifest{"v1", "LimitRange"},
                                Manifest{"v1", "Namespace"},
                                Manifest{"v1", "Pod"},
                                Manifest{"policy/v1", "PodDisruptionBudget"},
                                Manifest{"scheduling.k8s.io/v1", "PriorityClass"},
                                Manifest{"apps/v1", "ReplicaSet"},
                                Manifest{"v1", "ResourceQuota"},
                                Manifest{"v1", "Secret"},
                                Manifest{"v1", "Service"},
                                Manifest{"apps/v1", "StatefulSet"}};

/// Values for apiVersion and kind, which say what all the rest may be.
std::vector<Suggestion> identityValues(const Place &place, const QString &key)
{
    std::vector<Suggestion> found;
    const bool isKind = key == QLatin1String("kind");
    const QString other =
        topValue(place, isKind ? QLatin1StringView("apiVersion") : QLatin1StringView("kind"));
    for (const Manifest &each : kManifests) {
        const QString version = QString::fromLatin1(each.apiVersion), kind = QString::fromLatin1(each.kind);
        const QString &text = isKind ? kind : version;
        if (!other.isEmpty() && other != (isKind ? version : kind))
            continue;
        if (std::ranges::find(found, text, &Suggestion::text) == found.end())
            found.push_back({.text = text, .type = isKind ? version : QString(), .description = {}});
    }
    return found;
}

std::vector<Suggestion> valuesOf(const kube::FieldType *type)
{
    std::vector<Suggestion> found;
    if (!type)
        return found;
    if (type->form == kube::Form::Bool)
        return {{.text = QStringLiteral("true"), .type = {}, .description = {}},
                {.text = QStringLiteral("false"), .type = {}, .description = {}}};
    for (const QString &value : qText(type->values).split(u' ', Qt::SkipEmptyParts))
        if (value != QLatin1String("\"\""))
            found.push_back({.text = value, .type = {}, .description = {}});
    return found;
}

std::vector<Suggestion> fieldsOf(const kube::TypeTable &types, const kube::Structure *structure, bool isTop)
{
    std::vector<Suggestion> found;
    if (!structure && isTop) {
        for (const char *key : {"apiVersion", "kind", "metadata", "spec"})
            found.push_back({.text = QString::fromLatin1(key), .type = {}, .description = {}, .isKey = true});
        return found;
    }
    if (!structure)
        return found;
    for (const kube::Field &field : structure->fields)
        found.push_back({.text = qText(field.key),
                         .type = typeText(types, *field.type),
                         .description = fieldDescription(structure->name, field.key.asString()),
                         .isKey = true});
    return found;
}

/// Keeps what begins with the word, without that which is the word already.
void filter(std::vector<Suggestion> &suggestions, const QString &word)
{
    std::erase_if(suggestions, [&](const Suggestion &each) {
        return !each.text.startsWith(word, Qt::CaseInsensitive) || each.text == word;
    });
}

} // namespace

std::vector<std::string> yamlPathAt(const QString &text, int cursor)
{
    return pathOf(placeAt(text, cursor));
}

Completion completionAt(const QString &text, int cursor, const kube::TypeTable &types)
{
    const Place place = placeAt(text, cursor);
    if (place.lines.empty())
        return {};
    const Line &here = place.lines[place.row];
    if (here.key.startsWith(u'#'))
        return {};
    std::vector<std::string> path = pathOf(place);
    const kube::Structure *root =
        types.find(kube::structureName(topValue(place, QLatin1StringView("apiVersion")).toStdString(),
                                       topValue(place, QLatin1StringView("kind")).toStdString()));
    const kube::Structure *inside = root;
    Completion completion;
    QString word = here.key;
    if (here.hasColon) {
        word = here.value;
        path.push_back(here.key.toStdString());
        const bool isIdentity = path.size() == 1 && (path.front() == "kind" || path.front() == "apiVersion");
        completion.suggestions =
            isIdentity ? identityValues(place, here.key) : valuesOf(typeAt(types, root, path, &inside));
    } else if (path.empty() || typeAt(types, root, path, &inside)) {
        completion.suggestions = fieldsOf(types, inside, path.empty());
        if (!path.empty() && path.back() == "[]" && !inside)
            completion.suggestions = valuesOf(typeAt(types, root, path, &inside));
    }
    filter(completion.suggestions, word);
    completion.from = cursor - static_cast<int>(word.size());
    return completion;
}

} // namespace minato::viewmodels
