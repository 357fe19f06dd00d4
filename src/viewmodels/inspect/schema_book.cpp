// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/inspect/schema_book.h"

#include "viewmodels/inspect/sheet.h"

#include <QRegularExpression>

namespace minato::viewmodels {
namespace {

/// Its questions have ids of their own: those of others begin elsewhere.
constexpr std::uint64_t kFirstId = 2'000'000;

/// "v1", "apps/v1", "autoscaling/v2beta2".
bool isVersion(std::string_view text)
{
    static const QRegularExpression pattern(QStringLiteral("^([a-z0-9.-]+/)?v[0-9][a-z0-9]*$"));
    return pattern.match(qText(text)).hasMatch();
}

} // namespace

SchemaBook::SchemaBook(session::CommandSink commands) : m_commands(std::move(commands)), m_lastId(kFirstId) {}

void SchemaBook::wantKinds()
{
    if (!m_kinds.empty() || m_kindsAsked != 0)
        return;
    m_kindsAsked = ++m_lastId;
    m_commands(session::Ask{m_kindsAsked, session::GetKinds{}});
}

void SchemaBook::want(std::string_view apiVersion)
{
    if (!isVersion(apiVersion) || m_schemas.contains(apiVersion) || m_asked.contains(apiVersion))
        return;
    const std::uint64_t id = m_asked[std::string(apiVersion)] = ++m_lastId;
    m_commands(session::Ask{id, session::GetSchemas{std::string(apiVersion)}});
}

bool SchemaBook::apply(const session::Answers &answers)
{
    bool hasNews = false;
    for (const auto &[id, answer] : answers) {
        if (const auto *kinds = std::get_if<session::KindsAnswer>(&answer); kinds && id == m_kindsAsked) {
            m_kindsAsked = 0;
            m_kinds = kinds->kinds;
            hasNews = true;
        } else if (const auto *schemas = std::get_if<session::SchemasAnswer>(&answer)) {
            if (m_asked.erase(schemas->apiVersion) == 0 || !schemas->refusal.empty())
                continue;
            m_schemas[schemas->apiVersion] = schemas->schemas;
            hasNews = true;
        }
    }
    return hasNews;
}

Schema SchemaBook::schema(std::string_view apiVersion, std::string_view kind) const
{
    const auto found = m_schemas.find(apiVersion);
    return found == m_schemas.end() ? Schema() : Schema::ofKind(found->second, apiVersion, kind);
}

} // namespace minato::viewmodels
