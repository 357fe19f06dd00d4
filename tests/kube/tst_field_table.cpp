// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/schema/field_table.h"
#include "kube/schema/type_table.h"
#include "support/test_registry.h"

#include <algorithm>

using namespace minato::kube;

/// The table is made from upstream's sources: here is whether we read it rightly.
class TestFieldTable : public QObject {
    Q_OBJECT

    static const Field &fieldAt(const TypeTable &types, const char *structure, const char *key)
    {
        const Structure *found = types.find(structure);
        const Field *field = found ? found->field(key) : nullptr;
        if (!field)
            qFatal("%s.%s is missing", structure, key);
        return *field;
    }

private Q_SLOTS:
    void lines_areSortedByName()
    {
        const auto nameOf = [](std::string_view line) { return line.substr(0, line.find(' ')); };
        QVERIFY(fieldTable().size() > 400);
        QVERIFY(std::ranges::is_sorted(fieldTable(), {}, nameOf));
    }

    void everyLine_canBeRead()
    {
        const TypeTable types;
        std::size_t structures = 0, fields = 0;
        for (const std::string_view line : fieldTable()) {
            const Structure *structure = types.find(line.substr(0, line.find(' ')));
            if (!structure)
                continue; // an enumeration
            ++structures;
            for (const Field &field : structure->fields) {
                ++fields;
                const FieldType *type = field.type;
                while (type->inner)
                    type = type->inner;
                if (type->form == Form::Structure)
                    QVERIFY(!types.structure(type->structure).name.empty());
            }
        }
        QVERIFY(structures > 350);
        QVERIFY(fields > 1500);
    }

    void field_hasUpstreamsFacts()
    {
        const TypeTable types;
        const Field &replicas = fieldAt(types, "apps.v1.DeploymentSpec", "replicas");
        QVERIFY(replicas.type->form == Form::Int32 && replicas.isPointer && !replicas.isAlwaysWritten);
        QCOMPARE(replicas.number, 1U);
        const Field &strategy = fieldAt(types, "apps.v1.DeploymentSpec", "strategy");
        QVERIFY(strategy.retainsKeys && !strategy.isMerged);
        const Field &ports = fieldAt(types, "core.v1.Container", "ports");
        QVERIFY(ports.isMerged && ports.mergeType == MergeType::Map);
        QCOMPARE(ports.mergeKey, "containerPort");
        QCOMPARE(ports.mapKeys, "containerPort,protocol");
        QCOMPARE(ports.type->goName, std::string("[]v1.ContainerPort"));
        const Field &protocol = fieldAt(types, "core.v1.ContainerPort", "protocol");
        QCOMPARE(protocol.type->values, "SCTP TCP UDP");
        QCOMPARE(protocol.defaultValue, "\"TCP\"");
        QVERIFY(fieldAt(types, "apps.v1.DeploymentSpec", "selector").isRequired);
        QVERIFY(types.find("core.v1.LocalObjectReference")->isAtomic);
        QVERIFY(!types.find("apps.v1.Deployment")->isAtomic);
    }

    void inlinedStructures_areFieldsAndMessages()
    {
        const TypeTable types;
        const Structure *volume = types.find("core.v1.Volume");
        QVERIFY(volume && volume->field("emptyDir"));
        QCOMPARE(volume->field("name")->number, 1U);
        QCOMPARE(volume->field("emptyDir")->number, 0U);
        QCOMPARE(volume->messages.size(), std::size_t(1));
        QCOMPARE(volume->messages[0].number, 2U);
        QCOMPARE(types.structure(volume->messages[0].structure).name, "core.v1.VolumeSource");
        const Structure *pod = types.find("core.v1.Pod");
        QVERIFY(pod->field("kind") && pod->messages.empty());
    }

    void names_comeFromApiVersionAndKind()
    {
        QCOMPARE(structureName("v1", "Pod"), std::string("core.v1.Pod"));
        QCOMPARE(structureName("apps/v1", "Deployment"), std::string("apps.v1.Deployment"));
        QCOMPARE(structureName("events.k8s.io/v1", "Event"), std::string("events.v1.Event"));
        QVERIFY(!TypeTable().find("core.v1.Nothing"));
        QVERIFY(!TypeTable().find("apps.v1.DeploymentStrategyType"));
    }
};

MINATO_TEST(TestFieldTable)
#include "tst_field_table.moc"
