// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim_lab.h"
#include "support/test_registry.h"
#include "viewmodels/inspect/story_words.h"

#include <QRegularExpression>

using namespace minato;
using namespace minato::viewmodels;
using namespace std::chrono_literals;
using tests::shown;
using tests::SimLab;

namespace {

/// Each pattern matches a row, in this order.
void compareOrder(SimLab &lab, const QStringList &patterns)
{
    const QStringList lines = shown(*lab.app.story()->rows()).split(u'\n');
    qsizetype at = 0;
    for (const QString &pattern : patterns) {
        const QRegularExpression expression(pattern);
        while (at < lines.size() && !expression.match(lines[at]).hasMatch())
            ++at;
        QVERIFY2(at < lines.size(), qPrintable(pattern + QStringLiteral(" does not come in its place in\n") +
                                               lines.join(u'\n')));
    }
}

qsizetype countOf(SimLab &lab, const char *pattern)
{
    return shown(*lab.app.story()->rows()).count(QRegularExpression(QString::fromLatin1(pattern)));
}

QString row(SimLab &lab, const char *pattern)
{
    for (const auto &each : lab.app.story()->rows()->rows())
        if (QRegularExpression(QString::fromLatin1(pattern)).match(each.label).hasMatch())
            return each.key;
    return {};
}

QString rawOf(SimLab &lab, const char *pattern)
{
    for (const auto &each : lab.app.story()->rows()->rows())
        if (QRegularExpression(QString::fromLatin1(pattern)).match(each.label).hasMatch())
            return each.raw;
    return {};
}

constexpr const char *kScale = "kubectl scale deployment/kubernetes-bootcamp --replicas=";

} // namespace

/// Stories of real simulated clusters, told in words.
class TestStory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scaleUp_fromTheCommandToTheFirstAnsweredRequest()
    {
        SimLab lab;
        lab.run((std::string(kScale) + "4").c_str());
        lab.run("for i in 1 2 3 4 5 6 7 8 9 10 11 12; do curl -s $(kubectl get node minato-worker -o "
                "jsonpath='{.status.addresses[0].address}'):$(kubectl get svc kubernetes-bootcamp -o "
                "jsonpath='{.spec.ports[0].nodePort}'); done",
                1s);
        compareOrder(
            lab, {QStringLiteral("You ran kubectl scale deployment/kubernetes-bootcamp --replicas=4"),
                  QStringLiteral("The API server stored it: .*is to have 4 replicas instead of 1\\."),
                  QStringLiteral("The Deployment controller told ReplicaSet .* to have 4 Pods instead of 1"),
                  QStringLiteral("Pod kubernetes-bootcamp-"),
                  QStringLiteral("The ReplicaSet controller made the Pod"),
                  QStringLiteral("The scheduler chose node minato-worker"),
                  QStringLiteral("The kubelet on minato-worker\\d? started the container"),
                  QStringLiteral("reported that the Pod is ready"),
                  QStringLiteral("added the Pod to the endpoints of Service kubernetes-bootcamp"),
                  QStringLiteral("2 further Pods likewise"),
                  QStringLiteral("has all it wants: 4 replicas available"),
                  QStringLiteral("Pod kubernetes-bootcamp-.* answered its first request through Service "
                                 "kubernetes-bootcamp.*after the command")});
        QCOMPARE(lab.app.story()->count(), 1); // curl and get change nothing
        QVERIFY(lab.app.story()->rows()->rows().back().label.contains(QStringLiteral("answered its first")));
        QCOMPARE(countOf(lab, "made the Pod"), 1);
        lab.app.story()->toggle(row(lab, "further"));
        QCOMPARE(countOf(lab, "made the Pod"), 3);
    }

    void rawEvents_areBelowTheSteps()
    {
        SimLab lab;
        lab.run((std::string(kScale) + "2").c_str());
        QVERIFY2(rawOf(lab, "told ReplicaSet")
                     .contains(QRegularExpression(
                         QStringLiteral("^LAST SEEN .*\n.*Normal +ScalingReplicaSet "
                                        "+deployment/kubernetes-bootcamp +Scaled up replica set"))),
                 qPrintable(rawOf(lab, "told ReplicaSet")));
        QVERIFY(rawOf(lab, "chose node")
                    .contains(QStringLiteral("Successfully assigned default/kubernetes-bootcamp-")));
        QVERIFY(rawOf(lab, "made the Pod").contains(QStringLiteral("SuccessfulCreate")));
    }

    void scaleDown_saysWhichPodsGo_andWhy()
    {
        SimLab lab;
        lab.run((std::string(kScale) + "4").c_str());
        lab.run((std::string(kScale) + "2").c_str(), 90s);
        QCOMPARE(lab.app.story()->count(), 2);
        compareOrder(lab,
                     {QStringLiteral("instead of 4"), QStringLiteral("to have 2 Pods instead of 4"),
                      QStringLiteral("The ReplicaSet controller chose the Pod to end, because "),
                      QStringLiteral("took the Pod from the endpoints"), QStringLiteral("the Pod is gone"),
                      QStringLiteral("1 further Pod likewise"), QStringLiteral("2 replicas available")});
        lab.app.story()->back();
        compareOrder(lab, {QStringLiteral("--replicas=4"), QStringLiteral("instead of 1")});
    }

    void rollout_tellsBothReplicaSets()
    {
        SimLab lab;
        lab.run((std::string(kScale) + "3").c_str());
        lab.run("kubectl set image deployment/kubernetes-bootcamp "
                "kubernetes-bootcamp=docker.io/jocatalin/kubernetes-bootcamp:v2",
                180s);
        compareOrder(lab, {QStringLiteral("You ran kubectl set image"),
                           QStringLiteral("stored the changed Pod template of Deployment kubernetes-bootcamp "
                                          "\\(image: docker.io/jocatalin/kubernetes-bootcamp:v2\\)"),
                           QStringLiteral("The Deployment controller made ReplicaSet .* for the image "
                                          "docker.io/jocatalin/kubernetes-bootcamp:v2"),
                           QStringLiteral("fetched the image|on the node already"),
                           QStringLiteral("has all it wants: 3 replicas available")});
        QVERIFY2(countOf(lab, "to end") >= 1, qPrintable(shown(*lab.app.story()->rows())));
    }

    void pods_areBelowTheStepThatMadeOrEndedThem()
    {
        SimLab lab;
        lab.run((std::string(kScale) + "4").c_str());
        lab.run("kubectl set image deployment/kubernetes-bootcamp "
                "kubernetes-bootcamp=docker.io/jocatalin/kubernetes-bootcamp:v2",
                180s);
        std::string cause;
        std::size_t pods = 0, repeats = 0;
        for (const StoryPart &part : tell(lab.app.story()->stories().back())) {
            if (part.pods.empty()) {
                cause = part.step.fact.object.name;
                continue;
            }
            for (const PodTale &tale : part.pods)
                QVERIFY2(tale.owner == cause, qPrintable(shown(*lab.app.story()->rows())));
            pods += part.pods.size();
            repeats += part.isRepeat ? 1 : 0;
        }
        QCOMPARE(pods, 8U); // 4 of each ReplicaSet
        QVERIFY2(repeats >= 2, qPrintable(shown(*lab.app.story()->rows())));
    }

    void everyLine_isASentence()
    {
        SimLab lab;
        lab.run((std::string(kScale) + "4").c_str());
        lab.run("kubectl set image deployment/kubernetes-bootcamp "
                "kubernetes-bootcamp=docker.io/jocatalin/kubernetes-bootcamp:v2",
                180s);
        const QRegularExpression sentence(QStringLiteral("^[A-Z].*\\.$"));
        int count = 0;
        for (const auto &each : lab.app.story()->rows()->rows()) {
            if (each.isFoldable && each.raw.isEmpty()) // "2 further Pods likewise"
                continue;
            if (each.key == u"s0" ||
                each.key == QStringLiteral("p") + each.name) // the command, the name of a Pod
                continue;
            QVERIFY2(sentence.match(each.label).hasMatch(), qPrintable(each.label));
            ++count;
        }
        QVERIFY(count > 10);
    }

    void missingImage_isTold()
    {
        SimLab lab;
        lab.run("kubectl set image deployment/kubernetes-bootcamp "
                "kubernetes-bootcamp=gcr.io/google-samples/kubernetes-bootcamp:v9",
                60s);
        compareOrder(lab,
                     {QStringLiteral("kubernetes-bootcamp:v9"), QStringLiteral("could not fetch the image")});
        QCOMPARE(countOf(lab, "has all it wants"), 0);
        QVERIFY(rawOf(lab, "could not fetch the image").contains(QStringLiteral("Failed")));
    }

    void nodesWithoutRoom_areTold()
    {
        SimLab lab;
        lab.run("kubectl set resources deployment/kubernetes-bootcamp --requests=cpu=3 2>/dev/null || "
                "kubectl patch deployment kubernetes-bootcamp -p "
                "'{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"kubernetes-bootcamp\","
                "\"resources\":{\"requests\":{\"cpu\":\"3\"}}}]}}}}'");
        lab.run((std::string(kScale) + "6").c_str());
        compareOrder(lab, {QStringLiteral("instead of 1"),
                           QStringLiteral("The scheduler found no node that fits: .*not enough free CPU")});
        QVERIFY(rawOf(lab, "found no node").contains(QStringLiteral("FailedScheduling")));
    }

    void quota_isTold()
    {
        SimLab lab;
        lab.run("kubectl apply -f - <<'EOF'\napiVersion: v1\nkind: ResourceQuota\nmetadata:\n  name: "
                "few\nspec:\n  hard:\n    pods: \"2\"\nEOF",
                5s);
        lab.run((std::string(kScale) + "4").c_str());
        compareOrder(lab, {QStringLiteral("instead of 1"),
                           QStringLiteral("The ReplicaSet controller could not make a Pod: the quota of the "
                                          "namespace is used up.*exceeded quota: few")});
    }

    void refusedCommand_isTold()
    {
        SimLab lab;
        lab.run("kubectl patch deployment kubernetes-bootcamp -p '{\"spec\":{\"replicas\":-1}}'", 5s);
        compareOrder(
            lab, {QStringLiteral("You ran kubectl patch"),
                  QStringLiteral("The API server refused the change.*must be greater than or equal to 0")});
    }

    void commandsThatChangeNothing_areNoStories()
    {
        SimLab lab;
        lab.run("kubectl get pods; kubectl describe deployment kubernetes-bootcamp; kubectl apply "
                "--dry-run=server -f /dev/null; echo hello",
                5s);
        QCOMPARE(lab.app.story()->count(), 0);
    }

    void story_isToldInJapanese()
    {
        SimLab lab(cluster::Topology::chapter(), "ja");
        lab.run((std::string(kScale) + "4").c_str());
        compareOrder(lab, {QStringLiteral("kubectl scale"), QStringLiteral("レプリカ数は1から4"),
                           QStringLiteral("スケジューラー"), QStringLiteral("他の\\d個のPodも同様です")});
        lab.app.preferences()->setLanguage(QStringLiteral("en"));
        compareOrder(lab, {QStringLiteral("The scheduler chose node")});
    }

    void manyPods_areTold_bounded()
    {
        SimLab lab;
        lab.run((std::string(kScale) + "150").c_str(), 30s);
        const auto rows = lab.app.story()->rows()->rowCount();
        QVERIFY2(rows < 60, qPrintable(QString::number(rows) + shown(*lab.app.story()->rows())));
        int likewise = 0;
        for (const auto &each : lab.app.story()->rows()->rows())
            if (const auto match = QRegularExpression(QStringLiteral("^(\\d+) further")).match(each.label);
                match.hasMatch())
                likewise += match.captured(1).toInt();
        QVERIFY2(likewise >= 100, qPrintable(shown(*lab.app.story()->rows())));
    }
};
MINATO_TEST(TestStory)

#include "tst_story.moc"
