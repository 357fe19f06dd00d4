// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/kept_kind.h"
#include "apiserver/quotes.h"
#include "contract/in_process_world.h"
#include "kube/json.h"
#include "support/test_registry.h"

using namespace minato;
using namespace minato::tests;
using namespace minato::tests::kept;
using namespace minato::kube::resources;

/// Kinds that only hold something: ConfigMaps, Secrets, ServiceAccounts, Leases.
class TestKeptConfiguration : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void defaults_areUpstreams_data()
    {
        addDefaultsColumns();
        const auto row = defaultsRow;
        row("secret: opaque", "secrets", "'stringData':{'pw':'geheim'}", "type", "'Opaque'");
        row("secret: texts become data", "secrets",
            "'stringData':{'pw':'geheim'},'data':{'a':'MQ==','pw':'MQ=='}", "data",
            "{'a':'MQ==','pw':'Z2VoZWlt'}");
        row("service account: only the names of Secrets", "serviceaccounts",
            "'secrets':[{'name':'s','uid':'u'}]", "secrets", "[{'name':'s'}]");
        row("lease: no alpha fields", "leases",
            "'spec':{'holderIdentity':'me','strategy':'OldestEmulationVersion'}", "spec",
            "{'holderIdentity':'me'}");
    }
    void defaults_areUpstreams() { checkDefaults(); }

    void faults_areToldInUpstreamsWords_data()
    {
        addFaultsColumns();
        const auto row = faultsRow;
        row("configmaps", "'data':{'a b':'1'}",
            "data[a b]: Invalid value: 'a b': a valid config key must consist of alphanumeric characters, "
            "'-', '_' or "
            "'.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is "
            "'[-._a-zA-Z0-9]+')");
        row("configmaps", "'data':{'a':'1'},'binaryData':{'a':'MQ=='}",
            "data[a]: Invalid value: 'a': duplicate of key present in binaryData");
        row("secrets", "'type':'kubernetes.io/tls'",
            "[data[tls.crt]: Required value, data[tls.key]: Required value]");
        row("leases", "'spec':{'leaseDurationSeconds':0}",
            "spec.leaseDurationSeconds: Invalid value: 0: must be greater than 0");
    }
    void faults_areToldInUpstreamsWords() { checkFaults(); }

    void whatMayNotChange_isTold_data()
    {
        addFixedColumns();
        const auto row = fixedRow;
        row("configmaps", "'immutable':true,'data':{'a':'1'}", "{'immutable':false,'data':{'a':'2'}}",
            "[immutable: Forbidden: field is immutable when `immutable` is set, data: Forbidden: field is "
            "immutable "
            "when `immutable` is set]");
        row("secrets", "'type':'Opaque'", "{'type':'x'}", "type: Invalid value: 'x': field is immutable");
    }
    void whatMayNotChange_isTold() { checkFixed(); }

    void tables_haveUpstreamsCells_data()
    {
        addCellsColumns();
        const auto row = cellsRow;
        row("configuration", "configmaps", "'data':{'a':'1'},'binaryData':{'b':'MQ=='}", "", "x | 2 | 0s");
        row("secret", "secrets", "'stringData':{'a':'1'}", "", "x | Opaque | 1 | 0s");
        row("service account", "serviceaccounts", "'secrets':[{'name':'s'}]", "", "x | 1 | 0s");
        row("lease", "leases", "'spec':{'holderIdentity':'me'}", "", "x | me | 0s");
    }
    void tables_haveUpstreamsCells() { checkCells(); }

    void lease_needsItsVersionToBeReplaced()
    {
        InProcessWorld world;
        const auto made =
            await(world, create(kLeases, objectOf(kLeases, QStringLiteral("'spec':{'holderIdentity':'a'}"))));
        QVERIFY(made);
        Value blind = made->object()->root();
        blind.edit("metadata").erase("resourceVersion");
        const auto refused = await(world, update(kLeases, blind));
        QVERIFY(!refused);
        QCOMPARE(
            quoted(refused.error().message),
            std::string(
                "leases.coordination.k8s.io 'x' is invalid: metadata.resourceVersion: Invalid value: 0x0: "
                "must be specified for an update"));
        QVERIFY(await(world, update(kLeases, made->object()->root())));
    }
};

MINATO_TEST(TestKeptConfiguration)
#include "tst_kept_configuration.moc"
