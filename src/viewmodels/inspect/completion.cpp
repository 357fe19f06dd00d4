// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/inspect/completion.h"

#include "viewmodels/inspect/sheet.h"

#include <algorithm>
#include <string>

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

/// What stands at a path below a kind.
Schema schemaAt(Schema schema, const std::vector<std::string> &path)
{
    for (const std::string &step : path)
        schema = step == "[]" ? schema.item() : schema.below(step);
    return schema;
}

Suggestion plainValue(const QString &text, const QString &type = {})
{
    return {.text = text, .type = type, .description = {}};
}

/// Values for apiVersion and kind, which say what all the rest may be.
std::vector<Suggestion> identityValues(const Place &place, const QString &key, const SchemaBook &book)
{
    std::vector<Suggestion> found;
    const bool isKind = key == QLatin1String("kind");
    const QString other =
        topValue(place, isKind ? QLatin1StringView("apiVersion") : QLatin1StringView("kind"));
    for (const session::OfferedKind &each : book.kinds()) {
        const QString version = qText(each.apiVersion), kind = qText(each.kind);
        const QString &text = isKind ? kind : version;
        if (!other.isEmpty() && other != (isKind ? version : kind))
            continue;
        if (std::ranges::find(found, text, &Suggestion::text) == found.end())
            found.push_back(plainValue(text, isKind ? version : QString()));
    }
    return found;
}

std::vector<Suggestion> valuesOf(const Schema &schema)
{
    std::vector<Suggestion> found;
    for (const QString &value : schema.values())
        found.push_back(plainValue(value));
    return found;
}

std::vector<Suggestion> fieldsOf(const Schema &schema)
{
    std::vector<Suggestion> found;
    const std::string structure = schema.name();
    for (const std::string &key : schema.fields()) {
        const Schema field = schema.below(key);
        const QString own = fieldDescription(structure, key);
        found.push_back({.text = qText(key),
                         .type = field.typeText(),
                         .description = own.isEmpty() ? field.description() : own,
                         .isKey = true});
    }
    return found;
}

/// The keys that a manifest of any kind begins with.
std::vector<Suggestion> firstKeys()
{
    std::vector<Suggestion> found;
    for (const char *key : {"apiVersion", "kind", "metadata", "spec"})
        found.push_back({.text = QString::fromLatin1(key), .type = {}, .description = {}, .isKey = true});
    return found;
}

Schema kindOf(const Place &place, const SchemaBook &book)
{
    return book.schema(topValue(place, QLatin1StringView("apiVersion")).toStdString(),
                       topValue(place, QLatin1StringView("kind")).toStdString());
}

/// All that may stand behind the colon of a line, or as a key of it.
std::vector<Suggestion> allAt(const Place &place, const SchemaBook &book)
{
    const Line &here = place.lines[place.row];
    std::vector<std::string> path = pathOf(place);
    if (here.hasColon) {
        path.push_back(here.key.toStdString());
        const bool isIdentity = path.size() == 1 && (path.front() == "kind" || path.front() == "apiVersion");
        return isIdentity ? identityValues(place, here.key, book)
                          : valuesOf(schemaAt(kindOf(place, book), path));
    }
    const Schema schema = schemaAt(kindOf(place, book), path);
    if (path.empty() && !schema.isKnown())
        return firstKeys();
    return schema.hasFields() ? fieldsOf(schema) : valuesOf(schema);
}

/// Keeps what begins with the word, without that which is the word already.
void filter(std::vector<Suggestion> &suggestions, const QString &word)
{
    std::erase_if(suggestions, [&](const Suggestion &each) {
        return !each.text.startsWith(word, Qt::CaseInsensitive) || each.text == word;
    });
}

} // namespace

Completion completionAt(const QString &text, int cursor, const SchemaBook &book)
{
    const Place place = placeAt(text, cursor);
    if (place.lines.empty())
        return {};
    const Line &here = place.lines[place.row];
    if (here.key.startsWith(u'#'))
        return {};
    const QString &word = here.hasColon ? here.value : here.key;
    Completion completion{.from = cursor - static_cast<int>(word.size()), .suggestions = allAt(place, book)};
    filter(completion.suggestions, word);
    return completion;
}

QStringList apiVersionsIn(const QString &text)
{
    QStringList found;
    for (const QString &line : text.split(u'\n')) {
        const Line read = readLine(line);
        if (read.column == 0 && read.key == QLatin1String("apiVersion") && !read.value.isEmpty() &&
            !found.contains(read.value))
            found += read.value;
    }
    return found;
}

} // namespace minato::viewmodels
