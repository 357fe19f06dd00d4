// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/field_tracker.h"
#include "apiserver/scale_fields.h"
#include "apiserver/store.h"
#include "kube/json.h"
#include "support/test_registry.h"

#include <QFile>

#include <algorithm>

using namespace minato;
using namespace minato::apiserver;
using kube::Value;

Q_DECLARE_METATYPE(minato::kube::Value)

namespace {

constexpr base::Instant kNow = base::kSimEpoch;

/// Plays the writes of one object as Kubernetes' own libraries have played them.
class Player {
public:
    explicit Player(const Value &testCase)
        : m_registry(builtInKinds(false), m_store), m_fields(m_registry, m_schema)
    {
        for (const Kind &kind : m_registry.kinds()) {
            if (kind.kind == testCase["kind"].asString() &&
                kind.apiVersion() == testCase["apiVersion"].asString())
                m_kind = &kind;
        }
    }

    [[nodiscard]] bool knowsKind() const { return m_kind != nullptr; }
    /// What became of the object: it and its managers, or the refusal; as JSON, to be compared.
    [[nodiscard]] std::string play(const Value &step)
    {
        const FieldWriter writer{step["manager"].asString(), step["subresource"].asString()};
        if (writer.subresource == "scale")
            return playScale(step, writer);
        kube::ManagedFieldsPtr managed;
        Value object;
        if (step.contains("apply")) {
            auto applied =
                m_fields.apply(*m_kind, m_live.get(), step["apply"], writer, step["force"].asBool(), kNow);
            if (!applied)
                return refusal(applied.error());
            object = canonical(applied->object);
            managed = applied->managed;
        } else {
            object = canonical(step["update"]);
            managed = m_fields.track(*m_kind, m_live.get(), object, writer, kNow);
        }
        m_live = kube::makeObject(object, managed);
        return outcome(object, managed ? managed->toValue() : Value::emptyArray());
    }
    /// Which of the entries that a step left have a time, in their order.
    [[nodiscard]] Value timed() const
    {
        Value list = Value::emptyArray();
        for (const kube::ManagedEntry &entry : m_live->managedFields()->entries())
            list.push(entry.time.has_value());
        return list;
    }
    [[nodiscard]] static std::string expected(const Value &step)
    {
        if (!step.contains("error"))
            return outcome(step["object"], step["managed"]);
        kube::Status status;
        status.message = step["error"].asString();
        for (const Value &cause : step["causes"].items())
            status.causes.push_back({std::string(cause["reason"].asString()),
                                     std::string(cause["message"].asString()),
                                     std::string(cause["field"].asString())});
        return refusal(status);
    }

private:
    /// As the endpoint of the scale does it.
    [[nodiscard]] std::string playScale(const Value &step, const FieldWriter &writer)
    {
        Kind scale;
        scale.group = "autoscaling";
        scale.version = "v1";
        scale.kind = "Scale";
        scale.structure = "autoscaling.v1.Scale";
        const ScaleFields fields(m_kind->apiVersion(), [this](std::string_view version) {
            return version == m_kind->apiVersion();
        });
        const kube::ManagedFields before = *m_live->managedFields();
        Value old = Value::map({{"apiVersion", "autoscaling/v1"},
                                {"kind", "Scale"},
                                {"metadata", Value::map({{"name", m_live->name()}, {"uid", "uid"}})},
                                {"spec", Value::map({{"replicas", m_live->spec()["replicas"].asInt()}})}});
        const kube::Object current(m_schema.canonical(scale.structure, old).value,
                                   std::make_shared<const kube::ManagedFields>(fields.toScale(before)));
        // A Scale of nothing does not say so: nobody owns it then.
        Value made = m_schema.canonical(scale.structure, step["update"]).value;
        kube::ManagedFieldsPtr managed;
        if (step.contains("apply")) {
            auto applied =
                m_fields.apply(scale, &current, step["apply"], writer, step["force"].asBool(), kNow);
            if (!applied)
                return refusal(applied.error());
            made = applied->object;
            managed = applied->managed;
        } else {
            made.set("status", current.status());
            managed = m_fields.track(scale, &current, made, writer, kNow);
        }
        Value object = m_live->root();
        object.edit("spec").set("replicas", made["spec"]["replicas"].asInt());
        const auto after = fields.toParent(before, managed ? *managed : kube::ManagedFields());
        m_live = kube::makeObject(object, std::make_shared<const kube::ManagedFields>(after));
        return outcome(object, after.toValue());
    }
    [[nodiscard]] Value canonical(Value object) const
    {
        object.set("apiVersion", m_kind->apiVersion());
        object.set("kind", m_kind->kind);
        const bool forgets = object["metadata"]["managedFields"] == Value::emptyArray();
        object = m_schema.canonical(m_kind->structure, object).value;
        if (forgets)
            object.edit("metadata").set("managedFields", Value::emptyArray());
        return object;
    }
    [[nodiscard]] static std::string outcome(const Value &object, const Value &managed)
    {
        std::vector<std::string> lines;
        for (const Value &one : managed.items()) {
            Value entry = one;
            entry.erase("time");
            lines.push_back(toJson(entry));
        }
        std::ranges::sort(lines); // upstream's order depends on the clock
        std::string text = toJson(object);
        for (const std::string &line : lines)
            text += "\n" + line;
        return text;
    }
    [[nodiscard]] static std::string refusal(const kube::Status &status)
    {
        std::string text = "refused: " + status.message;
        std::vector<std::string> lines;
        for (const auto &cause : status.causes)
            lines.push_back(cause.reason + " " + cause.field + ": " + cause.message);
        std::ranges::sort(lines); // in upstream by chance
        for (const std::string &line : lines)
            text += "\n" + line;
        return text;
    }

    Store m_store{10};
    kube::Schema m_schema;
    Registry m_registry;
    FieldTracker m_fields;
    const Kind *m_kind = nullptr;
    kube::ObjectPtr m_live;
};

} // namespace

/// Whose a field is, after creates, updates and applies: expectations from apimachinery's managedfields.
class TestFieldManagers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fieldsBelong_toWhomKubernetesGivesThem_data()
    {
        QTest::addColumn<Value>("testCase");
        for (const char *table : {"field_managers", "scale_managers"}) {
            QFile file(
                QStringLiteral(MINATO_SOURCE_DIR "/tests/apiserver/data/%1.json").arg(QLatin1String(table)));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto cases = kube::parseJson(file.readAll().toStdString());
            QVERIFY(cases && cases->size() > 20);
            for (const Value &one : cases->items())
                QTest::newRow(std::string(one["name"].asString()).c_str()) << one;
        }
    }
    void fieldsBelong_toWhomKubernetesGivesThem()
    {
        QFETCH(Value, testCase);
        Player player(testCase);
        QVERIFY(player.knowsKind());
        QVERIFY(testCase["steps"].size() > 0);
        for (const Value &step : testCase["steps"].items()) {
            const std::string played = player.play(step);
            const std::string expected = Player::expected(step);
            if (played != expected)
                qInfo("%s\nhere:\n%s\nupstream:\n%s",
                      toJson(step.contains("apply") ? step["apply"] : step["update"]).c_str(), played.c_str(),
                      expected.c_str());
            QCOMPARE(played, expected);
            if (step.contains("timed"))
                QCOMPARE(toJson(player.timed()), toJson(step["timed"]));
        }
    }
};

MINATO_TEST(TestFieldManagers)
#include "tst_field_managers.moc"
