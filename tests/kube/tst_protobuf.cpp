// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/base64.h"
#include "kube/schema/protobuf.h"
#include "kube/schema/schema.h"
#include "kube/schema/wire_reader.h"
#include "kube/table_file.h"

using namespace minato;
using namespace minato::kube;
using namespace minato::tests;

namespace {

/// Writes what Go's encoders write.
class Message {
public:
    Message &text(unsigned number, const std::string &value)
    {
        tag(number, 2);
        varint(value.size());
        m_bytes += value;
        return *this;
    }
    Message &message(unsigned number, const Message &value) { return text(number, value.m_bytes); }
    Message &number(unsigned number, std::uint64_t value)
    {
        tag(number, 0);
        varint(value);
        return *this;
    }
    Message &raw(const std::string &bytes)
    {
        m_bytes += bytes;
        return *this;
    }
    [[nodiscard]] const std::string &bytes() const { return m_bytes; }

private:
    void tag(unsigned number, unsigned type) { varint(number << 3U | type); }
    void varint(std::uint64_t value)
    {
        for (; value >= 0x80; value >>= 7U)
            m_bytes += static_cast<char>((value & 0x7FU) | 0x80U);
        m_bytes += static_cast<char>(value);
    }

    std::string m_bytes;
};

std::string body(const std::string &apiVersion, const std::string &kind, const Message &object)
{
    return std::string("k8s\0", 4) + Message()
                                         .message(1, Message().text(1, apiVersion).text(2, kind))
                                         .message(2, object)
                                         .text(3, "")
                                         .text(4, "")
                                         .bytes();
}

const Schema &schema()
{
    static const Schema shared{};
    return shared;
}

auto decode(std::string_view bytes)
{
    return decodeProtobuf(schema().types(), bytes);
}

Value canonical(const Value &testCase, const Value &object)
{
    const auto outcome =
        schema().canonical(structureName(text(testCase["apiVersion"]), text(testCase["in"])), object);
    if (outcome.error || !outcome.unknownFields.empty())
        qFatal("%s", outcome.error ? outcome.error->c_str() : outcome.unknownFields.front().c_str());
    return outcome.value;
}

} // namespace

class TestProtobuf : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Objects of every kind that have all fields, or none.
    void objects_areReadAsGoWroteThem_data() { addCases("protobufs"); }
    void objects_areReadAsGoWroteThem()
    {
        MINATO_FETCH_CASE;
        const auto bytes = decodeBase64(testCase["protobuf"].asString());
        QVERIFY(bytes);
        const auto decoded = decode(*bytes);
        QVERIFY2(decoded, decoded ? "" : decoded.error().message.c_str());
        QCOMPARE(toJson(canonical(testCase, decoded->value)), toJson(testCase["out"]));
    }

    /// The same objects as JSON are in their canonical form: that is how a Go server writes them.
    void objectsAsJson_areCanonical_data() { addCases("protobufs"); }
    void objectsAsJson_areCanonical()
    {
        MINATO_FETCH_CASE;
        QCOMPARE(toJson(canonical(testCase, testCase["out"])), toJson(testCase["out"]));
    }

    void emptyPointers_stay_emptyValuesGo()
    {
        const Message volume = Message().text(1, "v").message(2, Message().message(2, Message()));
        const Message spec = Message().message(1, volume).text(3, "").number(4, 0).number(11, 0);
        const auto decoded = decode(body("v1", "Pod", Message().message(1, Message()).message(2, spec)));
        QVERIFY(decoded);
        QCOMPARE(toJson(decoded->value),
                 std::string(R"({"apiVersion":"v1","kind":"Pod","spec":{"terminationGracePeriodSeconds":0,)"
                             R"("volumes":[{"emptyDir":{},"name":"v"}]}})"));
    }

    void unknownFieldsAndGroups_areSkipped()
    {
        const Message metadata = Message().text(99, "x").number(98, 7).text(1, "web").raw(
            std::string("\xA3\x06\x08\x01\xA4\x06", 6)); // group 100, with a field 1
        const auto decoded = decode(body("v1", "Namespace", Message().message(1, metadata)));
        QVERIFY2(decoded, decoded ? "" : decoded.error().message.c_str());
        QCOMPARE(decoded->value["metadata"]["name"].asString(), std::string_view("web"));
    }

    void packedNumbers_areReadLikeOthers()
    {
        const Message exitCodes = Message().text(2, "In").text(3, std::string("\x01\x96\x01", 3));
        const Message rule = Message().text(1, "FailJob").message(2, exitCodes);
        const Message spec = Message().message(11, Message().message(1, rule));
        const auto decoded = decode(body("batch/v1", "Job", Message().message(2, spec)));
        QVERIFY(decoded);
        const Value &values =
            decoded->value.at("spec", "podFailurePolicy", "rules", 0, "onExitCodes", "values");
        QCOMPARE(toJson(values), std::string("[1,150]"));
    }

    void optionsOfAnyGroup_areRead()
    {
        const auto decoded = decode(body("policy/v1", "DeleteOptions", Message().number(1, 5)));
        QVERIFY(decoded);
        QCOMPARE(decoded->value["gracePeriodSeconds"].asInt(), 5);
    }

    void badBodies_areToldInUpstreamsWords_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const std::string &bytes, const char *message) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes) << QString::fromLatin1(message);
        };
        const std::string prefix("k8s\0", 4);
        row("no prefix", "{}",
            "provided data does not appear to be a protobuf message, expected prefix [107 56 115 0]");
        row("nothing behind it", prefix, "empty body");
        row("cut", prefix + "\x0A\x7F", "unexpected EOF");
        row("an endless number", prefix + std::string(11, '\xFF'), "proto: integer overflow");
        row("a stray end of a group", prefix + "\x0C", "proto: wiretype end group for non-group");
        row("field 0", prefix + std::string("\x02\x00", 2), "proto: illegal tag 0 (wire type 2)");
        row("wire type 6", prefix + "\x0E\x01", "proto: wrong wireType = 6 for field TypeMeta");
        row("a number for text", body("v1", "Namespace", Message().message(1, Message().number(1, 1))),
            "proto: wrong wireType = 0 for field name");
        row("an unknown kind", body("v1", "Nothing", Message()),
            "no kind \"Nothing\" is registered for version \"v1\"");
        row("no kind", body("v1", "", Message()), "Object 'Kind' is missing in the envelope");
        row("a negative length",
            body("v1", "Namespace", Message().raw("\x0A\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01")),
            "proto: negative length found during unmarshaling");
    }
    void badBodies_areToldInUpstreamsWords()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, message);
        const auto decoded = decode(bytes.toStdString());
        QVERIFY(!decoded);
        QCOMPARE(decoded.error().message, message.toStdString());
    }

    void groups_nestToABound()
    {
        std::string groups("k8s\0", 4);
        for (int i = 0; i < 200; ++i)
            groups += "\x9B\x06"; // the start of a group with number 99
        const auto decoded = decode(groups);
        QVERIFY(!decoded);
        QCOMPARE(decoded.error().message, std::string("proto: groups are nested too deeply"));
    }

    void numberOfValues_hasABound()
    {
        std::string containers;
        for (int i = 0; i < 300'000; ++i)
            containers += std::string("\x12\x00", 2);
        const Message spec = Message().raw(containers);
        const auto decoded = decode(body("v1", "Pod", Message().message(2, spec)));
        QVERIFY(!decoded);
        QCOMPARE(decoded.error().message, std::string("the object has more than 250000 values"));
    }

    void textThatIsNoUtf8_isReplaced()
    {
        const auto decoded =
            decode(body("v1", "Namespace", Message().message(1, Message().text(1, "a\xFFz"))));
        QVERIFY(decoded);
        QCOMPARE(decoded->value["metadata"]["name"].asString(), std::string_view("a\xEF\xBF\xBDz"));
    }

    void brokenBytes_areAnErrorAtMost()
    {
        QFile file(QStringLiteral(MINATO_SOURCE_DIR "/tests/kube/data/protobufs.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto table = parseJson(file.readAll().toStdString());
        int refused = 0;
        for (const Value &testCase : table->items()) {
            if (testCase["in"].asString() != "Deployment" || !testCase["isFull"].asBool())
                continue;
            const std::string whole = *decodeBase64(testCase["protobuf"].asString());
            for (std::size_t length = 0; length < whole.size(); ++length)
                refused += decode(std::string_view(whole).substr(0, length)) ? 0 : 1;
            std::string spoilt = whole;
            for (std::size_t place = 4; place < whole.size(); ++place) {
                spoilt[place] = static_cast<char>(spoilt[place] ^ 0xFF);
                refused += decode(spoilt) ? 0 : 1;
                spoilt[place] = whole[place];
            }
        }
        QVERIFY(refused > 100);
    }
};

MINATO_TEST(TestProtobuf)
#include "tst_protobuf.moc"
