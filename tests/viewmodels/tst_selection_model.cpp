// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_registry.h"
#include "viewmodels/selection_model.h"

#include <QSignalSpy>

using namespace minato::viewmodels;

class TestSelectionModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aChoiceIsToldOnce()
    {
        SelectionModel selection;
        QSignalSpy told(&selection, &SelectionModel::changed);
        selection.select(QStringLiteral("Pod"), QStringLiteral("default"), QStringLiteral("web-1"));
        selection.select(QStringLiteral("Pod"), QStringLiteral("default"), QStringLiteral("web-1"));
        QCOMPARE(told.size(), 1);
        QVERIFY(
            selection.isSelected(QStringLiteral("Pod"), QStringLiteral("default"), QStringLiteral("web-1")));
        QVERIFY(
            !selection.isSelected(QStringLiteral("Pod"), QStringLiteral("other"), QStringLiteral("web-1")));
    }
    void nothingIsChosen_afterClearing()
    {
        SelectionModel selection;
        selection.select(QStringLiteral("Node"), {}, QStringLiteral("node-1"));
        QVERIFY(!selection.isEmpty());
        selection.clear();
        QVERIFY(selection.isEmpty());
    }
};

MINATO_TEST(TestSelectionModel)
#include "tst_selection_model.moc"
