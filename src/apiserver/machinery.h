// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clock.h"
#include "api/metrics.h"
#include "apiserver/field_tracker.h"
#include "apiserver/openapi.h"
#include "apiserver/registry.h"
#include "apiserver/service_allocator.h"
#include "apiserver/spec_cache.h"
#include "apiserver/store.h"
#include "base/random.h"
#include "kube/schema/schema.h"

#include <cstdint>
#include <string>

namespace minato::apiserver {

/// What the parts of the server share.
struct Machinery {
    Machinery(api::Timers &clock, std::uint64_t seed, std::size_t historyLength, AddressBlock serviceBlock,
              const api::MetricsSource *measured)
        : timers(clock),
          metrics(measured),
          store(historyLength),
          registry(builtInKinds(metrics != nullptr), store),
          openApi(registry, schema.types()),
          fields(registry, schema),
          services(serviceBlock, seed),
          names(seed, "apiserver.names"),
          uids(seed, "apiserver.uids")
    {
    }

    [[nodiscard]] base::Instant now() const { return timers.now(); }
    [[nodiscard]] std::string timestamp() const { return base::toRfc3339(now()); }
    [[nodiscard]] WriteContext writeContext() { return {now(), services}; }
    /// The object as it is kept, or 404.
    [[nodiscard]] kube::Result<kube::ObjectPtr> find(const Kind &kind, std::string_view ns,
                                                     std::string_view name) const;

    api::Timers &timers;
    const api::MetricsSource *metrics; ///< null: the cluster has no metrics server
    Store store;
    kube::Schema schema;
    Registry registry;
    OpenApi openApi;
    FieldTracker fields;
    ServiceAllocator services;
    SpecCache specs;
    base::RandomStream names, uids;
};

} // namespace minato::apiserver
