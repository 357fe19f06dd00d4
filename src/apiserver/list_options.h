// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/request.h"
#include "apiserver/store.h"
#include "kube/status.h"

#include <optional>
#include <string>
#include <string_view>

namespace minato::apiserver {

/// Where the next page of a list starts: opaque text to clients.
struct ContinueToken {
    Revision revision = 0; ///< of the first page; 0: go on with the present state
    std::size_t delivered = 0, total = 0;
    std::string after; ///< the last key that was delivered

    [[nodiscard]] std::string encode() const;
    [[nodiscard]] static std::optional<ContinueToken> decode(std::string_view text);
};

/// How resourceVersion and resourceVersionMatch are meant.
enum class VersionMatch : std::uint8_t { Unset, Exact, NotOlderThan };

/// The options of a list or a watch, read and checked.
///
/// Mirrors   apimachinery/pkg/apis/meta/internalversion/validation
struct ListOptions {
    std::optional<Revision> revision; ///< nullopt: not given
    VersionMatch match = VersionMatch::Unset;
    std::size_t limit = 0; ///< 0: none
    std::string continueToken;
    bool sendInitialEvents = false;
    bool wantsBookmarks = false;
    std::int64_t timeoutSeconds = 0;

    [[nodiscard]] static kube::Result<ListOptions> parse(const api::Request &request, bool isWatch);
};

/// 504: the client has seen a later revision than there is.
[[nodiscard]] kube::Status tooLargeVersion(Revision wanted, Revision current);

} // namespace minato::apiserver
