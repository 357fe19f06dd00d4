// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/yaml_events.h"

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minato::kube {

enum class YamlTokenType : std::uint8_t {
    StreamEnd,
    VersionDirective, ///< text "1.1"
    TagDirective,     ///< text is the handle, suffix the prefix it stands for
    DocumentStart,
    DocumentEnd,
    BlockSequenceStart,
    BlockMapStart,
    BlockEnd,
    FlowSequenceStart,
    FlowSequenceEnd,
    FlowMapStart,
    FlowMapEnd,
    BlockEntry,
    FlowEntry,
    Key,
    Value,
    Alias,
    Anchor,
    Tag, ///< text is the handle, suffix the rest
    Scalar,
};

struct YamlToken {
    YamlTokenType type{};
    YamlMark mark;
    std::string text, suffix;
    bool isPlain = false;
};

/// Cuts a text into tokens, with the indentation made explicit.
///
/// Mirrors   libyaml's scanner as goyaml v2 has it: what is refused, where and with which words.
/// Why ours  yaml-cpp takes a quote that is never closed, and a line without its colon: what learners must be
///           told of.
/// Pre       The text is valid UTF-8 without control characters and without a byte order mark.
class YamlScanner {
public:
    explicit YamlScanner(std::string_view text);

    /// The next token; null after a failure.
    [[nodiscard]] const YamlToken *peek();
    void pop();
    [[nodiscard]] const std::optional<YamlFailure> &failure() const { return m_failure; }

private:
    /// A place where a key may have started: its ':' decides. Above flow level 0 it must stand on one line.
    struct SimpleKey {
        bool isPossible = false, isRequired = false;
        std::size_t tokenNumber = 0;
        YamlMark mark;
    };
    struct BlockHeader {
        int chomping = 0, increment = 0;
    };
    /// White space and line breaks between the words of a scalar that goes over several lines.
    struct Gap {
        std::string spaces, firstBreak, otherBreaks;
        bool hasBreak = false;
        [[nodiscard]] bool isEmpty() const { return !hasBreak && spaces.empty(); }
        void joinInto(std::string &text);
    };

    // yaml_scanner.cpp: tokens
    [[nodiscard]] bool fetchMore();
    [[nodiscard]] bool fetchNext();
    [[nodiscard]] bool fetchIndicator(char c);
    [[nodiscard]] bool fetchStreamEnd();
    [[nodiscard]] bool fetchDocumentIndicator(YamlTokenType type);
    [[nodiscard]] bool fetchFlowStart(YamlTokenType type);
    [[nodiscard]] bool fetchFlowEnd(YamlTokenType type);
    [[nodiscard]] bool fetchFlowEntry();
    [[nodiscard]] bool fetchBlockEntry();
    [[nodiscard]] bool fetchKey();
    [[nodiscard]] bool fetchValue();
    [[nodiscard]] bool fetchProperty(YamlTokenType type);
    [[nodiscard]] bool fetchBlockScalar(bool isLiteral);
    [[nodiscard]] bool fetchQuotedScalar(char quote);
    [[nodiscard]] bool fetchPlainScalar();
    [[nodiscard]] bool canStartPlain() const;
    void skipToToken();
    [[nodiscard]] bool keyIsValid(SimpleKey &key, bool &isValid);
    [[nodiscard]] bool saveKey();
    [[nodiscard]] bool removeKey();
    [[nodiscard]] bool rollIndent(int column, std::optional<std::size_t> number, YamlTokenType type,
                                  YamlMark mark);
    void unrollIndent(int column);
    void insert(std::size_t number, YamlTokenType type, YamlMark mark);
    void push(YamlTokenType type, YamlMark mark) { m_tokens.push_back({.type = type, .mark = mark}); }
    [[nodiscard]] std::size_t nextNumber() const { return m_popped + m_tokens.size(); }

    // yaml_scanner_properties.cpp: directives, anchors, tags
    [[nodiscard]] bool fetchDirective();
    [[nodiscard]] bool scanDirectiveName(std::string &name);
    [[nodiscard]] bool scanVersion(YamlToken &token);
    [[nodiscard]] bool scanVersionNumber(std::string &digits);
    [[nodiscard]] bool scanTagDirective(YamlToken &token);
    [[nodiscard]] bool endDirective();
    [[nodiscard]] bool scanAnchor(YamlToken &token);
    [[nodiscard]] bool scanTag(YamlToken &token);
    [[nodiscard]] bool scanTagHandle(bool isDirective, std::string &handle);
    [[nodiscard]] bool scanTagUri(std::string_view head, std::string &uri);
    [[nodiscard]] bool scanUriEscape(std::string &uri);

    // yaml_scanner_scalars.cpp
    [[nodiscard]] bool scanBlockHeader(BlockHeader &header);
    [[nodiscard]] bool scanIncrement(BlockHeader &header);
    void scanChomping(BlockHeader &header);
    [[nodiscard]] bool scanBlockScalar(YamlToken &token, bool isLiteral);
    [[nodiscard]] bool scanBlockBreaks(int &indent, std::string &breaks);
    [[nodiscard]] bool scanQuotedScalar(YamlToken &token, char quote);
    [[nodiscard]] bool scanQuotedWord(std::string &text, char quote, Gap &gap);
    [[nodiscard]] bool scanEscape(std::string &text);
    [[nodiscard]] bool scanCodePoint(std::string &text, int length);
    [[nodiscard]] bool scanPlainScalar(YamlToken &token);
    [[nodiscard]] bool endsPlainWord() const;
    void scanGap(Gap &gap);
    [[nodiscard]] bool atDocumentIndicator() const;

    // The text.
    [[nodiscard]] char at(std::size_t ahead = 0) const
    {
        return m_position + ahead < m_text.size() ? m_text[m_position + ahead] : '\0';
    }
    [[nodiscard]] bool isEnd() const { return m_position >= m_text.size(); }
    [[nodiscard]] bool isBlank(std::size_t ahead = 0) const { return at(ahead) == ' ' || at(ahead) == '\t'; }
    [[nodiscard]] std::size_t breakLength(std::size_t ahead = 0) const; ///< 0: no line break there
    [[nodiscard]] bool isBreak(std::size_t ahead = 0) const { return breakLength(ahead) > 0; }
    [[nodiscard]] bool isBreakOrEnd(std::size_t ahead = 0) const;
    [[nodiscard]] bool isBlankOrEnd(std::size_t ahead = 0) const
    {
        return isBlank(ahead) || isBreakOrEnd(ahead);
    }
    void skip(int count = 1);
    void skipBlanks();
    void skipComment();
    void skipLine();
    void read(std::string &text);
    void readLine(std::string &text);
    bool fail(std::string message);

    std::string_view m_text;
    std::size_t m_position = 0;
    YamlMark m_mark;
    std::deque<YamlToken> m_tokens;
    std::size_t m_popped = 0; ///< tokens that were taken
    bool m_isReady = false;   ///< the token at the front is final
    bool m_isDone = false;
    bool m_canBeKey = true; ///< a simple key may start here
    int m_indent = -1, m_flowLevel = 0;
    std::vector<int> m_indents;
    std::vector<SimpleKey> m_keys{SimpleKey{}};       ///< one a flow level
    std::map<std::size_t, std::size_t> m_keysByToken; ///< index into m_keys of what may still become a key
    std::optional<YamlFailure> m_failure;
};

} // namespace minato::kube
