// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clock.h"
#include "api/transport.h"
#include "client/informer.h"
#include "client/task.h"
#include "kube/label_selector.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minato::components {

/// What a StatefulSet or DaemonSet remembers of its templates: ControllerRevisions.
///
/// Mirrors   pkg/controller/history/controller_history.go, and getPatch and ApplyRevision of the controllers
using Revisions = std::vector<kube::ObjectPtr>;

/// The strategic merge patch that brings a template back, as revisions keep it.
[[nodiscard]] kube::Value templateData(const kube::Value &podTemplate);
/// The template that a revision keeps.
[[nodiscard]] kube::Value templateOf(const kube::Object &revision);

/// "web-6d4b75cb6d", the first part cut where the whole would be too long.
[[nodiscard]] std::string revisionName(std::string_view prefix, std::string_view hash);

/// By number, then by age, then by name.
void sortRevisions(Revisions &revisions);
/// One above the highest; they are sorted.
[[nodiscard]] std::int64_t nextRevision(const Revisions &sorted);
/// The last of them with these data; null: none.
[[nodiscard]] kube::ObjectPtr findEqualRevision(const Revisions &sorted, const kube::Value &data);
/// They differ at most in nulls, which releases before ours wrote.
[[nodiscard]] bool isSameTemplateData(const kube::Value &a, const kube::Value &b);

/// A revision of `owner` with the labels of its template, still without a name.
[[nodiscard]] kube::Value makeRevision(const kube::Object &owner, kube::Value data, std::int64_t number);

class ControllerHistory {
public:
    ControllerHistory(api::KubeTransport &transport, api::Timers &timers, client::InformerHub &hub);

    /// What matches the selector and belongs to the owner or to nobody; sorted.
    [[nodiscard]] Revisions list(const kube::Object &owner, const kube::LabelSelector &selector) const;
    /// Takes in what belongs to nobody. False: something failed.
    [[nodiscard]] client::Task<bool> adoptOrphans(kube::GroupVersionResource ownerResource,
                                                  kube::ObjectPtr owner, Revisions listed);
    /// Takes in what matches and belongs to nobody, lets go of what does not match, and gives what is then the
    /// owner's. nullopt: something failed.
    [[nodiscard]] client::Task<std::optional<Revisions>>
    claim(kube::GroupVersionResource ownerResource, kube::ObjectPtr owner, kube::LabelSelector selector);
    /// Makes a revision with a name of the owner's and a hash of its data; when another one has that name,
    /// `collisions` is raised and goes into the hash. Null: it was refused.
    [[nodiscard]] client::Task<kube::ObjectPtr> create(kube::ObjectPtr owner, kube::Value revision,
                                                       std::int32_t &collisions);
    /// Gives an older revision the highest number. Null: it was refused.
    [[nodiscard]] client::Task<kube::ObjectPtr> renumber(kube::ObjectPtr revision, std::int64_t number);
    /// Deletes one after the other until one is refused; then false.
    [[nodiscard]] client::Task<bool> remove(Revisions revisions);

private:
    api::KubeTransport &m_transport;
    api::Timers &m_timers;
    client::Informer &m_revisions;
    client::Cache::IndexId m_byNamespace, m_byOwner, m_orphans;
};

} // namespace minato::components
