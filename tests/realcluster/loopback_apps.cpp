// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "realcluster/loopback_apps.h"

#include "kube/resource.h"

#include <QRandomGenerator>
#include <QTcpSocket>

#include <format>

namespace minato::tests {
namespace {

/// What the lessons' program says: which Pod, which version.
QByteArray answerOf(const kube::Object &pod)
{
    const std::string_view image = pod.spec()["containers"][0]["image"].asString();
    const auto colon = image.rfind(':');
    const std::string_view version = colon == std::string_view::npos ? "1" : image.substr(colon + 1);
    const std::string body = std::format("Hello Kubernetes bootcamp! | Running on: {} | v={}\n", pod.name(),
                                         version.starts_with('v') ? version.substr(1) : version);
    return QByteArray::fromStdString(std::format(
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{}",
        body.size(), body));
}

std::unique_ptr<QTcpServer> startProgram(const kube::Object &pod)
{
    auto server = std::make_unique<QTcpServer>();
    if (!server->listen(QHostAddress::LocalHost))
        qFatal("no port for a Pod: %s", qPrintable(server->errorString()));
    QObject::connect(server.get(), &QTcpServer::newConnection, server.get(),
                     [server = server.get(), answer = answerOf(pod)] {
                         while (QTcpSocket *socket = server->nextPendingConnection()) {
                             QObject::connect(socket, &QTcpSocket::disconnected, socket,
                                              &QObject::deleteLater);
                             QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket, answer] {
                                 if (!socket->peek(65536).contains("\r\n\r\n"))
                                     return;
                                 socket->readAll();
                                 socket->write(answer);
                                 socket->disconnectFromHost();
                             });
                         }
                     });
    return server;
}

bool isReady(const kube::Object &pod)
{
    if (pod.isTerminating())
        return false;
    for (const kube::Value &condition : pod.status()["conditions"].items()) {
        if (condition["type"].asString() == "Ready")
            return condition["status"].asString() == "True";
    }
    return false;
}

} // namespace

LoopbackApps::LoopbackApps(client::InformerHub &hub)
    : m_nodes(hub.informer(kube::resources::kNodes)),
      m_services(hub.informer(kube::resources::kServices)),
      m_slices(hub.informer(kube::resources::kEndpointSlices))
{
    hub.informer(kube::resources::kPods).addHandler([this](const auto &before, const auto &now) {
        onPod(before, now);
    });
    for (client::Informer *informer : {&m_nodes, &m_services, &m_slices})
        informer->addHandler([this](const auto &, const auto &) { openPorts(); });
}

LoopbackApps::~LoopbackApps() = default;

std::string LoopbackApps::nodeAddress(int number)
{
    return std::format("127.0.77.{}", 10 + number);
}

void LoopbackApps::onPod(const kube::ObjectPtr &before, const kube::ObjectPtr &now)
{
    const std::string uid(now ? now->uid() : before->uid());
    if (!now || !isReady(*now))
        m_pods.erase(uid);
    else if (!m_pods.contains(uid))
        m_pods[uid] = startProgram(*now);
    openPorts();
}

void LoopbackApps::openPorts()
{
    Servers before = std::exchange(m_nodePorts, {});
    for (const auto &[key, node] : m_nodes.cache().entries()) {
        const std::string address(node.object->status()["addresses"][0]["address"].asString());
        for (const auto &[name, service] : m_services.cache().entries()) {
            if (programs(name).empty())
                continue;
            for (const kube::Value &port : service.object->spec()["ports"].items()) {
                const std::string place = std::format("{}:{}", address, port["nodePort"].asInt());
                if (auto open = before.extract(place); !open.empty())
                    m_nodePorts.insert(std::move(open));
                else if (port["nodePort"].asInt() > 0 && address.starts_with("127."))
                    openPort(address, static_cast<std::uint16_t>(port["nodePort"].asInt()), name);
            }
        }
    }
}

void LoopbackApps::openPort(const std::string &address, std::uint16_t port, const std::string &service)
{
    auto server = std::make_unique<QTcpServer>();
    if (!server->listen(QHostAddress(QString::fromStdString(address)), port)) {
        qWarning("%s:%d: %s", address.c_str(), port, qPrintable(server->errorString()));
        return;
    }
    QObject::connect(server.get(), &QTcpServer::newConnection, server.get(),
                     [this, server = server.get(), service] {
                         while (QTcpSocket *near = server->nextPendingConnection())
                             forward(near, service);
                     });
    m_nodePorts[std::format("{}:{}", address, port)] = std::move(server);
}

std::vector<std::uint16_t> LoopbackApps::programs(const std::string &service) const
{
    std::vector<std::uint16_t> ports;
    for (const auto &[key, entry] : m_slices.cache().entries()) {
        const kube::Object &slice = *entry.object;
        if (kube::objectKey(slice.ns(), slice.labels()["kubernetes.io/service-name"].asString()) != service)
            continue;
        for (const kube::Value &endpoint : slice["endpoints"].items()) {
            const auto pod = m_pods.find(std::string(endpoint.at("targetRef", "uid").asString()));
            if (pod != m_pods.end() && endpoint.at("conditions", "ready").asBool(true))
                ports.push_back(pod->second->serverPort());
        }
    }
    return ports;
}

void LoopbackApps::forward(QTcpSocket *near, const std::string &service)
{
    const std::vector<std::uint16_t> ports = programs(service);
    QObject::connect(near, &QTcpSocket::disconnected, near, &QObject::deleteLater);
    if (ports.empty()) {
        near->abort();
        return;
    }
    auto *far = new QTcpSocket(near);
    QObject::connect(near, &QTcpSocket::readyRead, far, [near, far] { far->write(near->readAll()); });
    QObject::connect(far, &QTcpSocket::readyRead, near, [near, far] { near->write(far->readAll()); });
    QObject::connect(far, &QTcpSocket::disconnected, near, &QTcpSocket::disconnectFromHost);
    far->connectToHost(QHostAddress::LocalHost,
                       ports[QRandomGenerator::global()->bounded(static_cast<quint32>(ports.size()))]);
}

} // namespace minato::tests
