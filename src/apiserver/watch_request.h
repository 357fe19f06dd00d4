// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apiserver/list_options.h"
#include "apiserver/machinery.h"
#include "apiserver/object_filter.h"
#include "apiserver/renderer.h"
#include "apiserver/watch_hub.h"

#include <vector>

namespace minato::apiserver {

/// A watch as it was asked for: what it starts with, and how its events are to look.
///
/// Mirrors   endpoints/handlers/watch.go, storage/cacher. Without a resourceVersion, or with "0", the present
/// objects
///           come first as Added; with one, the changes after it; 410 when the history no longer reaches
///           back.
struct WatchRequest {
    const Kind *kind = nullptr;
    ObjectFilter filter;
    std::vector<WatchHub::Event> first;
    WatchHub::Options options;
    Renderer renderer;

    [[nodiscard]] static kube::Result<WatchRequest> prepare(const Machinery &machinery, const Kind &kind,
                                                            const api::Request &request);
};

} // namespace minato::apiserver
