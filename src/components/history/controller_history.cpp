// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/history/controller_history.h"

#include "client/requests.h"
#include "components/common/claim.h"
#include "components/common/object_edit.h"
#include "kube/names.h"

#include <algorithm>
#include <format>
#include <ranges>
#include <tuple>

namespace minato::components {
namespace {

using kube::resources::kControllerRevisions;

constexpr std::string_view kHashLabel = "controller.kubernetes.io/hash";
constexpr std::size_t kLongestPrefix = 223;

std::int64_t numberOf(const kube::Object &revision)
{
    return revision["revision"].asInt();
}

kube::Value withoutNulls(const kube::Value &value)
{
    if (value.isArray()) {
        kube::Value kept = kube::Value::emptyArray();
        for (const kube::Value &item : value.items())
            kept.push(withoutNulls(item));
        return kept;
    }
    if (!value.isMap())
        return value;
    kube::Value kept = kube::Value::emptyMap();
    for (const kube::Member &member : value.members()) {
        if (!member.value.isNull())
            kept.set(member.key(), withoutNulls(member.value));
    }
    return kept;
}

} // namespace

kube::Value templateData(const kube::Value &podTemplate)
{
    kube::Value replaced = podTemplate;
    replaced.set("$patch", "replace");
    return kube::Value::map({{"spec", kube::Value::map({{"template", std::move(replaced)}})}});
}

kube::Value templateOf(const kube::Object &revision)
{
    kube::Value podTemplate = revision.at("data", "spec", "template");
    if (podTemplate.isMap())
        podTemplate.erase("$patch");
    return podTemplate;
}

std::string revisionName(std::string_view prefix, std::string_view hash)
{
    return std::format("{}-{}", prefix.substr(0, kLongestPrefix), hash);
}

void sortRevisions(Revisions &revisions)
{
    const auto key = [](const kube::ObjectPtr &revision) {
        return std::tuple(numberOf(*revision), creationTime(*revision), revision->name());
    };
    std::ranges::stable_sort(revisions, {}, key);
}

std::int64_t nextRevision(const Revisions &sorted)
{
    return sorted.empty() ? 1 : numberOf(*sorted.back()) + 1;
}

kube::ObjectPtr findEqualRevision(const Revisions &sorted, const kube::Value &data)
{
    for (const kube::ObjectPtr &revision : std::views::reverse(sorted)) {
        if ((*revision)["data"] == data)
            return revision;
    }
    return nullptr;
}

bool isSameTemplateData(const kube::Value &a, const kube::Value &b)
{
    return withoutNulls(a) == withoutNulls(b);
}

kube::Value makeRevision(const kube::Object &owner, kube::Value data, std::int64_t number)
{
    auto metadata = kube::Value::map(
        {{"namespace", owner.ns()}, {"ownerReferences", kube::Value::array({controllerReference(owner)})}});
    if (const auto &labels = owner.at("spec", "template", "metadata", "labels"); !labels.isEmpty())
        metadata.set("labels", labels);
    if (!owner.annotations().isEmpty())
        metadata.set("annotations", owner.annotations());
    return kube::Value::map({{"apiVersion", "apps/v1"},
                             {"kind", "ControllerRevision"},
                             {"metadata", std::move(metadata)},
                             {"data", std::move(data)},
                             {"revision", number}});
}

ControllerHistory::ControllerHistory(api::KubeTransport &transport, api::Timers &timers,
                                     client::InformerHub &hub)
    : m_transport(transport),
      m_timers(timers),
      m_revisions(hub.informer(kControllerRevisions)),
      m_byNamespace(m_revisions.addIndex(client::byNamespace)),
      m_byOwner(m_revisions.addIndex(client::byControllerUid)),
      m_orphans(m_revisions.addIndex(client::byOrphanNamespace))
{
}

Revisions ControllerHistory::list(const kube::Object &owner, const kube::LabelSelector &selector) const
{
    Revisions listed;
    for (const auto &[key, entry] : m_revisions.cache().bucket(m_byNamespace, owner.ns())) {
        const auto &reference = entry->object->controllerRef();
        const bool isOurs = reference.isNull() || reference["uid"].asString() == owner.uid();
        if (isOurs && selector.matches(entry->object->labels()))
            listed.push_back(entry->object);
    }
    sortRevisions(listed);
    return listed;
}

client::Task<bool> ControllerHistory::adoptOrphans(kube::GroupVersionResource ownerResource,
                                                   kube::ObjectPtr owner, Revisions listed)
{
    std::erase_if(listed, [](const auto &revision) { return !revision->controllerRef().isNull(); });
    if (listed.empty())
        co_return true;
    if (!co_await mayAdopt(m_transport, ownerResource, owner))
        co_return false;
    for (const kube::ObjectPtr &revision : listed) {
        auto request = adoptRequest(kControllerRevisions, *revision, *owner);
        const auto answer = co_await client::send(m_transport, std::move(request));
        if (!answer)
            co_return false;
    }
    co_return true;
}

client::Task<std::optional<Revisions>> ControllerHistory::claim(kube::GroupVersionResource ownerResource,
                                                                kube::ObjectPtr owner,
                                                                kube::LabelSelector selector)
{
    const auto &owned = m_revisions.cache().bucket(m_byOwner, owner->uid());
    const auto &orphans = m_revisions.cache().bucket(m_orphans, owner->ns());
    const auto matches = [&](const kube::Object &revision) { return selector.matches(revision.labels()); };
    auto requests = claimRequests(kControllerRevisions, *owner, owned, orphans, matches,
                                  [](const kube::Object &) { return true; });
    Revisions claimed;
    for (const auto *bucket : {&owned, &orphans}) {
        for (const auto &[key, entry] : *bucket) {
            const bool isOrphan = entry->object->controllerRef().isNull();
            if (matches(*entry->object) && !(isOrphan && entry->object->isTerminating()))
                claimed.push_back(entry->object);
        }
    }
    const Claim result =
        co_await sendClaims(m_transport, std::move(ownerResource), owner, std::move(requests));
    if (result == Claim::Failed)
        co_return std::nullopt;
    co_return claimed;
}

client::Task<kube::ObjectPtr> ControllerHistory::create(kube::ObjectPtr owner, kube::Value revision,
                                                        std::int32_t &collisions)
{
    const kube::Value data = revision["data"];
    revision.edit("metadata").edit("labels").set(kHashLabel, kube::revisionHash(data, collisions));
    for (;; ++collisions) {
        const std::string name = revisionName(owner->name(), kube::revisionHash(data, collisions));
        revision.edit("metadata").set("name", name);
        auto request = client::createRequest(kControllerRevisions, revision);
        const auto answer = co_await client::send(m_transport, std::move(request));
        if (answer)
            co_return answer->object();
        if (!answer.error().isReason("AlreadyExists"))
            co_return nullptr;
        auto get = client::getRequest(kControllerRevisions, owner->ns(), name);
        const auto existing = co_await client::send(m_transport, std::move(get));
        if (!existing)
            co_return nullptr;
        if ((*existing->object())["data"] == data)
            co_return existing->object();
    }
}

client::Task<kube::ObjectPtr> ControllerHistory::renumber(kube::ObjectPtr revision, std::int64_t number)
{
    constexpr int kAttempts = 4;
    base::Duration pause = std::chrono::milliseconds(10);
    for (int attempt = 1; numberOf(*revision) != number; ++attempt, pause *= 5) {
        kube::Value body = revision->root();
        body.set("revision", number);
        auto request = client::updateRequest(kControllerRevisions, std::move(body));
        const auto answer = co_await client::send(m_transport, std::move(request));
        if (answer)
            co_return answer->object();
        if (answer.error().code != 409 || attempt == kAttempts)
            co_return nullptr;
        co_await client::sleep(m_timers, pause);
        if (auto cached = m_revisions.cache().find(revision->ns(), revision->name()))
            revision = std::move(cached);
    }
    co_return revision;
}

client::Task<bool> ControllerHistory::remove(Revisions revisions)
{
    for (const kube::ObjectPtr &revision : revisions) {
        auto request = client::deleteRequest(kControllerRevisions, *revision, {.onlyThisUid = false});
        const auto answer = co_await client::send(m_transport, std::move(request));
        if (!answer)
            co_return false;
    }
    co_return true;
}

} // namespace minato::components
