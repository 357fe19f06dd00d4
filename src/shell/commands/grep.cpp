// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// grep, also as egrep and fgrep: -E -F -G -e -i -v -c -o -n -q -w -x -l -h -H -m -A -B -C -s.
#include "shell/commands/options.h"
#include "shell/commands/programs.h"
#include "shell/commands/regex.h"
#include "shell/sh/pattern.h"

#include <algorithm>
#include <charconv>
#include <deque>

namespace minato::shell {
namespace {

constexpr int kTrouble = 2;

struct GrepJob {
    std::vector<Regex> patterns;
    bool isInverted = false, counts = false, onlyMatches = false, numbers = false, isQuiet = false,
         listsFiles = false, listsOthers = false, showsNames = false;
    std::size_t most = std::string::npos, before = 0, after = 0;
};

/// One file on its way through grep.
class GrepFile {
public:
    GrepFile(const Process &process, const GrepJob &job, std::string name)
        : m_process(process), m_job(job), m_name(std::move(name))
    {
    }
    [[nodiscard]] std::size_t found() const { return m_found; }
    [[nodiscard]] bool isFinished() const
    {
        return m_found > 0 && (m_job.isQuiet || m_job.listsFiles || (m_found >= m_job.most && m_tail == 0));
    }

    void line(const std::string &text)
    {
        ++m_number;
        const bool isMatch = m_found < m_job.most && matches(text) != m_job.isInverted;
        if (isMatch) {
            ++m_found;
            m_tail = m_job.after;
            printMatch(text);
        } else if (m_tail > 0) {
            --m_tail;
            print(text, '-', m_number);
        } else if (m_job.before > 0) {
            m_context.push_back(text);
            if (m_context.size() > m_job.before) {
                m_context.pop_front();
                m_isApart = true;
            }
        } else {
            m_isApart = true;
        }
    }

    void end() const
    {
        if (m_job.listsFiles && !m_job.isQuiet) {
            if ((m_found > 0) != m_job.listsOthers)
                m_process.print(m_name + "\n");
        } else if (m_job.counts && !m_job.isQuiet)
            m_process.print((m_job.showsNames ? m_name + ":" : "") + std::to_string(m_found) + "\n");
    }

private:
    [[nodiscard]] bool matches(const std::string &text) const
    {
        for (const Regex &pattern : m_job.patterns)
            if (pattern.find(text))
                return true;
        return false;
    }
    [[nodiscard]] bool isSilent() const { return m_job.isQuiet || m_job.counts || m_job.listsFiles; }

    void print(const std::string &text, char mark, std::size_t number) const
    {
        if (isSilent())
            return;
        const std::string name = m_job.showsNames ? m_name + mark : "";
        m_process.print(name + (m_job.numbers ? std::to_string(number) + mark : "") + text + "\n");
    }

    void printMatch(const std::string &text)
    {
        const bool hasContext = m_job.before > 0 || m_job.after > 0;
        if (hasContext && m_found > 1 && m_isApart && !isSilent())
            m_process.print("--\n");
        std::size_t number = m_number - m_context.size();
        for (const std::string &line : m_context)
            print(line, '-', number++);
        m_context.clear();
        m_isApart = false;
        if (!m_job.onlyMatches) {
            print(text, ':', m_number);
            return;
        }
        for (std::size_t at = 0; !m_job.isInverted && at <= text.size();) {
            const auto span = nextSpan(text, at);
            if (!span)
                break;
            if (span->end > span->begin)
                print(text.substr(span->begin, span->end - span->begin), ':', m_number);
            at = std::max(span->end, at + 1);
        }
    }

    [[nodiscard]] std::optional<Regex::Span> nextSpan(const std::string &text, std::size_t from) const
    {
        std::optional<Regex::Span> best;
        for (const Regex &pattern : m_job.patterns) {
            const auto match = pattern.find(text, from);
            if (match && (!best || (*match)[0].begin < best->begin ||
                          ((*match)[0].begin == best->begin && (*match)[0].end > best->end)))
                best = (*match)[0];
        }
        return best;
    }

    const Process &m_process;
    const GrepJob &m_job;
    std::string m_name;
    std::deque<std::string> m_context;
    std::size_t m_number = 0, m_found = 0, m_tail = 0;
    bool m_isApart = false;
};

std::size_t numberOr(const std::string &text, std::size_t otherwise)
{
    std::size_t value = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// The patterns of -e and of the first operand, one a line. False: a message has been written.
bool readPatterns(const Process &process, const Options &options, std::vector<std::string> texts,
                  GrepJob &job)
{
    Regex::Options syntax{
        .ignoresCase = options.has('i'), .matchesWords = options.has('w'), .matchesLines = options.has('x')};
    if (options.has('P'))
        syntax.syntax = Regex::Syntax::Perl;
    else if (options.has('F') || process.name() == "fgrep")
        syntax.syntax = Regex::Syntax::Fixed;
    else if (options.has('E') || process.name() == "egrep")
        syntax.syntax = Regex::Syntax::Extended;
    for (const std::string &text : texts) {
        for (std::size_t begin = 0; begin <= text.size();) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            auto pattern = Regex::parse(std::string_view(text).substr(begin, end - begin), syntax);
            if (!pattern) {
                process.complain(process.name() + ": " + pattern.error() + "\n");
                return false;
            }
            job.patterns.push_back(std::move(*pattern));
            begin = end + 1;
        }
    }
    return true;
}

/// -f: patterns from files, one a line. False after a message.
bool readPatternFiles(const Process &process, const Options &options, std::vector<std::string> &texts)
{
    for (const std::string &name : options.values('f')) {
        auto text = process.services.files.read(Files::resolve(name, process.folder), name);
        if (!text) {
            process.complain(process.name() + ": " + name + ": " + text.error() + "\n");
            return false;
        }
        if (text->ends_with('\n'))
            text->pop_back();
        texts.push_back(std::move(*text));
    }
    return true;
}

/// -r: the files of folders in their place, those that --include and --exclude leave.
class FolderWalk {
public:
    FolderWalk(const Process &process, const Options &options) : m_process(process), m_options(options) {}

    std::vector<std::string> run(const std::vector<std::string> &names)
    {
        for (const std::string &name : names)
            visit(name, true);
        return std::move(m_found);
    }

private:
    void visit(const std::string &name, bool isGiven)
    {
        const Files &files = m_process.services.files;
        const std::string path = Files::resolve(name, m_process.folder);
        if (files.isFolder(path)) {
            for (const std::string &entry : files.list(path))
                visit(name + (name.ends_with('/') ? "" : "/") + entry, false);
        } else if (isGiven || isWanted(name.substr(name.rfind('/') + 1))) {
            m_found.push_back(name);
        }
    }

    [[nodiscard]] bool isWanted(const std::string &name) const
    {
        const auto fits = [&](const std::string &text) {
            MarkedText pattern;
            pattern.append(text, MarkedText::kLiteral);
            return matchesPattern(pattern, name);
        };
        const auto &included = m_options.values('I');
        return (included.empty() || std::ranges::any_of(included, fits)) &&
               std::ranges::none_of(m_options.values('X'), fits);
    }

    const Process &m_process;
    const Options &m_options;
    std::vector<std::string> m_found;
};

} // namespace

client::Task<int> runGrep(Process &process)
{
    const Options options(process, "EFGPe:f:ivcoqnwxlLhHm:A:B:C:srRyaI:X:",
                          {{"extended-regexp", 'E'}, {"fixed-strings", 'F'},
                           {"basic-regexp", 'G'},    {"regexp", 'e'},
                           {"ignore-case", 'i'},     {"invert-match", 'v'},
                           {"count", 'c'},           {"only-matching", 'o'},
                           {"quiet", 'q'},           {"silent", 'q'},
                           {"line-number", 'n'},     {"word-regexp", 'w'},
                           {"line-regexp", 'x'},     {"files-with-matches", 'l'},
                           {"no-filename", 'h'},     {"with-filename", 'H'},
                           {"max-count", 'm'},       {"after-context", 'A'},
                           {"before-context", 'B'},  {"context", 'C'},
                           {"no-messages", 's'},     {"color", 'y'},
                           {"line-buffered", 'G'},   {"file", 'f'},
                           {"perl-regexp", 'P'},     {"files-without-match", 'L'},
                           {"recursive", 'r'},       {"include", 'I'},
                           {"exclude", 'X'},         {"text", 'a'}});
    constexpr std::string_view usage = "Usage: grep [OPTION]... PATTERNS [FILE]...\n"
                                       "Try 'grep --help' for more information.\n";
    if (!options.mistake().empty()) {
        process.complain(process.name() + ": " + options.mistake() + "\n" + std::string(usage));
        co_return kTrouble;
    }
    std::vector<std::string> files = options.operands();
    std::vector<std::string> texts = options.values('e');
    if (!readPatternFiles(process, options, texts))
        co_return kTrouble;
    if (!options.has('e') && !options.has('f')) {
        if (files.empty()) {
            process.complain(usage);
            co_return kTrouble;
        }
        texts.push_back(files.front());
        files.erase(files.begin());
    }
    const bool isDeep = options.has('r') || options.has('R');
    if (isDeep && files.empty())
        files.emplace_back(".");
    GrepJob job{.isInverted = options.has('v'),
                .counts = options.has('c'),
                .onlyMatches = options.has('o'),
                .numbers = options.has('n'),
                .isQuiet = options.has('q'),
                .listsFiles = options.has('l') || options.has('L'),
                .listsOthers = options.has('L'),
                .showsNames = (files.size() > 1 || options.has('H') || isDeep) && !options.has('h'),
                .most = numberOr(options.value('m'), std::string::npos),
                .before = numberOr(options.value(options.has('B') ? 'B' : 'C'), 0),
                .after = numberOr(options.value(options.has('A') ? 'A' : 'C'), 0)};
    if (!readPatterns(process, options, texts, job))
        co_return kTrouble;
    if (files.empty())
        files.emplace_back("-");
    if (isDeep)
        files = FolderWalk(process, options).run(files);
    std::size_t found = 0;
    bool hasTrouble = false;
    for (const std::string &name : files) {
        const InPtr in = options.has('s') ? openQuietly(process, name) : openInput(process, name);
        hasTrouble |= !in;
        if (!in)
            continue;
        GrepFile file(process, job, name == "-" ? "(standard input)" : name);
        while (!file.isFinished()) {
            const auto line = co_await in->readLine();
            if (!line)
                break;
            file.line(line->text);
            co_await drain(process.out);
        }
        file.end();
        found += (file.found() > 0) != job.listsOthers ? 1 : 0;
    }
    if (hasTrouble && !(options.has('q') && found > 0))
        co_return kTrouble;
    co_return found > 0 ? 0 : 1;
}

} // namespace minato::shell
