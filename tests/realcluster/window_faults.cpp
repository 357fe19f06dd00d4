// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "realcluster/window_hand.h"

#include <QApplication>
#include <QJsonDocument>
#include <QProcess>
#include <QTcpServer>

#include <algorithm>
#include <cstdio>
#include <map>
#include <print>

/// What goes wrong with a real control plane, as the window tells it in both languages, and gets over it by itself:
/// window_faults CONTROL-PLANE REPOSITORY PICTURES. The control plane has nodes, and FOLDER/faults.kubeconfig
/// (faults.py).
namespace minato::tests {
namespace {

constexpr const char *kColumns =
    "get pods -A --no-headers -o custom-columns=UID:.metadata.uid,NS:.metadata.namespace,NAME:.metadata.name,"
    "NODE:.spec.nodeName,READY:.status.conditions[?(@.type==\"Ready\")].status";

/// By UID: where it is, and whether it is ready.
using Pods = std::map<std::string, std::string>;

std::string placeOf(const std::string &ns, const std::string &name, const std::string &node, bool isReady)
{
    return ns + "/" + name + " on " + node + (isReady ? ", ready" : "");
}

Pods shown(const viewmodels::PodStore &store)
{
    Pods pods;
    for (int slot = 0; slot < store.slotEnd(); ++slot) {
        const viewmodels::PodCell &cell = store.at(slot);
        const session::PodState &pod = cell.state;
        if (cell.isUsed)
            pods[pod.uid] = placeOf(pod.ns, pod.name, pod.node, pod.phase == session::PodPhase::Running);
    }
    return pods;
}

/// As kubectl prints them in kColumns.
Pods listed(const QByteArray &rows)
{
    Pods pods;
    for (const QByteArray &row : rows.split('\n')) {
        const QList<QByteArray> words = row.simplified().split(' ');
        if (words.size() == 5)
            pods[words[0].toStdString()] = placeOf(words[1].toStdString(), words[2].toStdString(),
                                                   words[3].toStdString(), words[4] == "True");
    }
    return pods;
}

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

bool isJapanese(const QString &sentence)
{
    return std::ranges::any_of(sentence, [](QChar c) { return c.script() == QChar::Script_Hiragana; });
}

class Faults {
public:
    explicit Faults(const QStringList &arguments)
        : m_folder(arguments[0]), m_repository(arguments[1]), m_pictures(arguments[2])
    {
    }

    /// The API server dies; the cluster changes while nobody looks, and forgets how; the API server comes back.
    [[nodiscard]] bool restart()
    {
        return open(QStringLiteral("kubeconfig"), {}) && isConnected() &&
               kubectl("delete deployment/web pod/late --ignore-not-found --cascade=foreground") &&
               kubectl("create deployment web --image=nginx --replicas=5") && isAsKubectlSays(5) &&
               remember() && controlPlane("halt") && isTold("restart", "127.0.0.1") && changeElsewhere() &&
               controlPlane("resume") && isConnected() && isAsKubectlSays(6) && isHistoryGone() &&
               m_hand->type("kubectl get pods") && keep("restart-over");
    }
    /// A token that the API server takes no more, until another one is in its file.
    [[nodiscard]] bool expiredToken()
    {
        return helper("token 15") && open(QStringLiteral("faults.kubeconfig"), QStringLiteral("token")) &&
               isConnected() && isTold("expired-token", "may have expired") && helper("token 3600") &&
               isConnected() && m_hand->type("kubectl get pods");
    }
    [[nodiscard]] bool wrongAuthority()
    {
        return open(QStringLiteral("faults.kubeconfig"), QStringLiteral("wrong-ca")) &&
               isTold("wrong-ca", "comes from an authority");
    }
    [[nodiscard]] bool wrongName()
    {
        return open(QStringLiteral("faults.kubeconfig"), QStringLiteral("wrong-name")) &&
               isTold("wrong-name", "is not for elsewhere.example") &&
               open(QStringLiteral("faults.kubeconfig"), QStringLiteral("right-name")) && isConnected();
    }

private:
    [[nodiscard]] bool open(const QString &kubeconfig, const QString &context)
    {
        m_hand.reset();
        m_hand = WindowHand::open(m_folder + u'/' + kubeconfig, context, m_pictures, QStringLiteral("en"));
        return m_hand != nullptr;
    }
    [[nodiscard]] bool isConnected()
    {
        const auto &connection = m_hand->connection();
        return m_hand->wait("the connection", [&] { return connection.isConnected(); });
    }
    /// The window says in both languages what is wrong.
    [[nodiscard]] bool isTold(const std::string &fault, const char *words)
    {
        const auto &connection = m_hand->connection();
        const QString wanted = QString::fromUtf8(words);
        if (!m_hand->wait(fault, [&] { return connection.trouble().contains(wanted); }))
            return std::println(stderr, "it says: {}", connection.trouble().toStdString()), false;
        m_hand->picture(fault);
        const auto [english, japanese] = m_hand->inBoth([&] { return connection.trouble(); });
        std::println("{}\n  {}\n  {}", fault, english.toStdString(), japanese.toStdString());
        return english.contains(wanted) && !isJapanese(english) && isJapanese(japanese);
    }
    bool keep(const char *picture)
    {
        m_hand->picture(picture);
        return true;
    }
    /// Sooner or later so many Pods, all of them ready, and the same as the real kubectl lists.
    [[nodiscard]] bool isAsKubectlSays(std::size_t count)
    {
        const auto &store = m_hand->lab().app().cluster()->pods();
        if (!m_hand->wait("the Pods",
                          [&] {
                              const Pods pods = shown(store);
                              return pods.size() == count && std::ranges::all_of(pods, [](const auto &pod) {
                                         return pod.second.ends_with(", ready");
                                     });
                          }) ||
            !kubectl(kColumns))
            return false;
        const Pods real = listed(m_output);
        if (shown(store) == real)
            return true;
        for (const auto &[uid, place] : real)
            std::println(stderr, "kubectl: {} {}", uid, place);
        for (const auto &[uid, place] : shown(store))
            std::println(stderr, "window:  {} {}", uid, place);
        return false;
    }
    /// What watches of now begin with.
    [[nodiscard]] bool remember()
    {
        if (!kubectl("get --raw /api/v1/pods?limit=1"))
            return false;
        const QJsonValue metadata = QJsonDocument::fromJson(m_output)[QLatin1StringView("metadata")];
        m_version = metadata[QLatin1StringView("resourceVersion")].toString();
        return !m_version.isEmpty();
    }
    /// Behind everybody's back, by an API server that nobody else knows.
    [[nodiscard]] bool changeElsewhere()
    {
        const QString port = QString::number(freePort());
        const QString there = QStringLiteral(" --server=https://127.0.0.1:") + port;
        return controlPlane("resume", port) &&
               kubectl("delete pods -l app=web --force --grace-period=0" + there.toLatin1()) &&
               kubectl("run late --image=nginx" + there.toLatin1()) && helper("compact " + port.toLatin1()) &&
               controlPlane("halt");
    }
    /// The watch that the window had cannot be resumed: what it shows, it has listed anew.
    [[nodiscard]] bool isHistoryGone()
    {
        static_cast<void>(kubectl("get --raw /api/v1/pods?watch=true&timeoutSeconds=5&resourceVersion=" +
                                  m_version.toLatin1()));
        if (m_output.contains("too old resource version"))
            return true;
        std::println(stderr, "the history is still there: {}", m_output.toStdString());
        return false;
    }

    [[nodiscard]] bool kubectl(const QByteArray &words)
    {
        return run(QStringLiteral("kubectl"),
                   QStringList{QStringLiteral("--kubeconfig"), m_folder + QStringLiteral("/kubeconfig")} +
                       QString::fromLatin1(words).split(u' '));
    }
    [[nodiscard]] bool controlPlane(const char *verb, const QString &port = {})
    {
        return run(m_repository + QStringLiteral("/tools/control-plane"),
                   QStringList{QString::fromLatin1(verb), m_folder, port});
    }
    [[nodiscard]] bool helper(const QByteArray &words)
    {
        return run(m_repository + QStringLiteral("/tests/realcluster/faults.py"),
                   QStringList{m_folder} + QString::fromLatin1(words).split(u' '));
    }
    /// While the window goes on.
    [[nodiscard]] bool run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, arguments);
        const bool isDone =
            m_hand == nullptr ? process.waitForFinished() : m_hand->wait(program.toStdString(), [&] {
                return process.state() == QProcess::NotRunning;
            });
        m_output = process.readAll();
        if (isDone && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
            return true;
        std::println(stderr, "{} {}: {}", program.toStdString(), arguments.join(u' ').toStdString(),
                     m_output.toStdString());
        return false;
    }

    QString m_folder, m_repository, m_pictures, m_version;
    QByteArray m_output; ///< of what ran last
    std::unique_ptr<WindowHand> m_hand;
};

int run(const QStringList &arguments)
{
    if (arguments.size() != 3)
        return std::println(stderr,
                            "window_faults: wants a control plane's folder, the repository and a folder"),
               2;
    Faults faults(arguments);
    const std::pair<const char *, bool> seen[] = {{"restart", faults.restart()},
                                                  {"expired token", faults.expiredToken()},
                                                  {"wrong authority", faults.wrongAuthority()},
                                                  {"wrong name", faults.wrongName()}};
    for (const auto &[fault, isGood] : seen)
        std::println("{}: {}", fault, isGood ? "as it should be" : "NOT as it should be");
    return std::ranges::all_of(seen, [](const auto &fault) { return fault.second; }) ? 0 : 1;
}

} // namespace
} // namespace minato::tests

int main(int argc, char **argv)
{
    QApplication::setApplicationName(QStringLiteral("minato"));
    const QApplication application(argc, argv);
    return minato::tests::run(QApplication::arguments().mid(1));
}
