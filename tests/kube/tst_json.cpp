// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/json.h"
#include "support/test_registry.h"

using namespace minato::kube;

class TestJson : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void roundTrip_keepsTypesAndSortsKeys()
    {
        const auto v =
            parseJson("{\"b\":[1,-2,2.5,true,null],\"a\":\"x\\\"\\n\\u0007é港\",\"e\":{},\"f\":[]}");
        QVERIFY(v);
        QVERIFY((*v)["b"][0].isInt());
        QVERIFY((*v)["b"][2].isDouble());
        const std::string sorted =
            "{\"a\":\"x\\\"\\n\\u0007é港\",\"b\":[1,-2,2.5,true,null],\"e\":{},\"f\":[]}";
        QCOMPARE(toJson(*v), sorted);
    }

    void pretty_isKubectlsFourSpaces()
    {
        const auto v = parseJson(R"({"a":[1],"b":{},"c":{"d":"e"}})");
        QCOMPARE(toJson(*v, JsonStyle::Pretty),
                 std::string("{\n    \"a\": [\n        1\n    ],\n    \"b\": {},\n    \"c\": {\n        "
                             "\"d\": \"e\"\n    }\n}"));
    }

    void fractions_areWrittenAsGoWritesThem()
    {
        const auto v =
            parseJson("[1.0,100000.0,1e20,1e21,1.5e-6,1e-7,-0.25,123456789.125,1.7976931348623157e308]");
        QVERIFY(v);
        QCOMPARE(toJson(*v), std::string("[1,100000,100000000000000000000,1e+21,0.0000015,1e-7,-0.25,"
                                         "123456789.125,1.7976931348623157e+308]"));
    }

    void lineSeparators_areEscaped()
    {
        QCOMPARE(toJson(minato::kube::Value("a\u2028b\u2029c\u2027")),
                 std::string("\"a\\u2028b\\u2029c\u2027\""));
    }

    void brokenUtf8_isWrittenAsGoWritesIt()
    {
        QCOMPARE(toJson(minato::kube::Value("港\xd3tatus\xff\xe6\xb8")),
                 std::string(R"("港\ufffdtatus\ufffd\ufffd\ufffd")"));
        QVERIFY(parseJson(toJson(minato::kube::Value("\xc3\x28"))));
    }

    void error_tellsLineAndColumn()
    {
        const auto v = parseJson("{\n  \"a\": x\n}");
        QVERIFY(!v);
        QCOMPARE(v.error().front().line, 2);
        QCOMPARE(v.error().front().column, 8);
    }

    void depth_isBounded()
    {
        const std::string deep = std::string(100000, '[') + std::string(100000, ']');
        QVERIFY(!parseJson(deep));
    }

    void duplicateKeys_areNamedByPath()
    {
        const auto paths = duplicateKeys(R"({"spec":{"replicas":1,"replicas":2,"c":[{"x":1,"x":1}]}})");
        QCOMPARE(paths, (std::vector<std::string>{"spec.replicas", "spec.c[0].x"}));
    }
};

MINATO_TEST(TestJson)
#include "tst_json.moc"
