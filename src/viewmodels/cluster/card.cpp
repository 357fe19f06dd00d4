// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/cluster/card.h"

#include "viewmodels/cluster/quantity_text.h"

#include <QCoreApplication>
#include <QQmlEngine>

#include <algorithm>
#include <cmath>

namespace minato::viewmodels {
namespace {

double fraction(std::int64_t part, std::int64_t whole)
{
    return whole <= 0 ? 0 : std::clamp(static_cast<double>(part) / static_cast<double>(whole), 0., 1.);
}

QString percentText(double share)
{
    return QString::number(std::lround(share * 100)) + u'%';
}

/// `text`: writes a quantity. `used`: null where it is not measured.
ResourceUse useOf(std::int64_t requested, std::int64_t whole, const std::int64_t *used,
                  QString (*text)(std::int64_t))
{
    ResourceUse use{.requested = fraction(requested, whole)};
    use.share = percentText(use.requested);
    if (!used) {
        //: CPU or memory of a node. %1: how much its Pods ask for ("250m"), %2: how much there is for Pods ("4").
        //% "%1 of %2 requested"
        use.amounts = qtTrId("node.requested").arg(text(requested), text(whole));
        use.shares = use.share;
        return use;
    }
    use.used = fraction(*used, whole);
    //: CPU or memory of a node. %1: how much its Pods ask for ("250m"), %2: how much there is for Pods ("4"), %3: how
    //: much is really used ("12m").
    //% "%1 of %2 requested, %3 used"
    use.amounts = qtTrId("node.requested-and-used").arg(text(requested), text(whole), text(*used));
    //: Above the bar of a node's CPU or memory, where there is room for both. %1, %2: shares of the whole ("12%").
    //% "%1 used · %2 requested"
    use.shares = qtTrId("node.shares").arg(percentText(use.used), use.share);
    return use;
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

QString Card::shortTitle() const
{
    return m_sharedBeginning == 0 ? title() : u'…' + QString::fromStdString(m_name.substr(m_sharedBeginning));
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

ResourceUse Card::cpu() const
{
    return m_node ? useOf(m_pods->milliCpu(), m_node->milliCpu, m_usage ? &m_usage->milliCpu : nullptr,
                          cpuQuantity)
                  : ResourceUse();
}

ResourceUse Card::memory() const
{
    return m_node ? useOf(m_pods->memoryBytes(), m_node->memoryBytes,
                          m_usage ? &m_usage->memoryBytes : nullptr, memoryQuantity)
                  : ResourceUse();
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

void Card::setUsage(const std::optional<session::Usage> &usage)
{
    if (m_usage == usage)
        return;
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

void Card::setSharedBeginning(std::size_t length)
{
    if (std::exchange(m_sharedBeginning, length) != length)
        Q_EMIT changed();
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

namespace {

/// How much of the beginning all names share, up to and with the last dash or dot; 0 of one name.
std::size_t sharedBeginning(const std::vector<Card *> &cards)
{
    if (cards.size() < 2)
        return 0;
    std::string_view shared = cards.front()->name();
    for (const Card *card : cards) {
        const auto [end, other] = std::ranges::mismatch(shared, card->name());
        shared = shared.substr(0, static_cast<std::size_t>(end - shared.begin()));
    }
    const std::size_t last = shared.find_last_of("-.");
    return last == std::string_view::npos ? 0 : last + 1;
}

} // namespace

void CardList::setCards(std::vector<Card *> cards, int total)
{
    std::ranges::sort(cards, {}, &Card::order);
    std::vector<std::string> zones;
    zones.reserve(cards.size());
    for (const Card *card : cards)
        zones.push_back(card->zone());
    const bool areOthers = cards != m_cards || zones != m_zones;
    m_cards = std::move(cards);
    m_zones = std::move(zones);
    m_hasSections = std::ranges::any_of(m_zones, [](const std::string &zone) { return !zone.empty(); });
    if (areOthers) {
        ++m_revision;
        const std::size_t shared = sharedBeginning(m_cards);
        for (Card *card : m_cards)
            card->setSharedBeginning(shared);
    }
    tell(fullest(), total, areOthers);
}

/// What has changed; `areOthers`: cards, or their zones.
void CardList::tell(int largest, int total, bool areOthers)
{
    const bool haveNumbersChanged = largest != m_largest || total != m_total;
    m_largest = largest;
    m_total = total;
    if (haveNumbersChanged || areOthers)
        Q_EMIT measured();
    if (areOthers)
        Q_EMIT changed();
    if (haveNumbersChanged)
        Q_EMIT podsChanged();
}

int CardList::fullest() const
{
    int most = 0;
    for (const Card *card : m_cards)
        most = std::max(most, card->pods()->expectedCount());
    return most;
}

void CardList::measure(const std::vector<Card *> &touched, int total)
{
    int largest = m_largest;
    bool isLess = false;
    for (const Card *card : touched) {
        const int pods = card->pods()->expectedCount();
        largest = std::max(largest, pods);
        isLess |= pods < card->pods()->count() && card->pods()->count() == m_largest;
    }
    if (isLess)
        largest = fullest();
    tell(largest, total, false);
}

} // namespace minato::viewmodels
