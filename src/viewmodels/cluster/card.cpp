// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/cluster/card.h"

#include <QCoreApplication>
#include <QLocale>
#include <QQmlEngine>

#include <algorithm>

namespace minato::viewmodels {
namespace {

double fraction(std::int64_t part, std::int64_t whole)
{
    return whole <= 0 ? 0 : std::clamp(static_cast<double>(part) / static_cast<double>(whole), 0., 1.);
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The text with its numbers at one width, so that "10" comes after "2".
std::string padded(const std::string &text)
{
    constexpr std::size_t kWidth = 10;
    std::string result;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i;
        while (end < text.size() && isDigit(text[end]))
            ++end;
        if (end > i && end - i < kWidth)
            result.append(kWidth - (end - i), '0');
        end = std::max(end, i + 1);
        result.append(text, i, end - i);
        i = end;
    }
    return result;
}

} // namespace

Card::Card(Kind kind, std::string ns, std::string name, const PodStore &store)
    : m_kind(kind),
      m_ns(std::move(ns)),
      m_name(std::move(name)),
      m_pods(std::make_unique<PodListModel>(store))
{
    // What is handed to QML by a function and has no parent would be QML's to delete.
    QQmlEngine::setObjectOwnership(this, QQmlEngine::CppOwnership);
    QQmlEngine::setObjectOwnership(m_pods.get(), QQmlEngine::CppOwnership);
    reorder();
}

void Card::reorder()
{
    m_order = padded(m_section) + '\n';
    if (m_kind == Kind::ReplicaSet) // the newest revision first
        m_order += std::to_string(1'000'000'000 - m_revision) + '\n';
    m_order += padded(m_name) + '\n' + m_name + '\n' + m_ns;
}

QString Card::kind() const
{
    return m_kind == Kind::Node         ? QStringLiteral("Node")
           : m_kind == Kind::ReplicaSet ? QStringLiteral("ReplicaSet")
                                        : QString();
}

QString Card::title() const
{
    if (!m_name.empty())
        return QString::fromStdString(m_name);
    switch (m_kind) {
    case Kind::Zone:
        //: Heading of a group: Pods on nodes that name no zone, or on none.
        //% "Without a zone"
        return qtTrId("card.no-zone");
    case Kind::ReplicaSet:
        //: Heading of a group: Pods that no ReplicaSet made.
        //% "Without a ReplicaSet"
        return qtTrId("card.no-replica-set");
    default:
        //: Heading of a group: Pods whose version cannot be told.
        //% "Unknown version"
        return qtTrId("card.no-version");
    }
}

QString Card::note() const
{
    if (m_kind != Kind::ReplicaSet || m_revision == 0)
        return {};
    //: Beside a ReplicaSet's name. %1: its revision, a number. %2: the version of its image ("v1").
    //% "revision %1 · %2"
    return qtTrId("card.revision").arg(m_revision).arg(QString::fromStdString(m_version));
}

QString Card::statusText() const
{
    if (!m_node)
        return {};
    // As kubectl's STATUS column has it: learners meet these words in the terminal.
    QString text = m_node->isReady ? QStringLiteral("Ready") : QStringLiteral("NotReady");
    if (!m_node->isSchedulable)
        text += QStringLiteral(",SchedulingDisabled");
    return text;
}

QString Card::troubleText() const
{
    QStringList lines;
    if (m_node) {
        for (const std::string &pressure : m_node->pressures)
            lines += QString::fromStdString(pressure);
        for (const std::string &taint : m_node->taints)
            lines += QString::fromStdString(taint);
    }
    return lines.join(u'\n');
}

double Card::cpu() const
{
    return m_node ? fraction(m_pods->milliCpu(), m_node->milliCpu) : 0;
}

double Card::memory() const
{
    return m_node ? fraction(m_pods->memoryBytes(), m_node->memoryBytes) : 0;
}

double Card::cpuUsage() const
{
    return m_node && m_usage ? fraction(m_usage->milliCpu, m_node->milliCpu) : -1;
}

double Card::memoryUsage() const
{
    return m_node && m_usage ? fraction(m_usage->memoryBytes, m_node->memoryBytes) : -1;
}

QString cpuQuantity(std::int64_t milliCpu)
{
    return milliCpu % 1000 == 0 ? QString::number(milliCpu / 1000) : QStringLiteral("%1m").arg(milliCpu);
}

QString memoryQuantity(std::int64_t bytes)
{
    constexpr std::int64_t kMi = std::int64_t{1} << 20;
    const QLocale c = QLocale::c();
    if (bytes < 1024 * kMi)
        return QStringLiteral("%1Mi").arg(bytes / kMi);
    return QStringLiteral("%1Gi").arg(c.toString(static_cast<double>(bytes) / (1024. * double(kMi)), 'g', 3));
}

QString Card::cpuText() const
{
    if (!m_node)
        return {};
    const QString asked =
        QStringLiteral("%1 / %2").arg(cpuQuantity(m_pods->milliCpu()), cpuQuantity(m_node->milliCpu));
    if (!m_usage)
        return asked;
    //: CPU or memory of a node. %1: asked for, of how much ("250m / 4"). %2: what is really used ("12m").
    //% "%1 requested · %2 used"
    return qtTrId("node.requested-and-used").arg(asked, cpuQuantity(m_usage->milliCpu));
}

QString Card::memoryText() const
{
    if (!m_node)
        return {};
    const QString asked = QStringLiteral("%1 / %2").arg(memoryQuantity(m_pods->memoryBytes()),
                                                        memoryQuantity(m_node->memoryBytes));
    return m_usage ? qtTrId("node.requested-and-used").arg(asked, memoryQuantity(m_usage->memoryBytes))
                   : asked;
}

QString Card::freeText() const
{
    if (!m_node)
        return {};
    //: At the foot of a node card: what is left to ask for. %1: CPU ("1500m"), %2: memory ("3.5Gi").
    //% "Free: CPU %1 · %2"
    return qtTrId("node.free")
        .arg(cpuQuantity(std::max<std::int64_t>(0, m_node->milliCpu - m_pods->milliCpu())),
             memoryQuantity(std::max<std::int64_t>(0, m_node->memoryBytes - m_pods->memoryBytes())));
}

QString Card::summary() const
{
    const int count = m_pods->count();
    //: For screen readers: a group of Pods. %1: its heading, %n: how many Pods.
    //% "%1, %n Pod(s)"
    QString text = qtTrId("card.summary", count).arg(title());
    if (m_kind == Kind::Node)
        //: For screen readers. %1 is the name of a node, %2 its status ("Ready"), %n the number of its Pods.
        //% "Node %1, %2, %n Pod(s)"
        text = qtTrId("node.summary", count).arg(title(), statusText());
    if (count > 0)
        //: A group of Pods and their states. %1: "Node x, Ready, 9 Pods". %2: "8 running, 1 pending".
        //% "%1: %2"
        text = qtTrId("card.summary-and-states").arg(text, m_pods->countsText());
    return text;
}

void Card::setNode(const session::NodeState &node)
{
    m_node = node;
    m_section = node.zone;
    reorder();
}

void Card::setUsage(const std::optional<session::NodeUsage> &usage)
{
    m_usage = usage;
    Q_EMIT changed();
}

void Card::setReplicaSet(int revision, const std::string &version)
{
    m_revision = revision;
    m_version = version;
    reorder();
}

void Card::setMark(Mark mark)
{
    if (m_mark == mark)
        return;
    m_mark = mark;
    Q_EMIT changed();
}

bool CardList::hasSections() const
{
    return std::ranges::any_of(m_cards, [](const Card *card) { return !card->section().isEmpty(); });
}

Card *CardList::at(int index, int)
{
    return index < 0 || index >= count() ? &m_none : m_cards[static_cast<std::size_t>(index)];
}

int CardList::indexOf(const Card &card) const
{
    const auto place = std::ranges::lower_bound(m_cards, card.order(), {}, &Card::order);
    return place == m_cards.end() || *place != &card ? -1 : static_cast<int>(place - m_cards.begin());
}

void CardList::setCards(std::vector<Card *> cards)
{
    std::ranges::sort(cards, {}, &Card::order);
    if (cards == m_cards)
        return;
    m_cards = std::move(cards);
    ++m_revision;
    Q_EMIT changed();
}

void CardList::tellPods()
{
    int largest = 0;
    for (const Card *card : m_cards)
        largest = std::max(largest, card->pods()->count());
    m_largest = largest;
    Q_EMIT podsChanged();
}

} // namespace minato::viewmodels
