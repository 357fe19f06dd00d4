// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/http_calls.h"

#include <QHttpHeaders>

#include <format>
#include <utility>

namespace minato::remote {
namespace {

/// A write that is under way is done, whoever waits for it.
HeldReply::OnDrop onDrop(const api::Request &request)
{
    const bool isRead = request.verb == api::Verb::Get || request.verb == api::Verb::List;
    return isRead ? HeldReply::OnDrop::Abort : HeldReply::OnDrop::Finish;
}

} // namespace

HeldReply::~HeldReply()
{
    if (!m_reply)
        return;
    for (const QMetaObject::Connection &connection : m_connections)
        QObject::disconnect(connection);
    if (m_reply->isFinished() || m_onDrop == OnDrop::Abort) {
        m_reply->abort();
        m_reply->deleteLater();
        return;
    }
    QObject::connect(m_reply, &QNetworkReply::finished, m_reply, &QObject::deleteLater);
}

int HeldReply::httpStatus() const
{
    return m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

HttpResponse HeldReply::takeResponse()
{
    HttpResponse http{.status = httpStatus(),
                      .contentType = m_reply->rawHeader("Content-Type").toStdString(),
                      .body = m_reply->readAll().toStdString()};
    for (const QByteArray &warning : m_reply->headers().values("Warning"))
        http.warnings.push_back(warning.toStdString());
    return http;
}

kube::Status HeldReply::unreachable() const
{
    kube::Status status;
    status.code = 0;
    status.message =
        std::format("{}: {}", m_reply->url().authority().toStdString(), m_reply->errorString().toStdString());
    return status;
}

SendCall::SendCall(QNetworkReply *reply, api::Request request, api::Reply callback)
    : m_request(std::move(request)), m_callback(std::move(callback)), m_reply(reply, onDrop(m_request))
{
    m_reply.onFinished([this] { finish(); });
}

void SendCall::finish()
{
    auto answer = m_reply.httpStatus() != 0
                      ? decodeResponse(m_reply.takeResponse(), m_request)
                      : kube::Result<api::Response>(std::unexpected(m_reply.unreachable()));
    auto callback = std::move(m_callback); // it may drop this Call
    callback(std::move(answer));
}

WatchCall::WatchCall(QNetworkReply *reply, api::EventSink sink)
    : m_sink(std::make_shared<api::EventSink>(std::move(sink))), m_reply(reply, HeldReply::OnDrop::Abort)
{
    m_reply.onReadyRead([this] { read(); });
    m_reply.onFinished([this] { finish(); });
}

void WatchCall::read()
{
    if (m_reply.httpStatus() >= 400)
        return; // a Status, read when it is whole
    std::vector<api::WatchEvent> batch;
    while (m_reply->canReadLine()) {
        const QByteArray line = m_reply->readLine().trimmed();
        if (line.isEmpty())
            continue;
        auto event = decodeWatchLine({line.constData(), static_cast<std::size_t>(line.size())});
        if (!event) {
            if (batch.empty() || deliver(std::move(batch)))
                end(std::unexpected(event.error()));
            return;
        }
        batch.push_back(*std::move(event));
    }
    if (!batch.empty())
        (void)deliver(std::move(batch));
}

void WatchCall::finish()
{
    if (m_reply.httpStatus() >= 400) {
        end(std::unexpected(decodeStatus(m_reply.takeResponse())));
    } else if (m_reply.httpStatus() == 0) {
        end(std::unexpected(m_reply.unreachable()));
    } else {
        const auto isAlive = m_isAlive;
        read();
        if (*isAlive)
            end(std::vector<api::WatchEvent>());
    }
}

void WatchCall::end(kube::Result<std::vector<api::WatchEvent>> last)
{
    if (!std::exchange(m_hasEnded, true))
        (void)deliver(std::move(last));
}

bool WatchCall::deliver(kube::Result<std::vector<api::WatchEvent>> batch)
{
    const auto sink = m_sink;
    const auto isAlive = m_isAlive;
    (*sink)(std::move(batch));
    return *isAlive;
}

StreamCall::StreamCall(QNetworkReply *reply, api::ByteSink sink)
    : m_sink(std::make_shared<api::ByteSink>(std::move(sink))), m_reply(reply, HeldReply::OnDrop::Abort)
{
    m_reply.onReadyRead([this] { read(); });
    m_reply.onFinished([this] { finish(); });
}

void StreamCall::read()
{
    if (m_reply.httpStatus() >= 400)
        return;
    const auto sink = m_sink;
    if (const QByteArray piece = m_reply->readAll(); !piece.isEmpty())
        (*sink)(piece.toStdString());
}

void StreamCall::finish()
{
    const auto sink = m_sink; // it may drop this Call
    if (m_reply.httpStatus() >= 400)
        (*sink)(std::unexpected(decodeStatus(m_reply.takeResponse())));
    else if (m_reply.httpStatus() == 0)
        (*sink)(std::unexpected(m_reply.unreachable()));
    else
        (*sink)(std::string());
}

} // namespace minato::remote
