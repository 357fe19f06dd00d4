// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// jq [OPTION…] FILTER [FILE…]
//
// Mirrors   jq 1.7.1: options, output, exit statuses, what errors say
// Differs   No modules, no `?//`, no colours, no --stream, --seq. A filter that takes too many steps is ended.
#include "shell/commands/jq/interpreter.h"
#include "shell/commands/jq/json_text.h"
#include "shell/commands/jq/parser.h"
#include "shell/commands/programs.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace minato::shell {
namespace {

using namespace jq;

constexpr int kNothing = 4, kFailed = 5, kUsage = 2, kSyntax = 3;

struct JqCall {
    std::optional<std::string> filter;
    std::vector<std::string> files;
    TextStyle style{.indent = 2};
    bool isRaw = false, isJoined = false, hasNoInput = false, readsText = false, slurps = false,
         setsStatus = false;
    bool asksHelp = false, asksVersion = false;
    std::map<std::string, Value> variables;
    Array positional;
    std::string mistake;
};

/// Reads the command line; files are named in it as well.
class JqArguments {
public:
    explicit JqArguments(const Process &process) : m_process(process), m_words(process.arguments) {}

    JqCall read()
    {
        for (; m_at < m_words.size() && m_call.mistake.empty(); ++m_at) {
            const std::string &word = m_words[m_at];
            if (m_isOver || word.size() < 2 || word.front() != '-')
                operand(word);
            else if (word == "--")
                m_isOver = true;
            else if (word.starts_with("--"))
                longOption(word.substr(2));
            else
                for (const char letter : word.substr(1))
                    shortOption(letter);
        }
        Object named;
        for (const auto &[name, value] : m_call.variables)
            named.set(name, value);
        Object arguments;
        arguments.set("positional", Value(m_call.positional));
        arguments.set("named", Value(std::move(named)));
        m_call.variables.insert_or_assign("ARGS", Value(std::move(arguments)));
        return std::move(m_call);
    }

private:
    enum class Rest : std::uint8_t { Files, Texts, Values };

    void operand(const std::string &word)
    {
        if (!m_call.filter && !m_hasFile)
            m_call.filter = word;
        else if (m_rest == Rest::Texts)
            m_call.positional.emplace_back(word);
        else if (m_rest == Rest::Values)
            m_call.positional.push_back(json(word, "--jsonargs"));
        else
            m_call.files.push_back(word);
    }

    void shortOption(char letter)
    {
        static constexpr std::array<std::pair<char, std::string_view>, 12> names{{{'r', "raw-output"},
                                                                                  {'j', "join-output"},
                                                                                  {'a', "ascii-output"},
                                                                                  {'c', "compact-output"},
                                                                                  {'n', "null-input"},
                                                                                  {'s', "slurp"},
                                                                                  {'S', "sort-keys"},
                                                                                  {'e', "exit-status"},
                                                                                  {'R', "raw-input"},
                                                                                  {'f', "from-file"},
                                                                                  {'h', "help"},
                                                                                  {'V', "version"}}};
        if (letter == 'C' || letter == 'M')
            return;
        const auto known = std::ranges::find(names, letter, &std::pair<char, std::string_view>::first);
        if (known == names.end())
            m_call.mistake = std::string("Unknown arguments\n");
        else
            longOption(std::string(known->second));
    }

    void longOption(const std::string &name)
    {
        if (name == "raw-output" || name == "raw-output0")
            m_call.isRaw = true;
        else if (name == "join-output")
            m_call.isRaw = m_call.isJoined = true;
        else if (name == "ascii-output")
            m_call.style.isAscii = true;
        else if (name == "compact-output")
            m_call.style.indent = 0;
        else if (name == "tab")
            m_call.style.indent = -1;
        else if (name == "null-input")
            m_call.hasNoInput = true;
        else if (name == "slurp")
            m_call.slurps = true;
        else if (name == "sort-keys")
            m_call.style.sortsKeys = true;
        else if (name == "exit-status")
            m_call.setsStatus = true;
        else if (name == "raw-input")
            m_call.readsText = true;
        else if (name == "help")
            m_call.asksHelp = true;
        else if (name == "version")
            m_call.asksVersion = true;
        else if (name == "args" || name == "jsonargs")
            m_rest = name == "args" ? Rest::Texts : Rest::Values;
        else if (name == "indent" || name == "from-file")
            optionWithValue(name);
        else if (name == "arg" || name == "argjson" || name == "slurpfile" || name == "rawfile")
            variable(name);
        else if (name != "color-output" && name != "monochrome-output" && name != "unbuffered")
            m_call.mistake = "Unknown option: --" + name;
    }

    void optionWithValue(const std::string &name)
    {
        if (m_at + 1 >= m_words.size()) {
            m_call.mistake = "--" + name + " takes one parameter";
            return;
        }
        const std::string &value = m_words[++m_at];
        if (name == "indent") {
            std::from_chars(value.data(), value.data() + value.size(), m_call.style.indent);
            m_call.style.indent = std::clamp(m_call.style.indent, 0, 7);
            return;
        }
        const auto text = fileText(value);
        // A file that was taken for the filter before is the first one to read.
        if (m_call.filter)
            m_call.files.insert(m_call.files.begin(), *m_call.filter);
        m_call.filter = text;
        m_hasFile = true;
    }

    void variable(const std::string &option)
    {
        if (m_at + 2 >= m_words.size()) {
            m_call.mistake = "--" + option + " takes two parameters (e.g. --" + option + " varname " +
                             (option == "arg"       ? "value)"
                              : option == "argjson" ? "text)"
                                                    : "filename)");
            return;
        }
        const std::string name = m_words[m_at + 1], value = m_words[m_at + 2];
        m_at += 2;
        Value content(value);
        if (option == "argjson") {
            content = json(value, "--argjson");
        } else if (option == "rawfile") {
            content = Value(fileText(value));
        } else if (option == "slurpfile") {
            Array all;
            const std::string text = fileText(value);
            try {
                JsonReader reader(text);
                while (auto next = reader.next())
                    all.push_back(std::move(*next));
            } catch (const Error &error) {
                m_call.mistake =
                    "Bad JSON in --slurpfile " + name + " " + value + ": " + plainText(error.value);
            }
            content = Value(std::move(all));
        }
        m_call.variables.emplace(name, std::move(content));
    }

    std::string fileText(const std::string &name)
    {
        auto text = m_process.services.files.read(Files::resolve(name, m_process.folder), name);
        if (!text)
            m_call.mistake = "error: Could not open " + name + ": " + text.error();
        return text.value_or("");
    }

    Value json(const std::string &text, const std::string &option)
    {
        try {
            JsonReader reader(text);
            if (auto value = reader.next(); value && !reader.next())
                return *value;
        } catch (const Error &) {
        }
        m_call.mistake = "Invalid JSON text passed to " + option;
        return {};
    }

    const Process &m_process;
    const std::vector<std::string> &m_words;
    std::size_t m_at = 1;
    JqCall m_call;
    Rest m_rest = Rest::Files;
    bool m_isOver = false, m_hasFile = false;
};

constexpr std::string_view kUsageText =
    "Usage:\tjq [OPTIONS] FILTER [FILES...]\n\tjq [OPTIONS] --args FILTER [ARGUMENTS...]\n"
    "\tjq [OPTIONS] --jsonargs FILTER [JSON_VALUES...]\n\n"
    "jq is a tool for processing JSON inputs, applying the given filter to\nits JSON text inputs and "
    "producing the "
    "filter's results as JSON on\nstandard output.\n";

/// One run: the inputs one after the other, what comes out, and the status.
class JqRun {
public:
    JqRun(Process &process, const JqCall &call, std::string input)
        : m_process(process), m_call(call), m_input(std::move(input)), m_reader(m_input)
    {
    }

    int run(const Node &program)
    {
        Object environment;
        for (const auto &[name, value] : m_process.environment)
            environment.set(name, Value(value));
        Interpreter interpreter({.nextInput = [this] { return next(); },
                                 .complain = [this](const std::string &text) { m_process.complain(text); },
                                 .variables = m_call.variables,
                                 .environment = Value(std::move(environment)),
                                 .now = m_process.services.timers.now()});
        if (const auto undefined = interpreter.findUndefined(program)) {
            m_process.complain("jq: error: " + *undefined + " is not defined at <top-level>, line 1:\n" +
                               *m_call.filter + "\njq: 1 compile error\n");
            return kSyntax;
        }
        try {
            if (m_call.hasNoInput) {
                evaluate(interpreter, program, Value());
            } else {
                while (auto value = next())
                    evaluate(interpreter, program, std::move(*value));
            }
        } catch (const Halt &halt) {
            m_process.complain(halt.message);
            return halt.status;
        } catch (const Error &error) {
            m_process.complain("jq: error (at " + place() + "): " + plainText(error.value) + "\n");
            return kUsage;
        }
        if (m_status != 0)
            return m_status;
        if (m_call.setsStatus)
            return !m_last ? kNothing : m_last->isTrue() ? 0 : 1;
        return 0;
    }

private:
    std::optional<Value> next()
    {
        if (m_call.slurps) {
            if (std::exchange(m_hasSlurped, true))
                return std::nullopt;
            if (m_call.readsText)
                return Value(m_input);
            Array all;
            while (auto value = json())
                all.push_back(std::move(*value));
            return Value(std::move(all));
        }
        if (!m_call.readsText)
            return json();
        if (m_at >= m_input.size())
            return std::nullopt;
        const std::size_t end = std::min(m_input.find('\n', m_at), m_input.size());
        std::string line = m_input.substr(m_at, end - m_at);
        m_at = end + 1;
        return Value(std::move(line));
    }

    std::optional<Value> json()
    {
        try {
            return m_reader.next();
        } catch (const Error &error) {
            m_process.complain("jq: parse error: " + plainText(error.value) + "\n");
            throw Halt{kFailed, ""};
        }
    }

    void evaluate(Interpreter &interpreter, const Node &program, Value input)
    {
        try {
            interpreter.run(program, std::move(input), [this](const Item &item) { print(item.value); });
            m_status = 0; // the last input counts
        } catch (const TooLong &) {
            m_process.complain("jq: error (at " + place() +
                               "): the filter took too many steps and was ended\n");
            throw Halt{kFailed, ""};
        } catch (const Error &error) {
            const Value &value = error.value;
            m_process.complain(
                "jq: error (at " + place() + ")" +
                (value.isString() ? ": " + value.text() : " (not a string): " + toText(value)) + "\n");
            m_status = kFailed;
        }
    }

    [[nodiscard]] std::string place() const
    {
        if (m_call.hasNoInput)
            return "<unknown>";
        const auto lines = m_call.readsText
                               ? std::ranges::count(std::string_view(m_input).substr(0, m_at), '\n')
                               : m_reader.lines();
        return (m_call.files.empty() ? std::string("<stdin>") : m_call.files.back()) + ":" +
               std::to_string(lines);
    }

    void print(const Value &value)
    {
        m_last = value;
        const std::string text =
            m_call.isRaw && value.isString() ? value.text() : toText(value, m_call.style);
        m_process.print(m_call.isJoined ? text : text + "\n");
    }

    Process &m_process;
    const JqCall &m_call;
    std::string m_input;
    JsonReader m_reader;
    std::size_t m_at = 0;
    bool m_hasSlurped = false;
    std::optional<Value> m_last;
    int m_status = 0;
};

} // namespace

client::Task<int> runJq(Process &process)
{
    JqCall call = JqArguments(process).read();
    if (call.asksHelp || call.asksVersion) {
        process.print(call.asksVersion ? "jq-1.7.1\n" : kUsageText);
        co_return 0;
    }
    if (!call.filter)
        call.filter = ".";
    if (!call.mistake.empty()) {
        process.complain("jq: " + call.mistake +
                         "\nUse jq --help for help with command-line options,\n"
                         "or see the jq manpage, or online docs  at https://jqlang.github.io/jq\n");
        co_return kUsage;
    }
    const auto program = jq::Parser::parse(*call.filter);
    if (!program) {
        process.complain(
            "jq: error: " + program.error().message + " (Unix shell quoting issues?) at <top-level>, line " +
            std::to_string(program.error().line) + ":\n" + *call.filter + "\njq: 1 compile error\n");
        co_return kSyntax;
    }
    std::string input;
    int status = 0;
    for (const std::string &name : call.files) {
        auto text = process.services.files.read(Files::resolve(name, process.folder), name);
        if (!text) {
            process.complain("jq: error: Could not open file " + name + ": " + text.error() + "\n");
            status = kUsage;
            continue;
        }
        input += *text;
    }
    if (call.files.empty() && !call.hasNoInput)
        input = co_await process.in->readAll();
    else if (call.files.empty())
        input = (*call.filter).contains("input") ? co_await process.in->readAll() : "";
    const int result = JqRun(process, call, std::move(input)).run(**program);
    co_await drain(process.out);
    co_return result != 0 ? result : status;
}

} // namespace minato::shell
