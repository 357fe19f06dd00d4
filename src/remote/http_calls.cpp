// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/http_calls.h"

#include "remote/connection_trouble.h"

#include <QPointer>

#include <utility>

namespace minato::remote {
namespace {

constexpr int kUnauthorized = 401;

/// A write that is under way is done, whoever waits for it.
HeldReply::OnDrop onDrop(const api::Request &request, Exchange exchange)
{
    const bool isRead = request.verb == api::Verb::Get || request.verb == api::Verb::List;
    return isRead || exchange != Exchange::Send ? HeldReply::OnDrop::Abort : HeldReply::OnDrop::Finish;
}

/// What a client of the seam is told; the window has the trouble itself.
kube::Status statusOf(const Trouble &trouble)
{
    kube::Status status;
    status.code = 0;
    status.message = toString(diagnosticOf(trouble, Language::English));
    return status;
}

} // namespace

HttpCall::HttpCall(HttpClient &client, api::Request request, Exchange exchange)
    : m_client(client), m_request(std::move(request)), m_exchange(exchange)
{
    m_soon.setSingleShot(true);
    connect(&client, &HttpClient::dropped, this, [this](const Trouble &trouble) {
        if (m_exchange != Exchange::Send)
            giveUp(trouble);
    });
}

void HttpCall::begin()
{
    if (auto identity = m_client.login().now()) {
        proceed(*identity);
        return;
    }
    m_waiting = m_client.login().wait([this](const Checked<Identity> &identity) { proceed(identity); });
}

void HttpCall::proceed(const Checked<Identity> &identity)
{
    m_waiting.reset();
    if (!identity) {
        failSoon(identity.error());
        return;
    }
    m_identity = *identity;
    m_reply.emplace(m_client.start(encodeRequest(m_request, m_exchange), m_exchange, m_identity),
                    onDrop(m_request, m_exchange));
    m_reply->onReadyRead([this] { onReplyReadable(); });
    m_reply->onFinished([this] { onReplyFinished(); });
}

void HttpCall::failSoon(const Troubles &troubles)
{
    connect(&m_soon, &QTimer::timeout, this, [this, trouble = troubles.front()] { giveUp(trouble); });
    m_soon.start(0);
}

void HttpCall::onReplyReadable()
{
    if (m_reply->httpStatus() < 400) // a Status is read when it is whole
        onReadable();
}

void HttpCall::onReplyFinished()
{
    if (!m_reply->isWhole()) {
        auto [kind, words] = failureOf(**m_reply, m_reply->tlsErrors());
        giveUp(kind, std::move(words));
        return;
    }
    if (m_reply->httpStatus() == kUnauthorized) {
        if (tryAgain())
            return;
        Q_EMIT m_client.troubled(m_client.userTrouble(Trouble::Kind::Unauthorized));
    }
    onAnswered();
}

bool HttpCall::tryAgain()
{
    if (std::exchange(m_hasRenewed, true) || !m_client.login().renew(m_identity))
        return false;
    m_reply.reset();
    begin();
    return true;
}

void HttpCall::giveUp(Trouble::Kind kind, std::string words)
{
    const bool isUsers = kind == Trouble::Kind::KeyOfAnother;
    giveUp(isUsers ? m_client.userTrouble(kind) : m_client.clusterTrouble(kind, std::move(words)));
}

void HttpCall::giveUp(const Trouble &trouble)
{
    const Trouble told = trouble; // what it is part of may go
    m_waiting.reset();
    m_reply.reset();
    const QPointer<HttpCall> self(this);
    Q_EMIT m_client.troubled(told);
    if (self)
        onFailed(statusOf(told));
}

SendCall::SendCall(HttpClient &client, api::Request request, api::Reply callback)
    : HttpCall(client, std::move(request), Exchange::Send), m_callback(std::move(callback))
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { giveUp(Trouble::Kind::TimedOut); });
    m_patience.start(client.bounds().whole);
    begin();
}

void SendCall::onReadable()
{
    if (reply()->bytesAvailable() > client().bounds().answer)
        giveUp(Trouble::Kind::AnswerTooLarge);
}

void SendCall::onAnswered()
{
    if (reply()->bytesAvailable() > client().bounds().answer) {
        giveUp(Trouble::Kind::AnswerTooLarge);
        return;
    }
    const HttpResponse http = reply().takeResponse();
    auto answer = decodeResponse(http, request());
    if (!answer && http.status < 400)
        giveUp(Trouble::Kind::AnswerNotKubernetes);
    else
        finish(std::move(answer));
}

void SendCall::onFailed(kube::Status status)
{
    finish(std::unexpected(std::move(status)));
}

void SendCall::finish(kube::Result<api::Response> answer)
{
    m_patience.stop();
    if (!m_callback)
        return;
    auto callback = std::exchange(m_callback, {}); // it may drop this Call
    callback(std::move(answer));
}

WatchCall::WatchCall(HttpClient &client, api::Request request, api::EventSink sink)
    : HttpCall(client, std::move(request), Exchange::Watch),
      m_sink(std::make_shared<api::EventSink>(std::move(sink)))
{
    begin();
}

void WatchCall::onReadable()
{
    std::vector<api::WatchEvent> batch;
    while (reply()->canReadLine()) {
        const QByteArray line = reply()->readLine().trimmed();
        if (line.isEmpty())
            continue;
        auto event = decodeWatchLine({line.constData(), static_cast<std::size_t>(line.size())});
        if (!event || !*event) {
            if (deliverGood(std::move(batch)))
                endWith(event);
            return;
        }
        batch.push_back(**std::move(event));
    }
    if (deliverGood(std::move(batch)) && reply()->bytesAvailable() > client().bounds().watchLine)
        giveUp(Trouble::Kind::AnswerTooLarge);
}

void WatchCall::endWith(const std::optional<kube::Result<api::WatchEvent>> &bad)
{
    if (bad)
        end(std::unexpected(bad->error()));
    else
        giveUp(Trouble::Kind::AnswerNotKubernetes);
}

void WatchCall::onAnswered()
{
    if (reply().httpStatus() >= 400) {
        end(std::unexpected(decodeStatus(reply().takeResponse())));
        return;
    }
    const QPointer<WatchCall> self(this);
    onReadable();
    if (!self || m_hasEnded)
        return;
    if (reply()->bytesAvailable() > 0) // what is no line is no event
        giveUp(Trouble::Kind::AnswerNotKubernetes);
    else
        end(std::vector<api::WatchEvent>());
}

void WatchCall::onFailed(kube::Status status)
{
    end(std::unexpected(std::move(status)));
}

void WatchCall::end(kube::Result<std::vector<api::WatchEvent>> last)
{
    if (!std::exchange(m_hasEnded, true))
        (void)deliver(std::move(last));
}

bool WatchCall::deliver(kube::Result<std::vector<api::WatchEvent>> batch)
{
    const auto sink = m_sink;
    const QPointer<WatchCall> self(this);
    (*sink)(std::move(batch));
    return !self.isNull();
}

bool WatchCall::deliverGood(std::vector<api::WatchEvent> batch)
{
    return batch.empty() || m_hasEnded || deliver(std::move(batch));
}

StreamCall::StreamCall(HttpClient &client, api::Request request, api::ByteSink sink)
    : HttpCall(client, std::move(request), Exchange::Stream),
      m_sink(std::make_shared<api::ByteSink>(std::move(sink)))
{
    begin();
}

void StreamCall::onReadable()
{
    const auto sink = m_sink;
    if (const QByteArray piece = reply()->readAll(); !piece.isEmpty())
        (*sink)(piece.toStdString());
}

void StreamCall::onAnswered()
{
    const auto sink = m_sink; // it may drop this Call
    if (reply().httpStatus() >= 400) {
        (*sink)(std::unexpected(decodeStatus(reply().takeResponse())));
        return;
    }
    const QPointer<StreamCall> self(this);
    onReadable();
    if (self)
        (*sink)(std::string());
}

void StreamCall::onFailed(kube::Status status)
{
    const auto sink = m_sink;
    (*sink)(std::unexpected(std::move(status)));
}

} // namespace minato::remote
