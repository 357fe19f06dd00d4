// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/cluster/actions_model.h"

#include "viewmodels/cluster/cluster_model.h"
#include "viewmodels/connection_model.h"

#include <QCoreApplication>

namespace minato::viewmodels {

ActionsModel::ActionsModel(const ClusterModel &cluster, const ConnectionModel &connection, QObject *parent)
    : QAbstractListModel(parent), m_cluster(cluster), m_connection(connection)
{
}

int ActionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_actions.size());
}

QVariant ActionsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Action &action = m_actions[static_cast<std::size_t>(index.row())];
    switch (role) {
    case TextRole:
    case Qt::DisplayRole:
        return action.text;
    case CommandRole:
        return action.command;
    case QuestionRole:
        return action.question;
    case BeginsGroupRole:
        return action.beginsGroup;
    case WhyNotRole:
        return action.whyNot;
    default:
        return {};
    }
}

QHash<int, QByteArray> ActionsModel::roleNames() const
{
    return {{TextRole, "text"},
            {CommandRole, "command"},
            {QuestionRole, "question"},
            {BeginsGroupRole, "beginsGroup"},
            {WhyNotRole, "whyNot"}};
}

QString ActionsModel::title() const
{
    return m_kind + u' ' + m_name;
}

QString ActionsModel::inNamespace() const
{
    return m_ns.isEmpty() || m_ns == QLatin1String("default") ? QString() : QStringLiteral(" -n ") + m_ns;
}

bool ActionsModel::open(const QString &kind, const QString &ns, const QString &name)
{
    m_kind = kind;
    m_ns = ns;
    m_name = name;
    list();
    return count() > 0;
}

void ActionsModel::list()
{
    beginResetModel();
    m_actions.clear();
    m_beginsGroup = false;
    if (m_kind == QLatin1String("Node"))
        listNode();
    else if (m_kind == QLatin1String("Pod"))
        listPod();
    else if (m_kind == QLatin1String("ReplicaSet"))
        listReplicaSet();
    else if (m_kind == QLatin1String("Deployment"))
        listDeployment();
    else if (m_kind == QLatin1String("Service"))
        listService();
    endResetModel();
    Q_EMIT changed();
}

void ActionsModel::retranslate()
{
    list();
}

void ActionsModel::add(const QString &text, const QString &command, const QString &question)
{
    m_actions.push_back({text, command, question, whyNot(command), m_beginsGroup});
    m_beginsGroup = false;
}

/// Why a real cluster does not let it be done.
QString ActionsModel::whyNot(const QString &command) const
{
    for (const char *look : {"describe", "get", "top", "logs", "rollout status", "rollout history"})
        if (command.startsWith(QStringLiteral("kubectl ") + QLatin1String(look)))
            return {};
    if (command.startsWith(QLatin1String("minikube")))
        return m_connection.whyNot(session::Lack::Power);
    if (command.startsWith(QLatin1String("kubectl exec")))
        return m_connection.whyNot(session::Lack::Programs);
    return m_connection.whyNoChange(m_ns);
}

/// What every object has.
void ActionsModel::addLooks(const QString &resource)
{
    //: In the menu of an object: shows it in words in the terminal.
    //% "Describe"
    add(qtTrId("action.describe"),
        QStringLiteral("kubectl describe %1/%2%3").arg(resource, m_name, inNamespace()));
    //: In the menu of an object: shows it as YAML in the terminal.
    //% "Show as YAML"
    add(qtTrId("action.yaml"),
        QStringLiteral("kubectl get %1/%2%3 -o yaml").arg(resource, m_name, inNamespace()));
}

void ActionsModel::listNode()
{
    const auto *node = m_cluster.node(m_name.toStdString());
    addLooks(QStringLiteral("node"));
    //: In a node's menu: shows how much CPU and memory it uses.
    //% "Show what it uses"
    add(qtTrId("action.top-node"), QStringLiteral("kubectl top node %1").arg(m_name));
    beginGroup();
    if (!node || node->isSchedulable)
        //: In a node's menu: it takes no new Pods from then on.
        //% "Cordon: place no new Pods here"
        add(qtTrId("action.cordon"), QStringLiteral("kubectl cordon %1").arg(m_name));
    if (!node || !node->isSchedulable)
        //: In a node's menu: it takes new Pods again.
        //% "Uncordon: place Pods here again"
        add(qtTrId("action.uncordon"), QStringLiteral("kubectl uncordon %1").arg(m_name));
    //: In a node's menu: cordons it and moves its Pods away.
    //% "Drain: move its Pods away"
    add(qtTrId("action.drain"),
        QStringLiteral("kubectl drain %1 --ignore-daemonsets --delete-emptydir-data").arg(m_name),
        //: Asked before a node is drained. %1: its name.
        //% "Drain %1? Its Pods are ended, and their owners start others elsewhere."
        qtTrId("action.drain.question").arg(m_name));
    beginGroup();
    if (!node || node->isReady)
        //: In a node's menu: as if its plug were pulled.
        //% "Power off"
        add(qtTrId("action.power-off"), QStringLiteral("minikube node stop %1").arg(m_name),
            //: Asked before a node is switched off. %1: its name.
            //% "Power off %1? The Pods on it stop answering at once; the cluster notices after about 40 seconds."
            qtTrId("action.power-off.question").arg(m_name));
    if (!node || !node->isReady)
        //: In the menu of a node that is off.
        //% "Power on"
        add(qtTrId("action.power-on"), QStringLiteral("minikube node start %1").arg(m_name));
}

void ActionsModel::listPod()
{
    addLooks(QStringLiteral("pod"));
    //: In a Pod's menu: prints what its program has written.
    //% "Show its log"
    add(qtTrId("action.logs"), QStringLiteral("kubectl logs %1%2").arg(m_name, inNamespace()));
    //: In a Pod's menu: runs a command inside of it.
    //% "Show its environment, from inside"
    add(qtTrId("action.exec"), QStringLiteral("kubectl exec %1%2 -- env").arg(m_name, inNamespace()));
    beginGroup();
    //: In a Pod's menu.
    //% "Delete"
    add(qtTrId("action.delete"), QStringLiteral("kubectl delete pod %1%2").arg(m_name, inNamespace()),
        //: Asked before a Pod is deleted. %1: its name.
        //% "Delete %1? If a ReplicaSet owns it, another Pod takes its place."
        qtTrId("action.delete-pod.question").arg(m_name));
}

void ActionsModel::listReplicaSet()
{
    addLooks(QStringLiteral("rs"));
    const QString hash = m_name.section(u'-', -1);
    //: In a ReplicaSet's menu: lists its Pods.
    //% "List its Pods"
    add(qtTrId("action.list-pods"),
        QStringLiteral("kubectl get pods -l pod-template-hash=%1 -o wide%2").arg(hash, inNamespace()));
    beginGroup();
    add(qtTrId("action.delete"), QStringLiteral("kubectl delete rs %1%2").arg(m_name, inNamespace()),
        //: Asked before a ReplicaSet is deleted. %1: its name.
        //% "Delete %1 and its Pods? If a Deployment owns it, another one takes its place."
        qtTrId("action.delete-set.question").arg(m_name));
}

void ActionsModel::listDeployment()
{
    const QString rollout = QStringLiteral("kubectl rollout %1 deployment/") + m_name + inNamespace();
    addLooks(QStringLiteral("deployment"));
    //: In a Deployment's menu: waits until its rollout is complete.
    //% "Follow its rollout"
    add(qtTrId("action.rollout-status"), rollout.arg(QStringLiteral("status")));
    //: In a Deployment's menu: lists its revisions.
    //% "List its revisions"
    add(qtTrId("action.rollout-history"), rollout.arg(QStringLiteral("history")));
    beginGroup();
    //: In a Deployment's menu: replaces all Pods, one after the other.
    //% "Restart its Pods"
    add(qtTrId("action.rollout-restart"), rollout.arg(QStringLiteral("restart")),
        //: Asked before a Deployment is restarted. %1: its name.
        //% "Restart %1? All its Pods are replaced, a few at a time."
        qtTrId("action.rollout-restart.question").arg(m_name));
    //: In a Deployment's menu: goes back to the revision before.
    //% "Go back to the revision before"
    add(qtTrId("action.rollout-undo"), rollout.arg(QStringLiteral("undo")),
        //: Asked before a Deployment is rolled back. %1: its name.
        //% "Go back to the revision before of %1? Its Pods are replaced, a few at a time."
        qtTrId("action.rollout-undo.question").arg(m_name));
    if (m_cluster.deploymentIsPaused(m_ns.toStdString(), m_name.toStdString()))
        //: In a Deployment's menu.
        //% "Resume its rollout"
        add(qtTrId("action.rollout-resume"), rollout.arg(QStringLiteral("resume")));
    else
        //: In a Deployment's menu: changes to its template wait from then on.
        //% "Pause its rollout"
        add(qtTrId("action.rollout-pause"), rollout.arg(QStringLiteral("pause")));
    beginGroup();
    add(qtTrId("action.delete"), QStringLiteral("kubectl delete deployment %1%2").arg(m_name, inNamespace()),
        //: Asked before a Deployment is deleted. %1: its name.
        //% "Delete %1 and all its Pods?"
        qtTrId("action.delete-deployment.question").arg(m_name));
}

void ActionsModel::listService()
{
    addLooks(QStringLiteral("service"));
    //: In a Service's menu: lists the EndpointSlices, which say where it sends requests.
    //% "List its endpoints"
    add(qtTrId("action.endpoints"),
        QStringLiteral("kubectl get endpointslices -l kubernetes.io/service-name=%1%2")
            .arg(m_name, inNamespace()));
    beginGroup();
    add(qtTrId("action.delete"), QStringLiteral("kubectl delete service %1%2").arg(m_name, inNamespace()),
        //: Asked before a Service is deleted. %1: its name.
        //% "Delete %1? Its address stops answering; its Pods stay."
        qtTrId("action.delete-service.question").arg(m_name));
}

QString ActionsModel::commandAt(int row) const
{
    return row < 0 || row >= count() ? QString() : m_actions[static_cast<std::size_t>(row)].command;
}

QString ActionsModel::questionAt(int row) const
{
    return row < 0 || row >= count() ? QString() : m_actions[static_cast<std::size_t>(row)].question;
}

QString ActionsModel::whyNotAt(int row) const
{
    return row < 0 || row >= count() ? QString() : m_actions[static_cast<std::size_t>(row)].whyNot;
}

void ActionsModel::run(int row)
{
    if (const QString command = commandAt(row); !command.isEmpty() && whyNotAt(row).isEmpty())
        Q_EMIT runRequested(command);
}

} // namespace minato::viewmodels
