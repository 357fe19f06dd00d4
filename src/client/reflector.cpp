// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/reflector.h"

#include "client/requests.h"

#include <algorithm>

namespace minato::client {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view kPageSize = "500";
constexpr base::Duration kFirstBackoff = 800ms;
constexpr base::Duration kLongestBackoff = 30s;
constexpr base::Duration kShortWatch = 1s;

} // namespace

Reflector::Reflector(api::KubeTransport &transport, api::Timers &timers, kube::GroupVersionResource resource,
                     Scope scope, Sink &sink)
    : m_transport(transport),
      m_timers(timers),
      m_resource(std::move(resource)),
      m_scope(std::move(scope)),
      m_sink(sink)
{
}

void Reflector::start()
{
    list();
}

api::Request Reflector::request() const
{
    auto request = listRequest(m_resource, m_scope.ns);
    if (!m_scope.labelSelector.empty())
        request.query["labelSelector"] = m_scope.labelSelector;
    if (!m_scope.fieldSelector.empty())
        request.query["fieldSelector"] = m_scope.fieldSelector;
    return request;
}

void Reflector::list()
{
    auto question = request();
    question.query["limit"] = kPageSize;
    if (!m_continueToken.empty())
        question.query["continue"] = m_continueToken;
    m_call = m_transport.send(std::move(question), [this](auto answer) { onList(std::move(answer)); });
}

void Reflector::onList(api::Result<api::Response> answer)
{
    if (!answer) {
        m_pages.clear();
        m_continueToken.clear();
        onFailure(answer.error());
        return;
    }
    const kube::ObjectList &page = answer->list();
    m_pages.insert(m_pages.end(), page.items.begin(), page.items.end());
    m_continueToken = page.continueToken;
    if (!m_continueToken.empty()) {
        list();
        return;
    }
    m_version = page.resourceVersion;
    const auto items = std::exchange(m_pages, {});
    watch();
    m_sink.replace(items);
}

void Reflector::watch()
{
    auto question = request();
    question.query["resourceVersion"] = m_version;
    question.query["allowWatchBookmarks"] = "true";
    m_watchedAt = m_timers.now();
    m_hasToldAnything = false;
    m_call = m_transport.watch(std::move(question), [this](auto batch) { onWatch(std::move(batch)); });
}

void Reflector::onWatch(api::Result<std::vector<api::WatchEvent>> batch)
{
    if (!batch) {
        onFailure(batch.error());
        return;
    }
    if (batch->empty()) {
        onWatchEnded();
        return;
    }
    m_failures = 0;
    m_hasToldAnything = true;
    for (const api::WatchEvent &event : *batch) {
        if (event.object && !event.object->resourceVersion().empty())
            m_version = event.object->resourceVersion();
        if (event.type != api::WatchEvent::Type::Bookmark)
            m_sink.apply(event);
    }
}

void Reflector::onWatchEnded()
{
    const bool isTooShort = !m_hasToldAnything && m_timers.now() - m_watchedAt < kShortWatch;
    if (!isTooShort)
        m_failures = 0;
    later(isTooShort ? nextBackoff() : base::Duration::zero(), &Reflector::watch);
}

void Reflector::onFailure(const kube::Status &status)
{
    const bool isExpired = status.code == 410;
    if (isExpired)
        m_version.clear();
    else
        m_sink.failed(status);
    const bool isFirst = m_failures == 0;
    const base::Duration backoff = nextBackoff();
    later(isExpired && isFirst ? base::Duration::zero() : backoff,
          m_version.empty() ? &Reflector::list : &Reflector::watch);
}

base::Duration Reflector::nextBackoff()
{
    return std::min(kFirstBackoff * (1 << std::min(m_failures++, 10)), kLongestBackoff);
}

void Reflector::later(base::Duration delay, void (Reflector::*step)())
{
    m_timer = m_timers.after(delay, [this, step] { (this->*step)(); });
}

} // namespace minato::client
