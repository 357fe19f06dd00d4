// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/contract_suite.h"
#include "contract/http_world.h"

class TestContractOverHttp : public minato::tests::ContractSuite {
    Q_OBJECT
protected:
    std::unique_ptr<minato::tests::ContractWorld> makeWorld() override
    {
        return std::make_unique<minato::tests::HttpWorld>();
    }
};

MINATO_TEST(TestContractOverHttp)
#include "tst_over_http.moc"
