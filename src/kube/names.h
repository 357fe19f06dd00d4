// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "kube/value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace minato::kube {

/// The alphabet of generated names: no vowels, nothing that looks like something else.
inline constexpr std::string_view kNameAlphabet = "bcdfghjklmnpqrstvwxz2456789";

/// Keeps generated text free of accidental words. Mirrors apimachinery/pkg/util/rand SafeEncodeString.
[[nodiscard]] std::string safeEncode(std::string_view text);

/// Five random characters of kNameAlphabet. Mirrors apimachinery/pkg/util/rand String(5).
[[nodiscard]] std::string randomSuffix(base::RandomStream &random, int length = 5);

/// generateName's base cut to 58 characters, plus a suffix. Mirrors apiserver/pkg/storage/names.
[[nodiscard]] std::string generateName(std::string_view base, base::RandomStream &random);

/// A random version 4 UUID.
[[nodiscard]] std::string randomUid(base::RandomStream &random);

/// The pod-template-hash of a PodTemplateSpec (without that label), FNV-1a 32 through SafeEncodeString.
///
/// Mirrors   pkg/controller/controller_utils.go ComputeHash
/// Differs   Hashes the template's compact JSON, not Go's dump: the alphabet and length are right, the text
/// is not
///           the one that a real cluster computes for the same template.
[[nodiscard]] std::string podTemplateHash(const Value &podTemplate,
                                          std::optional<std::int32_t> collisionCount = {});

/// The hash in the name of a ControllerRevision with this data: FNV-1 32 of its JSON and the probe.
///
/// Mirrors   pkg/controller/history HashControllerRevision; as a real cluster's for the same data
[[nodiscard]] std::string revisionHash(const Value &data, std::int32_t probe);

} // namespace minato::kube
