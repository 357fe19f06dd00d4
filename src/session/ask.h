// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "estimates/autoscaling.h"
#include "estimates/fit.h"
#include "estimates/victims.h"
#include "kube/object.h"
#include "session/state.h"
#include "shell/completion/completion.h"

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace minato::session {

/// Which object of the cluster: the kind as in a manifest; no namespace for what has none, such as a Node.
struct ObjectName {
    std::string kind, ns, name;

    [[nodiscard]] bool isEmpty() const { return name.empty(); }
    friend auto operator<=>(const ObjectName &, const ObjectName &) = default;
};

/// Would the API server take these manifests, and what would they change?
struct DryRun {
    std::string text;
};

/// Which kinds does the API server offer for manifests?
struct GetKinds {};
/// What has OpenAPI to say about the kinds of one group and version, "apps/v1"?
struct GetSchemas {
    std::string apiVersion;
};

/// What may follow in the terminal where this unfinished line ends?
struct CompleteLine {
    std::string text;
    int tab = kFirstTab;
};

/// What would the cluster's controllers decide about this object now?
struct GetEstimate {
    ObjectName object;
};

/// A question of the window. It never waits for the answer, which comes with a later batch under the same id.
///
/// Bounds    At most Asks::kMost at a time: the oldest one is forgotten for a further one.
struct Ask {
    std::uint64_t id = 0;
    std::variant<DryRun, GetKinds, GetSchemas, CompleteLine, GetEstimate> question;
};

/// Something wrong with a manifest, where it stands.
struct Finding {
    enum class Source : std::uint8_t { Syntax, Server };
    Source source{};
    int line = 0;        ///< from 1; 0: no line can be named
    std::string field;   ///< "spec.replicas"; empty: not said
    std::string reason;  ///< the server's: "FieldValueInvalid", "Forbidden", …
    std::string message; ///< the words of the reader or the server
    friend bool operator==(const Finding &, const Finding &) = default;
};

struct DryRunAnswer {
    enum class Outcome : std::uint8_t { Refused, Creates, Changes, Unchanged };
    Outcome outcome{};
    std::vector<Finding> findings;
    std::vector<std::string> warnings; ///< the server's
    ObjectName object;                 ///< the first one
    /// YAML without what only the server writes, so that a comparison shows what the manifests change.
    std::string live, result;
};
/// A kind that manifests may have.
struct OfferedKind {
    std::string apiVersion, kind;
    friend bool operator==(const OfferedKind &, const OfferedKind &) = default;
};
struct KindsAnswer {
    std::vector<OfferedKind> kinds; ///< by kind; of one kind the server's preferred version first
    std::string refusal;            ///< the server's words
};
struct SchemasAnswer {
    std::string apiVersion;
    kube::Value
        schemas; ///< by name, "io.k8s.api.apps.v1.Deployment"; shared content, so it may cross threads
    std::string refusal; ///< the server's words, when it has no such group and version
};
/// Recomputed from what the API server tells anybody.
struct EstimateAnswer {
    ObjectName object;
    base::Instant at; ///< of which moment
    std::vector<estimates::VictimRanking> victims;
    std::optional<estimates::Fit> fit;
    std::optional<estimates::Autoscaling> autoscaling;
    std::vector<std::string> unseen; ///< resources that were done without: "nodes"
    std::string refusal;             ///< the server's words, when the object could not be read
};
using Answer = std::variant<DryRunAnswer, KindsAnswer, SchemasAnswer, shell::Completion, EstimateAnswer>;
using Answers = std::map<std::uint64_t, Answer>;

/// An Event of the inspected object.
struct EventDetail {
    EventLine line;
    base::Instant firstSeen;
    std::string source;    ///< "kubelet"
    std::string fieldPath; ///< "spec.containers{web}"
    friend bool operator==(const EventDetail &, const EventDetail &) = default;
};

/// How one object is related to the inspected one.
enum class Relation : std::uint8_t {
    Owner,    ///< made it and looks after it
    Owned,    ///< the other way round
    RunsOn,   ///< the Node of a Pod
    Runs,     ///< the Pods of a Node
    SentTo,   ///< the Pods of a Service
    SentFrom, ///< the Services of a Pod
    Scales,   ///< what a HorizontalPodAutoscaler scales
    ScaledBy,
    Protects, ///< the Pods of a PodDisruptionBudget
    ProtectedBy
};

struct Relative {
    ObjectName object;
    std::string state; ///< "2/3", "Running"
    friend bool operator==(const Relative &, const Relative &) = default;
};

/// Relatives of one kind; the owners in the order from the object upwards.
struct RelativeGroup {
    Relation relation{};
    std::string kind;
    int total = 0;
    std::vector<Relative> shown; ///< at most kShown of them
    static constexpr std::size_t kShown = 12;
    friend bool operator==(const RelativeGroup &, const RelativeGroup &) = default;
};

/// All about the object that the window looks at, kept fresh by watches.
struct Inspected {
    enum class Presence : std::uint8_t { Unknown, There, Gone, NotFound };
    ObjectName name;
    Presence presence = Presence::Unknown;
    base::Instant at;                ///< when this was so
    base::Instant goneAt;            ///< Gone: since when
    kube::ObjectPtr object;          ///< as last seen; immutable, so it may cross threads
    std::string yaml;                ///< without managed fields
    std::vector<EventDetail> events; ///< newest first
    std::vector<RelativeGroup> relatives;
};

} // namespace minato::session
