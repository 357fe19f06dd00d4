// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/held_reply.h"

#include <QHttpHeaders>

namespace minato::remote {

HeldReply::HeldReply(QNetworkReply *reply, OnDrop onDrop) : m_reply(reply), m_onDrop(onDrop)
{
    m_connections.push_back(
        QObject::connect(reply, &QNetworkReply::sslErrors, reply,
                         [this](const QList<QSslError> &errors) { m_tlsErrors = errors; }));
}

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

bool HeldReply::isWhole() const
{
    // From 201 on Qt's errors are those that an answer with a status from 400 on has.
    return m_reply->error() == QNetworkReply::NoError ||
           (m_reply->error() >= QNetworkReply::ContentAccessDenied && httpStatus() >= 400);
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

} // namespace minato::remote
