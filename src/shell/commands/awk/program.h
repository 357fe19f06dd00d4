// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/commands/awk/cell.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace minato::shell::awk {

/// The variables that awk itself reads or sets; they come first in the table of globals.
enum Special : std::size_t {
    kNr,
    kNf,
    kFnr,
    kFs,
    kOfs,
    kOrs,
    kRs,
    kFilename,
    kSubsep,
    kConvfmt,
    kOfmt,
    kRstart,
    kRlength,
    kEnviron,
    kArgc,
    kArgv,
    kSpecials
};

/// Where a value is kept.
struct Place {
    enum class Kind : std::uint8_t { Variable, Element, Field };
    Kind kind = Kind::Variable;
    bool isLocal = false;
    std::size_t index = 0; ///< of the variable or array; a field's number is on the stack
};

enum class Op : std::uint8_t {
    Constant,   ///< pushes constants[x]
    Load,       ///< pushes what is at the place
    Store,      ///< pops a value, keeps it at the place and pushes it again; x: the operator of `op=`, or 0
    Step,       ///< ++ and --: x is 1 or -1 (as unsigned), isAfter: pushes the old value
    Pop,        ///< forgets the top
    Arithmetic, ///< x: '+' '-' '*' '/' '%' '^'
    Compare,    ///< x: '<' '>' '=' '!' 'l' (<=) 'g' (>=)
    Concatenate,
    Negate,
    Plus,
    Not,
    ToBool,
    MatchRecord, ///< $0 ~ regexes[x]
    MatchRegex,  ///< top ~ regexes[x]
    MatchText,   ///< value, pattern
    In,          ///< key in the array at the place
    Join,        ///< x values to one key, with SUBSEP
    Jump,
    JumpIfFalse, ///< pops
    JumpIfTrue,  ///< pops
    Print,       ///< x values; place.index: kind of target (Redirection)
    Printf,
    Getline, ///< x: GetlineFrom; isAfter: into the place
    Delete,  ///< an element
    DeleteAll,
    ForIn,   ///< pushes the keys of the array as an iterator
    NextKey, ///< stores the next key at the place, or jumps to x
    EndForIn,
    Function,   ///< x: Builtin, count arguments
    Substitute, ///< sub (x 0) and gsub (x 1): pattern, replacement, then the place
    Split,      ///< text, and when count is 2 the separator; into the array at the place
    Call,       ///< functions[x] with count arguments
    PushPlace,  ///< an argument that is a bare name: by value, or the array
    Return,
    Next,
    NextFile,
    Exit,       ///< isAfter: with a status on the stack
    RangeStart, ///< jumps to x when range `count` is open
    RangeSet,   ///< opens or closes range `count`: x
    EndRule,
};

enum class Redirection : std::uint8_t { None, File, Append, Command };
enum class GetlineFrom : std::uint8_t { Input, File, Command };
enum class Builtin : std::uint8_t {
    Length,
    LengthOfArray,
    Substr,
    Index,
    Match,
    Sprintf,
    Sin,
    Cos,
    Atan2,
    Exp,
    Log,
    Sqrt,
    Int,
    Rand,
    Srand,
    ToLower,
    ToUpper,
    System,
    Close,
    Fflush,
    Systime,
    Strftime
};

struct Instruction {
    Op op{};
    bool isAfter = false;
    Place place;
    std::size_t x = 0, count = 0;
};

struct Function {
    std::string name;
    std::size_t begin = 0, parameters = 0;
    bool isDefined = false;
};

/// A program, translated: three stretches of instructions and what they refer to.
struct AwkProgram {
    std::vector<Instruction> code;
    std::vector<Cell> constants;
    std::vector<std::string> regexes;
    std::vector<Function> functions;
    std::map<std::string, std::size_t> globals;
    std::vector<std::size_t> begins, rules, ends; ///< where each action starts
    std::size_t ranges = 0;
    [[nodiscard]] bool readsInput() const { return !rules.empty() || !ends.empty(); }
};

} // namespace minato::shell::awk
