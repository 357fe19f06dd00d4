// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/response_decoder.h"

#include <QNetworkReply>
#include <QPointer>
#include <QSslError>

#include <vector>

namespace minato::remote {

/// Holds a reply for as long as a Call lives. Dropping it forgets its callbacks; what follows is up to
/// `OnDrop`.
class HeldReply {
public:
    enum class OnDrop { Abort, Finish };
    HeldReply(QNetworkReply *reply, OnDrop onDrop);
    ~HeldReply();
    HeldReply(const HeldReply &) = delete;
    HeldReply &operator=(const HeldReply &) = delete;

    [[nodiscard]] QNetworkReply *operator->() const { return m_reply; }
    [[nodiscard]] const QNetworkReply &operator*() const { return *m_reply; }
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
    /// 0 when there is no answer at all.
    [[nodiscard]] int httpStatus() const;
    /// The answer is whole, as HTTP sees it; a Status that refuses is.
    [[nodiscard]] bool isWhole() const;
    [[nodiscard]] HttpResponse takeResponse();
    /// What the handshake complained about.
    [[nodiscard]] const QList<QSslError> &tlsErrors() const { return m_tlsErrors; }

private:
    QPointer<QNetworkReply> m_reply; ///< dies with its manager, too
    OnDrop m_onDrop;
    QList<QSslError> m_tlsErrors;
    std::vector<QMetaObject::Connection> m_connections;
};

} // namespace minato::remote
