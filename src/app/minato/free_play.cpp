// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "free_play.h"

#include "base/assert.h"
#include "lessons/lesson_text.h"

#include <QFile>

namespace minato::app {
namespace {

constexpr const char *kZoneLabel = "topology.kubernetes.io/zone";

lessons::LessonText pageText(const QString &language)
{
    QFile file(QStringLiteral(":/minato/freeplay/page.%1.md").arg(language));
    const bool isOpen = file.open(QIODevice::ReadOnly);
    MINATO_ASSERT(isOpen);
    auto text = lessons::LessonText::parse(file.readAll().toStdString(), file.fileName().toStdString());
    MINATO_ASSERT(text.has_value());
    return *std::move(text);
}

} // namespace

cluster::Topology topologyOf(const viewmodels::Playground &playground)
{
    auto topology = playground.pods > 0 ? cluster::Topology::chapter(playground.nodes)
                                        : cluster::Topology::empty(playground.nodes);
    int worker = 0;
    for (auto &node : topology.nodes) {
        if (node.isControlPlane)
            continue;
        node.cpu = std::to_string(playground.cpu);
        node.memory = std::to_string(playground.memoryGi) + "Gi";
        if (playground.zones > 1)
            node.labels[kZoneLabel] = std::string("zone-") + char('a' + worker % playground.zones);
        ++worker;
    }
    if (!topology.objects.empty())
        topology.objects.front().edit("spec").set("replicas", playground.pods);
    return topology;
}

viewmodels::LessonSource freePlay(const QString &cluster)
{
    return [cluster](const QString &language) {
        const lessons::LessonText text = pageText(language);
        viewmodels::LessonContent content{.summary = cluster};
        viewmodels::LessonContent::Page page{.id = QStringLiteral("play")};
        for (const lessons::Segment &segment : text.segments()) {
            const QString markdown = QString::fromStdString(segment.markdown);
            if (segment.id == "play.title")
                content.title = page.title = markdown;
            else
                page.segments.push_back({QString::fromStdString(segment.id), markdown});
        }
        content.pages.push_back(std::move(page));
        return content;
    };
}

} // namespace minato::app
