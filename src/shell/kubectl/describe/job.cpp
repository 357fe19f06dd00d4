// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/duration.h"
#include "kube/label_selector.h"
#include "shell/kubectl/describe/describe.h"

#include <algorithm>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

/// As many as fit, cut at a comma.
std::string indexesText(std::string_view indexes)
{
    constexpr std::size_t kLimit = 50;
    if (indexes.empty())
        return "<none>";
    const auto comma = indexes.find(',', std::min(kLimit, indexes.size()));
    return comma == std::string_view::npos ? std::string(indexes)
                                           : std::string(indexes.substr(0, comma + 1)) + "...";
}

void writeAim(DescribeWriter &w, const Value &spec)
{
    if (spec.contains("parallelism"))
        w.line(0, "Parallelism:\t{}", spec["parallelism"].asInt());
    w.line(0, "Completions:\t{}", spec.contains("completions") ? plainText(spec["completions"]) : "<unset>");
    if (spec.contains("completionMode"))
        w.line(0, "Completion Mode:\t{}", spec["completionMode"].asString());
    if (spec.contains("suspend"))
        w.line(0, "Suspend:\t{}", spec["suspend"].asBool());
    if (spec.contains("backoffLimit"))
        w.line(0, "Backoff Limit:\t{}", spec["backoffLimit"].asInt());
    if (spec.contains("ttlSecondsAfterFinished"))
        w.line(0, "TTL Seconds After Finished:\t{}", spec["ttlSecondsAfterFinished"].asInt());
}

void writeProgress(DescribeWriter &w, const kube::Object &job)
{
    const Value &status = job.status();
    const auto start = base::parseRfc3339(status["startTime"].asString());
    const auto end = base::parseRfc3339(status["completionTime"].asString());
    if (start)
        w.line(0, "Start Time:\t{}", longTime(status["startTime"]));
    if (end)
        w.line(0, "Completed At:\t{}", longTime(status["completionTime"]));
    if (start && end)
        w.line(0, "Duration:\t{}", kube::humanDuration(*end - *start));
    if (const Value &deadline = job.spec()["activeDeadlineSeconds"]; !deadline.isNull())
        w.line(0, "Active Deadline Seconds:\t{}s", deadline.asInt());
    const std::string ready =
        status.contains("ready") ? std::format(" ({} Ready)", status["ready"].asInt()) : std::string();
    w.line(0, "Pods Statuses:\t{} Active{} / {} Succeeded / {} Failed", status["active"].asInt(), ready,
           status["succeeded"].asInt(), status["failed"].asInt());
    if (job.spec()["completionMode"].asString() == "Indexed")
        w.line(0, "Completed Indexes:\t{}", indexesText(status["completedIndexes"].asString()));
}

} // namespace

client::Task<Result<std::string>> describeJob(Describing subject)
{
    const kube::ObjectPtr job = subject.object;
    const Events events = co_await findEvents(subject);
    DescribeWriter w(subject.session);
    w.line(0, "Name:\t{}", job->name());
    w.line(0, "Namespace:\t{}", job->ns());
    const auto selector = kube::LabelSelector::fromValue(job->spec()["selector"]);
    w.line(0, "Selector:\t{}", selector ? selector->toString() : "");
    w.labels("Labels", job->labels());
    w.annotations("Annotations", job->annotations());
    if (const std::string owner = controllerName(*job); !owner.empty())
        w.line(0, "Controlled By:\t{}", owner);
    writeAim(w, job->spec());
    writeProgress(w, *job);
    writePodTemplate(w, job->spec()["template"]);
    writeEvents(w, events);
    co_return w.take();
}

} // namespace minato::shell::kubectl
