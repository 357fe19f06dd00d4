// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/contract_suite.h"
#include "realcluster/real_access.h"
#include "realcluster/real_world.h"

/// The contract suite against a real kube-apiserver: $MINATO_CONTROL_PLANE is its folder, $MINATO_ETCD its etcd.
class TestRealContract : public minato::tests::ContractSuite {
    Q_OBJECT
protected:
    std::unique_ptr<minato::tests::ContractWorld> makeWorld() override
    {
        auto transport = minato::tests::openControlPlane(qEnvironmentVariable("MINATO_CONTROL_PLANE"));
        if (!transport)
            qFatal("%s", qPrintable(transport.error()));
        auto world = std::make_unique<minato::tests::RealWorld>(*std::move(transport),
                                                                QUrl(qEnvironmentVariable("MINATO_ETCD")));
        if (!world->isEmpty())
            qFatal("what the last test has left could not be removed");
        return world;
    }
};

MINATO_TEST(TestRealContract)
#include "tst_real_contract.moc"
