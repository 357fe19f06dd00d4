// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/remote_backend.h"

#include "remote/guarded_transport.h"
#include "remote/http_transport.h"
#include "remote/narrowed_transport.h"
#include "remote/wall_timers.h"
#include "session/comparer.h"
#include "session/desk.h"
#include "session/lesson_setup.h"
#include "session/remote_traffic.h"

#include <random>

namespace minato::session {
namespace {

using Stage = ConnectionState::Stage;

constexpr double kJitter = 0.5;
constexpr base::Duration kShown = std::chrono::seconds(1); ///< for so long at least a trouble is to be seen

std::uint64_t chance()
{
    std::random_device device;
    return device();
}

/// The terminal, and what a lesson's objects are made in, begin in the lesson's namespace; without a lesson, where
/// the context says.
std::string homeOf(const RemoteOptions &options)
{
    return options.lesson ? options.lesson->ns : options.access.ns;
}

} // namespace

struct RemoteBackend::Live {
    Live(RemoteBackend &backend, std::unique_ptr<remote::HttpTransport> opened)
        : transport(std::move(opened)),
          timers(transport->clock()),
          backOff(transport->clock(), kJitter),
          guard(*transport, {.context = backend.m_options.access.context, .ns = RemoteOptions::kNamespace},
                [&backend](const remote::Trouble &trouble) { backend.onGuarded(trouble); }),
          followed(*transport, homeOf(backend.m_options),
                   [&backend](const std::string &resource, bool isHidden) {
                       backend.onNarrowed(resource, isHidden);
                   }),
          traffic(transport->clock(), RemoteOptions::kNamespace,
                  [this](const std::string &ns, const std::string &pod, std::uint16_t port) {
                      return transport->forward(ns, pod, port);
                  }),
          desk({.transport = guard,
                .traffic = traffic,
                .timers = timers,
                .followed = &followed,
                .backOff = &backOff,
                .loadHost = [this] { return traffic.readyNode(); },
                .serverUrl = backend.m_options.access.server,
                .context = backend.m_options.access.context,
                .ns = homeOf(backend.m_options)},
               chance(), backend.m_options.lesson),
          comparer({.transport = guard,
                    .traffic = traffic,
                    .timers = timers,
                    .serverUrl = backend.m_options.access.server,
                    .context = backend.m_options.access.context,
                    .ns = RemoteOptions::kNamespace},
                   backend.m_options.machines)
    {
        traffic.follow(desk.hub());
        traffic.setObserver([this](const api::TrafficRecord &record) { desk.recordTraffic(record); });
    }

    std::unique_ptr<remote::HttpTransport> transport;
    remote::WallTimers timers, backOff;
    remote::GuardedTransport guard;
    remote::NarrowedTransport followed;
    RemoteTraffic traffic;
    Desk desk;
    Comparer comparer;
    api::CallPtr namespaceCall;
    client::Task<std::optional<kube::Status>> setUp;
};

RemoteBackend::RemoteBackend(RemoteOptions options, Mailbox &outbox)
    : m_options(std::move(options)), m_outbox(outbox), m_start(remote::ServerClock::wallTime())
{
    const remote::Access &access = m_options.access;
    m_state = {.context = access.context,
               .server = access.server,
               .user = access.userEntry.name,
               .ns = RemoteOptions::kNamespace,
               .isInsecure = access.isInsecure(),
               .since = m_start,
               .trouble = {},
               .lacks = {Lack::OwnTime, Lack::Decisions, Lack::Power, Lack::Programs},
               .hidden = {},
               .narrowed = {},
               .ways = {}};
}

RemoteBackend::~RemoteBackend() = default;

void RemoteBackend::open()
{
    remote::HttpTransport::Options options;
    options.bounds.silence = m_options.silence;
    options.bounds.whole = m_options.whole;
    options.pulse = m_options.pulse;
    auto opened = remote::HttpTransport::open(m_options.access, options);
    if (opened) {
        openLive(*std::move(opened));
        return;
    }
    onTroubled(opened.error().front());
    m_state.stage = Stage::Refused;
}

void RemoteBackend::openLive(std::unique_ptr<remote::HttpTransport> transport)
{
    transport->setObserver({.troubled = [this](const remote::Trouble &trouble) { onTroubled(trouble); },
                            .reached = [this] { onReached(); }});
    m_live = std::make_unique<Live>(*this, std::move(transport));
    if (lessons::LessonRun *lesson = m_live->desk.lesson())
        lesson->beginStep(std::min(m_options.firstStep, m_options.lesson->steps.size() - 1));
    m_live->desk.terminals().setLanguage(m_options.language);
    m_live->desk.hub().start();
}

base::Instant RemoteBackend::now() const
{
    return m_live ? m_live->timers.now() : remote::ServerClock::wallTime();
}

void RemoteBackend::onTroubled(const remote::Trouble &trouble)
{
    m_hasRecovered = false;
    // That the connection was cut says less than why it cannot be made again.
    if (m_state.stage == Stage::Troubled && trouble.kind == remote::Trouble::Kind::CutOff)
        return;
    if (m_state.stage != Stage::Troubled)
        m_state.since = now();
    m_state.stage = Stage::Troubled;
    const base::Diagnostic en = diagnosticOf(trouble, remote::Language::English),
                           ja = diagnosticOf(trouble, remote::Language::Japanese);
    m_state.trouble = {base::toString(en), base::toString(ja)};
}

void RemoteBackend::onReached()
{
    // Each trouble is told, however soon it is over.
    m_hasRecovered = m_state.stage == Stage::Troubled;
    if (m_state.stage == Stage::Opening)
        becomeConnected();
}

void RemoteBackend::becomeConnected()
{
    m_hasRecovered = false;
    m_state.stage = Stage::Connected;
    m_state.since = now();
    m_state.trouble = {};
}

void RemoteBackend::onGuarded(const remote::Trouble &trouble)
{
    const remote::Sentence sentence = sentenceOf(trouble);
    m_guarded = sentence.en;
    m_live->desk.tellProblem({Problem::Kind::Guarded, sentence.en, sentence.ja});
}

void RemoteBackend::onNarrowed(const std::string &resource, bool isHidden)
{
    if (isHidden)
        std::erase(m_state.narrowed, resource);
    (isHidden ? m_state.hidden : m_state.narrowed).push_back(resource);
}

void RemoteBackend::allowWrites(bool mayWrite)
{
    m_live->guard.allowWrites(mayWrite);
    m_live->namespaceCall.reset();
    m_state.mayWrite = false;
    m_state.isBusy = mayWrite;
    if (!mayWrite)
        return;
    m_live->namespaceCall = m_live->guard.openNamespace([this](auto outcome) {
        if (outcome)
            onNamespaceOpen();
        else
            onRefused(outcome.error());
    });
}

void RemoteBackend::onNamespaceOpen()
{
    m_state.mayWrite = true;
    if (!m_options.lesson) {
        m_state.isBusy = false;
        return;
    }
    m_live->setUp = setUp(m_live->guard, m_options.lesson->manifests);
    m_live->setUp.start([this] {
        m_state.isBusy = false;
        if (const auto refused = m_live->setUp.takeResult())
            m_live->desk.tellProblem({Problem::Kind::ObjectRefused, refused->message});
        m_live->desk.noteAction();
    });
}

void RemoteBackend::removeNamespace()
{
    m_state.isBusy = true;
    m_live->setUp = {};
    m_live->namespaceCall = m_live->guard.removeNamespace([this](auto outcome) {
        if (!outcome) {
            onRefused(outcome.error());
            return;
        }
        m_state.isBusy = m_state.mayWrite = false;
        m_live->guard.allowWrites(false);
    });
}

void RemoteBackend::onRefused(const kube::Status &status)
{
    m_state.isBusy = m_state.mayWrite = false;
    m_live->guard.allowWrites(false);
    if (status.message != m_guarded) // else it is told
        m_live->desk.tellProblem({Problem::Kind::NamespaceRefused, status.message});
}

void RemoteBackend::markDisposable(bool isDisposable)
{
    m_live->guard.markDisposable(isDisposable);
    m_state.isDisposable = isDisposable;
}

void RemoteBackend::compare(const CompareStep &step)
{
    if (!m_state.mayWrite) // the window has greyed it
        return;
    m_live->desk.noteAction();
    m_live->comparer.start(step.lines, m_live->desk.terminals().files());
}

void RemoteBackend::handle(const Command &command)
{
    if (const auto *set = std::get_if<SetLanguage>(&command))
        m_options.language = set->language;
    if (!m_live)
        return;
    if (const auto *allow = std::get_if<AllowWrites>(&command))
        allowWrites(allow->mayWrite);
    else if (std::holds_alternative<RemoveNamespace>(command))
        removeNamespace();
    else if (const auto *mark = std::get_if<MarkDisposable>(&command))
        markDisposable(mark->isDisposable);
    else if (const auto *step = std::get_if<CompareStep>(&command))
        compare(*step);
    else if (std::holds_alternative<CancelComparison>(command))
        m_live->comparer.cancel();
    else if (const auto *load = std::get_if<StartLoad>(&command); load && !mayLoad(load->service))
        onGuarded({remote::Trouble::Kind::GuardLoad,
                   {},
                   {remote::Entry::Section::Context, m_state.context},
                   m_state.ns,
                   load->service});
    else
        m_live->desk.handle(command);
}

bool RemoteBackend::mayLoad(const std::string &service) const
{
    return m_state.mayWrite && service.starts_with(m_state.ns + "/");
}

/// The window shows whole seconds.
ClockState RemoteBackend::clock() const
{
    return {.start = m_start, .now = {now().ns / 1'000'000'000 * 1'000'000'000}, .lastRun = {}};
}

bool RemoteBackend::hasWords() const
{
    return m_told != m_state || m_toldClock != clock() ||
           (m_live && (m_live->desk.hasWords() || m_live->comparer.hasNews()));
}

void RemoteBackend::flush()
{
    Batch batch = m_live ? m_live->desk.take() : Batch();
    if (m_live) {
        m_state.ways = m_live->traffic.ways();
        batch.comparison = m_live->comparer.takeState();
    }
    if (m_told != m_state)
        batch.connection = m_told = m_state;
    if (const ClockState clock = this->clock(); m_toldClock != clock)
        batch.clock = m_toldClock = clock;
    m_outbox.post(std::move(batch));
    if (m_hasRecovered && now() - m_state.since >= kShown)
        becomeConnected();
}

} // namespace minato::session
