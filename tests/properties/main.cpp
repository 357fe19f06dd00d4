// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Plays random clusters: minato_properties [--seed FIRST] [--runs N] [--commands N] [--log] [--trace]
#include "properties/chaos.h"

#include <cstdint>
#include <cstdlib>
#include <format>
#include <iostream>
#include <string_view>

namespace {

struct Arguments {
    std::uint64_t seed = 1;
    int runs = 1000;
    int commands = 24;
    bool showsLog = false, isTraced = false;
    bool isValid = true;
};

Arguments parse(int argc, char **argv)
{
    Arguments arguments;
    for (int i = 1; i < argc; ++i) {
        const std::string_view name = argv[i];
        const bool hasValue = i + 1 < argc;
        if (name == "--log")
            arguments.showsLog = true;
        else if (name == "--trace")
            arguments.showsLog = arguments.isTraced = true;
        else if (name == "--seed" && hasValue)
            arguments.seed = std::strtoull(argv[++i], nullptr, 10);
        else if (name == "--runs" && hasValue)
            arguments.runs = std::atoi(argv[++i]);
        else if (name == "--commands" && hasValue)
            arguments.commands = std::atoi(argv[++i]);
        else
            arguments.isValid = false;
    }
    arguments.isValid = arguments.isValid && arguments.runs > 0;
    return arguments;
}

void print(const minato::tests::Chaos::Outcome &outcome)
{
    for (const auto &line : outcome.log)
        std::cout << "  " << line << '\n';
}

} // namespace

int main(int argc, char **argv)
{
    const Arguments arguments = parse(argc, argv);
    if (!arguments.isValid) {
        std::cerr << "usage: minato_properties [--seed FIRST] [--runs N] [--commands N] [--log] [--trace]\n";
        return 2;
    }
    std::uint64_t events = 0;
    int failures = 0;
    for (int i = 0; i < arguments.runs; ++i) {
        const auto seed = arguments.seed + static_cast<std::uint64_t>(i);
        const auto outcome = minato::tests::Chaos(seed, arguments.commands, arguments.isTraced).run();
        events += outcome.events;
        if (arguments.showsLog)
            print(outcome);
        if (outcome.complaints.empty())
            continue;
        ++failures;
        std::cout << "seed " << seed << ":\n";
        if (!arguments.showsLog)
            print(outcome);
        for (const auto &complaint : outcome.complaints)
            std::cout << "  " << complaint << '\n';
        std::cout << std::format("  again: {} --seed {} --runs 1 --commands {} --trace\n", argv[0], seed,
                                 arguments.commands);
    }
    std::cout << std::format("{} runs, {} events, {} failures\n", arguments.runs, events, failures);
    // Runs that see nothing happen would prove nothing.
    return failures == 0 && events > static_cast<std::uint64_t>(arguments.runs) * 100 ? 0 : 1;
}
