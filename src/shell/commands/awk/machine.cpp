// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What runs and when: actions, records, instructions, calls.
#include "shell/commands/awk/machine.h"

#include "shell/commands/awk/format.h"
#include "shell/commands/awk/lexer.h"
#include "shell/commands/options.h"
#include "shell/sh/lexer.h"

#include <cmath>
#include <utility>

namespace minato::shell::awk {

Machine::Machine(Process &process, AwkProgram program)
    : m_process(process),
      m_program(std::move(program)),
      m_globals(m_program.globals.size()),
      m_openRanges(m_program.ranges, 0)
{
    for (const auto &[which, text] :
         {std::pair(kFs, " "), std::pair(kOfs, " "), std::pair(kOrs, "\n"), std::pair(kRs, "\n"),
          std::pair(kFilename, ""), std::pair(kSubsep, "\034"), std::pair(kConvfmt, "%.6g"),
          std::pair(kOfmt, "%.6g")})
        special(which) = Cell::of(std::string(text));
    for (const Special which : {kNr, kFnr, kRstart})
        special(which) = Cell::of(0);
    special(kRlength) = Cell::of(-1);
    for (const auto &[name, value] : process.environment)
        m_globals[kEnviron].elements()[name] = Cell::input(value);
    refreshSeparators();
}

void Machine::assign(const std::string &name, std::string_view value)
{
    std::string text;
    for (std::size_t at = 0; at < value.size();) {
        if (value[at] == '\\' && at + 1 < value.size())
            text += unescaped(value, ++at);
        else
            text += value[at++];
    }
    const auto known = m_program.globals.find(name);
    if (known != m_program.globals.end())
        store({.index = known->second}, {}, 0, Cell::input(std::move(text)));
}

Cell Machine::pop()
{
    if (m_stack.empty())
        return {};
    Cell cell = std::move(m_stack.back().cell);
    m_stack.pop_back();
    return cell;
}

void Machine::fail(std::string message)
{
    if (m_fatal.empty())
        m_fatal = std::move(message);
}

client::Task<int> Machine::run(std::vector<std::string> operands)
{
    m_operands.assign(operands.begin(), operands.end());
    Array &arguments = m_globals[kArgv].elements();
    arguments["0"] = Cell::of("awk");
    for (std::size_t i = 0; i < operands.size(); ++i)
        arguments[std::to_string(i + 1)] = Cell::input(operands[i]);
    special(kArgc) = Cell::of(static_cast<double>(operands.size() + 1));
    const bool goesOn = co_await runAll(m_program.begins);
    if (goesOn && m_program.readsInput())
        co_await readInput();
    if (m_fatal.empty())
        (void)co_await runAll(m_program.ends);
    if (!m_fatal.empty()) {
        m_process.complain("awk: " + m_fatal + "\n");
        m_status = 2;
    }
    co_await closeAll();
    co_return m_status;
}

/// False: `exit`.
client::Task<bool> Machine::runAll(std::vector<std::size_t> actions)
{
    for (const std::size_t begin : actions) {
        const Pause pause = co_await runFrom(begin);
        if (pause == Pause::Exit)
            co_return false;
    }
    co_return true;
}

client::Task<void> Machine::readInput()
{
    for (;;) {
        const bool hasRecord = co_await nextRecord();
        if (!hasRecord)
            co_return;
        for (const std::size_t rule : m_program.rules) {
            const Pause pause = co_await runFrom(rule);
            if (pause == Pause::Exit)
                co_return;
            if (pause == Pause::NextFile)
                m_input.reset();
            if (pause == Pause::NextRecord || pause == Pause::NextFile)
                break;
        }
        co_await drain(m_process.out);
    }
}

/// The next of the files that can be opened; assignments on the way are made. False: there is none.
bool Machine::openNext()
{
    while (!m_operands.empty()) {
        const std::string operand = std::exchange(m_operands.front(), {});
        m_operands.pop_front();
        const std::size_t equals = operand.find('=');
        if (equals != std::string::npos && isName(std::string_view(operand).substr(0, equals))) {
            assign(operand.substr(0, equals), std::string_view(operand).substr(equals + 1));
            continue;
        }
        if (operand.empty())
            continue;
        m_hasOpened = true;
        auto text = operand == "-"
                        ? std::expected<std::string, std::string>()
                        : m_process.services.files.read(Files::resolve(operand, m_process.folder), operand);
        if (!text) {
            m_process.complain("awk: cannot open " + operand + " (" + text.error() + ")\n");
            m_status = 2;
            continue;
        }
        m_input = std::make_unique<RecordReader>(
            operand == "-" ? m_process.in : std::make_shared<TextInput>(std::move(*text)));
        special(kFilename) = Cell::input(operand);
        special(kFnr) = Cell::of(0);
        return true;
    }
    if (m_hasOpened)
        return false;
    m_hasOpened = true;
    m_input = std::make_unique<RecordReader>(m_process.in);
    return true;
}

client::Task<bool> Machine::nextRecord()
{
    for (;;) {
        if (!m_input && !openNext())
            co_return false;
        auto text = co_await m_input->next(special(kRs).asText(m_convfmt), m_patterns);
        if (text) {
            special(kNr) = Cell::of(special(kNr).asNumber() + 1);
            special(kFnr) = Cell::of(special(kFnr).asNumber() + 1);
            m_record.setText(std::move(*text));
            co_return true;
        }
        m_input.reset();
    }
}

client::Task<Machine::Pause> Machine::runFrom(std::size_t begin)
{
    m_pc = begin;
    m_stack.clear();
    m_frames.clear();
    m_keys.clear();
    for (;;) {
        const Pause pause = steps();
        if (pause == Pause::Budget)
            co_await client::sleep(m_process.services.timers, kBatchTime);
        else if (pause == Pause::Wait)
            co_await wait(m_program.code[m_pc - 1]);
        else
            co_return m_fatal.empty() ? pause : Pause::Exit;
        co_await drain(m_process.out);
    }
}

Machine::Pause Machine::steps()
{
    for (int i = 0; i < kStepsAtOnce; ++i) {
        if (!m_fatal.empty())
            return Pause::Exit;
        const Instruction &instruction = m_program.code[m_pc++];
        if (const auto pause = step(instruction))
            return *pause;
    }
    return Pause::Budget;
}

std::optional<Machine::Pause> Machine::step(const Instruction &instruction)
{
    switch (instruction.op) {
    case Op::Constant:
    case Op::Load:
    case Op::PushPlace:
    case Op::Store:
    case Op::Step:
    case Op::Pop:
    case Op::MatchRecord:
        stepValue(instruction);
        return std::nullopt;
    case Op::In:
    case Op::Join:
    case Op::Delete:
    case Op::DeleteAll:
    case Op::ForIn:
    case Op::NextKey:
    case Op::EndForIn:
        stepArray(instruction);
        return std::nullopt;
    case Op::Print:
    case Op::Printf:
        print(instruction);
        return std::nullopt;
    case Op::Substitute:
        substitute(instruction);
        return std::nullopt;
    case Op::Split:
        split(instruction);
        return std::nullopt;
    case Op::Getline:
        return Pause::Wait;
    case Op::Function:
        if (const auto which = static_cast<Builtin>(instruction.x);
            which == Builtin::System || which == Builtin::Close || which == Builtin::Fflush)
            return Pause::Wait;
        function(instruction);
        return std::nullopt;
    case Op::Jump:
    case Op::JumpIfFalse:
    case Op::JumpIfTrue:
    case Op::Call:
    case Op::Return:
    case Op::Next:
    case Op::NextFile:
    case Op::Exit:
    case Op::RangeStart:
    case Op::RangeSet:
    case Op::EndRule:
        return stepControl(instruction);
    default:
        stepOperator(instruction);
        return std::nullopt;
    }
}

void Machine::stepValue(const Instruction &instruction)
{
    std::string key;
    std::size_t field = 0;
    switch (instruction.op) {
    case Op::Constant:
        push(m_program.constants[instruction.x]);
        return;
    case Op::Load:
        popWhere(instruction.place, key, field);
        push(load(instruction.place, key, field));
        return;
    case Op::PushPlace:
        push(load(instruction.place, {}, 0));
        m_stack.back().slot = &slot(instruction.place);
        return;
    case Op::Store:
        storeFromStack(instruction);
        return;
    case Op::Step:
        stepInPlace(instruction);
        return;
    case Op::MatchRecord:
        push(matches(m_record.field(0).text, m_program.regexes[instruction.x]) ? 1 : 0);
        return;
    default:
        pop();
        return;
    }
}

void Machine::stepOperator(const Instruction &instruction)
{
    const Cell top = pop();
    switch (instruction.op) {
    case Op::Arithmetic:
        push(arithmetic(static_cast<char>(instruction.x), pop().asNumber(), top.asNumber()));
        return;
    case Op::Compare: {
        const int order = compare(pop(), top, m_convfmt);
        const auto op = static_cast<char>(instruction.x);
        push(op == '<'   ? order < 0
             : op == '>' ? order > 0
             : op == '=' ? order == 0
             : op == '!' ? order != 0
             : op == 'l' ? order <= 0
                         : order >= 0);
        return;
    }
    case Op::Concatenate: {
        std::string text = popText() + top.asText(m_convfmt);
        if (text.size() > kMostText)
            fail("out of memory");
        push(Cell::of(std::move(text)));
        return;
    }
    case Op::Negate:
        push(-top.asNumber());
        return;
    case Op::Plus:
        push(top.asNumber());
        return;
    case Op::Not:
    case Op::ToBool:
        push(top.isTrue() == (instruction.op == Op::ToBool) ? 1 : 0);
        return;
    case Op::MatchRegex:
        push(matches(top.asText(m_convfmt), m_program.regexes[instruction.x]) ? 1 : 0);
        return;
    default: // MatchText
        push(matches(popText(), top.asText(m_convfmt)) ? 1 : 0);
        return;
    }
}

void Machine::stepArray(const Instruction &instruction)
{
    switch (instruction.op) {
    case Op::In:
        push(slot(instruction.place).elements().contains(popText()) ? 1 : 0);
        return;
    case Op::Join: {
        std::string key;
        for (std::size_t i = 0; i < instruction.x; ++i)
            key = popText() + (i > 0 ? m_subsep + key : "");
        push(Cell::of(std::move(key)));
        return;
    }
    case Op::Delete:
        slot(instruction.place).elements().erase(popText());
        return;
    case Op::DeleteAll:
        slot(instruction.place).elements().clear();
        return;
    case Op::ForIn: {
        Keys keys;
        for (const auto &[key, value] : slot(instruction.place).elements())
            keys.keys.push_back(key);
        m_keys.push_back(std::move(keys));
        return;
    }
    case Op::NextKey:
        if (m_keys.back().next == m_keys.back().keys.size())
            m_pc = instruction.x;
        else
            store(instruction.place, {}, 0, Cell::input(m_keys.back().keys[m_keys.back().next++]));
        return;
    default:
        m_keys.pop_back();
        return;
    }
}

std::optional<Machine::Pause> Machine::stepControl(const Instruction &instruction)
{
    switch (instruction.op) {
    case Op::Jump:
        m_pc = instruction.x;
        return std::nullopt;
    case Op::JumpIfFalse:
    case Op::JumpIfTrue:
        if (pop().isTrue() == (instruction.op == Op::JumpIfTrue))
            m_pc = instruction.x;
        return std::nullopt;
    case Op::Call:
        call(instruction);
        return std::nullopt;
    case Op::Return:
        leave(instruction.isAfter);
        return std::nullopt;
    case Op::RangeStart:
    case Op::RangeSet:
        range(instruction);
        return std::nullopt;
    case Op::Next:
        return Pause::NextRecord;
    case Op::NextFile:
        return Pause::NextFile;
    case Op::Exit:
        if (instruction.isAfter)
            m_status = static_cast<int>(pop().asNumber()) & 0xFF;
        return Pause::Exit;
    default:
        return Pause::RuleDone;
    }
}

void Machine::range(const Instruction &instruction)
{
    char &isOpen = m_openRanges[instruction.count];
    if (instruction.op == Op::RangeSet)
        isOpen = instruction.x != 0 ? 1 : 0;
    else if (isOpen != 0)
        m_pc = instruction.x;
}

void Machine::call(const Instruction &instruction)
{
    if (m_frames.size() >= kMostCalls) {
        fail("function call nesting too deep");
        return;
    }
    const Function &function = m_program.functions[instruction.x];
    auto frame = std::make_unique<Frame>();
    const std::size_t count = std::max(function.parameters, instruction.count);
    frame->locals.resize(count);
    frame->origins.resize(count);
    frame->returnTo = m_pc;
    for (std::size_t i = instruction.count; i-- > 0 && !m_stack.empty();) {
        Slot *origin = m_stack.back().slot;
        if (origin && origin->array)
            frame->locals[i].array = origin->array;
        else if (origin && origin->cell.kind == Cell::Kind::Unset)
            frame->origins[i] = origin;
        frame->locals[i].cell = pop();
    }
    m_frames.push_back(std::move(frame));
    m_pc = function.begin;
}

void Machine::leave(bool hasValue)
{
    Cell value = hasValue ? pop() : Cell();
    Frame &frame = *m_frames.back();
    for (std::size_t i = 0; i < frame.locals.size(); ++i)
        if (frame.origins[i] && frame.locals[i].array && !frame.origins[i]->array)
            frame.origins[i]->array = frame.locals[i].array;
    m_pc = frame.returnTo;
    m_frames.pop_back();
    push(std::move(value));
}

} // namespace minato::shell::awk
