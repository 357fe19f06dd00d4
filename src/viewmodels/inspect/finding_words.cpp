// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/inspect/finding_words.h"

#include "viewmodels/inspect/sheet.h"

namespace minato::viewmodels {
namespace {

using session::Finding;

QString serverWords(const Finding &finding)
{
    const std::string &message = finding.message;
    const auto says = [&message](std::string_view text) { return message.contains(text); };
    if (says("unknown field"))
        //: A problem in the editor. %1: a field, "spec.replica".
        //% "There is no field %1."
        return qtTrId("editor.problem.unknown-field");
    if (says("no matches for kind"))
        //% "The cluster knows no such kind in this version."
        return qtTrId("editor.problem.unknown-kind");
    if (says("is immutable"))
        //: A problem in the editor. %1: a field.
        //% "%1 cannot be changed after the object was made."
        return qtTrId("editor.problem.immutable");
    if (says("cannot unmarshal") || says("unrecognized type"))
        //: A problem in the editor. %1: a field.
        //% "The value of %1 is of the wrong type."
        return qtTrId("editor.problem.type");
    if (finding.reason == "FieldValueRequired" || says("is missing") || says("may not be empty"))
        //: A problem in the editor. %1: a field.
        //% "%1 is missing."
        return qtTrId("editor.problem.missing");
    if (finding.reason == "FieldValueNotSupported")
        //: A problem in the editor. %1: a field.
        //% "The value of %1 is none of the allowed ones."
        return qtTrId("editor.problem.not-supported");
    if (finding.reason == "FieldValueForbidden" || finding.reason == "FieldValueInvalid")
        //: A problem in the editor. %1: a field.
        //% "The value of %1 is not allowed."
        return qtTrId("editor.problem.invalid");
    if (says("exceeded quota"))
        //% "The quota of the namespace is used up."
        return qtTrId("editor.problem.quota");
    //% "The API server refuses this."
    return qtTrId("editor.problem.refused");
}

QString wordsFor(const Finding &finding)
{
    if (finding.source == Finding::Source::Syntax)
        //: A problem in the editor.
        //% "This is not YAML: look at indentation, colons and quotes in this line or just above."
        return qtTrId("editor.problem.syntax");
    const QString words = serverWords(finding);
    return words.contains(QLatin1String("%1")) ? words.arg(qText(finding.field)) : words;
}

} // namespace

std::vector<InfoRow> findingRows(const std::vector<Finding> &findings)
{
    std::vector<InfoRow> rows;
    for (const Finding &finding : findings)
        rows.push_back({.key = QString::number(rows.size()),
                        .label = wordsFor(finding),
                        .value = finding.line > 0 ? QString::number(finding.line) : QString(),
                        .note = qText(finding.message),
                        .glyph = QStringLiteral("warning"),
                        .tone = Tone::Bad,
                        .level = finding.line});
    return rows;
}

} // namespace minato::viewmodels
