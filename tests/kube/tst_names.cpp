// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/go_quote.h"
#include "kube/name_rules.h"
#include "kube/names.h"
#include "kube/table_file.h"

using namespace minato::kube;
using namespace minato::tests;
using minato::base::RandomStream;

class TestNameRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void errors_areUpstreams_data() { addCases("name_rules"); }
    void errors_areUpstreams()
    {
        MINATO_FETCH_CASE;
        const std::string_view in = testCase["in"].asString();
        QCOMPARE(dns1123SubdomainErrors(in), strings(testCase["subdomain"]));
        QCOMPARE(dns1123LabelErrors(in), strings(testCase["label1123"]));
        QCOMPARE(dns1035LabelErrors(in), strings(testCase["label1035"]));
        QCOMPARE(qualifiedNameErrors(in), strings(testCase["qualified"]));
        QCOMPARE(labelValueErrors(in), strings(testCase["labelValue"]));
        QCOMPARE(portNameErrors(in), strings(testCase["portName"]));
        QCOMPARE(percentErrors(in), strings(testCase["percent"]));
        QCOMPARE(configMapKeyErrors(in), strings(testCase["configMapKey"]));
    }

    void quoting_isGos_data() { addCases("go_quotes"); }
    void quoting_isGos()
    {
        MINATO_FETCH_CASE;
        QCOMPARE(goQuote(testCase["in"].asString()), text(testCase["out"]));
    }

    void quoting_showsBytesThatAreNotText()
    {
        QCOMPARE(goQuote("a\xff\xc0\x80"), std::string("\"a\\xff\\xc0\\x80\""));
        QCOMPARE(goQuote("\xed\xa0\x80"), std::string("\"\\xed\\xa0\\x80\""));
    }
};

class TestNames : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// apimachinery/pkg/util/rand/rand_test.go TestString.
    void suffixes_useTheSafeAlphabetAndRepeatWithTheSeed()
    {
        RandomStream a(7, "names"), b(7, "names"), c(8, "names");
        const std::string first = randomSuffix(a);
        QCOMPARE(first.size(), 5U);
        QVERIFY(first.find_first_not_of(kNameAlphabet) == std::string::npos);
        QCOMPARE(randomSuffix(b), first);
        QVERIFY(randomSuffix(c) != first);
    }

    void safeEncoding_data()
    {
        QTest::addColumn<QByteArray>("digits");
        QTest::addColumn<QByteArray>("want");
        const auto row = [](const char *digits, const char *want) {
            QTest::newRow(digits) << QByteArray(digits) << QByteArray(want);
        };
        row("2035384211", "64797d8655");
        row("4294967295", "86f8fbc6f9");
        row("0", "4");
        row("3214735720", "7658c79c64"); // FNV-1a of "foobar"
        row("0123456789", "456789bcdf");
    }
    /// apimachinery/pkg/util/rand/rand.go SafeEncodeString, of which upstream has no test; computed by hand.
    void safeEncoding()
    {
        QFETCH(QByteArray, digits);
        QFETCH(QByteArray, want);
        QCOMPARE(safeEncode(digits.toStdString()), want.toStdString());
    }

    /// apiserver/pkg/storage/names/generate.go SimpleNameGenerator.
    void generatedNames_fitInto63Characters()
    {
        RandomStream random(1, "names");
        QVERIFY(generateName("web-", random).starts_with("web-"));
        QCOMPARE(generateName(std::string(100, 'x'), random).size(), 63U);
    }

    void uids_areVersion4()
    {
        RandomStream random(1, "uids");
        const QRegularExpression pattern(
            QStringLiteral("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"));
        for (int i = 0; i < 200; ++i)
            QVERIFY(pattern.match(QString::fromStdString(randomUid(random))).hasMatch());
    }

    /// The hash is taken over compact JSON, so upstream's FNV and encoding can be compared on such texts.
    void hash_isFnvInTheSafeAlphabet_data() { addCases("safe_hashes"); }
    void hash_isFnvInTheSafeAlphabet()
    {
        MINATO_FETCH_CASE;
        const auto value = parseJson(testCase["in"].asString());
        QVERIFY2(value, "the table holds compact JSON texts");
        QCOMPARE(toJson(*value), text(testCase["in"]));
        QCOMPARE(podTemplateHash(*value), text(testCase["out"]));
    }

    /// pkg/controller/controller_utils_test.go TestComputeHash.
    void hash_dependsOnTemplateAndCollisionsOnly()
    {
        Value pod = Value::map({{"metadata", Value::map({{"labels", Value::map({{"app", "web"}})}})},
                                {"spec", Value::map({{"containers", Value::emptyArray()}})}});
        const std::string hash = podTemplateHash(pod);
        QVERIFY(hash.find_first_not_of("456789bcdf") == std::string::npos);
        QVERIFY(podTemplateHash(pod, 0) != hash);
        QVERIFY(podTemplateHash(pod, 1) != podTemplateHash(pod, 2));
        QVERIFY(podTemplateHash(pod, std::numeric_limits<std::int32_t>::max()) != hash);
        Value labelled = pod;
        labelled.edit("metadata").edit("labels").set("pod-template-hash", hash);
        QCOMPARE(podTemplateHash(labelled), hash);
        pod.edit("spec").set("nodeName", "n1");
        QVERIFY(podTemplateHash(pod) != hash);
    }
};

MINATO_TEST(TestNameRules)
MINATO_TEST(TestNames)
#include "tst_names.moc"
