// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/api_endpoint.h"
#include "support/test_registry.h"

using namespace minato::session;

class TestApiEndpoint : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void address_isHostAndPort_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected"); // empty: refused
        const auto row = [](const char *text, const char *expected) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
        };
        row("127.0.0.1:8001", "127.0.0.1 8001");
        row("127.0.0.1:0", "127.0.0.1 0");
        row("localhost:80", "127.0.0.1 80");
        row("[::1]:8001", "::1 8001");
        row("8001", "127.0.0.1 8001");
        row("", "");
        row("127.0.0.1", "");
        row("127.0.0.1:", "");
        row("127.0.0.1:65536", "");
        row("127.0.0.1:-1", "");
        row("nowhere.example:80", "");
    }
    void address_isHostAndPort()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const auto parsed = parseAddress(text);
        QCOMPARE(parsed ? parsed->first.toString() + u' ' + QString::number(parsed->second) : QString(),
                 expected);
        QVERIFY(parsed || parsed.error().contains(u'"' + text + u'"'));
    }
};
MINATO_TEST(TestApiEndpoint)

#include "tst_api_endpoint.moc"
