// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Printing, files, commands.
#include "shell/commands/awk/format.h"
#include "shell/commands/awk/machine.h"
#include "shell/commands/nested_shell.h"

namespace minato::shell::awk {

void Machine::print(const Instruction &instruction)
{
    const auto kind = static_cast<Redirection>(instruction.place.index);
    const std::string target = kind == Redirection::None ? std::string() : popText();
    std::vector<Cell> values(instruction.x);
    for (std::size_t i = instruction.x; i-- > 0;)
        values[i] = pop();
    std::string text;
    if (instruction.op == Op::Printf) {
        const std::string format = values.front().asText(m_convfmt);
        values.erase(values.begin());
        text = formatted(format, values, m_convfmt);
    } else {
        const std::string ofmt = special(kOfmt).asText(m_convfmt), ofs = special(kOfs).asText(m_convfmt);
        if (values.empty())
            text = m_record.field(0).asText(ofmt);
        for (std::size_t i = 0; i < values.size(); ++i)
            text += (i > 0 ? ofs : "") + values[i].asText(ofmt);
        text += special(kOrs).asText(m_convfmt);
    }
    write(kind, target, text);
}

void Machine::write(Redirection kind, const std::string &target, const std::string &text)
{
    if (kind == Redirection::None || target == "/dev/stdout" ||
        (target == "-" && kind != Redirection::Command))
        return m_process.print(text);
    if (target == "/dev/stderr")
        return m_process.complain(text);
    if (target == "/dev/null")
        return;
    Files &files = m_process.services.files;
    const auto [open, isNew] = m_outputs.try_emplace(target);
    Output &output = open->second;
    if (isNew) {
        output.kind = kind;
        output.path = Files::resolve(target, m_process.folder);
        const bool keepsText = kind == Redirection::Append && files.exists(output.path);
        if (kind != Redirection::Command && !keepsText && !files.create(output.path))
            return fail("cannot open \"" + target + "\" for output");
    }
    if (output.kind != Redirection::Command && !files.append(output.path, text))
        fail("write failure (No space left on device)");
    if (output.kind != Redirection::Command)
        return;
    output.text += text;
    if (output.text.size() > kMostText)
        fail("out of memory");
}

client::Task<void> Machine::wait(Instruction instruction)
{
    if (instruction.op == Op::Getline) {
        co_await getline(instruction);
        co_return;
    }
    const auto builtin = static_cast<Builtin>(instruction.x);
    for (std::size_t i = 1; i < instruction.count; ++i)
        pop();
    const std::string argument = instruction.count > 0 ? popText() : std::string();
    int status = 0;
    if (builtin == Builtin::System)
        status = co_await runCommand(argument, m_process.in, m_process.out);
    else if (builtin == Builtin::Close)
        status = co_await close(argument);
    push(status);
}

client::Task<int> Machine::runCommand(std::string command, InPtr in, OutPtr out)
{
    int status = co_await runNestedShell(m_process, std::move(command), {}, std::move(in), std::move(out));
    co_return status;
}

client::Task<RecordReader *> Machine::reader(GetlineFrom from, std::string name)
{
    const auto known = m_readers.find(name);
    if (known != m_readers.end())
        co_return known->second.get();
    InPtr in;
    if (from == GetlineFrom::Command) {
        const auto output = std::make_shared<CaptureOutput>(nullptr);
        co_await runCommand(name, m_process.in, output);
        in = std::make_shared<TextInput>(std::move(output->text));
    } else if (name == "-" || name == "/dev/stdin") {
        in = m_process.in;
    } else {
        auto text = m_process.services.files.read(Files::resolve(name, m_process.folder), name);
        if (!text)
            co_return nullptr;
        in = std::make_shared<TextInput>(std::move(*text));
    }
    co_return m_readers.emplace(name, std::make_unique<RecordReader>(std::move(in))).first->second.get();
}

client::Task<void> Machine::getline(Instruction instruction)
{
    const auto from = static_cast<GetlineFrom>(instruction.x);
    std::string key, name;
    std::size_t field = 0;
    if (from == GetlineFrom::File)
        name = popText();
    if (instruction.isAfter)
        popWhere(instruction.place, key, field);
    if (from == GetlineFrom::Command)
        name = popText();
    std::optional<std::string> text;
    if (from == GetlineFrom::Input) {
        const Record before = m_record;
        const bool hasRecord = co_await nextRecord();
        if (hasRecord && instruction.isAfter) {
            text = m_record.field(0).text;
            m_record.restore(before);
        }
        if (!hasRecord || !instruction.isAfter) {
            push(hasRecord ? 1 : 0);
            co_return;
        }
    } else {
        RecordReader *const lines = co_await reader(from, name);
        if (!lines) {
            push(-1);
            co_return;
        }
        text = co_await lines->next(special(kRs).asText(m_convfmt), m_patterns);
        if (text && from == GetlineFrom::Command)
            special(kNr) = Cell::of(special(kNr).asNumber() + 1);
    }
    if (text && instruction.isAfter)
        store(instruction.place, key, field, Cell::input(std::move(*text)));
    else if (text)
        m_record.setText(std::move(*text));
    push(text ? 1 : 0);
}

client::Task<int> Machine::close(std::string name)
{
    int status = m_readers.erase(name) > 0 ? 0 : -1;
    const auto open = m_outputs.find(name);
    if (open == m_outputs.end())
        co_return status;
    Output output = std::move(open->second);
    m_outputs.erase(open);
    status = 0;
    if (output.kind == Redirection::Command)
        status =
            co_await runCommand(name, std::make_shared<TextInput>(std::move(output.text)), m_process.out);
    co_return status;
}

client::Task<void> Machine::closeAll()
{
    while (!m_outputs.empty()) {
        const std::string name = m_outputs.begin()->first;
        (void)co_await close(name);
    }
}

} // namespace minato::shell::awk
