// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/json.h"
#include "serve/protobuf_decoder.h"
#include "support/test_registry.h"

using namespace minato;
using namespace minato::serve;

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

/// As kubectl 1.32 sends `create deployment web --image=nginx --replicas=0 --port=80`.
Message deployment()
{
    const Message labels = Message().text(1, "app").text(2, "web");
    const Message container =
        Message()
            .text(1, "nginx")
            .text(2, "nginx")
            .text(5, "")
            .message(6, Message().text(1, "").number(2, 0).number(3, 80).text(4, "").text(5, ""))
            .message(8, Message())
            .number(16, 0);
    const Message podSpec = Message().message(2, container).text(3, "").number(11, 0);
    const Message metadata =
        Message().text(1, "web").text(3, "").number(7, 0).message(8, Message()).message(11, labels);
    const Message podTemplate =
        Message()
            .message(1, Message().text(1, "").message(8, Message()).message(11, labels))
            .message(2, podSpec);
    const Message spec = Message()
                             .number(1, 0)
                             .message(2, Message().message(1, labels))
                             .message(3, podTemplate)
                             .message(4, Message().text(1, ""))
                             .number(5, 0)
                             .number(7, 0);
    return Message().message(1, metadata).message(2, spec).message(3, Message().number(1, 0).number(2, 0));
}

} // namespace

class TestProtobufDecoder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void deployment_isTheJsonThatOlderClientsSend()
    {
        const auto decoded = decodeProtobuf(body("apps/v1", "Deployment", deployment()));
        QVERIFY(decoded);
        QCOMPARE(kube::toJson(*decoded),
                 std::string(R"({"apiVersion":"apps/v1","kind":"Deployment",)"
                             R"("metadata":{"labels":{"app":"web"},"name":"web"},)"
                             R"("spec":{"replicas":0,"selector":{"matchLabels":{"app":"web"}},)"
                             R"("template":{"metadata":{"labels":{"app":"web"}},)"
                             R"("spec":{"containers":[{"image":"nginx","name":"nginx",)"
                             R"("ports":[{"containerPort":80}]}]}}}})"));
    }

    void service_keepsNumbersNamesAndTimes()
    {
        const Message port =
            Message().text(1, "http").number(3, 80).message(4, Message().number(1, 1).text(3, "web"));
        const Message other = Message().number(3, 81).message(4, Message().number(1, 0).number(2, 8081));
        const Message metadata =
            Message().text(1, "web").message(8, Message().number(1, 1767571200).number(2, 0));
        const auto decoded = decodeProtobuf(
            body("v1", "Service",
                 Message().message(1, metadata).message(2, Message().message(1, port).message(1, other))));
        QVERIFY(decoded);
        QCOMPARE(kube::toJson(*decoded),
                 std::string(R"({"apiVersion":"v1","kind":"Service",)"
                             R"("metadata":{"creationTimestamp":"2026-01-05T00:00:00Z","name":"web"},)"
                             R"("spec":{"ports":[{"name":"http","port":80,"targetPort":"web"},)"
                             R"({"port":81,"targetPort":8081}]}})"));
    }

    void whatIsNotUnderstood_isRefusedNotDropped()
    {
        const auto kind = decodeProtobuf(body("batch/v1", "Job", Message()));
        QVERIFY(!kind);
        QCOMPARE(kind.error().code, 415);
        QVERIFY(kind.error().message.contains("Job"));
        const auto field = decodeProtobuf(body("v1", "Namespace", Message().text(99, "x")));
        QVERIFY(!field);
        QCOMPARE(field.error().code, 400);
        QVERIFY(field.error().message.contains("99"));
    }

    void brokenBytes_giveAStatus()
    {
        const std::string whole = body("apps/v1", "Deployment", deployment());
        for (std::size_t length = 0; length < whole.size(); ++length) {
            const auto decoded = decodeProtobuf(std::string_view(whole).substr(0, length));
            QVERIFY(decoded || decoded.error().code >= 400);
        }
        std::string spoilt = whole;
        for (std::size_t place = 4; place < whole.size(); ++place) {
            spoilt[place] = static_cast<char>(spoilt[place] ^ 0xFF);
            const auto decoded = decodeProtobuf(spoilt);
            QVERIFY(decoded || decoded.error().code >= 400);
            spoilt[place] = whole[place];
        }
    }
};

MINATO_TEST(TestProtobufDecoder)
#include "tst_protobuf_decoder.moc"
