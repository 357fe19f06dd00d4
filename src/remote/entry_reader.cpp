// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/entry_reader.h"

#include "kube/base64.h"

#include <format>
#include <utility>

namespace minato::remote {
namespace {

const kube::Value kNothing;

} // namespace

EntryReader::EntryReader(ReadFile &file, const kube::Value &value, std::string path, Entry entry)
    : m_file(&file), m_value(&value), m_path(std::move(path)), m_entry(std::move(entry))
{
    if (!value.isNull() && !value.isMap()) {
        report(Trouble::Kind::WrongType, m_path, "map");
        m_value = &kNothing;
    }
}

std::string EntryReader::text(const std::string &key)
{
    const kube::Value &value = (*m_value)[key];
    if (!value.isNull() && !value.isString())
        report(Trouble::Kind::NotAString, pathOf(key));
    return std::string(value.asString());
}

bool EntryReader::flag(const std::string &key)
{
    const kube::Value &value = (*m_value)[key];
    if (!value.isNull() && !value.isBool())
        report(Trouble::Kind::WrongType, pathOf(key), "bool");
    return value.asBool();
}

Secret EntryReader::bytes(const std::string &key)
{
    auto decoded = kube::decodeBase64(text(key));
    if (!decoded)
        report(Trouble::Kind::NotBase64, pathOf(key));
    return Secret(std::move(decoded).value_or(std::string()));
}

std::vector<std::string> EntryReader::texts(const std::string &key)
{
    std::vector<std::string> texts;
    for (const kube::Value &item : list(key)) {
        if (!item.isString())
            report(Trouble::Kind::NotAString, std::format("{}[{}]", pathOf(key), texts.size()));
        texts.emplace_back(item.asString());
    }
    return texts;
}

std::span<const kube::Value> EntryReader::list(const std::string &key)
{
    const kube::Value &value = (*m_value)[key];
    if (!value.isNull() && !value.isArray())
        report(Trouble::Kind::WrongType, pathOf(key), "list");
    return value.items();
}

std::optional<EntryReader> EntryReader::child(const std::string &key)
{
    const kube::Value &value = (*m_value)[key];
    if (value.isNull())
        return std::nullopt;
    return EntryReader(*m_file, value, pathOf(key), m_entry);
}

std::vector<EntryReader> EntryReader::children(const std::string &key)
{
    std::vector<EntryReader> readers;
    for (const kube::Value &item : list(key))
        readers.emplace_back(*m_file, item, std::format("{}[{}]", pathOf(key), readers.size()), m_entry);
    return readers;
}

EntryReader EntryReader::content(const std::string &key, Entry entry)
{
    EntryReader reader(*m_file, (*m_value)[key], pathOf(key), std::move(entry));
    return reader;
}

std::vector<std::string> EntryReader::keys() const
{
    std::vector<std::string> keys;
    for (const kube::Member &member : m_value->members())
        keys.emplace_back(member.key());
    return keys;
}

void EntryReader::report(Trouble::Kind kind)
{
    report(kind, m_path);
}

/// Of the value, else of what holds it: an entry without content has no line of its own.
int EntryReader::lineOf(const std::string &path) const
{
    for (std::string up = path; !up.empty();) {
        if (const auto it = m_file->lines.find(up); it != m_file->lines.end())
            return it->second;
        const auto cut = up.find_last_of(".[");
        up.erase(cut == std::string::npos ? 0 : cut);
    }
    return 0;
}

std::string EntryReader::pathOf(const std::string &key) const
{
    return m_path.empty() ? key : m_path + "." + key;
}

void EntryReader::report(Trouble::Kind kind, const std::string &path, std::string detail)
{
    m_file->troubles.push_back({.kind = kind,
                                .place = {m_file->name, lineOf(path)},
                                .entry = m_entry,
                                .field = path,
                                .detail = std::move(detail)});
}

} // namespace minato::remote
