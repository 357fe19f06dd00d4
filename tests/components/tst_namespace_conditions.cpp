// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/namespaces/namespace_conditions.h"
#include "support/test_registry.h"

#include <format>

using namespace minato;
using namespace minato::components;

namespace {

std::string text(const kube::Value &status)
{
    std::string lines;
    for (const kube::Value &c : status["conditions"].items())
        lines += std::format("{} {} {}: {}\n", c["type"].asString(), c["status"].asString(),
                             c["reason"].asString(), c["message"].asString());
    return lines;
}

} // namespace

/// Mirrors pkg/controller/namespace/deletion/status_condition_utils_test.go TestUpdateConditions.
class TestNamespaceConditions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingLeft_leavesFiveGoodConditions()
    {
        kube::Value status;
        QVERIFY(updateNamespaceConditions(status, {}, base::kSimEpoch));
        QCOMPARE(
            text(status),
            std::string(
                "NamespaceDeletionDiscoveryFailure False ResourcesDiscovered: All resources "
                "successfully discovered\n"
                "NamespaceDeletionGroupVersionParsingFailure False ParsedGroupVersions: All legacy kube "
                "types successfully parsed\n"
                "NamespaceDeletionContentFailure False ContentDeleted: All content successfully deleted, "
                "may be waiting on finalization\n"
                "NamespaceContentRemaining False ContentRemoved: All content successfully removed\n"
                "NamespaceFinalizersRemaining False ContentHasNoFinalizers: All content-preserving "
                "finalizers finished\n"));
        QVERIFY(!updateNamespaceConditions(status, {}, base::kSimEpoch + std::chrono::hours(1)));
    }

    void whatIsLeft_isNamed()
    {
        kube::Value status;
        NamespaceRemains remains{{{"pods.", 3}, {"deployments.apps", 1}},
                                 {{"custom.io/finalizer", 1}},
                                 {"two", "one"},
                                 std::chrono::seconds(15)};
        QVERIFY(!remains.isGone());
        QVERIFY(updateNamespaceConditions(status, remains, base::kSimEpoch));
        const std::string lines = text(status);
        for (const char *line : {"NamespaceDeletionContentFailure True ContentDeletionFailed: Failed to "
                                 "delete all resource types, 2 "
                                 "remaining: one, two\n",
                                 "NamespaceContentRemaining True SomeResourcesRemain: Some resources are "
                                 "remaining: deployments.apps has "
                                 "1 resource instances, pods. has 3 resource instances\n",
                                 "NamespaceFinalizersRemaining True SomeFinalizersRemain: Some content in "
                                 "the namespace has finalizers "
                                 "remaining: custom.io/finalizer in 1 resource instances\n"})
            QVERIFY2(lines.contains(line), lines.c_str());
    }

    void transitionTime_movesWithTheStatusOnly()
    {
        kube::Value status;
        NamespaceRemains remains{{{"pods.", 3}}, {}, {}, std::chrono::seconds(15)};
        QVERIFY(updateNamespaceConditions(status, remains, base::kSimEpoch));
        remains.resources["pods."] = 2;
        const auto later = base::kSimEpoch + std::chrono::seconds(9);
        QVERIFY(updateNamespaceConditions(status, remains, later));
        QCOMPARE(status.at("conditions", 3, "lastTransitionTime").asString(),
                 std::string_view("2026-01-05T00:00:00Z"));
        QVERIFY(updateNamespaceConditions(status, {}, later));
        QCOMPARE(status.at("conditions", 3, "lastTransitionTime").asString(),
                 std::string_view("2026-01-05T00:00:09Z"));
        QCOMPARE(status["conditions"].size(), std::size_t(5));
    }
};

MINATO_TEST(TestNamespaceConditions)
#include "tst_namespace_conditions.moc"
