// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/transport.h"
#include "remote/held_reply.h"
#include "remote/http_client.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace minato::remote {

/// One request on its way: finds out who asks, asks, and asks once more when the server does not know him any
/// more and another credential is to be had.
class HttpCall : public QObject, public api::Call {
    Q_OBJECT

protected:
    HttpCall(HttpClient &client, api::Request request, Exchange exchange);

    /// For the end of the constructor. Nothing is called back inside.
    void begin();
    [[nodiscard]] const api::Request &request() const { return m_request; }
    [[nodiscard]] HeldReply &reply() { return *m_reply; }
    [[nodiscard]] const HttpClient &client() const { return m_client; }
    /// Ends it all: the answer is of no use.
    void giveUp(Trouble::Kind kind, std::string words = {});
    void giveUp(const Trouble &trouble);

    /// Bytes of a good answer have come.
    virtual void onReadable() = 0;
    /// The whole of it, or of a Status that refuses.
    virtual void onAnswered() = 0;
    /// There is no more to come. May destroy this.
    virtual void onFailed(kube::Status status) = 0;

private:
    void proceed(const Checked<Identity> &identity);
    void failSoon(const Troubles &troubles);
    void onReplyReadable();
    void onReplyFinished();
    [[nodiscard]] bool tryAgain();

    HttpClient &m_client;
    api::Request m_request;
    Exchange m_exchange;
    std::unique_ptr<Login::Waiting> m_waiting;
    Identity m_identity;
    std::optional<HeldReply> m_reply;
    QTimer m_soon;
    bool m_hasRenewed = false;
};

class SendCall : public HttpCall {
public:
    SendCall(HttpClient &client, api::Request request, api::Reply callback);

private:
    void onReadable() override;
    void onAnswered() override;
    void onFailed(kube::Status status) override;
    void finish(kube::Result<api::Response> answer);

    api::Reply m_callback;
    QTimer m_patience;
};

class WatchCall : public HttpCall {
public:
    WatchCall(HttpClient &client, api::Request request, api::EventSink sink);

private:
    void onReadable() override;
    void onAnswered() override;
    void onFailed(kube::Status status) override;
    void end(kube::Result<std::vector<api::WatchEvent>> last);
    void endWith(const std::optional<kube::Result<api::WatchEvent>> &bad);
    /// Calls the sink, which may drop this Call: false when it did.
    [[nodiscard]] bool deliver(kube::Result<std::vector<api::WatchEvent>> batch);
    [[nodiscard]] bool deliverGood(std::vector<api::WatchEvent> batch);

    std::shared_ptr<api::EventSink> m_sink;
    bool m_hasEnded = false;
};

class StreamCall : public HttpCall {
public:
    StreamCall(HttpClient &client, api::Request request, api::ByteSink sink);

private:
    void onReadable() override;
    void onAnswered() override;
    void onFailed(kube::Status status) override;

    std::shared_ptr<api::ByteSink> m_sink;
};

} // namespace minato::remote
