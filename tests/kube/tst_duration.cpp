// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/duration.h"
#include "kube/table_file.h"

using namespace minato::kube;
using namespace minato::tests;
using minato::base::Duration;
using minato::base::Instant;

class TestDuration : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void texts_areUpstreams_data() { addCases("durations"); }
    void texts_areUpstreams()
    {
        MINATO_FETCH_CASE;
        const Duration duration(testCase["ns"].asInt());
        QCOMPARE(humanDuration(duration), text(testCase["human"]));
        QCOMPARE(goDuration(duration), text(testCase["go"]));
    }

    void parsing_isGos_data() { addCases("go_durations"); }
    void parsing_isGos()
    {
        MINATO_FETCH_CASE;
        const auto duration = parseGoDuration(testCase["in"].asString());
        QCOMPARE(duration ? "" : duration.error(), text(testCase["error"]));
        if (duration)
            QCOMPARE(duration->count(), testCase["ns"].asInt());
    }

    void goText_parsesBack_data() { addCases("durations"); }
    void goText_parsesBack()
    {
        MINATO_FETCH_CASE;
        QCOMPARE(parseGoDuration(goDuration(Duration(testCase["ns"].asInt())))->count(),
                 testCase["ns"].asInt());
    }

    void age_isMeasuredFromTheTimestamp()
    {
        const Instant now = *minato::base::parseRfc3339("2026-01-05T00:02:05Z");
        QCOMPARE(ageText("2026-01-05T00:00:00Z", now), std::string("2m5s"));
        QCOMPARE(ageText("2026-01-05T00:02:06Z", now), std::string("0s"));
        QCOMPARE(ageText("2026-01-06T00:00:00Z", now), std::string("<invalid>"));
        QCOMPARE(ageText(Value(), now), std::string("<unknown>"));
        QCOMPARE(ageText("", now), std::string("<unknown>"));
        QCOMPARE(ageText("yesterday", now), std::string("<unknown>"));
    }
};

MINATO_TEST(TestDuration)
#include "tst_duration.moc"
