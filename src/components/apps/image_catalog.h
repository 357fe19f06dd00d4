// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "components/apps/app_model.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minato::components {

/// What the simulated registries hold.
///
/// Any name that is not known pulls as an image of plausible size with the program otherImages(), unless its
/// tag says that it is not there ("does-not-exist", "missing", "no-such-tag", …).
class ImageCatalog {
public:
    struct Image {
        std::string repository;        ///< in full: "docker.io/library/nginx"
        std::vector<std::string> tags; ///< none: any
        std::int64_t bytes = 0;
        std::string digest; ///< empty: one is invented
        std::string version = "1";
        AppModelPtr app;
    };

    /// The image behind a name, or nullopt when no registry has it.
    [[nodiscard]] std::optional<ImageInfo> find(std::string_view image) const;
    /// Null when there is none.
    [[nodiscard]] AppModelPtr app(std::string_view name) const;

    /// Replaces the one of this name.
    void add(AppModel app);
    /// Replaces those of this repository that share a tag with it.
    void add(Image image);
    void setOtherImages(AppModelPtr app) { m_other = std::move(app); }
    void setMissingTags(std::vector<std::string> words) { m_missingTags = std::move(words); }

private:
    std::map<std::string, AppModelPtr, std::less<>> m_apps;
    std::map<std::string, std::vector<Image>, std::less<>> m_images; ///< by repository
    AppModelPtr m_other;
    std::vector<std::string> m_missingTags;
};

/// "docker.io/library/nginx:latest" for "nginx": what the runtime resolves.
[[nodiscard]] std::string fullImageName(std::string_view image);

} // namespace minato::components
