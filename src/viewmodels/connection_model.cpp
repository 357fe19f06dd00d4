// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/connection_model.h"

#include "viewmodels/events_model.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace minato::viewmodels {
namespace {

using Stage = session::ConnectionState::Stage;
using session::Lack;

QString timeOfDay(base::Instant at)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(at.ns / 1'000'000).time(),
                              QStringLiteral("HH:mm:ss"));
}

QString listOf(const std::vector<std::string> &resources)
{
    QStringList names;
    for (const std::string &resource : resources)
        names += QString::fromStdString(resource);
    return names.join(QStringLiteral(", "));
}

QString wayText(const session::WayState &way)
{
    const QString detail = QString::fromStdString(way.detail);
    switch (way.way) {
    case session::WayState::Way::NodePort:
        //: Which way requests to a real cluster went. %1: an address, "192.168.49.2:30080".
        //% "Requests went to %1, the port of a node. kube-proxy chose the Pod."
        return qtTrId("traffic.way.node-port").arg(detail);
    case session::WayState::Way::LoadBalancer:
        //: Which way requests to a real cluster went. %1: an address.
        //% "Requests went to %1, a load balancer; behind it, kube-proxy on a node chose the Pod."
        return qtTrId("traffic.way.load-balancer").arg(detail);
    case session::WayState::Way::PortForward:
        break;
    }
    //: Which way requests to a real cluster went. %1: a Pod.
    //% "Requests went through the API server as a port-forward, the last one to Pod %1. Minato chose the Pods; kube-proxy took no part."
    return qtTrId("traffic.way.forward").arg(detail);
}

} // namespace

QString ConnectionModel::badge() const
{
    //: Badge in the top bar while a real cluster is open. %1: its context in the kubeconfig.
    //% "Real cluster: %1"
    return m_state ? qtTrId("connection.badge").arg(context()) : QString();
}

QString ConnectionModel::context() const
{
    return m_state ? QString::fromStdString(m_state->context) : QString();
}

QString ConnectionModel::server() const
{
    return m_state ? QString::fromStdString(m_state->server) : QString();
}

QString ConnectionModel::user() const
{
    return m_state ? QString::fromStdString(m_state->user) : QString();
}

QString ConnectionModel::ns() const
{
    return m_state ? QString::fromStdString(m_state->ns) : QString();
}

bool ConnectionModel::isConnected() const
{
    return m_state && m_state->stage == Stage::Connected;
}

bool ConnectionModel::isTroubled() const
{
    return m_state && (m_state->stage == Stage::Troubled || m_state->stage == Stage::Refused);
}

QString ConnectionModel::state() const
{
    if (!m_state)
        return {};
    switch (m_state->stage) {
    case Stage::Opening:
        //: State of the connection to a real cluster.
        //% "Connecting…"
        return qtTrId("connection.opening");
    case Stage::Connected:
        //: State of the connection to a real cluster.
        //% "Connected"
        return qtTrId("connection.connected");
    case Stage::Troubled:
        //: State of the connection to a real cluster: it broke, and is being made again.
        //% "No answer, trying again"
        return qtTrId("connection.troubled");
    case Stage::Refused:
        break;
    }
    //: State of the connection to a real cluster: the kubeconfig has to be put right first.
    //% "Cannot be opened"
    return qtTrId("connection.refused");
}

QString ConnectionModel::trouble() const
{
    if (!isTroubled())
        return {};
    const bool isJapanese = m_language == QLatin1String("ja");
    const QString sentence = QString::fromStdString(isJapanese ? m_state->trouble.ja : m_state->trouble.en);
    if (m_state->stage == Stage::Refused)
        return sentence;
    //: Follows a sentence that says what is wrong with the connection to a real cluster. %1: that sentence. %2: a time
    //: of day, "14:05:09".
    //% "%1 Since %2; Minato keeps trying. What is shown is how it was before."
    return qtTrId("connection.trying").arg(sentence, timeOfDay(m_state->since));
}

QString ConnectionModel::rights() const
{
    if (!m_state)
        return {};
    if (m_state->isBusy)
        //: What may be changed in a real cluster: just now that is being changed.
        //% "One moment…"
        return qtTrId("connection.busy");
    if (!m_state->mayWrite)
        //: What may be changed in a real cluster.
        //% "Read-only: Minato changes nothing in this cluster."
        return qtTrId("connection.read-only");
    //: What may be changed in a real cluster. %1: a namespace.
    //% "Minato may make changes in the namespace %1, and nowhere else."
    const QString there = qtTrId("connection.may-write").arg(ns());
    //: What may be changed in a real cluster that is marked as one to throw away. %1: a namespace.
    //% "Minato may make changes in the namespace %1, and to the nodes of this disposable cluster."
    return m_state->isDisposable ? qtTrId("connection.may-write-nodes").arg(ns()) : there;
}

QString ConnectionModel::unseen() const
{
    QStringList sentences;
    if (m_state && !m_state->hidden.empty())
        //: About the rights of a user in a real cluster. %1: resources, "nodes, events".
        //% "Your user may not list these here, so they are not shown: %1 (RBAC: the verbs list and watch are needed)."
        sentences += qtTrId("connection.hidden").arg(listOf(m_state->hidden));
    if (m_state && !m_state->narrowed.empty())
        //: About the rights of a user in a real cluster. %1: resources, "pods, services".
        //% "Of these, your user may list only those of one namespace: %1."
        sentences += qtTrId("connection.narrowed").arg(listOf(m_state->narrowed));
    return sentences.join(u'\n');
}

QStringList ConnectionModel::consent() const
{
    return {
        //: One of the things that a learner says yes to. %1: a namespace.
        //% "Minato creates the namespace %1 with the label app.kubernetes.io/managed-by=minato, if it is not there yet."
        qtTrId("connection.consent.namespace").arg(ns()),
        //: One of the things that a learner says yes to. %1: a namespace.
        //% "The lesson's Deployment and Service are created in %1. Your commands and the window's buttons change objects there."
        qtTrId("connection.consent.objects").arg(ns()),
        //: One of the things that a learner says yes to.
        //% "Everything outside of this namespace stays as it is: other namespaces, nodes, and what belongs to the whole cluster."
        qtTrId("connection.consent.outside"),
        //: One of the things that a learner says yes to. %1: how many.
        //% "No object asks for more than %1 replicas."
        qtTrId("connection.consent.bounds").arg(30),
        //: One of the things that a learner says yes to.
        //% "You can have the namespace removed at any time, with all that is in it."
        qtTrId("connection.consent.remove")};
}

QString ConnectionModel::whyNot(Lack lack) const
{
    if (!m_state || !m_state->lacks.contains(lack))
        return {};
    switch (lack) {
    case Lack::OwnTime:
        //: Why the control of time is greyed.
        //% "This is a real cluster: its time goes by for everybody. It cannot be paused, stepped, sped up or wound back."
        return qtTrId("connection.lack.time");
    case Lack::Decisions:
        //: Why a real cluster's decisions are not explained.
        //% "A real cluster keeps no record of why it chose this node or that Pod: only the simulated one can tell."
        return qtTrId("connection.lack.decisions");
    case Lack::Power:
        //: Why nodes of a real cluster cannot be switched off.
        //% "The machines of a real cluster are not Minato's to switch on and off."
        return qtTrId("connection.lack.power");
    case Lack::Programs:
        break;
    }
    //: Why kubectl exec is greyed.
    //% "In a real cluster Minato runs no programs inside of Pods: it could not see what they change."
    return qtTrId("connection.lack.programs");
}

QStringList ConnectionModel::lacks() const
{
    QStringList sentences;
    if (m_state) {
        for (const Lack lack : m_state->lacks)
            sentences += whyNot(lack);
    }
    return sentences;
}

QString ConnectionModel::whyNoChange(const QString &ns) const
{
    if (!m_state)
        return {};
    if (!m_state->mayWrite)
        return rights();
    if (ns.isEmpty() && !m_state->isDisposable)
        //: Why a node of a real cluster cannot be drained.
        //% "Nodes of a real cluster are left alone, unless you mark it as one to throw away."
        return qtTrId("connection.lack.nodes");
    return ns.isEmpty() || ns == this->ns() ? QString() : rights();
}

QVariantMap ConnectionModel::ways() const
{
    QVariantMap sentences;
    if (m_state) {
        for (const auto &[service, way] : m_state->ways)
            sentences.insert(QString::fromStdString(service), wayText(way));
    }
    return sentences;
}

void ConnectionModel::allowWrites(bool mayWrite)
{
    m_commands(session::AllowWrites{mayWrite});
}

void ConnectionModel::removeNamespace()
{
    m_commands(session::RemoveNamespace{});
}

void ConnectionModel::markDisposable(bool isDisposable)
{
    m_commands(session::MarkDisposable{isDisposable});
}

void ConnectionModel::setLanguage(const QString &language)
{
    m_language = language;
    Q_EMIT changed();
}

void ConnectionModel::apply(const session::Batch &batch)
{
    if (!batch.connection || batch.connection == m_state)
        return;
    const auto before = std::exchange(m_state, batch.connection);
    Q_EMIT changed();
    if (before && before->stage == Stage::Troubled && m_state->stage == Stage::Connected)
        //: A notice: a real cluster answers again. %1: how long it did not, "00:12".
        //% "The cluster answers again, after %1. What happened meanwhile has been caught up on."
        Q_EMIT recovered(qtTrId("connection.recovered").arg(clockText(m_state->since - before->since)));
}

} // namespace minato::viewmodels
