// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/kubectl/session.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minato::shell::kubectl {

/// How a command reads its TYPE and NAME arguments.
struct SelectOptions {
    bool listsBareTypes = false; ///< "get pods" means all of them
    bool takesAll = false;       ///< --all
    bool isAcrossNamespaces = false;
    bool hasOneType = false; ///< more types than one are an error
    std::string labelSelector, fieldSelector;
    bool hasLabelSelector = false, hasFieldSelector = false; ///< were they given at all
    std::string subresource;
};

struct Target {
    const ApiResource *type = nullptr;
    std::string name;                   ///< empty: a list of the type
    std::optional<std::string> ns = {}; ///< of an object that a file names
    kube::ObjectPtr given = {};         ///< what the file says of it
};

/// What a command works on, still to be fetched.
///
/// Mirrors   cli-runtime/pkg/resource (builder.go): the same forms, the same complaints
struct Selection {
    std::shared_ptr<const Discovery> discovery;                     ///< keeps the types alive
    std::vector<std::shared_ptr<const ApiResource>> fileTypes = {}; ///< so do these
    Errors fileErrors = {};
    std::vector<Target> targets = {};
    bool isSingle = false; ///< exactly one object was named
    std::string ns;        ///< of namespaced targets; empty: all
    std::string labelSelector, fieldSelector, subresource;

    /// The request for a target, a list or one object.
    [[nodiscard]] api::Request request(const Target &target) const;
};

/// Options from the usual flags: -l, --field-selector, --all, -A, as far as the command has them.
[[nodiscard]] SelectOptions selectOptions(const Session &session);

[[nodiscard]] client::Task<Result<Selection>> select(Session &session, std::vector<std::string> arguments,
                                                     SelectOptions options);

/// An error of a target as kubectl words it: what a list was asked for; that the namespace itself is missing.
///
/// Mirrors   cli-runtime/pkg/resource (EnhanceListError; Info.Get)
[[nodiscard]] client::Task<Error> explainFailure(Session &session, api::Request request, Error error);

struct Fetched {
    const ApiResource *type = nullptr;
    kube::ObjectPtr object;
};
struct FetchedObjects {
    std::shared_ptr<const Discovery> discovery;
    std::vector<std::shared_ptr<const ApiResource>> fileTypes = {};
    std::vector<Fetched> objects = {};
    Errors errors = {};
    bool isSingle = false;
};
/// All objects of a selection, page by page; goes on after errors.
[[nodiscard]] client::Task<FetchedObjects> fetch(Session &session, Selection selection);

/// What is done with each object. Give it no coroutine with captures: call one.
using ObjectHandler = std::function<client::Task<Result<void>>(Fetched item)>;
/// Fetches and handles one object after the other; goes on after errors, which come in that order.
///
/// Mirrors   cli-runtime/pkg/resource (ContinueOnErrorVisitor)
[[nodiscard]] client::Task<Errors> visit(Session &session, Selection selection, ObjectHandler handler);

/// The type that an argument names; a type that the cached discovery does not know is looked for once more.
[[nodiscard]] client::Task<Result<std::shared_ptr<const ApiResource>>> findType(Session &session,
                                                                                std::string argument);

} // namespace minato::shell::kubectl
