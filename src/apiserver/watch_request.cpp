// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/watch_request.h"

#include <format>

namespace minato::apiserver {
namespace {

using Events = std::vector<WatchHub::Event>;
using EventType = api::WatchEvent::Type;

Events presentObjects(const Store &store, const Kind &kind, const ObjectFilter &filter)
{
    Events events;
    store.visit(kind.bucket, {filter.ns(), {}}, store.revision(), [&](const kube::ObjectPtr &object) {
        if (filter.matches(*object))
            events.push_back({EventType::Added, object, revisionOf(*object), false});
        return true;
    });
    return events;
}

Events changesSince(const Store &store, const Kind &kind, const ObjectFilter &filter, Revision revision)
{
    Events events;
    store.visitChanges(kind.bucket, revision, [&](const Change &change) {
        kube::ObjectPtr departed;
        if (auto event = WatchHub::translate(filter, change, departed); event.object)
            events.push_back(std::move(event));
    });
    return events;
}

} // namespace

kube::Result<WatchRequest> WatchRequest::prepare(const Machinery &machinery, const Kind &kind,
                                                 const api::Request &request)
{
    if (kind.answer)
        return std::unexpected(kube::Status::methodNotAllowed(kind.gvr(), ""));
    if (kind.measurement)
        return std::unexpected(kube::Status::methodNotAllowed(kind.gvr(), "watch"));
    auto filter = ObjectFilter::parse(kind, request);
    if (!filter)
        return std::unexpected(filter.error());
    const auto options = ListOptions::parse(request, true);
    if (!options)
        return std::unexpected(options.error());
    const auto renderer = Renderer::make(kind, request, machinery.now());
    if (!renderer)
        return std::unexpected(renderer.error());
    const Store &store = machinery.store;
    const Revision from = options->revision.value_or(0);
    if (from > store.revision())
        return std::unexpected(tooLargeVersion(from, store.revision()));
    WatchRequest watch{&kind, std::move(*filter), {}, {}, *renderer};
    if (from == 0 || options->sendInitialEvents) {
        watch.first = presentObjects(store, kind, watch.filter);
        if (options->sendInitialEvents && options->wantsBookmarks)
            watch.first.push_back({EventType::Bookmark, nullptr, store.revision(), true});
    } else if (from < store.oldestRetained(kind.bucket)) {
        return std::unexpected(kube::Status::expired(
            std::format("too old resource version: {} ({})", from, store.oldestRetained(kind.bucket) + 1)));
    } else {
        watch.first = changesSince(store, kind, watch.filter, from);
    }
    watch.options = {options->wantsBookmarks, std::chrono::seconds(options->timeoutSeconds)};
    return watch;
}

} // namespace minato::apiserver
