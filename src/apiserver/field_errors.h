// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/status.h"
#include "kube/value.h"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace minato::apiserver {

/// Collects what is wrong with the fields of an object.
///
/// Mirrors   apimachinery/pkg/util/validation/field (errors.go): the texts of the causes and their reasons
class FieldErrors {
public:
    /// `Invalid value: "x": why`
    void invalid(std::string path, const kube::Value &value, std::string_view why);
    /// The same of a value that is not one of ours: as it is to be shown.
    void invalidText(std::string path, std::string_view shown, std::string_view why);
    /// `Required value`, or `Required value: why`
    void required(std::string path, std::string_view why = {});
    /// `Unsupported value: "x": supported values: "A", "B"`
    void unsupported(std::string path, const kube::Value &value,
                     std::initializer_list<std::string_view> supported);
    void unsupportedText(std::string path, std::string_view shown,
                         std::initializer_list<std::string_view> supported);
    /// `Forbidden: why`
    void forbidden(std::string path, std::string_view why);
    /// `Duplicate value: "x"`
    void duplicate(std::string path, const kube::Value &value);
    /// `Not found: "x"`
    void notFound(std::string path, const kube::Value &value);
    /// `Too long: may not be more than 63 bytes`
    void tooLong(std::string path, std::size_t maximum);
    /// `Internal error: why`
    void internal(std::string path, std::string_view why);

    [[nodiscard]] bool isEmpty() const { return m_causes.empty(); }
    [[nodiscard]] std::vector<kube::StatusCause> take() { return std::move(m_causes); }

private:
    void add(std::string_view reason, std::string path, std::string_view type, std::string_view value,
             std::string_view why);

    std::vector<kube::StatusCause> m_causes;
};

/// "spec.ports" and "name" give "spec.ports.name"; a number gives "spec.ports[0]".
[[nodiscard]] std::string childPath(std::string_view path, std::string_view key);
[[nodiscard]] std::string childPath(std::string_view path, std::size_t index);
/// "metadata.labels[app]"
[[nodiscard]] std::string keyedPath(std::string_view path, std::string_view key);

} // namespace minato::apiserver
