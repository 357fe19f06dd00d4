// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/contract_suite.h"
#include "contract/in_process_world.h"

class TestContractInProcess : public minato::tests::ContractSuite {
    Q_OBJECT
protected:
    std::unique_ptr<minato::tests::ContractWorld> makeWorld() override
    {
        return std::make_unique<minato::tests::InProcessWorld>();
    }
};

MINATO_TEST(TestContractInProcess)
#include "tst_in_process.moc"
