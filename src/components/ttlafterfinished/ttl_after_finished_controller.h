// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/work_queue.h"
#include "components/common/context.h"

#include <optional>
#include <string>

namespace minato::components {

/// When a Job that has ended is to go; nullopt: never, or it has not ended.
[[nodiscard]] std::optional<base::Instant> expiry(const kube::Object &job);

/// Deletes Jobs, with their Pods, so many seconds after their end as spec.ttlSecondsAfterFinished says.
///
/// Mirrors   pkg/controller/ttlafterfinished: asks the server once more before it deletes
class TtlAfterFinishedController {
public:
    explicit TtlAfterFinishedController(Context context);

private:
    void onJob(const kube::ObjectPtr &now);
    [[nodiscard]] bool isDue(const kube::Object &job);
    client::Task<bool> sync(std::string key);

    Context m_context;
    client::Informer &m_jobs;
    client::WorkQueue m_queue;
};

} // namespace minato::components
