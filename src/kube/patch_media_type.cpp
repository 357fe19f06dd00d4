// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/patch_media_type.h"

#include <algorithm>
#include <array>
#include <utility>

namespace minato::kube {
namespace {

using Name = std::pair<std::string_view, PatchType>;
constexpr auto kNames = std::to_array<Name>({
    {"application/json-patch+json", PatchType::Json},
    {"application/merge-patch+json", PatchType::Merge},
    {"application/strategic-merge-patch+json", PatchType::Strategic},
    {"application/apply-patch+yaml", PatchType::Apply},
});

} // namespace

std::string_view mediaTypeOf(PatchType type)
{
    const auto name = std::ranges::find(kNames, type, &Name::second);
    return name == kNames.end() ? std::string_view() : name->first;
}

std::optional<PatchType> patchTypeOf(std::string_view mediaType)
{
    const auto name = std::ranges::find(kNames, mediaType, &Name::first);
    return name == kNames.end() ? std::nullopt : std::optional(name->second);
}

} // namespace minato::kube
