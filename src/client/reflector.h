// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clock.h"
#include "api/transport.h"

#include <string>
#include <vector>

namespace minato::client {

/// Which part of a resource is followed.
struct Scope {
    std::string ns; ///< empty: all namespaces
    std::string labelSelector, fieldSelector;

    friend auto operator<=>(const Scope &, const Scope &) = default;
};

/// Follows a collection: lists it, then watches from the list's version; forever.
///
/// Mirrors   client-go tools/cache/reflector.go
/// Differs   Lists with `limit`, never from the watch cache ("resourceVersion=0"); the server chooses how long a watch
///           lives; a watch that failed is resumed, not listed anew.
/// Errors    410 Expired (of a list, of a watch, or as a late answer): list again, the first time at once. Anything
///           else, and a watch that ends within a second without a word: wait with back-off (0.8 s doubling to 30 s),
///           then resume the watch, or list again if there was no list yet. Back-off begins anew when a watch has told
///           something or has lived longer.
/// Threads   One; nothing is called inside start().
class Reflector {
public:
    class Sink {
    public:
        virtual ~Sink() = default;
        /// The whole collection as listed; replaces what was known.
        virtual void replace(const std::vector<kube::ObjectPtr> &items) = 0;
        /// Added, Modified or Deleted; bookmarks stay in the reflector.
        virtual void apply(const api::WatchEvent &event) = 0;
        /// Something went wrong and will be tried again: for a status line.
        virtual void failed(const kube::Status &status) { static_cast<void>(status); }
    };

    Reflector(api::KubeTransport &transport, api::Timers &timers, kube::GroupVersionResource resource,
              Scope scope, Sink &sink);

    void start();
    [[nodiscard]] const std::string &resourceVersion() const { return m_version; }

private:
    [[nodiscard]] api::Request request() const;
    void list();
    void onList(api::Result<api::Response> answer);
    void watch();
    void onWatch(api::Result<std::vector<api::WatchEvent>> batch);
    void onWatchEnded();
    void onFailure(const kube::Status &status);
    [[nodiscard]] base::Duration nextBackoff();
    void later(base::Duration delay, void (Reflector::*step)());

    api::KubeTransport &m_transport;
    api::Timers &m_timers;
    kube::GroupVersionResource m_resource;
    Scope m_scope;
    Sink &m_sink;
    std::string m_version;       ///< empty: list first
    std::string m_continueToken; ///< of the list under way
    std::vector<kube::ObjectPtr> m_pages;
    int m_failures = 0;             ///< in a row
    base::Instant m_watchedAt;      ///< when the present watch began
    bool m_hasToldAnything = false; ///< the present watch
    api::CallPtr m_call;
    api::TimerPtr m_timer;
};

} // namespace minato::client
