// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/transport.h"
#include "apiserver/kind.h"
#include "apiserver/watch_hub.h"

#include <span>

namespace minato::apiserver {

/// Brings objects as they are kept into the form that was asked for: another version, a Table, the metadata
/// alone.
///
/// Mirrors   endpoints/handlers/response.go and the printers of the kinds
class Renderer {
public:
    /// Error 400 for an unknown `includeObject`.
    [[nodiscard]] static kube::Result<Renderer> make(const Kind &kind, const api::Request &request,
                                                     base::Instant now);

    [[nodiscard]] kube::ObjectPtr versioned(const kube::ObjectPtr &stored) const;
    [[nodiscard]] api::Payload one(const kube::ObjectPtr &stored) const;
    /// `list` holds objects as they are kept; its other members are taken over.
    [[nodiscard]] api::Payload many(kube::ObjectList list) const;
    [[nodiscard]] api::WatchEvent event(const WatchHub::Event &event) const;
    /// Ages are counted to this moment.
    void setNow(base::Instant now) { m_now = now; }

private:
    enum class Include : std::uint8_t { None, Metadata, Object };

    Renderer(const Kind &kind, api::Representation as, base::Instant now)
        : m_kind(&kind), m_as(as), m_now(now)
    {
    }
    [[nodiscard]] kube::TableRow row(const kube::ObjectPtr &object) const;
    [[nodiscard]] kube::Table table(std::span<const kube::ObjectPtr> objects) const;
    [[nodiscard]] kube::ObjectPtr bookmark(const WatchHub::Event &event) const;

    const Kind *m_kind;
    api::Representation m_as;
    Include m_include = Include::Metadata;
    base::Instant m_now;
};

} // namespace minato::apiserver
