// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/deleter.h"

#include "apiserver/list_options.h"
#include "apiserver/object_filter.h"
#include "apiserver/renderer.h"

#include <algorithm>
#include <charconv>
#include <format>

namespace minato::apiserver {
namespace {

using kube::ObjectPtr;
using kube::Status;
using kube::Value;

constexpr std::string_view kOrphan = "orphan";
constexpr std::string_view kForeground = "foregroundDeletion";

/// The finalizers that the propagation policy asks for, put in the place of earlier ones.
Value::Array finalizersFor(const kube::Object &object, std::string_view policy)
{
    Value::Array finalizers;
    bool orphans = policy == "Orphan";
    bool waits = policy == "Foreground";
    for (const Value &finalizer : object.metadata()["finalizers"].items()) {
        const std::string_view name = finalizer.asString();
        if (name != kOrphan && name != kForeground)
            finalizers.push_back(finalizer);
        else if (policy.empty())
            (name == kOrphan ? orphans : waits) = true;
    }
    if (orphans)
        finalizers.emplace_back(kOrphan);
    if (waits)
        finalizers.emplace_back(kForeground);
    return finalizers;
}

bool isSameSet(std::span<const Value> a, std::span<const Value> b)
{
    return a.size() == b.size() &&
           std::ranges::all_of(a, [b](const Value &one) { return std::ranges::contains(b, one); });
}

void raiseGeneration(Value &metadata)
{
    if (const auto generation = metadata["generation"].asInt(); generation > 0)
        metadata.set("generation", generation + 1);
}

/// What a request to an object that takes its time does to it.
enum class Grace : std::uint8_t { None, Started, Shortened, Pending };

Grace applyGrace(const Kind &kind, const kube::Object &object, Value &metadata, const DeleteOptions &options,
                 base::Instant now)
{
    if (!kind.gracePeriod)
        return Grace::None;
    const auto wanted = options.gracePeriodSeconds.transform([](std::int64_t s) { return s < 0 ? 1 : s; });
    if (!object.isTerminating()) {
        const std::int64_t period = kind.gracePeriod(object, wanted);
        metadata.set("deletionTimestamp", base::toRfc3339(now + std::chrono::seconds(period)));
        metadata.set("deletionGracePeriodSeconds", period);
        raiseGeneration(metadata);
        return Grace::Started;
    }
    const std::int64_t present = metadata["deletionGracePeriodSeconds"].asInt();
    if (present == 0)
        return Grace::None;
    if (!wanted || *wanted >= present)
        return Grace::Pending;
    // Only ever shorter, and never into the past.
    std::int64_t period = *wanted;
    const auto due = base::parseRfc3339(metadata["deletionTimestamp"].asString()).value_or(now);
    auto moved = due - std::chrono::seconds(present) + std::chrono::seconds(period);
    if (moved < now) {
        moved = now;
        if (period != 0)
            period = 1;
    }
    metadata.set("deletionTimestamp", base::toRfc3339(moved));
    metadata.set("deletionGracePeriodSeconds", period);
    return Grace::Shortened;
}

void markAsDeleting(const kube::Object &object, Value &metadata, base::Instant now)
{
    if (!object.isTerminating())
        raiseGeneration(metadata);
    const auto due = base::parseRfc3339(metadata["deletionTimestamp"].asString());
    if (!due || *due > now)
        metadata.set("deletionTimestamp", base::toRfc3339(now));
    metadata.set("deletionGracePeriodSeconds", 0);
}

} // namespace

kube::Result<void> checkPreconditions(const Kind &kind, const kube::Object &object,
                                      const DeleteOptions &options)
{
    const kube::GroupVersionResource named{kind.group, kind.version, kind.kind};
    if (options.uid && *options.uid != object.uid())
        return std::unexpected(
            Status::conflict(named, object.name(),
                             std::format("the UID in the precondition ({}) does not match the UID in record "
                                         "({}). The object might have been "
                                         "deleted and then recreated",
                                         *options.uid, object.uid())));
    if (options.resourceVersion && *options.resourceVersion != object.resourceVersion())
        return std::unexpected(
            Status::conflict(named, object.name(),
                             std::format("the ResourceVersion in the precondition ({}) does not match the "
                                         "ResourceVersion in record ({}). The "
                                         "object might have been modified",
                                         *options.resourceVersion, object.resourceVersion())));
    return {};
}

kube::Result<DeleteOptions> DeleteOptions::fromValue(const Value &value)
{
    DeleteOptions options;
    if (value["gracePeriodSeconds"].isInt())
        options.gracePeriodSeconds = value["gracePeriodSeconds"].asInt();
    options.propagationPolicy = value["propagationPolicy"].asString();
    if (value.contains("orphanDependents") && options.propagationPolicy.empty())
        options.propagationPolicy = value["orphanDependents"].asBool() ? "Orphan" : "Background";
    const Value &preconditions = value["preconditions"];
    if (preconditions["uid"].isString())
        options.uid = preconditions["uid"].asString();
    if (preconditions["resourceVersion"].isString())
        options.resourceVersion = preconditions["resourceVersion"].asString();
    const auto dryRun = value["dryRun"].items();
    options.isDryRun = std::ranges::contains(dryRun, Value("All"));
    FieldErrors errors;
    const auto &policy = options.propagationPolicy;
    if (!policy.empty() && policy != "Background" && policy != "Foreground" && policy != "Orphan")
        errors.unsupported("propagationPolicy", policy, {"Foreground", "Background", "Orphan", "nil"});
    if (!dryRun.empty() && !std::ranges::all_of(dryRun, [](const Value &one) { return one == Value("All"); }))
        errors.unsupported("dryRun", value["dryRun"], {"All"});
    if (!errors.isEmpty())
        return std::unexpected(Status::invalid({"meta.k8s.io", "v1", "DeleteOptions"}, "", errors.take()));
    return options;
}

kube::Result<DeleteOptions> DeleteOptions::parse(const api::Request &request)
{
    Value value = request.body.isMap() ? request.body : Value::emptyMap();
    if (const auto text = request.parameter("gracePeriodSeconds"); !text.empty()) {
        std::int64_t seconds = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
        if (error != std::errc() || end != text.data() + text.size())
            return std::unexpected(
                Status::badRequest(std::format("strconv.ParseInt: parsing \"{}\": invalid syntax", text)));
        value.set("gracePeriodSeconds", seconds);
    }
    if (const auto policy = request.parameter("propagationPolicy"); !policy.empty())
        value.set("propagationPolicy", policy);
    if (const auto dryRun = request.parameter("dryRun"); !dryRun.empty())
        value.set("dryRun", Value::array({dryRun}));
    return fromValue(value);
}

Value successStatus(const Kind &kind, const kube::Object &object)
{
    Value details = Value::map({{"name", object.name()}, {"kind", kind.resource}, {"uid", object.uid()}});
    if (!kind.group.empty())
        details.set("group", kind.group);
    return Value::map({{"kind", "Status"},
                       {"apiVersion", "v1"},
                       {"metadata", Value::emptyMap()},
                       {"status", "Success"},
                       {"details", std::move(details)}});
}

kube::Result<Deleter::Outcome> Deleter::write(const Kind &kind, const ObjectPtr &old, Value object,
                                              bool removesAfterwards, bool isDryRun)
{
    if (isDryRun)
        return Outcome{kube::makeObject(std::move(object), old->managedFields()), removesAfterwards};
    ObjectPtr now = old;
    if (object != old->root())
        now = m_machinery.store.put(kind.bucket, old, std::move(object));
    if (removesAfterwards)
        now = m_machinery.store.remove(kind.bucket, now);
    return Outcome{now, removesAfterwards};
}

kube::Result<Deleter::Outcome> Deleter::removeOne(const Kind &kind, const ObjectPtr &old,
                                                  const DeleteOptions &options)
{
    if (auto met = checkPreconditions(kind, *old, options); !met)
        return std::unexpected(met.error());
    Value object = old->root();
    Value &metadata = object.edit("metadata");
    const base::Instant now = m_machinery.now();
    if (kind.holdsDeletion && kind.holdsDeletion(object)) {
        if (old->isTerminating())
            return Outcome{old, false};
        metadata.set("deletionTimestamp", m_machinery.timestamp());
        kind.markTerminating(object);
        return write(kind, old, std::move(object), false, options.isDryRun);
    }
    const Grace grace = applyGrace(kind, *old, metadata, options, now);
    if (grace == Grace::Pending)
        return Outcome{old, false};
    Value::Array finalizers = finalizersFor(*old, options.propagationPolicy);
    const bool isHeld = !finalizers.empty();
    if (!isSameSet(finalizers, old->metadata()["finalizers"].items()))
        metadata.set("finalizers", Value(std::move(finalizers)));
    if (grace != Grace::None) {
        const bool isOver = metadata["deletionGracePeriodSeconds"].asInt() == 0 && !isHeld;
        return write(kind, old, std::move(object), isOver, options.isDryRun);
    }
    if (isHeld)
        markAsDeleting(*old, metadata, now);
    else
        object = old->root();
    return write(kind, old, std::move(object), !isHeld, options.isDryRun);
}

kube::Result<api::Response> Deleter::remove(const Kind &kind, const api::Request &request)
{
    const auto options = DeleteOptions::parse(request);
    if (!options)
        return std::unexpected(options.error());
    const auto object = m_machinery.find(kind, request.ns, request.name);
    if (!object)
        return std::unexpected(object.error());
    if (kind.refuseDelete) {
        if (const auto why = kind.refuseDelete(**object))
            return std::unexpected(Status::forbidden(kind.gvr(), request.name, *why));
    }
    const auto outcome = removeOne(kind, *object, *options);
    if (!outcome)
        return std::unexpected(outcome.error());
    if (outcome->isGone && !kind.returnsDeletedObject)
        return api::Response{successStatus(kind, *outcome->object), false, {}};
    return Renderer::make(kind, request, m_machinery.now()).transform([&](const Renderer &renderer) {
        return api::Response{renderer.one(outcome->object), false, {}};
    });
}

kube::Result<api::Response> Deleter::removeCollection(const Kind &kind, const api::Request &request)
{
    const auto options = DeleteOptions::parse(request);
    if (!options)
        return std::unexpected(options.error());
    const auto filter = ObjectFilter::parse(kind, request);
    if (!filter)
        return std::unexpected(filter.error());
    kube::ObjectList list;
    for (const ObjectPtr &object : m_machinery.store.list(kind.bucket, filter->ns())) {
        if (!filter->matches(*object))
            continue;
        list.items.push_back(object);
        if (const auto outcome = removeOne(kind, object, *options); !outcome)
            return std::unexpected(outcome.error());
    }
    list.resourceVersion = std::to_string(m_machinery.store.revision());
    return Renderer::make(kind, request, m_machinery.now()).transform([&](const Renderer &renderer) {
        return api::Response{renderer.many(std::move(list)), false, {}};
    });
}

} // namespace minato::apiserver
