// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/transport.h"
#include "client/task.h"
#include "kube/value.h"
#include "lessons/lesson.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace minato::session {

/// The same lesson in another namespace: its manifests, and where its checks look.
[[nodiscard]] std::shared_ptr<const lessons::Lesson> movedTo(const lessons::Lesson &lesson,
                                                             const std::string &ns);

/// Makes the objects that a lesson starts with; those that are there stay as they are. What was refused first, if
/// anything was.
[[nodiscard]] client::Task<std::optional<kube::Status>> setUp(api::KubeTransport &transport,
                                                              std::vector<kube::Value> manifests);

} // namespace minato::session
