// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/commands/awk/program.h"
#include "shell/commands/awk/record.h"
#include "shell/process.h"

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace minato::shell::awk {

/// Runs a translated awk program.
///
/// Time      Every kStepsAtOnce instructions take a little of the cluster's time, so that no loop holds the thread.
/// Bounds    Calls are at most kMostCalls deep; a text at most kMostText bytes.
/// Errors    "awk: …" on standard error and status 2.
class Machine {
public:
    Machine(Process &process, AwkProgram program);

    /// `name=value` of -v or between files; escapes are read.
    void assign(const std::string &name, std::string_view value);
    /// Runs BEGIN, the rules for each record of `operands`, END; the exit status.
    [[nodiscard]] client::Task<int> run(std::vector<std::string> operands);

private:
    static constexpr int kStepsAtOnce = 20'000;
    static constexpr std::size_t kMostCalls = 1000;
    static constexpr std::size_t kMostText = 64U << 20U;
    static constexpr base::Duration kBatchTime = std::chrono::microseconds(500);

    enum class Pause : std::uint8_t { RuleDone, Budget, Wait, NextRecord, NextFile, Exit };
    struct Item {
        Cell cell;
        Slot *slot = nullptr; ///< an argument that is a bare name
    };
    struct Frame {
        std::vector<Slot> locals;
        std::vector<Slot *> origins; ///< untouched variables that become arrays here
        std::size_t returnTo = 0;
    };
    struct Keys {
        std::vector<std::string> keys;
        std::size_t next = 0;
    };
    struct Output {
        Redirection kind{};
        OutPtr stream;    ///< of a file
        std::string path; ///< of a file in memory
        std::string text; ///< for a command, which runs when it is closed
    };

    // machine.cpp: what runs and when
    [[nodiscard]] client::Task<Pause> runFrom(std::size_t begin);
    [[nodiscard]] client::Task<bool> runAll(std::vector<std::size_t> actions);
    [[nodiscard]] client::Task<void> readInput();
    [[nodiscard]] client::Task<bool> nextRecord();
    [[nodiscard]] bool openNext();
    [[nodiscard]] Pause steps();
    [[nodiscard]] std::optional<Pause> step(const Instruction &instruction);
    void stepValue(const Instruction &instruction);
    void stepOperator(const Instruction &instruction);
    void stepArray(const Instruction &instruction);
    [[nodiscard]] std::optional<Pause> stepControl(const Instruction &instruction);
    void call(const Instruction &instruction);
    void leave(bool hasValue);
    void range(const Instruction &instruction);

    // machine_places.cpp: variables, fields, operators
    [[nodiscard]] Slot &slot(const Place &place);
    [[nodiscard]] Cell load(const Place &place, const std::string &key, std::size_t field);
    void store(const Place &place, const std::string &key, std::size_t field, Cell value);
    void storeFromStack(const Instruction &instruction);
    void stepInPlace(const Instruction &instruction);
    /// Takes the key or the number of a field from the stack, as the place wants.
    void popWhere(const Place &place, std::string &key, std::size_t &field);
    [[nodiscard]] static double arithmetic(char op, double a, double b);
    void refreshSeparators();
    [[nodiscard]] bool matches(const std::string &text, const std::string &pattern);
    void fail(std::string message);

    // machine_functions.cpp
    void function(const Instruction &instruction);
    void textFunction(Builtin builtin, std::vector<Cell> &arguments);
    void numberFunction(Builtin builtin, const std::vector<Cell> &arguments);
    void substitute(const Instruction &instruction);
    void split(const Instruction &instruction);

    // machine_io.cpp: what waits
    void print(const Instruction &instruction);
    void write(Redirection kind, const std::string &target, const std::string &text);
    [[nodiscard]] client::Task<void> wait(Instruction instruction);
    [[nodiscard]] client::Task<void> getline(Instruction instruction);
    [[nodiscard]] client::Task<int> runCommand(std::string command, InPtr in, OutPtr out);
    [[nodiscard]] client::Task<RecordReader *> reader(GetlineFrom from, std::string name);
    [[nodiscard]] client::Task<int> close(std::string name);
    [[nodiscard]] client::Task<void> closeAll();

    void push(Cell cell) { m_stack.push_back({std::move(cell)}); }
    void push(double number) { push(Cell::of(number)); }
    Cell pop();
    std::string popText() { return pop().asText(m_convfmt); }
    Cell &special(Special which) { return m_globals[which].cell; }

    Process &m_process;
    AwkProgram m_program;
    Patterns m_patterns;
    Record m_record{m_patterns};
    std::vector<Slot> m_globals;
    std::vector<Item> m_stack;
    std::vector<std::unique_ptr<Frame>> m_frames;
    std::vector<Keys> m_keys;
    std::vector<char> m_openRanges;
    std::string m_convfmt = "%.6g", m_subsep = "\034";
    std::size_t m_pc = 0;
    int m_status = 0;
    std::string m_fatal;

    std::deque<std::string> m_operands;
    bool m_hasOpened = false;
    std::unique_ptr<RecordReader> m_input;
    std::map<std::string, std::unique_ptr<RecordReader>> m_readers;
    std::map<std::string, Output> m_outputs;
    std::uint64_t m_random = 1;
    double m_seed = 0;
};

} // namespace minato::shell::awk
