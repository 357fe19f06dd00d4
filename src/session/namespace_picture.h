// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/transport.h"
#include "client/task.h"
#include "comparison/comparison.h"

#include <set>
#include <string>
#include <vector>

namespace minato::session {

/// All that one namespace has, as plain lists give it.
struct NamespacePicture {
    comparison::Picture picture;
    std::set<std::string> unseen; ///< kinds that were refused
    std::string refusal;          ///< the first refusal's words

    /// Equal ones: nothing has changed between them.
    [[nodiscard]] std::string fingerprint() const;
    void leaveOut(const std::set<std::string> &kinds);
};
[[nodiscard]] client::Task<NamespacePicture> takePicture(api::KubeTransport &transport, std::string ns);

/// Of what is there, what somebody made and nobody derived from it, as it would be written into an empty namespace.
[[nodiscard]] std::vector<kube::Value> manifestsOf(const comparison::Picture &picture);

} // namespace minato::session
