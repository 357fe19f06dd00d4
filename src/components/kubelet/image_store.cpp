// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/kubelet/image_store.h"

#include "components/common/pod.h"

#include <algorithm>
#include <format>

namespace minato::components {

bool ImageStore::isPresent(std::string_view image, base::Instant now) const
{
    const auto it = m_present.find(fullImageName(image));
    return it != m_present.end() && it->second.from <= now;
}

ImageStore::Pull ImageStore::pull(std::string_view image, base::Instant now)
{
    const std::string full = fullImageName(image);
    const base::Instant start = std::max(now, m_freeAt);
    const KubeletStages &stages = m_behaviour.stages;
    auto info = m_behaviour.images.find(image);
    base::Duration duration = stages.resolveImage.draw(m_random);
    const auto known = m_present.find(full);
    const bool isThere = known != m_present.end() && known->second.from <= start;
    if (info && !isThere) {
        const auto spread =
            static_cast<std::uint64_t>(stages.pullBytesPerSecondTo - stages.pullBytesPerSecondFrom);
        const auto speed =
            stages.pullBytesPerSecondFrom + static_cast<std::int64_t>(m_random.below(spread + 1));
        duration += std::chrono::milliseconds(info->bytes * 1000 / speed);
    }
    m_freeAt = start + duration;
    if (!info)
        return {m_freeAt, duration, m_freeAt - now,
                std::unexpected(
                    std::format("rpc error: code = NotFound desc = failed to pull and unpack image \"{0}\": "
                                "failed to resolve reference \"{0}\": {0}: not found",
                                full))};
    if (!isThere && known == m_present.end())
        m_present.emplace(full, Present{m_freeAt, *info});
    return {m_freeAt, duration, m_freeAt - now, std::move(*info)};
}

kube::Value ImageStore::statusImages(base::Instant now) const
{
    std::vector<std::pair<std::int64_t, kube::Value>> images;
    for (const auto &[name, present] : m_present) {
        if (present.from <= now)
            images.emplace_back(
                -present.info.bytes,
                kube::Value::map({{"names", kube::Value::array({imageIdOf(name, present.info), name})},
                                  {"sizeBytes", present.info.bytes}}));
    }
    // The largest first, as the kubelet reports them.
    std::ranges::stable_sort(images, {}, &std::pair<std::int64_t, kube::Value>::first);
    kube::Value list = kube::Value::emptyArray();
    for (auto &[bytes, image] : images)
        list.push(std::move(image));
    return list;
}

std::string_view pullPolicy(const kube::Value &container)
{
    const auto policy = container["imagePullPolicy"].asString();
    if (!policy.empty())
        return policy;
    return imageWithTag(container["image"].asString()).ends_with(":latest") ? "Always" : "IfNotPresent";
}

std::string imageIdOf(std::string_view image, const ImageInfo &info)
{
    const std::string full = fullImageName(image);
    return std::format("{}@{}", full.substr(0, full.find_first_of(":@", full.rfind('/'))), info.digest);
}

} // namespace minato::components
