// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "realcluster/real_world.h"

#include "contract/requests.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QThread>

namespace minato::tests {
namespace {

using namespace std::chrono_literals;

constexpr auto kPatience = 10s;

void handleEvents()
{
    QCoreApplication::processEvents(QEventLoop::AllEvents);
    QThread::sleep(std::chrono::milliseconds(1));
}

} // namespace

RealWorld::RealWorld(std::unique_ptr<remote::HttpTransport> transport, QUrl etcd)
    : m_etcd(std::move(etcd)), m_transport(std::move(transport)), m_isEmpty(clear())
{
}

bool RealWorld::pumpUntil(const std::function<bool()> &done)
{
    for (const QDeadlineTimer end(kPatience); !done() && !end.hasExpired();)
        handleEvents();
    return done();
}

void RealWorld::pass(base::Duration time)
{
    for (const QDeadlineTimer end(time); !end.hasExpired();)
        handleEvents();
}

/// Takes away what tests make, with the finalizers that hold it.
bool RealWorld::clear()
{
    for (const auto &resource : {kube::resources::kDeployments, kube::resources::kServices}) {
        const auto listed = await(*this, list(resource, "default"));
        if (!listed)
            return false;
        for (const auto &object : listed->list().items) {
            const std::string name(object->name());
            if (name == "kubernetes")
                continue;
            if (!object->metadata()["finalizers"].isEmpty() &&
                !await(*this,
                       mergePatch(resource, "default", name, json("{'metadata':{'finalizers':null}}"))))
                return false;
            const auto removed = await(*this, remove(resource, "default", name));
            if (!removed && removed.error().code != 404)
                return false;
        }
    }
    return true;
}

/// Compacts etcd up to now. The server's cache of recent changes is off for what the tests watch.
bool RealWorld::forgetHistory()
{
    // The revision that is compacted to can still be read: it must be one after all that shall be forgotten.
    auto label =
        mergePatch(kube::resources::kNamespaces, "", "default", json("{'metadata':{'labels':{'round':''}}}"));
    label.body.edit("metadata").edit("labels").set("round", std::to_string(m_transport->clock().now().ns));
    const auto written = await(*this, std::move(label));
    if (!written)
        return false;
    QNetworkAccessManager manager;
    QNetworkRequest request(m_etcd.resolved(QUrl(QStringLiteral("/v3/kv/compaction"))));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    const std::string body =
        "{\"revision\":\"" + std::string(written->object()->resourceVersion()) + "\",\"physical\":true}";
    const std::unique_ptr<QNetworkReply> reply(manager.post(request, QByteArray::fromStdString(body)));
    return pumpUntil([&] { return reply->isFinished(); }) && reply->error() == QNetworkReply::NoError;
}

} // namespace minato::tests
