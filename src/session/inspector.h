// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/informer.h"
#include "session/ask.h"
#include "session/relatives.h"

#include <memory>
#include <optional>

namespace minato::session {

/// Follows the one object that the window looks at, with its Events and relatives, by watches of its own:
/// while nothing changes, nothing is asked.
///
/// Lifetime  Must outlive the hub.
/// Threads   One: the backend's.
class Inspector {
public:
    Inspector(api::KubeTransport &transport, api::Timers &timers, client::InformerHub &hub)
        : m_transport(transport), m_timers(timers), m_relatives(hub)
    {
    }

    /// Leaves the object before. An empty name: looks at nothing.
    void inspect(ObjectName object);
    [[nodiscard]] bool isEmpty() const { return !m_hasChanged && !m_relatives.hasChanged(); }
    /// What there is to tell now, if anything has changed since the last time.
    [[nodiscard]] std::optional<Inspected> take();

private:
    void onObject(const kube::ObjectPtr &before, const kube::ObjectPtr &now);
    [[nodiscard]] std::vector<EventDetail> events() const;

    api::KubeTransport &m_transport;
    api::Timers &m_timers;
    Relatives m_relatives;
    Inspected m_now;
    bool m_hasChanged = false;
    std::unique_ptr<client::Informer> m_object, m_events;
};

} // namespace minato::session
