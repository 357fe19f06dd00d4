// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_registry.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>

#include <map>
#include <set>

namespace {

struct Message {
    QString source;
    QStringList forms; ///< one, or one for each plural
    bool isNumerus = false, isFinished = true;
};

std::map<QString, Message> messages(const QString &language)
{
    QFile file(QStringLiteral(MINATO_SOURCE_DIR "/translations/minato_%1.ts").arg(language));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    std::map<QString, Message> found;
    Message *message = nullptr;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("message")) {
            message = &found[xml.attributes().value(QLatin1String("id")).toString()];
            message->isNumerus = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
        } else if (xml.name() == QLatin1String("source")) {
            message->source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            message->isFinished = !xml.attributes().hasAttribute(QLatin1String("type"));
            if (!message->isNumerus)
                message->forms += xml.readElementText();
        } else if (xml.name() == QLatin1String("numerusform")) {
            message->forms += xml.readElementText();
        }
    }
    if (xml.hasError())
        qFatal("%s: %s", qPrintable(file.fileName()), qPrintable(xml.errorString()));
    return found;
}

std::set<QString> matches(const QString &text, const char *pattern)
{
    std::set<QString> found;
    const QRegularExpression expression(QString::fromLatin1(pattern));
    for (auto it = expression.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        found.insert(match.captured(match.lastCapturedIndex()));
    }
    return found;
}

/// Every id that the code asks for.
std::set<QString> idsInCode()
{
    std::set<QString> ids;
    for (const char *folder : {"qml", "src"}) {
        QDirIterator files(QStringLiteral(MINATO_SOURCE_DIR "/") + QLatin1String(folder),
                           {QStringLiteral("*.qml"), QStringLiteral("*.cpp"), QStringLiteral("*.h")},
                           QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                qFatal("cannot read %s", qPrintable(file.fileName()));
            ids.merge(
                matches(QString::fromUtf8(file.readAll()), "(?:q[st]TrId|QT_TRID_NOOP)\\(\"([^\"]+)\""));
        }
    }
    return ids;
}

} // namespace

class TestTranslations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTextOfTheCode_isInBothFiles_andNoOther()
    {
        const auto code = idsInCode();
        QVERIFY(code.size() > 50);
        for (const QString &language : {QStringLiteral("en"), QStringLiteral("ja")}) {
            const auto known = messages(language);
            for (const QString &id : code)
                QVERIFY2(known.contains(id), qPrintable(language + QStringLiteral(" lacks ") + id));
            for (const auto &[id, message] : known)
                QVERIFY2(code.contains(id),
                         qPrintable(id + QStringLiteral(" is not used any more: run update_translations")));
        }
    }

    void everyText_isTranslated_withTheSamePlaces()
    {
        for (const auto &[id, message] : messages(QStringLiteral("ja"))) {
            QVERIFY2(message.isFinished, qPrintable(id + QStringLiteral(" is unfinished")));
            QVERIFY2(!message.source.contains(u'\n'), qPrintable(id + QStringLiteral(" is cut off")));
            QVERIFY(!message.forms.isEmpty());
            for (const QString &form : message.forms) {
                QVERIFY2(!form.isEmpty(), qPrintable(id + QStringLiteral(" is empty")));
                QVERIFY2(matches(form, "%[n\\d]") == matches(message.source, "%[n\\d]"), qPrintable(id));
            }
        }
    }

    void englishPlurals_haveBothForms()
    {
        for (const auto &[id, message] : messages(QStringLiteral("en")))
            if (message.isNumerus)
                QVERIFY2(message.isFinished && message.forms.size() == 2 && !message.forms[0].isEmpty() &&
                             !message.forms[1].isEmpty(),
                         qPrintable(id));
    }
};
MINATO_TEST(TestTranslations)

#include "tst_translations.moc"
