// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/pulse.h"

#include "remote/http_calls.h"

namespace minato::remote {
namespace {

constexpr base::Duration kSleep = std::chrono::seconds(30); ///< longer than a busy computer is late

} // namespace

Pulse::Pulse(HttpClient &client, std::chrono::milliseconds period) : m_client(client)
{
    m_sinceBeat.start();
    m_wallAtBeat = ServerClock::wallTime();
    connect(&m_beat, &QTimer::timeout, this, &Pulse::beat);
    m_beat.start(period);
}

Pulse::~Pulse() = default;

void Pulse::beat()
{
    if (hasSlept())
        m_client.drop(m_client.clusterTrouble(Trouble::Kind::CutOff));
    if (!m_question)
        ask();
}

bool Pulse::hasSlept()
{
    const base::Duration awake = std::chrono::nanoseconds(m_sinceBeat.nsecsElapsed());
    const base::Instant wall = ServerClock::wallTime();
    const base::Duration passed = wall - m_wallAtBeat;
    m_sinceBeat.restart();
    m_wallAtBeat = wall;
    return passed - awake > kSleep;
}

void Pulse::ask()
{
    api::Request request;
    request.rawPath = "/version";
    m_question = std::make_unique<SendCall>(m_client, std::move(request), [this](const auto &answer) {
        m_question.reset();
        if (!answer && answer.error().code == 0)
            m_client.drop(m_client.clusterTrouble(Trouble::Kind::CutOff));
    });
}

} // namespace minato::remote
