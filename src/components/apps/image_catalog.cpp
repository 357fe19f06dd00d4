// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/apps/image_catalog.h"

#include "components/common/pod.h"

#include <algorithm>
#include <format>

namespace minato::components {
namespace {

std::uint64_t fnv1a(std::string_view text)
{
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    return hash;
}

/// Something that looks like the digest of this image, always the same.
std::string inventedDigest(std::string_view image)
{
    base::RandomStream random(fnv1a(image), "digest");
    return std::format("sha256:{:016x}{:016x}{:016x}{:016x}", random.next(), random.next(), random.next(),
                       random.next());
}

bool sharesTag(const ImageCatalog::Image &a, const ImageCatalog::Image &b)
{
    return a.tags.empty() || b.tags.empty() ||
           std::ranges::any_of(a.tags, [&](const auto &tag) { return std::ranges::contains(b.tags, tag); });
}

} // namespace

base::Duration DurationRange::draw(base::RandomStream &random) const
{
    const auto width = static_cast<std::uint64_t>(std::max<std::int64_t>(0, (to - from).count()));
    return from + base::Duration(static_cast<std::int64_t>(random.below(width + 1)));
}

std::string fullImageName(std::string_view image)
{
    std::string name = imageWithTag(image);
    const auto slash = name.find('/');
    if (slash == std::string::npos)
        return "docker.io/library/" + name;
    const std::string_view host = std::string_view(name).substr(0, slash);
    const bool isHost = host.find_first_of(".:") != std::string_view::npos || host == "localhost";
    return isHost ? name : "docker.io/" + name;
}

void ImageCatalog::add(AppModel app)
{
    std::string name = app.name;
    m_apps.insert_or_assign(std::move(name), std::make_shared<const AppModel>(std::move(app)));
}

void ImageCatalog::add(Image image)
{
    auto &known = m_images[image.repository];
    std::erase_if(known, [&](const Image &other) { return sharesTag(other, image); });
    known.push_back(std::move(image));
}

AppModelPtr ImageCatalog::app(std::string_view name) const
{
    const auto it = m_apps.find(name);
    return it == m_apps.end() ? nullptr : it->second;
}

std::optional<ImageInfo> ImageCatalog::find(std::string_view image) const
{
    const std::string full = fullImageName(image);
    const auto cut = full.find_first_of(":@", full.rfind('/'));
    const std::string_view repository = std::string_view(full).substr(0, cut);
    const std::string_view tag = std::string_view(full).substr(cut + 1);
    if (std::ranges::any_of(m_missingTags, [&](const auto &missing) { return tag.contains(missing); }))
        return std::nullopt;
    if (const auto known = m_images.find(repository); known != m_images.end()) {
        for (const Image &one : known->second) {
            if (one.tags.empty() || std::ranges::contains(one.tags, tag) || one.digest == tag)
                return ImageInfo{one.bytes, one.digest.empty() ? inventedDigest(full) : one.digest,
                                 one.version, one.app, &containerRoot(repository)};
        }
        return std::nullopt;
    }
    constexpr std::int64_t kSmallest = 20'000'000, kSpread = 180'000'000;
    return ImageInfo{kSmallest + static_cast<std::int64_t>(fnv1a(full) % kSpread), inventedDigest(full), "1",
                     m_other, &containerRoot(repository)};
}

} // namespace minato::components
