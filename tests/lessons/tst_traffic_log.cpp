// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/traffic_log.h"
#include "support/test_registry.h"

using namespace minato;
using minato::lessons::TrafficLog;

class TestTrafficLog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void memory_isBounded()
    {
        TrafficLog log;
        api::TrafficReply reply;
        reply.route.service = "default/web";
        reply.route.podUid = "u";
        for (int i = 0; i < 12000; ++i)
            log.add({.result = reply});
        QCOMPARE(log.summary("default/web", 0, true).requests, 10000U);
        QCOMPARE(log.summary("default/web", 50, true).requests, 50U);
        QCOMPARE(log.summary("default/other", 0, true).requests, 0U);
    }

    void requestsToNoService_doNotCount()
    {
        TrafficLog log;
        log.add({.result = api::TrafficReply{}});
        QCOMPARE(log.summary("", 0, true).requests, 0U);
    }
};

MINATO_TEST(TestTrafficLog)
#include "tst_traffic_log.moc"
