// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/cluster/card.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <string>
#include <utility>
#include <vector>

namespace minato::viewmodels {

/// What is searched for among Pods: name, node, IP, label app. Hits are stepped through card by card.
class PodSearch : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
    Q_PROPERTY(bool isActive READ isActive NOTIFY textChanged)
    Q_PROPERTY(int count READ count NOTIFY hitsChanged)
    Q_PROPERTY(QString positionText READ positionText NOTIFY hitsChanged)

public:
    struct Hit {
        int card = -1, row = -1; ///< row -1: the card itself, a node
        friend bool operator==(const Hit &, const Hit &) = default;
    };
    explicit PodSearch(const CardList &cards, QObject *parent = nullptr);

    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString &text);
    [[nodiscard]] bool isActive() const { return !m_needle.empty(); }
    [[nodiscard]] int count() const { return static_cast<int>(m_hits.size()); }
    [[nodiscard]] QString positionText() const;
    Q_INVOKABLE void next() { step(1); }
    Q_INVOKABLE void previous() { step(-1); }
    Q_INVOKABLE void clear() { setText({}); }

    [[nodiscard]] bool matches(const session::PodState &pod) const;
    /// The Pods have changed: which cells are found is known, where they stand is not any more.
    void refresh();
    void retranslate() { Q_EMIT hitsChanged(); }

Q_SIGNALS:
    void textChanged();
    void hitsChanged();
    /// A hit was stepped to: the view should show it.
    void shown(int card, int row);

private:
    void step(int by);
    void collect();

    const CardList &m_cards;
    QString m_text;
    std::string m_needle;
    std::vector<Hit> m_hits;
    int m_current = -1;
};

} // namespace minato::viewmodels
