// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/kubectl/error.h"
#include "shell/kubectl/session.h"

#include <memory>
#include <string>
#include <string_view>

namespace minato::shell::kubectl {

/// Prints whole objects: -o json, yaml, name, go-template…, jsonpath…, custom-columns….
///
/// Mirrors   cli-runtime/pkg/genericclioptions and printers, kubectl/pkg/cmd/get (customcolumn.go)
class ObjectPrinter {
public:
    virtual ~ObjectPrinter() = default;
    /// An object, or a List whose items count. What could be printed before an error is in `out` all the
    /// same.
    [[nodiscard]] virtual Result<void> print(const kube::Value &object, std::string &out) = 0;

    struct Options {
        std::string format;    ///< what follows -o
        std::string template_; ///< --template
        bool allowsMissingKeys = true;
        bool hasNoHeaders = false;
        bool showsManagedFields = false;
        bool takesCustomColumns = false; ///< `get` only
        std::string operation;           ///< "scaled": what -o "" prints after the name
        bool isTyped = false;            ///< -o json has the order of Go's structs
    };
    /// Null with no error when the format is not one of these (the caller may know it: "", "wide").
    [[nodiscard]] static Result<std::unique_ptr<ObjectPrinter>> make(const Session &session, Options options);
};

/// The error for a format that nothing prints. `isGet`: `get` knows more of them.
[[nodiscard]] Error unknownFormat(std::string_view format, bool isGet);

/// "deployment.apps/web", for an object that names its own kind.
[[nodiscard]] std::string objectName(const kube::Value &object);

/// Flags of commands that print what they changed: -o, --template, --show-managed-fields, …
[[nodiscard]] FlagSpecs printFlags();
[[nodiscard]] ObjectPrinter::Options printOptions(const Session &session);

/// Whether -o names a printer.
[[nodiscard]] Result<void> checkPrinter(const Session &session);

/// What a changing command prints for one object: "deployment.apps/web scaled", or the object as -o says.
[[nodiscard]] Result<void> printChange(Session &session, const kube::Value &object,
                                       std::string_view operation);
/// The same by a command that holds the object in a Go struct (typed_object.h).
[[nodiscard]] Result<void> printTyped(Session &session, const kube::Value &object,
                                      std::string_view operation);

} // namespace minato::shell::kubectl
