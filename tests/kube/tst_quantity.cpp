// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/quantity.h"
#include "kube/table_file.h"

using namespace minato::kube;
using namespace minato::tests;

namespace {

std::string formatName(Quantity::Format format)
{
    switch (format) {
    case Quantity::Format::DecimalSI:
        return "DecimalSI";
    case Quantity::Format::BinarySI:
        return "BinarySI";
    case Quantity::Format::DecimalExponent:
        return "DecimalExponent";
    }
    return "?";
}

int sign(std::strong_ordering order)
{
    return order < 0 ? -1 : order > 0 ? 1 : 0;
}

} // namespace

class TestQuantity : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void text_isReadAndPrintedAsUpstream_data() { addCases("quantities"); }
    void text_isReadAndPrintedAsUpstream()
    {
        MINATO_FETCH_CASE;
        const auto quantity = Quantity::parse(testCase["in"].asString());
        QCOMPARE(quantity ? "" : quantity.error(), text(testCase["error"]));
        if (!quantity)
            return;
        QCOMPARE(quantity->toString(), text(testCase["text"]));
        QCOMPARE(formatName(quantity->format()), text(testCase["format"]));
        // Adding nothing forgets the spelling, so this prints the canonical text.
        QCOMPARE((*quantity + Quantity()).toString(), text(testCase["canonical"]));
        if (testCase.contains("value")) // absent where upstream's arithmetic overflows
            QCOMPARE(std::to_string(quantity->value()), text(testCase["value"]));
        if (testCase.contains("milli"))
            QCOMPARE(std::to_string(quantity->milliValue()), text(testCase["milli"]));
    }

    void sumsAndOrder_areUpstreams_data() { addCases("quantity_sums"); }
    void sumsAndOrder_areUpstreams()
    {
        MINATO_FETCH_CASE;
        const Quantity a = *Quantity::parse(testCase["in"].asString());
        const Quantity b = *Quantity::parse(testCase["other"].asString());
        QCOMPARE((a + b).toString(), text(testCase["sum"]));
        QCOMPARE((a - b).toString(), text(testCase["difference"]));
        QCOMPARE(sign(a <=> b), static_cast<int>(testCase["compare"].asInt()));
    }

    void numbersInObjects_areQuantitiesToo()
    {
        QCOMPARE(Quantity::fromValue(2)->toString(), std::string("2"));
        QCOMPARE(Quantity::fromValue(0.5)->toString(), std::string("500m"));
        QCOMPARE(Quantity::fromValue(" 1Gi\n")->toString(), std::string("1Gi"));
        QVERIFY(Quantity::fromValue(Value())->isZero());
        QVERIFY(!Quantity::fromValue(true));
        QVERIFY(!Quantity::fromValue(""));
    }

    void madeQuantities_printCanonically()
    {
        QCOMPARE(Quantity::fromMilli(1500).toString(), std::string("1500m"));
        QCOMPARE(Quantity::fromMilli(2000).toString(), std::string("2"));
        QCOMPARE(Quantity::fromUnits(1 << 30, Quantity::Format::BinarySI).toString(), std::string("1Gi"));
        QCOMPARE(Quantity::fromUnits(3000, Quantity::Format::DecimalExponent).toString(), std::string("3e3"));
        QCOMPARE(Quantity().toString(), std::string("0"));
    }

    void amountsBeyondTheRange_stopAtTheLimits()
    {
        const Quantity huge = *Quantity::parse("1e60");
        QCOMPARE(huge.value(), std::numeric_limits<std::int64_t>::max());
        QCOMPARE((huge + huge).value(), std::numeric_limits<std::int64_t>::max());
        QCOMPARE((Quantity() - huge - huge).milliValue(), std::numeric_limits<std::int64_t>::min());
        QVERIFY(huge > *Quantity::parse("8Ei"));
        QVERIFY(Quantity::parse(std::string(100'000, '9'))->value() > 0);
    }
};

MINATO_TEST(TestQuantity)
#include "tst_quantity.moc"
