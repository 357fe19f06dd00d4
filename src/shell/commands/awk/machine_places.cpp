// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Variables, elements of arrays, fields; and operators on them.
#include "shell/commands/awk/machine.h"

#include <algorithm>
#include <cmath>

namespace minato::shell::awk {

Slot &Machine::slot(const Place &place)
{
    return place.isLocal ? m_frames.back()->locals[place.index] : m_globals[place.index];
}

void Machine::popWhere(const Place &place, std::string &key, std::size_t &field)
{
    if (place.kind == Place::Kind::Element) {
        key = popText();
    } else if (place.kind == Place::Kind::Field) {
        const double number = pop().asNumber();
        if (number < 0 || number > static_cast<double>(Record::kMostFields))
            fail("trying to access out of range field " + std::to_string(static_cast<std::int64_t>(number)));
        else
            field = static_cast<std::size_t>(number);
    }
}

Cell Machine::load(const Place &place, const std::string &key, std::size_t field)
{
    if (place.kind == Place::Kind::Field)
        return m_record.field(field);
    if (place.kind == Place::Kind::Element)
        return slot(place).elements()[key]; // asking makes it
    if (!place.isLocal && place.index == kNf)
        return Cell::of(static_cast<double>(m_record.count()));
    return slot(place).cell;
}

void Machine::store(const Place &place, const std::string &key, std::size_t field, Cell value)
{
    if (place.kind == Place::Kind::Field) {
        m_record.setField(field, value);
        return;
    }
    if (place.kind == Place::Kind::Element) {
        slot(place).elements()[key] = std::move(value);
        return;
    }
    if (!place.isLocal && place.index == kNf) {
        m_record.setCount(
            static_cast<std::size_t>(std::clamp(value.asNumber(), 0.0, double{Record::kMostFields})));
        return;
    }
    slot(place).cell = std::move(value);
    if (!place.isLocal && place.index < kSpecials)
        refreshSeparators();
}

void Machine::refreshSeparators()
{
    m_convfmt = special(kConvfmt).asText("%.6g");
    m_subsep = special(kSubsep).asText(m_convfmt);
    m_record.setSeparators({.fs = special(kFs).asText(m_convfmt),
                            .ofs = special(kOfs).asText(m_convfmt),
                            .convfmt = m_convfmt,
                            .alsoNewlines = special(kRs).asText(m_convfmt).empty()});
}

double Machine::arithmetic(char op, double a, double b)
{
    switch (op) {
    case '+':
        return a + b;
    case '-':
        return a - b;
    case '*':
        return a * b;
    case '/':
        return a / b;
    case '%':
        return std::fmod(a, b);
    default:
        return std::pow(a, b);
    }
}

void Machine::storeFromStack(const Instruction &instruction)
{
    std::string key;
    std::size_t field = 0;
    Cell value = pop();
    popWhere(instruction.place, key, field);
    if (instruction.x != 0)
        value = Cell::of(arithmetic(static_cast<char>(instruction.x),
                                    load(instruction.place, key, field).asNumber(), value.asNumber()));
    store(instruction.place, key, field, value);
    push(std::move(value));
}

void Machine::stepInPlace(const Instruction &instruction)
{
    std::string key;
    std::size_t field = 0;
    popWhere(instruction.place, key, field);
    const double before = load(instruction.place, key, field).asNumber();
    const double after = before + (instruction.x != 0 ? 1 : -1);
    store(instruction.place, key, field, Cell::of(after));
    push(instruction.isAfter ? before : after);
}

bool Machine::matches(const std::string &text, const std::string &pattern)
{
    const Regex *regex = m_patterns.find(pattern);
    if (!regex) {
        fail(m_patterns.mistake());
        return false;
    }
    return regex->find(text).has_value();
}

} // namespace minato::shell::awk
