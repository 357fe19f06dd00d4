// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/fake_server.h"

#include "kube/json.h"
#include "kube/names.h"

#include <QFile>

#include <algorithm>
#include <format>

namespace minato::tests {
namespace {

std::string resourceOf(const kube::Value &object)
{
    std::string name(object["kind"].asString());
    std::ranges::transform(name, name.begin(), [](char c) { return static_cast<char>(std::tolower(c)); });
    return name + "s";
}

std::string_view verbName(api::Verb verb)
{
    switch (verb) {
    case api::Verb::Create:
        return "create";
    case api::Verb::Update:
        return "update";
    case api::Verb::Patch:
        return "patch";
    default:
        return "delete";
    }
}

const kube::Value *at(const kube::Value &value, std::string_view path)
{
    const kube::Value *here = &value;
    while (!path.empty()) {
        const auto dot = path.find('.');
        here = &(*here)[path.substr(0, dot)];
        path = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
    }
    return here;
}

/// With lists of words in one order.
kube::Value withSets(const kube::Value &value)
{
    if (value.isMap()) {
        kube::Value all = value;
        for (const auto &member : value.members())
            all.set(member.key(), withSets(member.value));
        return all;
    }
    kube::Value list = value;
    const auto isWord = [](const kube::Value &item) { return item.isString(); };
    if (value.isArray() && std::ranges::all_of(value.items(), isWord))
        std::ranges::sort(list.editItems(), {}, [](const kube::Value &item) { return item.asString(); });
    return list;
}

bool isUpdate(const std::string &write)
{
    return write.contains(R"("verb":"update")");
}

/// What is done between two updates is done at one time.
void sortBetweenUpdates(std::vector<std::string> &writes)
{
    auto from = writes.begin();
    while (from != writes.end()) {
        const auto to = isUpdate(*from) ? std::next(from) : std::find_if(from, writes.end(), isUpdate);
        std::sort(from, to);
        from = to;
    }
}

void replaceAll(std::string &text, std::string_view what, std::string_view with)
{
    for (auto pos = text.find(what); pos != std::string::npos; pos = text.find(what, pos + with.size()))
        text.replace(pos, what.size(), with);
}

/// Upstream's hash of a DaemonSet's template is not ours: the case as it were if it was.
kube::Value withOurHash(const kube::Value &recorded)
{
    const std::string upstreams(recorded["hash"].asString());
    if (upstreams.empty())
        return recorded;
    const kube::Value &daemonSet = recorded["objects"][0];
    const auto &count = daemonSet.at("status", "collisionCount");
    const auto collisions =
        count.isNull() ? std::nullopt : std::optional(static_cast<std::int32_t>(count.asInt()));
    std::string text = kube::toJson(recorded);
    replaceAll(text, upstreams, kube::podTemplateHash(daemonSet.at("spec", "template"), collisions));
    return *kube::parseJson(text);
}

} // namespace

FakeServer::FakeServer(api::Timers &timers, const kube::Value &recorded)
    : m_timers(timers), m_room(recorded["room"].asInt(-1)), m_refused(recorded["refused"])
{
    for (const kube::Value &object : recorded["objects"].items())
        m_objects.push_back({resourceOf(object), kube::makeObject(object)});
    for (const kube::Value &object : recorded["hidden"].items())
        m_objects.push_back({resourceOf(object), kube::makeObject(object), true});
}

kube::ObjectPtr *FakeServer::find(std::string_view resource, std::string_view name, bool isLeavingToo)
{
    for (Held &held : m_objects) {
        if (held.resource == resource && held.object->name() == name && (isLeavingToo || !held.isLeaving))
            return &held.object;
    }
    return nullptr;
}

api::Result<api::Response> FakeServer::write(const api::Request &request)
{
    const auto &resource = request.resource.resource;
    if (resource == "events") {
        // The same once more only raises a count.
        std::string &text = m_events[request.verb == api::Verb::Create
                                         ? std::string(request.body.at("metadata", "name").asString())
                                         : request.name];
        if (request.verb == api::Verb::Create)
            text = std::format("{} {} {}", request.body["type"].asString(), request.body["reason"].asString(),
                               request.body["message"].asString());
        events.push_back(text);
        return api::Response{.payload = kube::makeObject(request.body)};
    }
    Write made{std::string(verbName(request.verb)), resource, request.subresource, request.name, {}};
    if (request.verb == api::Verb::Create)
        return create(request, std::move(made));
    if (isRefused(request, request.name))
        return std::unexpected(kube::Status::forbidden(request.resource, request.name, "refused"));
    const kube::ObjectPtr *found = find(resource, request.name, request.verb == api::Verb::Patch);
    if (!found)
        return std::unexpected(kube::Status::notFound(request.resource, request.name));
    if (request.verb != api::Verb::Delete)
        made.object = request.body;
    writes.push_back(made);
    if (request.verb == api::Verb::Patch)
        return api::Response{.payload = *found};
    if (request.verb == api::Verb::Delete)
        return remove(resource, request.name);
    kube::Value body = request.body;
    body.edit("metadata").set("resourceVersion", std::to_string(++m_version));
    const auto object = kube::makeObject(body);
    *find(resource, request.name) = object;
    return api::Response{.payload = object};
}

api::Result<api::Response> FakeServer::remove(std::string_view resource, std::string_view name)
{
    const kube::ObjectPtr gone = *find(resource, name);
    for (Held &held : m_objects)
        held.isLeaving = held.isLeaving || held.object == gone;
    return api::Response{.payload = gone};
}

bool FakeServer::isRefused(const api::Request &request, std::string_view name) const
{
    return std::ranges::any_of(m_refused.items(), [&](const kube::Value &refused) {
        return refused["verb"].asString() == verbName(request.verb) &&
               refused["resource"].asString() == request.resource.resource &&
               refused["name"].asString() == name;
    });
}

api::Result<api::Response> FakeServer::create(const api::Request &request, Write made)
{
    const auto &resource = request.resource.resource;
    kube::Value body = request.body;
    auto &metadata = body.edit("metadata");
    const std::string name(metadata["name"].asString());
    if (m_made == m_room)
        return std::unexpected(kube::Status::forbidden(request.resource, "", "exceeded quota: few"));
    if (isRefused(request, name))
        return std::unexpected(kube::Status::forbidden(request.resource, name, "refused"));
    if (find(resource, name))
        return std::unexpected(kube::Status::alreadyExists(request.resource, name));
    ++m_made;
    made.object = request.body;
    made.name.clear();
    if (name.empty())
        metadata.set("name", std::format("{}{}", metadata["generateName"].asString(), m_made));
    metadata.set("uid", std::format("uid-{}", metadata["name"].asString()));
    metadata.set("generation", 1);
    metadata.set("creationTimestamp", base::toRfc3339(m_timers.now()));
    metadata.set("resourceVersion", std::to_string(++m_version));
    writes.push_back(std::move(made));
    m_objects.push_back({resource, kube::makeObject(body)});
    return api::Response{.payload = m_objects.back().object};
}

api::Result<api::Response> FakeServer::answer(const api::Request &request)
{
    const auto &resource = request.resource.resource;
    if (request.verb == api::Verb::List) {
        kube::ObjectList list;
        for (const Held &held : m_objects) {
            if (held.resource == resource && !held.isHidden && !held.isLeaving)
                list.items.push_back(held.object);
        }
        list.resourceVersion = "1";
        return api::Response{.payload = std::move(list)};
    }
    if (request.verb != api::Verb::Get)
        return write(request);
    const auto *held = find(resource, request.name);
    if (!held)
        return std::unexpected(kube::Status::notFound(request.resource, request.name));
    return api::Response{.payload = *held};
}

api::CallPtr FakeServer::send(api::Request request, api::Reply reply)
{
    struct TimedCall : api::Call {
        api::TimerPtr timer;
    };
    auto call = std::make_unique<TimedCall>();
    call->timer = m_timers.after(
        {}, [result = answer(request), reply = std::move(reply)]() mutable { reply(std::move(result)); });
    return call;
}

api::CallPtr FakeServer::watch(api::Request, api::EventSink)
{
    return std::make_unique<api::Call>();
}

RecordedCase::RecordedCase(const kube::Value &recorded)
    : m_case(withOurHash(recorded)),
      m_queue(kNow),
      m_timers(m_queue),
      m_server(m_timers, m_case),
      m_hub(m_server, m_timers)
{
    for (const kube::Member &member : m_case["alike"].members())
        m_alike[std::string(member.key())] = member.value.asString();
}

/// What upstream's record keeps of such a write: the same paths of ours.
kube::Value RecordedCase::projected(const FakeServer::Write &write) const
{
    auto kept = kube::Value::emptyMap();
    const std::string key = std::format("{} {}/{}", write.verb, write.resource, write.subresource);
    for (const kube::Value &path : m_case["paths"][key].items()) {
        const kube::Value &value = *at(write.object, path.asString());
        if (!value.isNull() && !(value.isMap() && value.isEmpty()))
            kept.set(path.asString(), value);
    }
    return kept;
}

std::string RecordedCase::text(const kube::Value &write, WriteOrder order) const
{
    std::string json = kube::toJson(write);
    replaceAlike(json);
    const auto value = kube::parseJson(json);
    return order == WriteOrder::SortedBetweenUpdates && value ? kube::toJson(withSets(*value)) : json;
}

void RecordedCase::replaceAlike(std::string &text) const
{
    // The longer ones first: one name may begin with another.
    for (auto it = m_alike.rbegin(); it != m_alike.rend(); ++it)
        replaceAll(text, it->first, it->second);
}

void RecordedCase::ignoreNamesOfAlikePods()
{
    std::map<std::string, std::string> seen;
    for (const kube::Value &object : m_case["objects"].items()) {
        if (object["kind"].asString() != "Pod")
            continue;
        kube::Value nameless = object;
        nameless.edit("metadata").erase("name");
        nameless.edit("metadata").erase("uid");
        const auto number = seen.size();
        m_alike[std::string(object.at("metadata", "name").asString())] =
            seen.emplace(kube::toJson(nameless), std::format("alike-{}", number)).first->second;
    }
}

SyncRecord RecordedCase::ours(WriteOrder order) const
{
    SyncRecord record;
    std::string made;
    for (const FakeServer::Write &write : m_server.writes) {
        auto value = kube::Value::map({{"verb", write.verb}, {"resource", write.resource}});
        if (!write.subresource.empty())
            value.set("subresource", write.subresource);
        if (!write.name.empty())
            value.set("name", write.name);
        const std::string kind = std::format("{} {}/{}", write.verb, write.resource, write.subresource);
        if (!write.object.isNull() && (write.verb != "patch" || m_case["paths"].contains(kind)))
            value.set("object", projected(write));
        if (write.verb == "create" && m_case.contains("named"))
            made = write.object.at("metadata", "name").asString();
        record.writes.push_back(text(value, order));
    }
    record.events = m_server.events;
    if (!made.empty()) {
        for (auto *list : {&record.writes, &record.events}) {
            for (std::string &text : *list)
                replaceAll(text, made, m_case["named"].asString());
        }
    }
    return comparable(std::move(record), order);
}

/// Without what is chosen by no order.
SyncRecord RecordedCase::comparable(SyncRecord record, WriteOrder order) const
{
    const std::string now = std::format("\"{}\"", base::toRfc3339(kNow));
    for (auto *list : {&record.writes, &record.events}) {
        for (std::string &text : *list)
            replaceAll(text, now, "\"NOW\"");
    }
    for (std::string &event : record.events) {
        replaceAlike(event);
        if (order == WriteOrder::SortedBetweenUpdates && event.contains("Created pod: "))
            event.resize(event.rfind('-') + 1);
    }
    if (order == WriteOrder::SortedBetweenUpdates)
        sortBetweenUpdates(record.writes);
    else if (order == WriteOrder::Sorted)
        std::ranges::sort(record.writes);
    if (order != WriteOrder::AsMade)
        std::ranges::sort(record.events);
    if (!m_case.contains("alike"))
        return record;
    // Upstream claims its Pods again and again in one sync.
    const auto isRepeated = [](const std::string &a, const std::string &b) {
        return a == b && a.contains(R"("verb":"patch")");
    };
    const auto repeated = std::ranges::unique(record.writes, isRepeated);
    record.writes.erase(repeated.begin(), repeated.end());
    return record;
}

SyncRecord RecordedCase::upstreams(WriteOrder order) const
{
    SyncRecord record;
    for (const kube::Value &write : m_case["writes"].items())
        record.writes.push_back(text(write, order));
    for (const kube::Value &event : m_case["events"].items())
        record.events.emplace_back(event.asString());
    return comparable(std::move(record), order);
}

kube::Value recordedCases(const char *name)
{
    QFile file(QStringLiteral(MINATO_SOURCE_DIR "/tests/components/data/%1.json").arg(QLatin1String(name)));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto cases = kube::parseJson(file.readAll().toStdString());
    return cases ? *cases : kube::Value();
}

} // namespace minato::tests
