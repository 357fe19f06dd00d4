// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/scheduler/plugins/plugins.h"

#include <algorithm>

namespace minato::components::scheduling {
namespace {

constexpr std::int64_t kMiB = 1024 * 1024;
constexpr std::int64_t kMinImage = 23 * kMiB;
constexpr std::int64_t kMaxImagePerContainer = 1000 * kMiB;

bool score(const ScoreState &state, std::span<std::int64_t> scores)
{
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const NodeInfo &node = state.node(i);
        std::int64_t sum = 0;
        for (const ImageId image : state.pod.images) {
            const auto it =
                std::ranges::lower_bound(node.images, image, {}, &std::pair<ImageId, std::int64_t>::first);
            if (it == node.images.end() || it->first != image)
                continue;
            const int have = state.cache.nodesWithImage()[static_cast<std::size_t>(image)];
            const double share = static_cast<double>(have) / state.cache.nodeCount();
            sum += static_cast<std::int64_t>(static_cast<double>(it->second) * share);
        }
        scores[i] = imageScore(sum, state.pod.containers);
    }
    return true;
}

} // namespace

std::int64_t imageScore(std::int64_t sum, int containers)
{
    const std::int64_t most = kMaxImagePerContainer * containers;
    if (most <= kMinImage)
        return 0;
    return kMaxScore * (std::clamp(sum, kMinImage, most) - kMinImage) / (most - kMinImage);
}

const ScorePlugin kImageLocalityScore{"ImageLocality", 1, score};

} // namespace minato::components::scheduling
