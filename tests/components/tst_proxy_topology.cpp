// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/kube_proxy/ipvs.h"
#include "components/kube_proxy/proxy_rules.h"
#include "support/test_registry.h"

#include <format>
#include <initializer_list>
#include <memory>
#include <set>

using namespace minato::components;

namespace {

/// An endpoint in short: "1 n=node z=zoneHint h=nodeHint !" (! serves while terminating).
EndpointGroup groupOf(const std::vector<std::string> &texts, bool isFallback)
{
    auto part = std::make_shared<std::vector<ProxyEndpoint>>();
    for (const std::string &text : texts) {
        if (text.ends_with('!') != isFallback)
            continue;
        ProxyEndpoint endpoint;
        std::string_view rest = text;
        while (!rest.empty()) {
            const auto space = rest.find(' ');
            const std::string word(rest.substr(0, space));
            rest = space == std::string_view::npos ? std::string_view() : rest.substr(space + 1);
            if (word.starts_with("n="))
                endpoint.node = word.substr(2);
            else if (word.starts_with("z="))
                endpoint.zoneHints.push_back(word.substr(2));
            else if (word.starts_with("h="))
                endpoint.nodeHints.push_back(word.substr(2));
            else if (word != "!")
                endpoint.ip = "10.1.2." + word;
        }
        part->push_back(std::move(endpoint));
    }
    EndpointGroup group;
    group.add(part);
    return group;
}

ProxyService service(const std::vector<std::string> &endpoints, bool isLocal = false)
{
    ProxyService rule;
    rule.isInternalLocal = isLocal;
    rule.ready = groupOf(endpoints, false);
    rule.fallback = groupOf(endpoints, true);
    rule.categorize();
    return rule;
}

std::string ips(const Candidates &candidates)
{
    std::string text;
    for (std::size_t i = 0; i < candidates.size(); ++i)
        text += (text.empty() ? "" : " ") + candidates.at(i).ip.substr(7);
    return text;
}

} // namespace

/// Mirrors pkg/proxy/topology_test.go TestCategorizeEndpoints (rows bear its names; the node is host "node1" in
/// zone "zone-a"), and Linux net/netfilter/ipvs.
class TestProxyTopology : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void categorize_data()
    {
        QTest::addColumn<QStringList>("endpoints");
        QTest::addColumn<QString>("zone");
        QTest::addColumn<bool>("isLocal");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, std::initializer_list<const char *> endpoints,
                            const char *expected, bool isLocal = false, const char *zone = "zone-a") {
            QStringList list;
            for (const char *each : endpoints)
                list << QString::fromUtf8(each);
            QTest::newRow(name) << list << QString::fromUtf8(zone) << isLocal << QString::fromUtf8(expected);
        };
        row("hints enabled, hints annotation == auto",
            {"3 z=zone-a", "4 z=zone-b", "5 z=zone-c", "6 z=zone-a"}, "3 6");
        row("hints, no zone of the node", {"3 z=zone-a", "4 z=zone-b"}, "3 4", false, "");
        row("hints, no endpoint for the zone", {"3 z=zone-b", "4 z=zone-c"}, "3 4");
        row("hints, one endpoint has none", {"3 z=zone-a", "4", "5 z=zone-c"}, "3 4 5");
        row("ready endpoints only have hints", {"3 z=zone-a", "4 z=zone-b", "5 !"}, "3");
        row("two zones in one hint", {"3 z=zone-a z=zone-b", "4 z=zone-b"}, "3");
        row("PreferSameNode falls back to same-zone when no endpoint on the node",
            {"3 z=zone-a h=node2", "4 z=zone-b h=node3", "5 z=zone-a h=node4"}, "3 5");
        row("PreferSameNode", {"3 z=zone-a h=node1", "4 z=zone-a h=node2"}, "3");
        row("PreferSameNode, one endpoint without a node hint", {"3 z=zone-a h=node1", "4 z=zone-a"}, "3 4");
        row("PreferSameNode without zones falls back to all", {"3 h=node2", "4 h=node3"}, "3 4");
        row("conditions: no ready ones, serving terminating are used", {"3 !", "4 !"}, "3 4");
        row("conditions: terminating are left alone while one is ready", {"3 !", "4"}, "4");
        row("no endpoints", {}, "");
        row("internalTrafficPolicy: Local, endpoints on node", {"3 n=node1", "4 n=node2"}, "3", true);
        row("internalTrafficPolicy: Local, no endpoints on node", {"3 n=node2", "4 n=node3"}, "", true);
        row("Local, ready here and terminating here", {"3 n=node1 !", "4 n=node1", "5 n=node2"}, "4", true);
        row("Local, only terminating here, ready elsewhere", {"3 n=node1 !", "4 n=node2"}, "3", true);
        row("Local overrules hints", {"3 n=node1 z=zone-b", "4 n=node2 z=zone-a"}, "3", true);
    }
    void categorize()
    {
        QFETCH(QStringList, endpoints);
        QFETCH(QString, zone);
        QFETCH(bool, isLocal);
        QFETCH(QString, expected);
        std::vector<std::string> texts;
        for (const QString &each : endpoints)
            texts.push_back(each.toStdString());
        const auto rule = service(texts, isLocal);
        QCOMPARE(ips(rule.candidates("node1", zone.toStdString(), isLocal)), expected.toStdString());
        QCOMPARE(rule.hasAny(), !endpoints.isEmpty());
    }

    void roundRobin_isStrict_andGoesOnWhenOthersCome()
    {
        const auto three = service({"1", "2", "3"}), four = service({"1", "2", "3", "4"}),
                   two = service({"1", "3"});
        VirtualServer server;
        std::string order;
        const auto ask = [&](const ProxyService &of) {
            const Candidates all = of.candidates("node1", {}, false);
            order += all.at(server.choose(IpvsScheduler::RoundRobin, all, "c", "10.96.0.1")).ip.back();
        };
        for (int i = 0; i < 7; ++i)
            ask(three);
        QCOMPARE(order, std::string("1231231"));
        for (int i = 0; i < 4; ++i)
            ask(four);
        for (int i = 0; i < 3; ++i)
            ask(two);
        QCOMPARE(order.substr(7), std::string("2341313"));
    }

    void leastConnection_countsWhatIsOpen()
    {
        const auto rule = service({"1", "2", "3"});
        const Candidates all = rule.candidates("node1", {}, false);
        for (const auto scheduler : {IpvsScheduler::LeastConnection, IpvsScheduler::WeightedLeastConnection,
                                     IpvsScheduler::ShortestExpectedDelay, IpvsScheduler::NeverQueue}) {
            VirtualServer server;
            const auto first = server.open(all.at(server.choose(scheduler, all, "c", "")));
            auto second = server.open(all.at(server.choose(scheduler, all, "c", "")));
            const auto third = server.open(all.at(server.choose(scheduler, all, "c", "")));
            QCOMPARE(server.choose(scheduler, all, "c", ""), std::size_t(0));
            second.reset();
            QCOMPARE(server.choose(scheduler, all, "c", ""), std::size_t(1));
        }
    }

    void sourceHash_keepsAClientWithItsServer()
    {
        const auto rule = service({"1", "2", "3"});
        const Candidates all = rule.candidates("node1", {}, false);
        VirtualServer server;
        std::set<std::size_t> used;
        for (int client = 0; client < 60; ++client) {
            const std::string ip = std::format("10.0.0.{}", client);
            for (const auto scheduler : {IpvsScheduler::SourceHash, IpvsScheduler::MaglevHash}) {
                const auto chosen = server.choose(scheduler, all, ip, "10.96.0.1");
                QCOMPARE(server.choose(scheduler, all, ip, "10.96.0.1"), chosen);
                used.insert(chosen);
            }
        }
        QCOMPARE(used.size(), std::size_t(3));
        // The hash of the kernel, by hand.
        QCOMPARE(server.choose(IpvsScheduler::SourceHash, all, "192.168.0.1", ""),
                 std::size_t((3232235521U * 2654435761U & 255U) % 3));
        const auto one = server.choose(IpvsScheduler::DestinationHash, all, "a", "10.96.0.7");
        QCOMPARE(server.choose(IpvsScheduler::DestinationHash, all, "b", "10.96.0.7"), one);
    }

    void locality_staysUntilItIsTooMuch()
    {
        const auto rule = service({"1", "2"});
        const Candidates all = rule.candidates("node1", {}, false);
        VirtualServer server;
        const auto choose = [&] {
            return server.choose(IpvsScheduler::LocalityBased, all, "c", "10.96.0.1");
        };
        QCOMPARE(choose(), std::size_t(0));
        const auto first = server.open(all.at(0));
        QCOMPARE(choose(), std::size_t(0));
        const auto second = server.open(all.at(0));
        QCOMPARE(choose(), std::size_t(1));
    }

    void everySchedulerOfTheKernelButOne_isKnown()
    {
        for (const char *name : {"rr", "wrr", "lc", "wlc", "sh", "dh", "sed", "nq", "lblc", "mh"})
            QVERIFY2(ipvsScheduler(name), name);
        QVERIFY(!ipvsScheduler("fifo"));
    }
};

MINATO_TEST(TestProxyTopology)
#include "tst_proxy_topology.moc"
