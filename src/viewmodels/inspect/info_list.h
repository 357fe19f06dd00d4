// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace minato::viewmodels {

/// How a row is meant: drawn by colour and glyph, never by colour alone.
enum class Tone : std::uint8_t { Plain, Good, Waiting, Bad, Soft };

/// One row of what the inspector, the editor and the story tell.
struct InfoRow {
    QString key; ///< unique in its list
    QString label, value, note;
    QString glyph, time, span; ///< "00:04", "+1.2 s"
    QString kind, ns, name;    ///< an object to select; empty: none
    QStringList pairs;         ///< labels, "app=web": the value, one by one
    QString raw;               ///< the server's own words, seen when the row is open
    Tone tone = Tone::Plain;
    int level = 0;
    bool isTile = false;     ///< a figure that is seen large
    bool isOpen = false;     ///< what is below it is shown
    bool isFoldable = false; ///< more can be shown below it
    friend bool operator==(const InfoRow &, const InfoRow &) = default;
};

/// A list of such rows that changes row by row, so that views keep their place.
class InfoList : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum ToneValue { Plain, Good, Waiting, Bad, Soft };
    Q_ENUM(ToneValue)
    enum Role {
        KeyRole = Qt::UserRole,
        LabelRole,
        ValueRole,
        NoteRole,
        GlyphRole,
        TimeRole,
        SpanRole,
        KindRole,
        NsRole,
        NameRole,
        PairsRole,
        RawRole,
        ToneRole,
        LevelRole,
        IsOpenRole,
        IsFoldableRole
    };

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return rowCount(); }
    [[nodiscard]] const std::vector<InfoRow> &rows() const { return m_rows; }
    /// What is equal to before, by key, stays.
    void setRows(std::vector<InfoRow> rows);

Q_SIGNALS:
    void countChanged();

private:
    std::vector<InfoRow> m_rows;
};

} // namespace minato::viewmodels
