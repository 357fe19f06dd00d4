// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/metrics.h"
#include "api/request.h"
#include "apiserver/field_errors.h"
#include "apiserver/store.h"
#include "base/instant.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minato::apiserver {

class ServiceAllocator;

/// A field that `fieldSelector` may name, besides metadata.name and metadata.namespace.
struct SelectableField {
    std::string_view label;
    std::string (*valueOf)(const kube::Object &object);
};

/// A subresource as discovery lists it.
struct Subresource {
    std::string_view name; ///< "scale"
    kube::GroupVersionKind kind;
    std::vector<std::string_view> verbs;

    /// exec, port-forward, proxy: a connection; the kind is that of its options, which no body has.
    [[nodiscard]] bool isConnection() const { return kind.kind.ends_with("Options"); }
};

/// When metadata.generation is raised.
enum class GenerationRule : std::uint8_t {
    None,               ///< the kind has no generation
    Spec,               ///< by a change of the spec
    SpecAndAnnotations, ///< also by one of the annotations (Deployment)
    AllButMetadata,     ///< by a change of anything outside the metadata, or of the labels (EndpointSlice)
    Content,            ///< by a change of anything outside the metadata (PodTemplate)
    Constant,           ///< it stays 1 (PriorityClass)
};

/// What a strategy function may use beside the object.
struct WriteContext {
    base::Instant now;
    ServiceAllocator &services;
};

/// How objects that nobody writes are measured at those of another kind.
struct Measurement {
    std::string_view baseName; ///< "node": what a refusal calls that other kind
    std::string_view ownName;  ///< "nodemetrics": and this one
    /// Is this one measured at all? Null: each is.
    bool (*covers)(const kube::Object &base) = nullptr;
    /// What stands beside the metadata; nullopt: not measured yet.
    std::optional<kube::Value> (*take)(const api::MetricsSource &source, const kube::Object &base) = nullptr;
};

/// What names are allowed; gives the complaints. A prefix (generateName) may end with '-'.
using NameRule = std::vector<std::string> (*)(std::string_view name, bool isPrefix);

/// One kind of objects that the server keeps: a row of data, so that a further kind is a further row.
/// Functions that are null have nothing to do.
///
/// Mirrors   the registries and strategies under pkg/registry, the defaults and validation under pkg/apis
struct Kind {
    std::string group, version, resource, singular, kind;
    std::vector<std::string_view> shortNames, categories;
    bool isNamespaced = true;
    bool hasStatus = false; ///< a status subresource; writes of the whole object leave the status alone
    std::vector<std::string_view> metadataKeptByStatus; ///< what of the metadata its writes leave alone
    std::vector<Subresource> subresources;              ///< others than status

    GenerationRule generation = GenerationRule::None;
    bool canCreateOnUpdate = false;    ///< PUT of what does not exist creates it
    bool needsVersionToUpdate = false; ///< PUT without a resourceVersion is refused
    bool returnsDeletedObject = false; ///< DELETE answers the object, not a Status
    NameRule nameRule = nullptr;

    /// setDefaults, admit and validate look at the spec alone, and change nothing else: their work can be
    /// shared.
    bool isAboutSpec = false;
    /// Fills in what the client left out, when the object is decoded (also of every update).
    void (*setDefaults)(kube::Value &object) = nullptr;
    /// What admission plug-ins put into a new object.
    void (*admit)(kube::Value &object) = nullptr;
    /// Allocates what the server hands out (ClusterIPs); `old` is null for a create.
    kube::Result<void> (*allocate)(kube::Value &object, const kube::Object *old,
                                   WriteContext &context) = nullptr;
    void (*prepareForCreate)(kube::Value &object) = nullptr;
    void (*prepareForUpdate)(kube::Value &object, const kube::Object &old) = nullptr;
    void (*prepareForStatusUpdate)(kube::Value &object, const kube::Object &old) = nullptr;
    void (*validate)(const kube::Value &object, FieldErrors &errors) = nullptr;
    void (*validateUpdate)(const kube::Value &object, const kube::Object &old, FieldErrors &errors) = nullptr;
    void (*validateStatusUpdate)(const kube::Value &object, const kube::Object &old,
                                 FieldErrors &errors) = nullptr;
    /// Last touches, after validation.
    void (*canonicalize)(kube::Value &object) = nullptr;
    /// Seconds an object may take to go; the request's wish counts where it is allowed. Null function: goes
    /// at once.
    std::int64_t (*gracePeriod)(const kube::Object &object, std::optional<std::int64_t> requested) = nullptr;
    /// A kind that is emptied first (Namespace): does the object still hold out, and what marks it as going?
    bool (*holdsDeletion)(const kube::Value &object) = nullptr;
    void (*markTerminating)(kube::Value &object) = nullptr;
    /// Why this object may not be deleted at all.
    std::optional<std::string> (*refuseDelete)(const kube::Object &object) = nullptr;
    std::vector<std::string> (*warnings)(const kube::Value &object) = nullptr;
    std::string_view deprecation; ///< every answer warns of it
    /// Not an object but a question: a create is answered by filling in its status, and nothing is kept.
    void (*answer)(kube::Value &object) = nullptr;

    std::vector<kube::TableColumn> columns;
    std::vector<kube::Value> (*cells)(const kube::Object &object, base::Instant now) = nullptr;

    std::vector<SelectableField> fields;
    /// A selectable field by which watchers are indexed, because most of them pin it: "spec.nodeName".
    std::string_view indexedField;
    /// Kinds without fields of their own complain about an unknown one in other words.
    bool hasOwnFieldRules = false;

    /// A second version of a kind: objects are kept as the other row keeps them and converted on the way.
    kube::GroupVersionResource storedAs;
    kube::Value (*toStored)(const kube::Value &object) = nullptr;
    kube::Value (*fromStored)(const kube::Value &object) = nullptr;
    /// Not kept either, but made anew for every reader, from the objects of `storedAs`; never written or watched.
    const Measurement *measurement = nullptr;

    /// Set by the registry: where its objects are, and the structure of its fields in the field table.
    BucketId bucket = 0;
    std::string structure;

    [[nodiscard]] kube::GroupVersionResource gvr() const { return {group, version, resource}; }
    [[nodiscard]] kube::GroupVersionKind gvk() const { return {group, version, kind}; }
    [[nodiscard]] std::string apiVersion() const { return group.empty() ? version : group + "/" + version; }
    [[nodiscard]] const Subresource *subresource(std::string_view name) const;
    /// The value of a selectable field; nullopt when the kind does not offer it.
    [[nodiscard]] std::optional<std::string> fieldValue(const kube::Object &object,
                                                        std::string_view label) const;
    [[nodiscard]] bool isSelectable(std::string_view label) const;
};

} // namespace minato::apiserver
