// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/transcript.h"
#include "support/test_registry.h"

#include <QDir>
#include <QFile>

using namespace minato;
using namespace minato::tests;

namespace {

const QString kFolder = QStringLiteral(MINATO_SOURCE_DIR "/tests/cluster/transcripts/");

QByteArray read(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The first line that differs, of both.
QByteArray firstDifference(const QByteArray &ours, const QByteArray &golden)
{
    const auto a = ours.split('\n'), b = golden.split('\n');
    for (qsizetype i = 0; i < std::max(a.size(), b.size()); ++i) {
        if (a.value(i) != b.value(i))
            return "line " + QByteArray::number(i + 1) + "\nnow:    " + a.value(i) +
                   "\ngolden: " + b.value(i);
    }
    return {};
}

} // namespace

/// What is shown and what changes, moment by moment: transcripts/NAME.sh is played, NAME.txt is what came of it. To
/// write the goldens anew (and then to read the differences):
///
///     MINATO_UPDATE_GOLDENS=1 build/dev/bin/tst_cluster TestTranscripts
class TestTranscripts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void transcript_data()
    {
        QTest::addColumn<QString>("name");
        const auto scripts = QDir(kFolder).entryList({QStringLiteral("*.sh")}, QDir::Files, QDir::Name);
        QVERIFY(scripts.size() >= 3);
        for (const QString &script : scripts)
            QTest::newRow(qPrintable(script.chopped(3))) << script.chopped(3);
    }
    void transcript()
    {
        QFETCH(QString, name);
        const Transcript played(read(kFolder + name + QStringLiteral(".sh")).toStdString());
        const QByteArray ours = QByteArray::fromStdString(played.text());
        const QString golden = kFolder + name + QStringLiteral(".txt");
        if (qEnvironmentVariableIsSet("MINATO_UPDATE_GOLDENS")) {
            QFile file(golden);
            QVERIFY(file.open(QIODevice::WriteOnly));
            QCOMPARE(file.write(ours), ours.size());
        }
        const QByteArray difference = firstDifference(ours, read(golden));
        QVERIFY2(difference.isEmpty(), difference.constData());
    }
};

MINATO_TEST(TestTranscripts)
#include "tst_transcripts.moc"
