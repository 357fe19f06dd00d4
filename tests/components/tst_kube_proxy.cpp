// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "components/kube_proxy/proxy_rules.h"
#include "support/test_registry.h"

#include <algorithm>
#include <functional>

using namespace minato::components;

/// Mirrors pkg/proxy/iptables/proxier_test.go TestComputeProbability.
class TestKubeProxy : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void probabilities_data()
    {
        QTest::addColumn<int>("endpoints");
        QTest::addColumn<QByteArray>("rules");
        QTest::newRow("one") << 1 << QByteArray(); // the last rule of a chain asks for nothing
        QTest::newRow("two") << 2 << QByteArray("0.5000000000");
        QTest::newRow("three") << 3 << QByteArray("0.3333333333 0.5000000000");
        QTest::newRow("four") << 4 << QByteArray("0.2500000000 0.3333333333 0.5000000000");
        QTest::newRow("five") << 5 << QByteArray("0.2000000000 0.2500000000 0.3333333333 0.5000000000");
    }
    void probabilities()
    {
        QFETCH(int, endpoints);
        QFETCH(QByteArray, rules);
        std::string text;
        for (const std::string &each : iptablesProbabilities(endpoints))
            text += (text.empty() ? "" : " ") + each;
        QCOMPARE(text, rules.toStdString());
    }

    void firstOfMany_data()
    {
        QTest::addColumn<int>("endpoints");
        QTest::addColumn<QByteArray>("first");
        const auto row = [](int endpoints, const char *first) {
            QTest::addRow("%d", endpoints) << endpoints << QByteArray(first);
        };
        row(2, "0.5000000000");
        row(10, "0.1000000000");
        row(100, "0.0100000000");
        row(1000, "0.0010000000");
        row(10000, "0.0001000000");
    }
    /// The cases of TestComputeProbability that a Service of this size can have; the rules behind the first grow
    /// likelier one by one.
    void firstOfMany()
    {
        QFETCH(int, endpoints);
        QFETCH(QByteArray, first);
        const auto all = iptablesProbabilities(endpoints);
        QCOMPARE(all.size(), std::size_t(endpoints) - 1);
        QCOMPARE(all.front(), first.toStdString());
        QVERIFY(std::ranges::is_sorted(all, std::ranges::less_equal()));
    }

    void group_countsThroughItsParts()
    {
        EndpointGroup group;
        const auto part = [](std::initializer_list<const char *> ips) {
            auto list = std::make_shared<std::vector<ProxyEndpoint>>();
            for (const char *ip : ips)
                list->push_back({ip, 80, "", "", ""});
            return list;
        };
        group.add(part({"a", "b"}));
        group.add(part({}));
        group.add(part({"c"}));
        QCOMPARE(group.size(), std::size_t(3));
        std::string order;
        for (std::size_t i = 0; i < group.size(); ++i)
            order += group.at(i).ip;
        QCOMPARE(order, std::string("abc"));
    }
};

MINATO_TEST(TestKubeProxy)
#include "tst_kube_proxy.moc"
