// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison/comparison.h"
#include "kube/json.h"
#include "support/test_registry.h"

#include <format>

using namespace minato;
using namespace minato::comparison;

namespace {

kube::ObjectPtr pod(const char *end, const char *phase, const char *node)
{
    return kube::makeObject(*kube::parseJson(std::format(
        R"({{"kind":"Pod","metadata":{{"name":"web-{}","uid":"{}"}},"spec":{{"nodeName":"{}"}},"status":{{"phase":"{}"}}}})",
        end, end, node, phase)));
}

kube::ObjectPtr deployment(int replicas, const char *strategy = "RollingUpdate")
{
    return kube::makeObject(*kube::parseJson(std::format(
        R"({{"kind":"Deployment","metadata":{{"name":"web"}},"spec":{{"replicas":{},"strategy":"{}"}}}})",
        replicas, strategy)));
}

kube::ObjectPtr warning(const char *reason, const char *message, const char *version = "1")
{
    return kube::makeObject(*kube::parseJson(std::format(
        R"({{"type":"Warning","reason":"{0}","message":"{1}","involvedObject":{{"kind":"Pod","name":"web-x2b4q"}},
            "metadata":{{"name":"e","uid":"{0} {1}","resourceVersion":"{2}"}}}})",
        reason, message, version)));
}

Picture picture(std::vector<kube::ObjectPtr> objects, std::vector<kube::ObjectPtr> events = {},
                const char *node = "n1")
{
    return {std::move(objects),
            std::move(events),
            {kube::makeObject(
                *kube::parseJson(std::format(R"({{"kind":"Node","metadata":{{"name":"{}"}}}})", node)))}};
}

} // namespace

class TestComparison : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatOnlyChanceDiffers_isNoDifference()
    {
        const Picture simulated = picture(
                          {deployment(2), pod("x2b4q", "Running", "n1"), pod("zzzzz", "Running", "n1")},
                          {warning("Pulled", "in 1.2s")}),
                      real = picture(
                          {deployment(2), pod("bbbbb", "Running", "m7"), pod("ccccc", "Running", "m7")},
                          {warning("Pulled", "in 3s")}, "m7");
        Comparison comparison(simulated, real);
        const Report report = comparison.report(simulated, {"web-x2b4q   1/1   3s\n", 0}, real,
                                                {"web-bbbbb      1/1   4s\n", 0});
        QVERIFY(report.isEmpty());
        QCOMPARE(report.comparedObjects, 3);
        QCOMPARE(report.before, 0);
    }

    void fields_areNamedWithBothValues()
    {
        const Picture before = picture({deployment(1), pod("x2b4q", "Running", "n1")});
        Comparison comparison(before, before);
        const Report report = comparison.report(picture({deployment(3), pod("x2b4q", "Running", "n1")}), {},
                                                picture({deployment(3), pod("bbbbb", "Pending", "")}), {});
        QCOMPARE(report.objects.size(), 1UL);
        QCOMPARE(report.objects[0].kind + "/" + report.objects[0].name, std::string("Pod/web-~"));
        QCOMPARE(report.objects[0].fields,
                 (std::vector<FieldDifference>{{"spec.nodeName", "\"<node>\"", "\"\""},
                                               {"status.phase", "\"Running\"", "\"Pending\""}}));
    }

    void ofSeveralAlike_theEqualOnesArePairedFirst()
    {
        Comparison comparison(picture({}), picture({}));
        const Report report =
            comparison.report(picture({pod("x2b4q", "Running", "n1"), pod("zzzzz", "Pending", ""),
                                       pod("ggggg", "Running", "n1")}),
                              {},
                              picture({pod("ccccc", "Running", "n1"), pod("bbbbb", "Running", "n1"),
                                       pod("ddddd", "Running", "n1")}),
                              {});
        QCOMPARE(report.objects.size(), 1UL);
        QCOMPARE(report.objects[0].fields.back().simulated, std::string("\"Pending\""));
    }

    void whatOneSideHasMoreOf_isCounted()
    {
        Comparison comparison(picture({}), picture({}));
        const Report report = comparison.report(
            picture({pod("x2b4q", "Running", "n1")}), {},
            picture({pod("ccccc", "Running", "n1"), pod("bbbbb", "Running", "n1"), deployment(2)}), {});
        QCOMPARE(report.objects, (std::vector<ObjectDifference>{{"Deployment", "web", Where::Real, {}},
                                                                {"Pod", "web-~", Where::Real, {}}}));
    }

    void whatDifferedBefore_isLeftOut_andCounted()
    {
        const auto extra =
            kube::makeObject(*kube::parseJson(R"({"kind":"ConfigMap","metadata":{"name":"theirs"}})"));
        Comparison comparison(picture({deployment(1)}), picture({deployment(1, "Recreate"), extra}));
        const Report report =
            comparison.report(picture({deployment(2)}), {}, picture({deployment(3, "Recreate"), extra}), {});
        QCOMPARE(report.before, 2);
        QCOMPARE(report.objects.size(), 1UL);
        QCOMPARE(report.objects[0].fields, (std::vector<FieldDifference>{{"spec.replicas", "2", "3"}}));
    }

    void anEventThatCameAgain_isOneOfTheStep()
    {
        const auto first = warning("BackOff", "again");
        Comparison comparison(picture({}, {first}), picture({}, {first}));
        const Report report =
            comparison.report(picture({}, {first}), {}, picture({}, {warning("BackOff", "again", "2")}), {});
        QCOMPARE(report.events,
                 (std::vector<LineDifference>{{Where::Real, "Warning BackOff Pod/web-~: again"}}));
    }

    void conditions_haveNoOrder()
    {
        const auto withConditions = [](const char *conditions) {
            return kube::makeObject(*kube::parseJson(std::format(
                R"({{"kind":"Pod","metadata":{{"name":"a"}},"status":{{"conditions":{}}}}})", conditions)));
        };
        Comparison comparison(picture({}), picture({}));
        const Report report = comparison.report(
            picture(
                {withConditions(R"([{"type":"Ready","status":"True"},{"type":"Other","status":"True"}])")}),
            {},
            picture(
                {withConditions(R"([{"type":"Other","status":"True"},{"type":"Ready","status":"False"}])")}),
            {});
        QCOMPARE(report.objects.size(), 1UL);
        QCOMPARE(report.objects[0].fields, (std::vector<FieldDifference>{{"status.conditions[Ready].status",
                                                                          "\"True\"", "\"False\""}}));
    }

    void events_areThoseOfTheStep()
    {
        const auto old = warning("FailedScheduling", "old");
        Comparison comparison(picture({}), picture({}, {old}));
        const Report report =
            comparison.report(picture({}, {warning("Killing", "both")}), {},
                              picture({}, {old, warning("Killing", "both"), warning("BackOff", "new")}), {});
        QCOMPARE(report.events,
                 (std::vector<LineDifference>{{Where::Real, "Warning BackOff Pod/web-~: new"}}));
    }

    void printedLines_andTheExitStatus()
    {
        Comparison comparison(picture({}), picture({}));
        const Report report = comparison.report(picture({}), {"same\nours\nsame\n", 0}, picture({}),
                                                {"same\nsame\nsame\ntheirs\n", 1});
        QCOMPARE(report.printed,
                 (std::vector<LineDifference>{
                     {Where::Simulated, "ours"}, {Where::Real, "same"}, {Where::Real, "theirs"}}));
        QVERIFY(!report.isEmpty());
        QCOMPARE(report.realStatus, 1);
    }

    void aKeyWithPoints_isOneStepOfThePath()
    {
        const auto annotated = [](const char *value) {
            return kube::makeObject(*kube::parseJson(std::format(
                R"({{"kind":"Pod","metadata":{{"name":"a","annotations":{{"x.io/y":"{}"}}}}}})", value)));
        };
        Comparison comparison(picture({}), picture({}));
        const Report report = comparison.report(picture({annotated("1")}), {}, picture({annotated("2")}), {});
        QCOMPARE(report.objects[0].fields[0].path, std::string("metadata.annotations[\"x.io/y\"]"));
    }
};

MINATO_TEST(TestComparison)

#include "tst_comparison.moc"
