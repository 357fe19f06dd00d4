// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "components/kubelet/behaviour.h"
#include "kube/value.h"

#include <expected>
#include <map>
#include <string>
#include <string_view>

namespace minato::components {

/// The images on one node, and the queue of pulls in front of them.
///
/// Mirrors   pkg/kubelet/images with serializeImagePulls=true: one pull at a time
/// Differs   A pull's end is known when it is ordered; it is not disturbed by the Pod's end. Images are never
///           removed.
class ImageStore {
public:
    struct Pull {
        base::Instant end;
        base::Duration duration, withWaiting;
        std::expected<ImageInfo, std::string> result; ///< the error is the runtime's
    };

    ImageStore(const Behaviour &behaviour, base::RandomStream random)
        : m_behaviour(behaviour), m_random(random)
    {
    }

    [[nodiscard]] bool isPresent(std::string_view image, base::Instant now) const;
    /// Queues a pull; what it will have brought at `end`.
    [[nodiscard]] Pull pull(std::string_view image, base::Instant now);
    /// status.images of the Node, and whether it has changed since the last call.
    [[nodiscard]] kube::Value statusImages(base::Instant now) const;

private:
    struct Present {
        base::Instant from;
        ImageInfo info;
    };
    const Behaviour &m_behaviour;
    base::RandomStream m_random;
    std::map<std::string, Present, std::less<>> m_present; ///< by full name
    base::Instant m_freeAt;
};

/// "Always" for no tag or :latest, "IfNotPresent" else, unless the container says.
[[nodiscard]] std::string_view pullPolicy(const kube::Value &container);

/// "name@sha256:…": what a container status calls imageID.
[[nodiscard]] std::string imageIdOf(std::string_view image, const ImageInfo &info);

} // namespace minato::components
