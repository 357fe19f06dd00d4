// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/lesson_setup.h"

#include "session/kinds.h"

namespace minato::session {
namespace {

using namespace lessons;

constexpr int kConflict = 409;

/// Moves what a check looks at from one namespace to another.
struct Mover {
    const std::string &from, &to;

    void move(ObjectQuery &query) const
    {
        if (query.ns == from)
            query.ns = to;
    }
    [[nodiscard]] std::shared_ptr<const Check> moved(const std::shared_ptr<const Check> &check) const
    {
        auto copy = std::make_shared<Check>(*check);
        move(*copy);
        return copy;
    }
    void operator()(AllOf &check) const { moveAll(check.parts); }
    void operator()(AnyOf &check) const { moveAll(check.parts); }
    void operator()(Not &check) const { check.part = moved(check.part); }
    void operator()(Eventually &check) const { check.part = moved(check.part); }
    void operator()(Always &check) const { check.part = moved(check.part); }
    void operator()(Exists &check) const { move(check.query); }
    void operator()(Compare &check) const { move(check.query); }
    void operator()(Count &check) const { move(check.query); }
    void operator()(Traffic &check) const
    {
        if (check.service.starts_with(from + "/"))
            check.service.replace(0, from.size(), to);
    }
    void moveAll(Checks &checks) const
    {
        for (Check &check : checks)
            move(check);
    }
    void move(Check &check) const { std::visit(*this, check.node); }
};

} // namespace

std::shared_ptr<const Lesson> movedTo(const Lesson &lesson, const std::string &ns)
{
    auto copy = std::make_shared<Lesson>(lesson);
    const Mover mover{lesson.ns, ns};
    copy->ns = ns;
    for (kube::Value &manifest : copy->manifests) {
        const std::string_view place = manifest.at("metadata", "namespace").asString();
        if (place.empty() || place == lesson.ns)
            manifest.edit("metadata").set("namespace", ns);
    }
    if (copy->ready)
        mover.move(*copy->ready);
    for (Step &step : copy->steps) {
        for (Goal &goal : step.goals)
            mover.move(goal.check);
    }
    return copy;
}

client::Task<std::optional<kube::Status>> setUp(api::KubeTransport &transport,
                                                std::vector<kube::Value> manifests)
{
    std::optional<kube::Status> refused;
    for (const kube::Value &manifest : manifests) {
        const auto place = placeOf(manifest["kind"].asString());
        if (!place)
            continue;
        api::Request request;
        request.verb = api::Verb::Create;
        request.resource = place->resource;
        request.ns = manifest.at("metadata", "namespace").asString();
        request.body = manifest;
        const auto answer = co_await client::send(transport, std::move(request));
        if (!answer && answer.error().code != kConflict && !refused)
            refused = answer.error();
    }
    co_return refused;
}

} // namespace minato::session
