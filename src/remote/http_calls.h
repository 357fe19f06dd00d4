// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/transport.h"
#include "remote/response_decoder.h"

#include <QNetworkReply>
#include <QPointer>

#include <memory>
#include <vector>

namespace minato::remote {

/// Holds a reply for as long as a Call lives. Dropping it forgets its callbacks; what follows is up to
/// `OnDrop`.
class HeldReply {
public:
    enum class OnDrop { Abort, Finish };
    HeldReply(QNetworkReply *reply, OnDrop onDrop) : m_reply(reply), m_onDrop(onDrop) {}
    ~HeldReply();
    HeldReply(const HeldReply &) = delete;
    HeldReply &operator=(const HeldReply &) = delete;

    [[nodiscard]] QNetworkReply *operator->() const { return m_reply; }
    template <class Callback>
    void onReadyRead(Callback callback)
    {
        m_connections.push_back(QObject::connect(m_reply, &QNetworkReply::readyRead, m_reply, callback));
    }
    template <class Callback>
    void onFinished(Callback callback)
    {
        m_connections.push_back(QObject::connect(m_reply, &QNetworkReply::finished, m_reply, callback));
    }
    /// Whether there is an answer at all.
    [[nodiscard]] int httpStatus() const;
    [[nodiscard]] HttpResponse takeResponse();
    /// Why there is none.
    [[nodiscard]] kube::Status unreachable() const;

private:
    QPointer<QNetworkReply> m_reply; ///< dies with its manager, too
    OnDrop m_onDrop;
    std::vector<QMetaObject::Connection> m_connections;
};

class SendCall : public api::Call {
public:
    SendCall(QNetworkReply *reply, api::Request request, api::Reply callback);

private:
    void finish();

    api::Request m_request;
    api::Reply m_callback;
    HeldReply m_reply;
};

class WatchCall : public api::Call {
public:
    WatchCall(QNetworkReply *reply, api::EventSink sink);

private:
    void read();
    void finish();
    void end(kube::Result<std::vector<api::WatchEvent>> last);
    /// Calls the sink, which may drop this Call: false when it did.
    [[nodiscard]] bool deliver(kube::Result<std::vector<api::WatchEvent>> batch);

    std::shared_ptr<api::EventSink> m_sink;
    std::shared_ptr<bool> m_isAlive = std::make_shared<bool>(true);
    struct Tombstone {
        std::shared_ptr<bool> alive;
        ~Tombstone() { *alive = false; }
    } m_tombstone{m_isAlive};
    HeldReply m_reply;
    bool m_hasEnded = false;
};

class StreamCall : public api::Call {
public:
    StreamCall(QNetworkReply *reply, api::ByteSink sink);

private:
    void read();
    void finish();

    std::shared_ptr<api::ByteSink> m_sink;
    HeldReply m_reply;
};

} // namespace minato::remote
