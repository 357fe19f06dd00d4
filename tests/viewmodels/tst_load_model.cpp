// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/lab_feed.h"
#include "support/test_registry.h"
#include "viewmodels/charts/load_model.h"

using namespace minato;
using viewmodels::LoadModel;

namespace {

session::ServiceState service(const char *ns, const char *name)
{
    return {.uid = std::string("u-") + name, .ns = ns, .name = name, .type = "ClusterIP", .port = 80};
}

} // namespace

class TestLoadModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void steps_goThroughRoundNumbers()
    {
        QCOMPARE(LoadModel::stepped(1, 1), 2);
        QCOMPARE(LoadModel::stepped(4, 1), 10);
        QCOMPARE(LoadModel::stepped(11, 1), 20);
        QCOMPARE(LoadModel::stepped(11, -1), 10);
        QCOMPARE(LoadModel::stepped(1, -1), 1);
        QCOMPARE(LoadModel::stepped(100'000, 1), 100'000);
    }

    void numbers_stayWithinTheirBounds()
    {
        LoadModel load({});
        load.setRequests(0);
        QCOMPARE(load.requests(), 1);
        load.setRate(1'000'000);
        QCOMPARE(load.rate(), LoadModel::kMostRate);
        load.setSeconds(-5);
        QCOMPARE(load.seconds(), 1);
    }

    void start_sendsWhatIsSet_toTheServiceThatIsShown()
    {
        QList<session::Command> sent;
        LoadModel load([&sent](const session::Command &command) { sent += command; });
        load.start();
        QVERIFY2(sent.isEmpty(), "there is no Service yet");
        QVERIFY(!load.target()->exists());
        load.apply(tests::LabFeed::start(), "default/kubernetes-bootcamp");
        QVERIFY(load.target()->exists());
        load.setKind(LoadModel::Ramp);
        load.setRate(3);
        load.setLastRate(30);
        load.setSeconds(60);
        load.setClients(8);
        load.start();
        load.setKeptAlive(true);
        load.start();
        load.stop();
        QCOMPARE(sent.size(), 3);
        const auto &open = std::get<session::StartLoad>(sent[0]);
        QCOMPARE(open.service, std::string("default/kubernetes-bootcamp"));
        QCOMPARE(std::get<traffic::Ramp>(open.shape), (traffic::Ramp{3, 30, std::chrono::seconds(60)}));
        QCOMPARE(open.clients.count, 1U); // where each request is a draw, the number makes no difference
        const auto &kept = std::get<session::StartLoad>(sent[1]);
        QVERIFY(kept.clients.isKeptAlive);
        QCOMPARE(kept.clients.count, 8U);
        QVERIFY(std::holds_alternative<session::StopLoad>(sent[2]));
    }

    void services_canBeChosen_theClustersOwnAreNot()
    {
        LoadModel load({});
        session::Batch batch;
        for (const auto &each : {service("default", "web"), service("default", "kubernetes"),
                                 service("kube-system", "kube-dns"), service("shop", "api")})
            batch.services[each.uid] = each;
        load.apply(batch, "default/web");
        QCOMPARE(load.target()->names(), (QStringList{QStringLiteral("web"), QStringLiteral("shop/api")}));
        QCOMPARE(load.target()->index(), 0);
        load.target()->setIndex(1);
        QCOMPARE(load.target()->key(), std::string("shop/api"));
        load.apply(batch, "default/web");
        QCOMPARE(load.target()->key(), std::string("shop/api"));
        batch = {};
        batch.services["u-api"] = std::nullopt;
        load.apply(batch, "default/web");
        QCOMPARE(load.target()->key(), std::string("default/web"));
    }

    void affinity_isTheServices()
    {
        LoadModel load({});
        session::Batch batch;
        session::ServiceState web = service("default", "web");
        batch.services[web.uid] = web;
        load.apply(batch, "default/web");
        QCOMPARE(load.target()->affinityText(), QStringLiteral("sessionAffinity: None"));
        web.hasClientIpAffinity = true;
        batch.services[web.uid] = web;
        load.apply(batch, "default/web");
        QCOMPARE(load.target()->affinityText(), QStringLiteral("sessionAffinity: ClientIP"));
        QVERIFY(load.hasClients());
    }

    void progress_isOfTheRequests_orOfTheTime()
    {
        LoadModel load({});
        session::Batch batch;
        batch.load = session::LoadState{.isRunning = true, .answered = 10, .planned = 40};
        load.apply(batch, {});
        QVERIFY(load.isRunning());
        QCOMPARE(load.progress(), 0.25);
        const base::Instant now = base::kSimEpoch + std::chrono::seconds(10);
        batch.load->start = now;
        batch.load->end = now + std::chrono::seconds(20);
        batch.clock = session::ClockState{.now = now + std::chrono::seconds(5)};
        load.apply(batch, {});
        QCOMPARE(load.progress(), 0.25);
    }
};
MINATO_TEST(TestLoadModel)

#include "tst_load_model.moc"
