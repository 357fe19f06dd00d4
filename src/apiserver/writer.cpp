// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/writer.h"

#include "apiserver/generation.h"
#include "apiserver/object_meta.h"
#include "apiserver/patcher.h"
#include "apiserver/renderer.h"
#include "kube/names.h"

#include <format>

namespace minato::apiserver {
namespace {

using kube::ObjectPtr;
using kube::Status;
using kube::Value;

constexpr std::string_view kModified =
    "the object has been modified; please apply your changes to the latest version and try again";

kube::Result<void> takeNamespace(const Kind &kind, Value &object, const std::string &ns)
{
    Value &metadata = object.edit("metadata");
    const std::string_view own = metadata["namespace"].asString();
    if (!kind.isNamespaced) {
        metadata.erase("namespace");
        return {};
    }
    if (!own.empty() && own != ns)
        return std::unexpected(Status::badRequest(
            "the namespace of the provided object does not match the namespace sent on the request"));
    metadata.set("namespace", ns);
    return {};
}

void removeSystemFields(Value &object)
{
    Value &metadata = object.edit("metadata");
    for (const char *key : {"uid", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds",
                            "selfLink", "managedFields", "generation"})
        metadata.erase(key);
}

Writer::Write writeOf(const WriteOptions &options, std::string_view subresource)
{
    return {{options.fieldManager, subresource}, options.isDryRun, nullptr};
}

/// When they were set does not count.
bool haveSameFields(const kube::ManagedFieldsPtr &a, const kube::ManagedFieldsPtr &b)
{
    if (a == b)
        return true;
    const kube::ManagedFields none;
    return (a ? *a : none).hasSameFields(b ? *b : none);
}

Status versionMissing(const Kind &kind, std::string_view name)
{
    FieldErrors errors;
    errors.invalidText("metadata.resourceVersion", "0x0", "must be specified for an update");
    return Status::invalid({kind.group, kind.version, kind.resource}, name, errors.take());
}

bool isReadyToGo(const Kind &kind, const Value &object, const kube::Object &old)
{
    if (kind.holdsDeletion && kind.holdsDeletion(object))
        return false;
    return old.isTerminating() && object["metadata"]["finalizers"].isEmpty() &&
           old.metadata()["deletionGracePeriodSeconds"].asInt() == 0;
}

} // namespace

kube::Result<void> checkUrlName(const Value &object, const api::Request &request)
{
    const Value &metadata = object["metadata"];
    const std::string_view name = metadata["name"].asString();
    if (name.empty())
        return std::unexpected(Status::badRequest(
            std::format("the name of the object ({} based on URL) was undeterminable: name must be provided",
                        request.name)));
    if (name != request.name)
        return std::unexpected(Status::badRequest(std::format(
            "the name of the object ({}) does not match the name on the URL ({})", name, request.name)));
    const std::string_view ns = metadata["namespace"].asString();
    if (!request.ns.empty() && !ns.empty() && ns != request.ns)
        return std::unexpected(Status::badRequest(
            std::format("the namespace of the object ({}) does not match the namespace on the request ({})",
                        ns, request.ns)));
    return {};
}

api::Response Writer::respond(const Kind &kind, const api::Request &request, const ObjectPtr &object,
                              std::vector<std::string> warnings, bool isCreated) const
{
    const auto renderer = Renderer::make(kind, request, m_machinery.now());
    return {renderer ? renderer->one(object) : api::Payload(object), isCreated, std::move(warnings)};
}

kube::Result<api::Response> Writer::create(const Kind &kind, const api::Request &request)
{
    const auto options = WriteOptions::parse(request, "CreateOptions");
    if (!options)
        return std::unexpected(options.error());
    auto decoded = decode(m_machinery, kind, request.body,
                          {.validation = options->validation, .duplicateFields = request.duplicateFields});
    if (!decoded)
        return std::unexpected(decoded.error());
    if (auto ns = takeNamespace(kind, decoded->object, request.ns); !ns)
        return std::unexpected(ns.error());
    if (kind.answer)
        return answer(kind, request, *std::move(decoded));
    for (auto &warning : kind.warnings ? kind.warnings(decoded->object) : std::vector<std::string>())
        decoded->warnings.push_back(std::move(warning));
    return add(kind, std::move(decoded->object), writeOf(*options, {}))
        .transform([&](const ObjectPtr &object) {
            return respond(kind, request, object, std::move(decoded->warnings), true);
        });
}

kube::Result<api::Response> Writer::answer(const Kind &kind, const api::Request &request,
                                           Decoded question) const
{
    FieldErrors errors;
    if (kind.validate)
        kind.validate(question.object, errors);
    if (!errors.isEmpty())
        return std::unexpected(Status::invalid(kind.gvk(), "", errors.take()));
    kind.answer(question.object);
    return respond(kind, request, kube::makeObject(std::move(question.object)), std::move(question.warnings),
                   true);
}

kube::Result<void> Writer::checkNamespace(const Kind &kind, const Value &object) const
{
    if (!kind.isNamespaced)
        return {};
    const Kind *namespaces = m_machinery.registry.find(kube::resources::kNamespaces);
    const std::string_view name = object["metadata"]["namespace"].asString();
    const auto found = m_machinery.find(*namespaces, {}, name);
    if (!found)
        return std::unexpected(found.error());
    if (!(*found)->isTerminating())
        return {};
    auto status = Status::forbidden(
        kind.gvr(), object["metadata"]["name"].asString(),
        std::format("unable to create new content in namespace {} because it is being terminated", name));
    status.causes.push_back({"NamespaceTerminating", std::format("namespace {} is being terminated", name),
                             "metadata.namespace"});
    return std::unexpected(std::move(status));
}

/// Gives a name to an object that asked for a generated one; a collision is retried as often as upstream
/// does.
kube::Result<void> Writer::nameIt(const Kind &kind, Value &object)
{
    constexpr int kTries = 8;
    Value &metadata = object.edit("metadata");
    const std::string prefix(metadata["generateName"].asString());
    if (prefix.empty() || !metadata["name"].isEmpty())
        return {};
    std::string name;
    for (int i = 0; i < kTries; ++i) {
        name = kube::generateName(prefix, m_machinery.names);
        if (m_machinery.store.get(kind.bucket, kube::objectKey(metadata["namespace"].asString(), name)))
            continue;
        metadata.set("name", name);
        return {};
    }
    auto status = Status::alreadyExists(kind.gvr(), name);
    status.message += ", the server was not able to generate a unique name for the object";
    return std::unexpected(std::move(status));
}

void Writer::prepareForCreate(const Kind &kind, Value &object) const
{
    if (kind.prepareForCreate)
        kind.prepareForCreate(object);
    // A status that says nothing still has the fields that are always written.
    if (kind.hasStatus && object["status"].isMap() && object["status"].isEmpty()) {
        const std::string &structure = m_machinery.registry.storedIn(kind.bucket).structure;
        object.set("status", m_machinery.schema.emptyMember(structure, "status"));
    }
    if (kind.generation != GenerationRule::None)
        object.edit("metadata").set("generation", 1);
}

void Writer::validate(const Kind &kind, const Value &object, FieldErrors &errors)
{
    if (!kind.validate || (kind.isAboutSpec && m_machinery.specs.isKnownValid(object["spec"])))
        return;
    kind.validate(object, errors);
    if (kind.isAboutSpec && errors.isEmpty())
        m_machinery.specs.rememberValid(object["spec"]);
}

kube::Result<ObjectPtr> Writer::add(const Kind &kind, Value object, const Write &write)
{
    if (auto ns = checkNamespace(kind, object); !ns)
        return std::unexpected(ns.error());
    if (!object["metadata"]["resourceVersion"].isEmpty()) {
        Status status;
        status.message = "resourceVersion should not be set on objects to be created";
        return std::unexpected(std::move(status));
    }
    auto managed = write.managed;
    if (!managed)
        managed = m_machinery.fields.track(kind, nullptr, object, write.by, m_machinery.now());
    removeSystemFields(object);
    if (auto admitted = m_admission.mutate(kind, object); !admitted)
        return std::unexpected(admitted.error());
    if (kind.admit && kind.isAboutSpec)
        m_machinery.specs.apply(object, kind.admit);
    else if (kind.admit)
        kind.admit(object);
    if (auto named = nameIt(kind, object); !named)
        return std::unexpected(named.error());
    Value &metadata = object.edit("metadata");
    metadata.set("uid", kube::randomUid(m_machinery.uids));
    metadata.set("creationTimestamp", m_machinery.timestamp());
    auto context = m_machinery.writeContext();
    if (kind.allocate) {
        if (auto allocated = kind.allocate(object, nullptr, context); !allocated)
            return std::unexpected(allocated.error());
    }
    prepareForCreate(kind, object);
    FieldErrors errors;
    validate(kind, object, errors);
    meta::validateNew(object["metadata"], kind, errors);
    const std::string_view name = object["metadata"]["name"].asString();
    if (!errors.isEmpty())
        return std::unexpected(Status::invalid(kind.gvk(), name, errors.take()));
    if (kind.canonicalize)
        kind.canonicalize(object);
    const auto charges = m_admission.validate(kind, object);
    if (!charges)
        return std::unexpected(charges.error());
    const auto key =
        kube::objectKey(object["metadata"]["namespace"].asString(), object["metadata"]["name"].asString());
    if (const auto existing = m_machinery.store.get(kind.bucket, key)) {
        auto status = Status::alreadyExists(kind.gvr(), existing->name());
        if (existing->isTerminating())
            status.message = "object is being deleted: " + status.message;
        return std::unexpected(std::move(status));
    }
    if (write.isDryRun)
        return kube::makeObject(std::move(object), std::move(managed));
    m_admission.charge(*charges);
    return m_machinery.store.put(kind.bucket, nullptr, std::move(object), std::move(managed));
}

kube::Result<api::Response> Writer::update(const Kind &kind, const api::Request &request)
{
    const auto options = WriteOptions::parse(request, "UpdateOptions");
    if (!options)
        return std::unexpected(options.error());
    const auto old = m_machinery.find(kind, request.ns, request.name);
    const kube::Object *known = old && !kind.fromStored ? old->get() : nullptr;
    auto decoded =
        decode(m_machinery, kind, request.body,
               {.validation = options->validation, .old = known, .duplicateFields = request.duplicateFields});
    if (!decoded)
        return std::unexpected(decoded.error());
    if (auto name = checkUrlName(decoded->object, request); !name)
        return std::unexpected(name.error());
    if (auto ns = takeNamespace(kind, decoded->object, request.ns); !ns)
        return std::unexpected(ns.error());
    const bool isBlind = decoded->object["metadata"]["resourceVersion"].isEmpty();
    if (old && isBlind && kind.needsVersionToUpdate)
        return std::unexpected(versionMissing(kind, request.name));
    const bool isNew = !old && kind.canCreateOnUpdate && request.subresource.empty();
    if (!old && !isNew)
        return std::unexpected(old.error());
    const Write write = writeOf(*options, request.subresource);
    auto stored = isNew ? add(kind, std::move(decoded->object), write)
                        : replace(kind, *old, std::move(decoded->object), write);
    return stored.transform([&](const ObjectPtr &object) {
        return respond(kind, request, object, std::move(decoded->warnings), isNew);
    });
}

kube::Result<api::Response> Writer::patch(const Kind &kind, const api::Request &request)
{
    const auto options = WriteOptions::parse(request, "PatchOptions");
    if (!options)
        return std::unexpected(options.error());
    if (request.patchType == kube::PatchType::Apply)
        return apply(kind, request, *options);
    const auto old = m_machinery.find(kind, request.ns, request.name);
    if (!old)
        return std::unexpected(old.error());
    auto patched = applyPatch(m_machinery, kind, **old, request, options->validation);
    if (!patched)
        return std::unexpected(patched.error());
    if (auto name = checkUrlName(patched->object, request); !name)
        return std::unexpected(name.error());
    return replace(kind, *old, std::move(patched->object), writeOf(*options, request.subresource))
        .transform([&](const ObjectPtr &object) {
            return respond(kind, request, object, std::move(patched->warnings), false);
        });
}

kube::Result<api::Response> Writer::apply(const Kind &kind, const api::Request &request,
                                          const WriteOptions &options)
{
    if (!request.body.isMap())
        return std::unexpected(Status::badRequest("error decoding YAML: it is not an object"));
    const auto old = m_machinery.find(kind, request.ns, request.name);
    const bool isNew = !old && request.subresource.empty();
    if (!old && !isNew)
        return std::unexpected(old.error());
    Write write = writeOf(options, request.subresource);
    auto applied = m_machinery.fields.apply(kind, isNew ? nullptr : old->get(), request.body, write.by,
                                            request.parameter("force") == "true", m_machinery.now());
    if (!applied)
        return std::unexpected(applied.error());
    write.managed = std::move(applied->managed);
    auto decoded = decodeFields(m_machinery, kind, applied->object, {.validation = FieldValidation::Ignore});
    if (!decoded)
        return std::unexpected(Status::internal(decoded.error()));
    if (auto ns = takeNamespace(kind, decoded->object, request.ns); !ns)
        return std::unexpected(ns.error());
    if (auto name = checkUrlName(decoded->object, request); !name)
        return std::unexpected(name.error());
    auto stored = isNew ? add(kind, std::move(decoded->object), write)
                        : replace(kind, *old, std::move(decoded->object), write);
    return stored.transform(
        [&](const ObjectPtr &object) { return respond(kind, request, object, {}, isNew); });
}

kube::Result<void> Writer::prepareUpdate(const Kind &kind, Value &object, const ObjectPtr &old,
                                         std::string_view subresource)
{
    const bool isStatus = subresource == "status";
    if (!isStatus && kind.allocate) {
        auto context = m_machinery.writeContext();
        if (auto allocated = kind.allocate(object, old.get(), context); !allocated)
            return allocated;
    }
    meta::keepSystemFields(object, *old);
    if (isStatus)
        keepAllButStatus(object, *old);
    else if (kind.hasStatus)
        keepStatus(object, *old);
    if (const auto prepare = isStatus ? kind.prepareForStatusUpdate : kind.prepareForUpdate)
        prepare(object, *old);
    if (!isStatus)
        raiseGeneration(kind, object, *old);
    FieldErrors errors;
    meta::validateUpdate(object["metadata"], *old, errors);
    if (const auto validate = isStatus ? kind.validateStatusUpdate : kind.validateUpdate)
        validate(object, *old, errors);
    if (!errors.isEmpty())
        return std::unexpected(Status::invalid(kind.gvk(), old->name(), errors.take()));
    if (kind.canonicalize)
        kind.canonicalize(object);
    return {};
}

kube::Result<ObjectPtr> Writer::replace(const Kind &kind, const ObjectPtr &old, Value object,
                                        const Write &write)
{
    const Value &metadata = object["metadata"];
    const std::string_view uid = metadata["uid"].asString();
    if (!uid.empty() && uid != old->uid())
        return std::unexpected(Status::conflict(
            kind.gvr(), old->name(),
            std::format("Precondition failed: UID in precondition: {}, UID in object meta: {}", uid,
                        old->uid())));
    const std::string_view version = metadata["resourceVersion"].asString();
    if (!version.empty() && version != "0" && version != old->resourceVersion())
        return std::unexpected(Status::conflict(kind.gvr(), old->name(), kModified));
    auto managed = write.managed;
    if (!managed)
        managed = m_machinery.fields.track(kind, old.get(), object, write.by, m_machinery.now());
    if (auto prepared = prepareUpdate(kind, object, old, write.by.subresource); !prepared)
        return std::unexpected(prepared.error());
    if (auto allowed = m_admission.validateDefaultClass(kind, object); !allowed)
        return std::unexpected(allowed.error());
    if (object == old->root() && haveSameFields(managed, old->managedFields()))
        return old;
    if (write.isDryRun)
        return kube::makeObject(std::move(object), std::move(managed));
    if (isReadyToGo(kind, object, *old))
        return m_machinery.store.remove(kind.bucket, old);
    return m_machinery.store.put(kind.bucket, old, std::move(object), std::move(managed));
}

} // namespace minato::apiserver
