// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// sed [-n] [-E] [-i[SUFFIX]] [-s] {SCRIPT | -e SCRIPT… | -f FILE…} [FILE…]
//
// Mirrors   GNU sed 4.9
// Differs   No e, l, R, W, F, v, M flag; no back-references inside a pattern.
#include "shell/commands/options.h"
#include "shell/commands/programs.h"
#include "shell/commands/sed_program.h"
#include "shell/commands/utf8.h"

#include <algorithm>
#include <optional>

namespace minato::shell {
namespace {

constexpr int kCommandsAtOnce = 20'000;
constexpr base::Duration kBatchTime = std::chrono::microseconds(500);
constexpr std::size_t kMostText = 64U << 20U;

/// Runs a script over files, line by line.
class SedMachine {
public:
    struct Setting {
        bool isQuiet = false, isSeparate = false, isInPlace = false;
        std::string suffix; ///< of -i: what the old file is kept under
    };

    SedMachine(Process &process, std::vector<SedCommand> commands, Setting setting)
        : m_process(process),
          m_commands(std::move(commands)),
          m_setting(std::move(setting)),
          m_isInside(m_commands.size(), 0),
          m_endsAt(m_commands.size(), 0)
    {
    }

    [[nodiscard]] client::Task<int> run(std::vector<std::string> files)
    {
        m_files = std::move(files);
        co_await readAhead();
        while (!m_hasEnded) {
            const bool hasLine = co_await nextLine();
            if (!hasLine)
                break;
            bool again = true;
            while (again && !m_hasEnded)
                again = co_await cycle();
            co_await drain(m_process.out);
        }
        if (m_setting.isInPlace)
            finishFile();
        co_return m_status;
    }

private:
    enum class Flow : std::uint8_t { Next, EndCycle, Restart, NeedsLine, AddsLine };

    // ---- lines

    [[nodiscard]] InPtr open(const std::string &name)
    {
        if (name == "-" && !m_setting.isInPlace)
            return m_process.in;
        auto text = m_process.services.files.read(Files::resolve(name, m_process.folder), name);
        if (text)
            return std::make_shared<TextInput>(std::move(*text));
        const bool isFolder = text.error() == "Is a directory";
        m_process.complain(isFolder ? "sed: couldn't edit " + name + ": not a regular file\n"
                                    : "sed: can't read " + name + ": " + text.error() + "\n");
        m_status = isFolder ? 4 : 2;
        return nullptr;
    }

    /// "$" asks for the last line, so one line is read ahead.
    [[nodiscard]] client::Task<void> readAhead()
    {
        m_following.reset();
        while (!m_following) {
            if (!m_in) {
                if (m_nextFile == m_files.size())
                    co_return;
                m_aheadFile = m_nextFile;
                m_in = open(m_files[m_nextFile++]);
                continue;
            }
            m_following = co_await m_in->readLine();
            if (!m_following)
                m_in.reset();
        }
    }

    [[nodiscard]] bool isLastLine() const
    {
        const bool isSeparate = m_setting.isSeparate || m_setting.isInPlace;
        return !m_following || (isSeparate && m_aheadFile != m_file);
    }

    [[nodiscard]] client::Task<bool> nextLine()
    {
        if (!m_following)
            co_return false;
        if (m_file != m_aheadFile) {
            if (m_setting.isInPlace)
                finishFile();
            if (m_setting.isInPlace || m_setting.isSeparate)
                m_number = 0;
            m_file = m_aheadFile;
        }
        m_text = std::move(m_following->text);
        m_hasNewline = m_following->hasNewline;
        ++m_number;
        co_await readAhead();
        co_return true;
    }

    // ---- what is printed

    void print(const std::string &text, bool hasNewline = true)
    {
        std::string piece = m_missesNewline ? "\n" : "";
        piece += text;
        piece += hasNewline ? "\n" : "";
        m_missesNewline = !hasNewline;
        if (m_setting.isInPlace)
            m_edited += piece;
        else
            m_process.print(piece);
    }

    /// -i: the edited text takes the file's place.
    void finishFile()
    {
        if (m_file == kNoFile)
            return;
        Files &files = m_process.services.files;
        const std::string path = Files::resolve(m_files[m_file], m_process.folder);
        if (!m_setting.suffix.empty())
            if (const auto old = files.read(path, m_files[m_file]);
                old && files.create(path + m_setting.suffix))
                (void)files.append(path + m_setting.suffix, *old);
        if (!files.create(path) || !files.append(path, m_edited)) {
            m_process.complain("sed: couldn't open file " + m_files[m_file] + "\n");
            m_status = 4;
        }
        m_edited.clear();
        m_missesNewline = false;
    }

    void write(const std::string &name, const std::string &text)
    {
        if (name == "/dev/stdout")
            return print(text);
        if (name == "/dev/stderr")
            return m_process.complain(text + "\n");
        const std::string path = Files::resolve(name, m_process.folder);
        if (std::ranges::find(m_written, path) == m_written.end()) {
            m_written.push_back(path);
            (void)m_process.services.files.create(path);
        }
        (void)m_process.services.files.append(path, text + "\n");
    }

    void endCycle()
    {
        if (!m_setting.isQuiet && !m_isDeleted)
            print(m_text, m_hasNewline);
        for (const std::string &text : std::exchange(m_appended, {}))
            print(text.substr(0, text.size() - (text.ends_with('\n') ? 1 : 0)), text.ends_with('\n'));
    }

    // ---- addresses

    [[nodiscard]] const Regex *patternOf(const SedPattern &pattern)
    {
        if (pattern)
            m_last = pattern;
        return m_last.get();
    }

    [[nodiscard]] bool isAt(const SedAddress &address)
    {
        switch (address.kind) {
        case SedAddress::Kind::Last:
            return isLastLine();
        case SedAddress::Kind::Pattern: {
            const Regex *pattern = patternOf(address.pattern);
            return pattern && pattern->find(m_text).has_value();
        }
        case SedAddress::Kind::Step:
            return address.step == 0
                       ? m_number == address.line
                       : m_number >= address.line && (m_number - address.line) % address.step == 0;
        default:
            return address.line == m_number;
        }
    }

    /// Whether a range that is open holds this line, too; and whether it ends here.
    [[nodiscard]] bool goesOn(const SedCommand &command, std::size_t index)
    {
        const SedAddress &to = *command.to;
        if (to.kind == SedAddress::Kind::Pattern || to.kind == SedAddress::Kind::Last) {
            m_isInside[index] = isAt(to) ? 0 : 1;
            return true;
        }
        m_isInside[index] = m_number < m_endsAt[index] ? 1 : 0;
        return m_number <= m_endsAt[index] || isAt(*command.from);
    }

    void openRange(const SedCommand &command, std::size_t index)
    {
        const SedAddress &to = *command.to;
        m_endsAt[index] = to.line;
        if (to.kind == SedAddress::Kind::Plus)
            m_endsAt[index] = m_number + to.line;
        else if (to.kind == SedAddress::Kind::Multiple)
            m_endsAt[index] = to.line == 0 ? m_number : (m_number + to.line - 1) / to.line * to.line;
        const bool isOpenEnded = to.kind == SedAddress::Kind::Pattern || to.kind == SedAddress::Kind::Last;
        m_isInside[index] =
            isOpenEnded ? (to.kind != SedAddress::Kind::Last || !isLastLine()) : m_number < m_endsAt[index];
    }

    [[nodiscard]] bool applies(std::size_t index)
    {
        const SedCommand &command = m_commands[index];
        bool result = true;
        const bool startsAtOnce =
            command.from && command.from->kind == SedAddress::Kind::Line && command.from->line == 0;
        if (command.from && !command.to) {
            result = isAt(*command.from);
        } else if (command.from && (m_isInside[index] != 0 || (startsAtOnce && m_number == 1))) {
            result = goesOn(command, index);
        } else if (command.from) {
            result = isAt(*command.from);
            if (result)
                openRange(command, index);
        }
        return result != command.isNegated;
    }

    // ---- commands

    /// One run of the script over the pattern space; true: once more without reading (D).
    [[nodiscard]] client::Task<bool> cycle()
    {
        m_isDeleted = m_isReplaced = false;
        int left = kCommandsAtOnce;
        for (std::size_t index = 0; index < m_commands.size();) {
            if (--left == 0) {
                co_await client::sleep(m_process.services.timers, kBatchTime);
                co_await drain(m_process.out);
                left = kCommandsAtOnce;
            }
            std::size_t next = index + 1;
            const bool isBlock = m_commands[index].name == '{';
            const bool isMeant = applies(index);
            if (isBlock && !isMeant)
                next = m_commands[index].target;
            const Flow flow = isMeant && !isBlock ? execute(m_commands[index], next) : Flow::Next;
            if (flow == Flow::EndCycle || flow == Flow::Restart) {
                endCycle();
                co_return flow == Flow::Restart;
            }
            if (flow == Flow::NeedsLine || flow == Flow::AddsLine) {
                const bool hasLine = co_await takeLine(flow);
                if (!hasLine)
                    co_return false;
            }
            index = next;
        }
        endCycle();
        co_return false;
    }

    /// n and N.
    [[nodiscard]] client::Task<bool> takeLine(Flow flow)
    {
        if (isLastLine() && !m_following) {
            m_hasEnded = true;
            endCycle(); // GNU's sed prints what there is
            co_return false;
        }
        const std::string before = m_text;
        if (flow == Flow::NeedsLine)
            endCycle();
        (void)co_await nextLine();
        if (flow == Flow::AddsLine)
            m_text = before + "\n" + m_text;
        if (m_text.size() > kMostText)
            m_text.resize(kMostText);
        co_return true;
    }

    [[nodiscard]] Flow execute(const SedCommand &command, std::size_t &next)
    {
        switch (command.name) {
        case 'd':
            m_isDeleted = true;
            return Flow::EndCycle;
        case 'D': {
            m_isDeleted = true;
            const std::size_t newline = m_text.find('\n');
            m_text.erase(0, newline == std::string::npos ? newline : newline + 1);
            return newline == std::string::npos ? Flow::EndCycle : Flow::Restart;
        }
        case 'q':
        case 'Q':
            m_hasEnded = true;
            m_status = command.status != 0 ? command.status : m_status;
            m_isDeleted = command.name == 'Q';
            return Flow::EndCycle;
        case 'n':
            return Flow::NeedsLine;
        case 'N':
            return Flow::AddsLine;
        case 'b':
            next = command.target;
            return Flow::Next;
        case 't':
        case 'T':
            if (std::exchange(m_isReplaced, false) == (command.name == 't'))
                next = command.target;
            return Flow::Next;
        case 'c':
            return change(command);
        default:
            edit(command);
            return Flow::Next;
        }
    }

    Flow change(const SedCommand &command)
    {
        const auto index = static_cast<std::size_t>(&command - m_commands.data());
        m_isDeleted = true;
        if (!command.to || command.isNegated || m_isInside[index] == 0)
            print(command.text.substr(0, command.text.size() - 1));
        return Flow::EndCycle;
    }

    void edit(const SedCommand &command)
    {
        switch (command.name) {
        case 's':
            substitute(command);
            return;
        case 'y':
            transliterate(command);
            return;
        case 'p':
            return print(m_text);
        case 'P':
            return print(m_text.substr(0, m_text.find('\n')));
        case '=':
            return print(std::to_string(m_number));
        case 'a':
            m_appended.push_back(command.text);
            return;
        case 'i':
            return print(command.text.substr(0, command.text.size() - 1));
        case 'r':
            if (auto text = m_process.services.files.read(Files::resolve(command.text, m_process.folder),
                                                          command.text);
                text && !text->empty())
                m_appended.push_back(std::move(*text));
            return;
        case 'w':
            return write(command.text, m_text);
        case 'z':
            m_text.clear();
            return;
        default:
            hold(command.name);
        }
    }

    void hold(char name)
    {
        if (name == 'g')
            m_text = m_hold;
        else if (name == 'G')
            m_text += "\n" + m_hold;
        else if (name == 'h')
            m_hold = m_text;
        else if (name == 'H')
            m_hold += "\n" + m_text;
        else if (name == 'x')
            std::swap(m_hold, m_text);
        m_hold.resize(std::min(m_hold.size(), kMostText));
        m_text.resize(std::min(m_text.size(), kMostText));
    }

    void substitute(const SedCommand &command)
    {
        const Regex *pattern = patternOf(command.pattern);
        if (!pattern || !sedSubstitute(command, *pattern, m_text))
            return;
        m_isReplaced = true;
        if (command.substitution.prints)
            print(m_text);
        if (!command.substitution.writesTo.empty())
            write(command.substitution.writesTo, m_text);
    }

    void transliterate(const SedCommand &command)
    {
        std::string changed;
        for (std::size_t at = 0; at < m_text.size();) {
            const char32_t letter = takeCharacter(m_text, at);
            const auto found = command.letters.find(letter);
            appendCharacter(changed, found == command.letters.end() ? letter : found->second);
        }
        m_text = changed;
    }

    static constexpr std::size_t kNoFile = std::string::npos;

    Process &m_process;
    const std::vector<SedCommand> m_commands;
    const Setting m_setting;
    std::vector<char> m_isInside;
    std::vector<std::size_t> m_endsAt;
    std::vector<std::string> m_files;
    std::size_t m_nextFile = 0, m_file = kNoFile, m_aheadFile = kNoFile, m_number = 0;
    InPtr m_in;
    std::optional<Line> m_following;
    std::string m_text, m_hold, m_edited;
    std::vector<std::string> m_appended, m_written;
    SedPattern m_last;
    bool m_hasNewline = true, m_missesNewline = false, m_isDeleted = false, m_isReplaced = false,
         m_hasEnded = false;
    int m_status = 0;
};

/// The script of -e and -f, or else of the first operand, which is taken away; nullopt after a message.
std::optional<std::string> takeScript(const Process &process, const Options &options,
                                      std::vector<std::string> &files)
{
    std::string script;
    for (const std::string &part : options.values('e'))
        script += part + "\n";
    for (const std::string &name : options.values('f')) {
        const auto text = process.services.files.read(Files::resolve(name, process.folder), name);
        if (!text) {
            process.complain("sed: couldn't open file " + name + ": " + text.error() + "\n");
            return std::nullopt;
        }
        script += *text + "\n";
    }
    if (options.has('e') || options.has('f'))
        return script;
    if (files.empty()) {
        process.complain("Usage: sed [OPTION]... {script-only-if-no-other-script} [input-file]...\n");
        return std::nullopt;
    }
    script = files.front();
    files.erase(files.begin());
    return script;
}

} // namespace

client::Task<int> runSed(Process &process)
{
    // -i has its suffix attached, or none.
    std::optional<std::string> suffix;
    std::erase_if(process.arguments, [&](const std::string &word) {
        const bool isShort = word.starts_with("-i"), isLong = word.starts_with("--in-place");
        if (isShort || isLong)
            suffix = isShort ? word.substr(2) : word.substr(std::min<std::size_t>(word.size(), 11));
        return isShort || isLong;
    });
    const Options options(process, "ne:Ersf:uz",
                          {{"quiet", 'n'},
                           {"silent", 'n'},
                           {"expression", 'e'},
                           {"regexp-extended", 'E'},
                           {"separate", 's'},
                           {"file", 'f'}});
    if (!options.mistake().empty())
        co_return options.complain(process, 1);
    std::vector<std::string> files = options.operands();
    const auto script = takeScript(process, options, files);
    if (!script)
        co_return 1;
    const bool isQuiet = options.has('n') || script->starts_with("#n\n");
    auto commands = parseSed(*script, options.has('E') || options.has('r'));
    if (!commands) {
        process.complain("sed: " + commands.error() + "\n");
        co_return commands.error().starts_with("-e") ? 1 : 4; // GNU's sed panics over a label
    }
    if (files.empty()) {
        if (suffix) {
            process.complain("sed: no input files\n");
            co_return 4;
        }
        files.emplace_back("-");
    }
    SedMachine machine(process, std::move(*commands),
                       {.isQuiet = isQuiet,
                        .isSeparate = options.has('s'),
                        .isInPlace = suffix.has_value(),
                        .suffix = suffix.value_or("")});
    const int status = co_await machine.run(std::move(files));
    co_return status;
}

} // namespace minato::shell
