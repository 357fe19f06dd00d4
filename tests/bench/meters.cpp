// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "meters.h"

#include <QEventLoop>
#include <QFile>
#include <QQuickWindow>
#include <QTimer>

#include <algorithm>
#include <ctime>

#ifdef __GLIBC__
#include <malloc.h>
#include <pthread.h>
#endif

namespace minato::bench {
namespace {

/// Tells the processor time of the thread that makes it, in any thread.
std::function<Milliseconds()> clockOfThisThread()
{
#ifdef __GLIBC__
    clockid_t clock{};
    if (pthread_getcpuclockid(pthread_self(), &clock) == 0)
        return [clock] {
            timespec time{};
            clock_gettime(clock, &time);
            return Milliseconds(double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6);
        };
#endif
    return [] { return Milliseconds{}; };
}

} // namespace

using namespace std::chrono_literals;

double percentile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    const auto at = values.begin() + std::ptrdiff_t(share * double(values.size() - 1));
    std::ranges::nth_element(values, at);
    return *at;
}

double median(std::vector<double> values)
{
    return percentile(std::move(values), 0.5);
}

double residentMiB()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * 4096 / 1048576;
}

double heapMiB()
{
#ifdef __GLIBC__
    const auto info = mallinfo2();
    return double(info.uordblks + info.hblkhd) / 1048576;
#else
    return 0;
#endif
}

Milliseconds processorTime()
{
    return Milliseconds(double(std::clock()) * 1000 / CLOCKS_PER_SEC);
}

bool waitForFrame(QQuickWindow &window, std::chrono::milliseconds longest)
{
    QEventLoop loop;
    bool isShown = false;
    // A render thread may tell it: the loop hears of it in its own.
    QObject::connect(&window, &QQuickWindow::frameSwapped, &loop, [&] {
        isShown = true;
        loop.quit();
    });
    QTimer::singleShot(longest, &loop, &QEventLoop::quit);
    loop.exec();
    return isShown;
}

void runEvents(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

StallMeter::StallMeter()
    : m_ownTime(clockOfThisThread()), m_thread([this](std::stop_token stop) {
          while (!stop.stop_requested()) {
              if (m_isAnswered.exchange(false))
                  QMetaObject::invokeMethod(
                      &m_listener,
                      [this, asked = Clock::now(), ownThen = m_ownTime()] { answer(asked, ownThen); },
                      Qt::QueuedConnection);
              std::this_thread::sleep_for(10ms);
          }
      })
{
}

StallMeter::~StallMeter()
{
    m_thread.request_stop();
    m_thread.join();
}

void StallMeter::answer(Clock::time_point asked, Milliseconds ownThen)
{
    const double delay = Milliseconds(Clock::now() - asked).count();
    m_delays.push_back(delay);
    if (delay > 50)
        m_stalls.push_back({delay, (m_ownTime() - ownThen).count(), m_doing});
    m_isAnswered = true;
}

} // namespace minato::bench
