// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <format>

#include "base/random.h"
#include "components/kube_proxy/proxy_rules.h"
#include "support/test_registry.h"

using namespace minato::components;

class TestKubeProxy : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void probabilities_data()
    {
        QTest::addColumn<int>("endpoints");
        QTest::addColumn<QByteArray>("rules");
        QTest::newRow("one") << 1 << QByteArray();
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
