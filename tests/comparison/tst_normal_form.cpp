// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison/normal_form.h"
#include "kube/json.h"
#include "support/test_registry.h"

using namespace minato;
using namespace minato::comparison;

namespace {

kube::ObjectPtr object(const char *json)
{
    return kube::makeObject(*kube::parseJson(json));
}

kube::ObjectPtr replicaSet(const char *hash, const char *created, const char *revision = nullptr)
{
    kube::Value set = *kube::parseJson(R"({"kind":"ReplicaSet","metadata":{"namespace":"n","ownerReferences":[
        {"kind":"Deployment","name":"web","controller":true,"uid":"u"}]}})");
    kube::Value &metadata = set.edit("metadata");
    metadata.set("name", std::string("web-") + hash);
    metadata.set("creationTimestamp", created);
    metadata.edit("labels").set("pod-template-hash", hash);
    if (revision)
        metadata.edit("annotations").set("deployment.kubernetes.io/revision", revision);
    return kube::makeObject(std::move(set));
}

} // namespace

/// What tests/realcluster/normal_form.py tells alike, and what it must not.
class TestNormalForm : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void texts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("printed"); // empty: as in a field
        const auto row = [](const char *name, const char *text, const char *field, const char *printed = "") {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(field)
                                << QString::fromUtf8(printed);
        };
        row("uid", "uid 8ad2e13c-0b52-4d63-9f0f-6d9b4f2a1c77.", "uid <uid>.");
        row("time", "2026-11-28T09:50:00Z", "<time>");
        row("time with fractions", "at 2026-11-28T09:50:00.123456Z", "at <time>");
        row("no time", "2026-11-28", "2026-11-28");
        row("long time", "Start Time:  Sun, 01 Mar 2026 09:00:00 +0000", "Start Time:  <time>");
        row("address", "10.244.1.7:8080", "<ip>:8080");
        row("addresses", "10.244.1.7,192.168.49.2", "<ip>,<ip>");
        row("no address", "1.2.3.4.5", "1.2.3.4.5");
        row("version is no address", "v1.34.0", "v1.34.0");
        row("address of six", "fd00::1", "<ip>");
        row("time of day is no address", "at 09:50:00", "at 09:50:00");
        row("digest", "sha256:0d17b565c37bcbd895e9d92315a05c1c3c9a29f762b011a10c54a66cd53c9b31",
            "sha256:<digest>");
        row("random end", "web-7c5ddbdf54-x2b4q", "web-7c5ddbdf54-~");
        row("vowels make words", "nginx-alpine my-store", "nginx-alpine my-store");
        row("in the middle it is none", "web-x2b4q-1", "web-x2b4q-1");
        row("age", "web   3/3   45s", "web   3/3   45s", "web   3/3   <age>");
        row("ages", "5d3h (12m ago)", "5d3h (12m ago)", "<age> (<age> ago)");
        row("pulling", "in 1.234s (1.5s including waiting)", "in 1.234s (1.5s including waiting)",
            "in <age> (<age> including waiting)");
        row("quantities stay in fields", "250m", "250m", "<age>");
        row("tag is no age", "app:v5m", "app:v5m");
        row("node port", "8080:31234/TCP", "8080:31234/TCP", "8080:<node-port>/TCP");
        row("other ports stay", "8080:30/TCP 29999 32768", "8080:30/TCP 29999 32768");
        row("empty", "", "");
        row("japanese", "港 2026-11-28T09:50:00Z", "港 <time>");
    }
    void texts()
    {
        QFETCH(QString, text);
        QFETCH(QString, field);
        QFETCH(QString, printed);
        const NormalForm form;
        QCOMPARE(QString::fromStdString(form.text(text.toStdString())), field);
        QCOMPARE(QString::fromStdString(form.printed(text.toStdString())),
                 printed.isEmpty() ? field : printed);
    }

    void namesOfTheCluster_areToldAlike()
    {
        NormalForm form;
        const std::vector nodes{object(R"({"kind":"Node","metadata":{"name":"kind-worker"}})"),
                                object(R"({"kind":"Node","metadata":{"name":"kind-worker2"}})")};
        form.learn({}, nodes);
        QCOMPARE(form.text("Successfully assigned n/web to kind-worker2"),
                 std::string("Successfully assigned n/web to <node>"));
        QCOMPARE(form.text("kind-workers my-kind-worker"), std::string("kind-workers my-kind-worker"));
    }

    void replicaSets_areToldByTheirAge()
    {
        NormalForm form;
        const auto old = replicaSet("6db986b4d4", "2026-11-28T09:00:00Z"),
                   newest = replicaSet("5ddc6cfd94", "2026-11-28T09:10:00Z"),
                   later = replicaSet("7744dc8f55", "2026-11-28T09:20:00Z");
        form.learn(std::vector{newest, old}, {});
        QCOMPARE(form.text("web-5ddc6cfd94-x2b4q"), std::string("web-<hash>-~"));
        QCOMPARE(form.text("web-6db986b4d4"), std::string("web-<hash-1>"));
        form.learn(std::vector{later, newest}, {}); // the old one is forgotten by the cluster, not here
        QCOMPARE(form.text("web-7744dc8f55"), std::string("web-<hash+1>"));
        QCOMPARE(form.text("web-5ddc6cfd94 web-6db986b4d4"), std::string("web-<hash> web-<hash-1>"));
    }

    void ofOneSecond_theHigherRevisionIsTheNewer()
    {
        NormalForm form;
        form.learn(std::vector{replicaSet("6db986b4d4", "2026-11-28T09:00:00Z", "10"),
                               replicaSet("zzzzzzzzz4", "2026-11-28T09:00:00Z", "9")},
                   {});
        QCOMPARE(form.text("web-6db986b4d4 web-zzzzzzzzz4"), std::string("web-<hash> web-<hash-1>"));
    }

    void lines_haveNoColumns_andNoProgress()
    {
        const NormalForm form;
        QCOMPARE(form.lines("NAME        READY   AGE\nweb-x2b4q   1/1     5s   \nWaiting for rollout\n\nend"),
                 (std::vector<std::string>{"NAME  READY  AGE", "web-~  1/1  <age>", "", "end"}));
    }

    void objects_loseWhatIsTheServers()
    {
        const NormalForm form;
        const auto told =
            form.value(*kube::parseJson(R"({"metadata":{"name":"web","uid":"x","resourceVersion":"7",
            "creationTimestamp":"2026-11-28T09:50:00Z","managedFields":[]},
            "spec":{"ports":[{"nodePort":31234,"port":80}],"cpu":"250m"},
            "endpoints":[{"a":"2"},{"a":"1"}],"list":[{"a":"2"},{"a":"1"}]})"));
        QCOMPARE(kube::toJson(told), kube::toJson(*kube::parseJson(R"({"metadata":{"name":"web"},
            "spec":{"ports":[{"nodePort":"<node-port>","port":80}],"cpu":"250m"},
            "endpoints":[{"a":"1"},{"a":"2"}],"list":[{"a":"2"},{"a":"1"}]})")));
    }
};

MINATO_TEST(TestNormalForm)

#include "tst_normal_form.moc"
