// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace minato::kube {

/// What is wrong with a name, label or key, in upstream's words; empty when nothing is.
///
/// Mirrors   apimachinery/pkg/util/validation (validation.go)
using NameErrors = std::vector<std::string>;

/// Most object names: "web-1.example". At most 253 characters.
[[nodiscard]] NameErrors dns1123SubdomainErrors(std::string_view text);
/// Namespaces, containers: no dots, at most 63 characters.
[[nodiscard]] NameErrors dns1123LabelErrors(std::string_view text);
/// Services: as above, and the first character is a letter.
[[nodiscard]] NameErrors dns1035LabelErrors(std::string_view text);
/// Keys of labels and annotations: "[example.com/]Name".
[[nodiscard]] NameErrors qualifiedNameErrors(std::string_view text);
[[nodiscard]] NameErrors labelValueErrors(std::string_view text);
/// Names of ports: at most 15 of [-a-z0-9] with a letter in it.
[[nodiscard]] NameErrors portNameErrors(std::string_view text);
/// "25%"
[[nodiscard]] NameErrors percentErrors(std::string_view text);
/// Keys of ConfigMaps and Secrets.
[[nodiscard]] NameErrors configMapKeyErrors(std::string_view text);
/// As clients check them: a server of today lets more pass.
[[nodiscard]] NameErrors envVarNameErrors(std::string_view text);

/// "must be no more than 63 characters"
[[nodiscard]] std::string maxLengthError(std::size_t length);
/// `path: Invalid value: "value": detail`, with the errors joined by "; ": how a label that breaks a rule is
/// reported.
[[nodiscard]] std::string invalidValueText(std::string_view path, std::string_view value,
                                           std::string_view detail);
[[nodiscard]] std::string joinErrors(const NameErrors &errors, std::string_view separator = "; ");

} // namespace minato::kube
