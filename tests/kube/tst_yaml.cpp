// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/table_file.h"
#include "kube/yaml.h"

using namespace minato::kube;
using namespace minato::tests;

class TestYamlWriter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void documents_printAsKubectlPrintsThem_data() { addCases("yaml_written"); }
    void documents_printAsKubectlPrintsThem()
    {
        MINATO_FETCH_CASE;
        QCOMPARE(toYaml(testCase["in"]), text(testCase["out"]));
    }
};

MINATO_TEST(TestYamlWriter)
#include "tst_yaml.moc"
