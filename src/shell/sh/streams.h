// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/task.h"
#include "shell/sh/signal.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace minato::shell {

/// Where a command writes. write() never waits; whoever writes much calls `co_await drain(out)` now and then.
class OutStream {
public:
    virtual ~OutStream() = default;
    virtual void write(std::string_view text) = 0;
    /// The reader is behind; drained() then waits for it.
    [[nodiscard]] virtual bool isFull() const { return false; }
    [[nodiscard]] virtual client::Task<void> drained();
};
using OutPtr = std::shared_ptr<OutStream>;

struct Line {
    std::string text;
    bool hasNewline = true; ///< false: the text ended without one
};

/// Where a command reads. Several commands may read on one after the other, as from one file descriptor.
class InStream {
public:
    virtual ~InStream() = default;
    /// The next line, or nullopt at the end.
    [[nodiscard]] client::Task<std::optional<Line>> readLine();
    /// What there is; empty at the end.
    [[nodiscard]] client::Task<std::string> readSome();
    [[nodiscard]] client::Task<std::string> readAll();
    /// A person types here: programs may ask for a terminal.
    [[nodiscard]] virtual bool isTerminal() const { return false; }
    /// Of a terminal: the program that reads echoes what is typed itself, and hears of Ctrl+D as a key.
    virtual void setRaw(bool) {}

protected:
    /// Appends to the buffer; false at the end.
    [[nodiscard]] virtual client::Task<bool> fill();
    void append(std::string text);

private:
    [[nodiscard]] std::string takeBuffer();
    std::string m_buffer;
    std::size_t m_begin = 0; ///< what stands before it has been read
};
using InPtr = std::shared_ptr<InStream>;

/// A text to read: a file, a here-document, nothing.
class TextInput : public InStream {
public:
    explicit TextInput(std::string text = {}) { append(std::move(text)); }
};

class NullOutput : public OutStream {
public:
    void write(std::string_view) override {}
};

/// Hands each piece to a function.
class FunctionOutput : public OutStream {
public:
    explicit FunctionOutput(std::function<void(std::string_view)> function) : m_function(std::move(function))
    {
    }
    void write(std::string_view text) override { m_function(text); }

private:
    std::function<void(std::string_view)> m_function;
};

/// Collects a text of at most kMaxCapture bytes; says when there is more.
class CaptureOutput : public OutStream {
public:
    static constexpr std::size_t kMaxCapture = 64U << 20U;
    explicit CaptureOutput(std::function<void()> onOverflow) : m_onOverflow(std::move(onOverflow)) {}
    void write(std::string_view piece) override;
    std::string text;

private:
    std::function<void()> m_onOverflow;
};

/// Two ends of a pipe. Dropping an end closes it; writing to a pipe without reader calls onBroken (SIGPIPE).
struct PipeEnds {
    OutPtr writer;
    InPtr reader;
};
[[nodiscard]] PipeEnds makePipe(api::Timers &timers, std::function<void()> onBroken);

[[nodiscard]] inline client::Task<void> drain(OutPtr out)
{
    while (out && out->isFull())
        co_await out->drained();
}

} // namespace minato::shell
