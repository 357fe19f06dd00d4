// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/sh/streams.h"

namespace minato::shell {
namespace {

constexpr std::size_t kPipeCapacity = 64U << 10U;

struct Pipe {
    Pipe(api::Timers &timers, std::function<void()> broken)
        : onBroken(std::move(broken)), readable(timers), writable(timers)
    {
    }
    std::string data;
    bool hasWriter = true;
    bool hasReader = true;
    std::function<void()> onBroken;
    Signal readable, writable;
};

class PipeWriter : public OutStream {
public:
    explicit PipeWriter(std::shared_ptr<Pipe> pipe) : m_pipe(std::move(pipe)) {}
    ~PipeWriter() override
    {
        m_pipe->hasWriter = false;
        m_pipe->readable.notify();
    }
    PipeWriter(const PipeWriter &) = delete;
    PipeWriter &operator=(const PipeWriter &) = delete;

    void write(std::string_view text) override
    {
        if (text.empty())
            return;
        if (!m_pipe->hasReader) {
            m_pipe->onBroken();
            return;
        }
        m_pipe->data += text;
        m_pipe->readable.notify();
    }
    bool isFull() const override { return m_pipe->hasReader && m_pipe->data.size() > kPipeCapacity; }
    client::Task<void> drained() override
    {
        const auto pipe = m_pipe;
        while (pipe->hasReader && pipe->data.size() > kPipeCapacity)
            co_await pipe->writable.wait();
    }

private:
    std::shared_ptr<Pipe> m_pipe;
};

class PipeReader : public InStream {
public:
    explicit PipeReader(std::shared_ptr<Pipe> pipe) : m_pipe(std::move(pipe)) {}
    ~PipeReader() override
    {
        m_pipe->hasReader = false;
        m_pipe->data.clear();
        m_pipe->writable.notify();
    }
    PipeReader(const PipeReader &) = delete;
    PipeReader &operator=(const PipeReader &) = delete;

protected:
    client::Task<bool> fill() override
    {
        const auto pipe = m_pipe;
        while (pipe->data.empty() && pipe->hasWriter)
            co_await pipe->readable.wait();
        if (pipe->data.empty())
            co_return false;
        append(std::exchange(pipe->data, {}));
        pipe->writable.notify();
        co_return true;
    }

private:
    std::shared_ptr<Pipe> m_pipe;
};

} // namespace

client::Task<void> OutStream::drained()
{
    co_return;
}

client::Task<bool> InStream::fill()
{
    co_return false;
}

void InStream::append(std::string text)
{
    if (m_begin == m_buffer.size())
        m_buffer = std::move(text);
    else
        m_buffer = m_buffer.substr(m_begin) + text;
    m_begin = 0;
}

std::string InStream::takeBuffer()
{
    std::string text = m_begin == 0 ? std::move(m_buffer) : m_buffer.substr(m_begin);
    m_buffer.clear();
    m_begin = 0;
    return text;
}

client::Task<std::optional<Line>> InStream::readLine()
{
    for (;;) {
        const std::size_t end = m_buffer.find('\n', m_begin);
        if (end != std::string::npos) {
            Line line{m_buffer.substr(m_begin, end - m_begin), true};
            m_begin = end + 1;
            co_return line;
        }
        const bool hasMore = co_await fill();
        if (!hasMore)
            break;
    }
    if (m_begin == m_buffer.size())
        co_return std::nullopt;
    co_return Line{takeBuffer(), false};
}

client::Task<std::string> InStream::readSome()
{
    if (m_begin == m_buffer.size())
        co_await fill();
    co_return takeBuffer();
}

client::Task<std::string> InStream::readAll()
{
    std::string text;
    for (;;) {
        text += takeBuffer();
        const bool hasMore = co_await fill();
        if (!hasMore)
            co_return text;
    }
}

void CaptureOutput::write(std::string_view piece)
{
    if (text.size() + piece.size() <= kMaxCapture)
        text += piece;
    else if (m_onOverflow)
        std::exchange(m_onOverflow, {})();
}

PipeEnds makePipe(api::Timers &timers, std::function<void()> onBroken)
{
    auto pipe = std::make_shared<Pipe>(timers, std::move(onBroken));
    return {std::make_shared<PipeWriter>(pipe), std::make_shared<PipeReader>(pipe)};
}

} // namespace minato::shell
