// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/requests.h"
#include "contract/world.h"
#include "support/test_registry.h"

#include <memory>

namespace minato::tests {

/// The contract of KubeTransport, C1–C16, once for all implementations. Derive a class that makes the world:
///
///     class TestContractInProcess : public ContractSuite {
///         Q_OBJECT
///         std::unique_ptr<ContractWorld> makeWorld() override;
///     };
///     MINATO_TEST(TestContractInProcess)
///
/// C15 (versions are opaque above the seam) is about callers, and checked where they live. C16 (same seed,
/// same trace) needs a seeded world: tests/apiserver has it.
class ContractSuite : public QObject {
    Q_OBJECT
protected:
    [[nodiscard]] virtual std::unique_ptr<ContractWorld> makeWorld() = 0;

private Q_SLOTS:
    void init();
    void cleanup();

    void c01_changingWrite_raisesTheVersionAndEmitsOneEvent();
    void c01_writeWithoutChange_keepsTheVersionAndEmitsNothing();
    void c02_staleUpdate_isRefusedWithConflict();
    void c02_patchWithStaleVersion_isRefusedWithConflict();
    void c03_list_carriesTheVersionItWasReadAt();
    void c04_watchFromAVersion_getsEveryLaterEventOnceInOrder();
    void c04_watchWithoutAVersion_beginsWithWhatIsThere();
    void c05_watchFromForgottenVersion_endsWithExpired();
    void c06_bookmarks_advanceTheVersion();
    void c06_initialEvents_endWithAMarkedBookmark();
    void c07_leavingASelector_isADeletion_enteringAnAddition();
    void c08_finalizers_delayDeletion();
    void c08_repeatedDelete_neverMovesTheDeadlineLater();
    void c09_statusWrites_changeOnlyTheStatus();
    void c09_mainWrites_neverTouchTheStatus();
    void c09_scaleWrites_changeOnlyTheReplicas();
    void c10_generatedNames_areUniqueAndFromThePrefix();
    void c11_dryRun_storesNothing();
    void c12_pages_areOneConsistentSnapshot();
    void c12_forgottenPage_isExpiredWithATokenToGoOn();
    void c13_tables_haveTheColumnsOfUpstream_data();
    void c13_tables_haveTheColumnsOfUpstream();
    void c14_nothingIsCalledInsideSend();
    void c14_droppedCalls_areNeverCalledBack();
    void c14_droppedWrite_isDoneAllTheSame();
    void c14_callsMayDropThemselves();
    void watch_endsAfterItsTimeout();
    void errors_haveUpstreamsWords_data();
    void errors_haveUpstreamsWords();

private:
    [[nodiscard]] kube::ObjectPtr made(const GroupVersionResource &resource, Value object);
    [[nodiscard]] kube::ObjectPtr read(const GroupVersionResource &resource, std::string name);
    std::unique_ptr<ContractWorld> m_world;
};

} // namespace minato::tests
