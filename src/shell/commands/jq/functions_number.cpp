// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Numbers and times.
#include "shell/commands/clock_format.h"
#include "shell/commands/jq/functions.h"
#include "shell/commands/jq/json_text.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <limits>
#include <sstream>

namespace minato::shell::jq {
namespace {

using Arguments = std::span<const Value>;
constexpr double kSecond = 1e9, kMostSeconds = 9e9;

double numberOf(const Value &value)
{
    if (!value.isNumber())
        fail(described(value) + " number required");
    return value.number();
}

template <auto function>
Value numeric(Interpreter &, const Value &in, Arguments)
{
    return {function(numberOf(in))};
}

Value power(Interpreter &, const Value &, Arguments arguments)
{
    return {std::pow(numberOf(arguments[0]), numberOf(arguments[1]))};
}

Value absolute(Interpreter &, const Value &in, Arguments)
{
    return numberOf(in) < 0 ? Value(-in.number()) : in;
}

Value tonumber(Interpreter &, const Value &in, Arguments)
{
    if (in.isNumber())
        return in;
    if (!in.isString())
        fail(described(in) + " cannot be parsed as a number");
    std::string why = "Unexpected extra JSON values";
    try {
        JsonReader reader(in.text());
        const auto value = reader.next();
        if (value && value->isNumber() && !reader.next())
            return *value;
    } catch (const Error &error) {
        why = plainText(error.value);
    }
    fail(why + " (while parsing '" + in.text() + "')");
}

Value infinite(Interpreter &, const Value &, Arguments)
{
    return {std::numeric_limits<double>::infinity()};
}

Value notANumber(Interpreter &, const Value &, Arguments)
{
    return {std::numeric_limits<double>::quiet_NaN()};
}

Value isinfinite(Interpreter &, const Value &in, Arguments)
{
    return {std::isinf(numberOf(in))};
}

Value isnan(Interpreter &, const Value &in, Arguments)
{
    return {std::isnan(numberOf(in))};
}

Value isnormal(Interpreter &, const Value &in, Arguments)
{
    return {std::isnormal(numberOf(in))};
}

Value now(Interpreter &interpreter, const Value &, Arguments)
{
    return {static_cast<double>(interpreter.world().now.ns) / kSecond};
}

base::Instant instantOf(double seconds)
{
    return {static_cast<std::int64_t>(std::clamp(seconds, -kMostSeconds, kMostSeconds) * kSecond)};
}

/// [year, month from 0, day, hours, minutes, seconds, weekday, day of the year]
Value brokenDown(double seconds)
{
    using namespace std::chrono;
    const double whole = std::floor(seconds);
    const sys_seconds time{
        std::chrono::seconds(static_cast<std::int64_t>(std::clamp(whole, -kMostSeconds, kMostSeconds)))};
    const sys_days day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss clock(time - day);
    return {Array{Value(static_cast<double>(static_cast<int>(date.year()))),
                  Value(static_cast<double>(static_cast<unsigned>(date.month())) - 1),
                  Value(static_cast<double>(static_cast<unsigned>(date.day()))),
                  Value(static_cast<double>(clock.hours().count())),
                  Value(static_cast<double>(clock.minutes().count())),
                  Value(static_cast<double>(clock.seconds().count()) + (seconds - whole)),
                  Value(static_cast<double>(weekday(day).c_encoding())),
                  Value(static_cast<double>((day - sys_days(date.year() / 1 / 1)).count()))}};
}

Value gmtime(Interpreter &, const Value &in, Arguments)
{
    if (!in.isNumber())
        fail("gmtime() requires a number");
    return brokenDown(in.number());
}

double secondsOf(const Value &parts, std::string_view function)
{
    using namespace std::chrono;
    if (!parts.isArray() || parts.items().size() < 6 || !std::ranges::all_of(parts.items(), &Value::isNumber))
        fail(std::string(function) + " requires parsed datetime inputs");
    const auto part = [&](std::size_t i) {
        return static_cast<int>(std::clamp(parts.items()[i].number(), -1e6, 1e6));
    };
    const year_month first{year(part(0)), month(1)};
    const sys_days day = sys_days((first + months(part(1))) / 1) + days(part(2) - 1);
    return static_cast<double>(day.time_since_epoch().count()) * 86400 + part(3) * 3600 + part(4) * 60 +
           std::floor(parts.items()[5].number());
}

Value mktime(Interpreter &, const Value &in, Arguments)
{
    return {secondsOf(in, "mktime")};
}

Value strftime(Interpreter &, const Value &in, Arguments arguments)
{
    if (!arguments[0].isString())
        fail("strftime/1 requires a string format");
    if (!in.isNumber() && !in.isArray())
        fail("strftime/1 requires parsed datetime inputs");
    const double seconds = in.isNumber() ? in.number() : secondsOf(in, "strftime/1");
    return {formatTime(instantOf(std::floor(seconds)), arguments[0].text())};
}

Value strptime(Interpreter &, const Value &in, Arguments arguments)
{
    if (!in.isString() || !arguments[0].isString())
        fail("strptime/1 requires string inputs and arguments");
    std::istringstream stream(in.text());
    std::chrono::sys_seconds time;
    std::string format = arguments[0].text();
    if (format.ends_with('Z') && !format.ends_with("%Z") && in.text().ends_with('Z')) {
        format.pop_back(); // a literal Z
        stream.str(in.text().substr(0, in.text().size() - 1));
    }
    stream >> std::chrono::parse(format, time);
    if (stream.fail())
        fail("date \"" + in.text() + "\" does not match format \"" + arguments[0].text() + "\"");
    return brokenDown(static_cast<double>(time.time_since_epoch().count()));
}

constexpr std::array kNumbers{FunctionEntry{"floor", 0, numeric<[](double x) { return std::floor(x); }>},
                              FunctionEntry{"ceil", 0, numeric<[](double x) { return std::ceil(x); }>},
                              FunctionEntry{"round", 0, numeric<[](double x) { return std::round(x); }>},
                              FunctionEntry{"trunc", 0, numeric<[](double x) { return std::trunc(x); }>},
                              FunctionEntry{"sqrt", 0, numeric<[](double x) { return std::sqrt(x); }>},
                              FunctionEntry{"fabs", 0, numeric<[](double x) { return std::fabs(x); }>},
                              FunctionEntry{"exp", 0, numeric<[](double x) { return std::exp(x); }>},
                              FunctionEntry{"exp2", 0, numeric<[](double x) { return std::exp2(x); }>},
                              FunctionEntry{"log", 0, numeric<[](double x) { return std::log(x); }>},
                              FunctionEntry{"log2", 0, numeric<[](double x) { return std::log2(x); }>},
                              FunctionEntry{"log10", 0, numeric<[](double x) { return std::log10(x); }>},
                              FunctionEntry{"pow", 2, power},
                              FunctionEntry{"abs", 0, absolute},
                              FunctionEntry{"tonumber", 0, tonumber},
                              FunctionEntry{"infinite", 0, infinite},
                              FunctionEntry{"nan", 0, notANumber},
                              FunctionEntry{"isinfinite", 0, isinfinite},
                              FunctionEntry{"isnan", 0, isnan},
                              FunctionEntry{"isnormal", 0, isnormal},
                              FunctionEntry{"now", 0, now},
                              FunctionEntry{"gmtime", 0, gmtime},
                              FunctionEntry{"localtime", 0, gmtime},
                              FunctionEntry{"mktime", 0, mktime},
                              FunctionEntry{"strftime", 1, strftime},
                              FunctionEntry{"strptime", 1, strptime}};

} // namespace

std::span<const FunctionEntry> numberFunctions()
{
    return kNumbers;
}

} // namespace minato::shell::jq
