// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/request.h"
#include "kube/status.h"

#include <string>
#include <string_view>

namespace minato::apiserver {

enum class FieldValidation : std::uint8_t { Ignore, Warn, Strict };

/// The options of a write, read from the query and checked.
///
/// Mirrors   apimachinery/pkg/apis/meta/v1/validation; without a choice fields are validated with warnings
struct WriteOptions {
    bool isDryRun = false;
    FieldValidation validation = FieldValidation::Warn;
    std::string fieldManager; ///< the parameter, else the user agent up to its first '/'

    /// `kind` is how messages call the options: "CreateOptions".
    [[nodiscard]] static kube::Result<WriteOptions> parse(const api::Request &request, std::string_view kind);
};

} // namespace minato::apiserver
