// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/verdict.h"

#include "traffic/occupancy.h"

#include <algorithm>

namespace minato::traffic {
namespace {

using State = PodSample::State;

constexpr double kLevel = 0.05, kLevelOfFew = 0.01;
constexpr std::uint64_t kFewest = 5;
/// The part of the level that each of the three narrow tests has.
constexpr double kNarrow = 0.02;

/// The tests' p-values, each brought to the level of all of them.
struct Evidence {
    double uneven = 1, silence = 1, tooEven = 1, turns = 1;

    [[nodiscard]] double all() const { return std::min({1., uneven, silence, tooEven, turns}); }
};

class Judge {
public:
    explicit Judge(const Sample &sample) : m_sample(sample)
    {
        for (std::size_t i = 0; i < sample.pods.size(); ++i)
            count(i);
    }

    Verdict run()
    {
        figures();
        m_verdict.amongCandidates = amongCandidates();
        m_verdict.finding = m_verdict.amongCandidates;
        listSilent();
        const bool isAnyCutOff = std::ranges::any_of(m_verdict.silent, [this](const SilentPod &each) {
            const PodSample &pod = m_sample.pods[each.pod];
            return pod.state != State::Candidate && pod.requests == 0;
        });
        if (isAnyCutOff && m_verdict.requests > 0 && m_verdict.finding != Finding::PinnedToOne)
            m_verdict.finding = Finding::SomeGetNothing;
        return std::move(m_verdict);
    }

private:
    void count(std::size_t index)
    {
        const PodSample &pod = m_sample.pods[index];
        m_verdict.requests += pod.requests;
        if (pod.requests > 0) {
            ++m_asked;
            m_verdict.pinnedTo = index;
        }
        if (pod.state != State::Candidate)
            return;
        m_draws.push_back(pod.draws);
        m_verdict.draws += pod.draws;
        m_verdict.seen += pod.requests > 0 ? 1 : 0;
        m_undrawn += pod.draws == 0 ? 1 : 0;
    }

    void figures()
    {
        Verdict &v = m_verdict;
        v.candidates = m_draws.size();
        v.fit = fitToFairChoice(m_draws);
        if (v.candidates == 0)
            return;
        v.expectedShare = 1 / double(v.candidates);
        v.band = fairBand(v.draws, v.candidates);
        v.chanceOneMissed = chanceOneMissed(v.draws, v.candidates);
        v.chanceSomeMissed = chanceSomeMissed(v.draws, v.candidates);
        v.drawsToTell = drawsToTell(v.candidates);
        v.expectedFurtherDraws = expectedFurtherDraws(v.seen, v.candidates);
    }

    [[nodiscard]] bool comesTogether() const
    {
        return m_sample.mode.isKeptAlive || m_sample.mode.hasClientIpAffinity;
    }

    /// One draw, or those of a time before, explain what is seen; there is nothing to test.
    [[nodiscard]] bool restsOnFewDraws() const
    {
        const Verdict &v = m_verdict;
        return comesTogether() &&
               ((v.draws <= 1 && v.requests > 1) || (m_sample.carried > 0 && v.draws < v.drawsToTell));
    }

    [[nodiscard]] Evidence evidence() const
    {
        const Verdict &v = m_verdict;
        Evidence e;
        const bool hasTurns = m_sample.turns.trials > 0;
        e.uneven = v.fit.upper / (1 - (hasTurns ? 3 : 2) * kNarrow);
        e.tooEven = v.fit.lower / kNarrow;
        if (m_undrawn > 0)
            e.silence = chanceMissedAtLeast(m_undrawn, v.draws, v.candidates) / kNarrow;
        if (hasTurns)
            e.turns = binomialAtLeast(m_sample.turns.hits, m_sample.turns.trials, v.expectedShare) / kNarrow;
        return e;
    }

    Finding amongCandidates()
    {
        Verdict &v = m_verdict;
        if (v.requests == 0 || v.candidates == 0)
            return Finding::TooFewToTell;
        if (v.candidates == 1)
            return Finding::OneCandidate;
        if (restsOnFewDraws())
            return withoutChoice();
        const Evidence found = evidence();
        v.pValue = found.all();
        const bool isFew = v.draws < v.drawsToTell;
        if (v.draws < kFewest || v.pValue >= (isFew ? kLevelOfFew : kLevel))
            return isFew ? Finding::TooFewToTell : Finding::FitsRandomChoice;
        if (m_asked == 1 && m_undrawn + 1 == v.candidates) {
            v.pin = PinCause::Unknown;
            return Finding::PinnedToOne;
        }
        if (std::min(found.tooEven, found.turns) == v.pValue)
            return Finding::RoundRobinLike;
        return m_undrawn > 0 && found.silence < kLevel ? Finding::SomeGetNothing : Finding::Uneven;
    }

    Finding withoutChoice()
    {
        m_isWithoutChoice = true;
        const auto &mode = m_sample.mode;
        if (m_asked == 1) {
            m_verdict.pin = !mode.hasClientIpAffinity ? PinCause::KeptConnection
                            : mode.isKeptAlive        ? PinCause::KeptConnectionAndAffinity
                                                      : PinCause::ClientIpAffinity;
            return Finding::PinnedToOne;
        }
        return m_verdict.seen < m_verdict.candidates ? Finding::SomeGetNothing : Finding::TooFewToTell;
    }

    void listSilent()
    {
        for (std::size_t i = 0; i < m_sample.pods.size(); ++i) {
            const PodSample &pod = m_sample.pods[i];
            if (pod.requests == pod.failed)
                m_verdict.silent.push_back({i, cause(pod), pod.isNew});
        }
    }

    [[nodiscard]] SilenceCause cause(const PodSample &pod) const
    {
        if (pod.requests > 0)
            return SilenceCause::Failing;
        if (pod.state == State::NotReady)
            return SilenceCause::NotReady;
        if (pod.state == State::NotAnEndpoint)
            return SilenceCause::NotAnEndpoint;
        if (pod.state == State::OutOfReach)
            return SilenceCause::OutOfReach;
        const Finding among = m_verdict.amongCandidates;
        if (m_isWithoutChoice && pod.isNew)
            return SilenceCause::JoinedLater;
        if (m_isWithoutChoice || among == Finding::PinnedToOne)
            return SilenceCause::PinnedElsewhere;
        return among == Finding::SomeGetNothing ? SilenceCause::Unknown : SilenceCause::Chance;
    }

    const Sample &m_sample;
    std::vector<std::uint64_t> m_draws; ///< of the candidates
    std::uint64_t m_undrawn = 0;        ///< candidates that no draw took
    std::uint64_t m_asked = 0;          ///< Pods with a request
    bool m_isWithoutChoice = false;
    Verdict m_verdict;
};

} // namespace

Verdict judge(const Sample &sample)
{
    return Judge(sample).run();
}

} // namespace minato::traffic
