// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// test and [.
#include "shell/sh/arithmetic.h"
#include "shell/sh/builtins.h"
#include "shell/sh/interpreter.h"

#include <algorithm>
#include <array>

namespace minato::shell {
namespace {

constexpr std::array<std::string_view, 16> kBinary{"=",   "!=",  "<",   ">",   "-eq", "-ne", "-gt", "-ge",
                                                   "-lt", "-le", "-nt", "-ot", "-ef", "==",  "-a",  "-o"};
constexpr std::string_view kUnary = "bcdefghknprstuwxzLOGS";

bool isUnary(std::string_view text)
{
    return text.size() == 2 && text.front() == '-' && kUnary.contains(text[1]);
}
bool isBinary(std::string_view text)
{
    return std::ranges::contains(kBinary, text) && text != "-a" && text != "-o" && text != "==";
}

/// Reads an expression by descent. Throws the message of a mistake.
class TestExpression {
public:
    TestExpression(BuiltinCall call, std::vector<std::string> words) : m_call(call), m_words(std::move(words))
    {
    }

    bool evaluate()
    {
        if (m_words.empty())
            return false;
        const bool result = either();
        if (m_at < m_words.size())
            throw m_words[m_at == 0 ? 0 : m_at - 1] + ": unexpected operator";
        return result;
    }

private:
    bool has(std::size_t ahead) const { return m_at + ahead < m_words.size(); }
    const std::string &word(std::size_t ahead = 0) const { return m_words[m_at + ahead]; }

    bool either()
    {
        bool result = both();
        while (has(0) && word() == "-o") {
            ++m_at;
            const bool right = both();
            result = result || right;
        }
        return result;
    }

    bool both()
    {
        bool result = negation();
        while (has(0) && word() == "-a") {
            ++m_at;
            const bool right = negation();
            result = result && right;
        }
        return result;
    }

    bool negation()
    {
        if (!has(0))
            throw std::string("argument expected");
        // With three words a middle operator wins: [ ! = x ].
        if (word() == "!" && has(1) && !(has(2) && isBinary(word(1)) && m_words.size() - m_at == 3)) {
            ++m_at;
            return !negation();
        }
        return primary();
    }

    bool primary()
    {
        const bool isOperand = has(2) && isBinary(word(1));
        if (word() == "(" && !isOperand && has(1)) {
            ++m_at;
            const bool result = either();
            if (!has(0) || word() != ")")
                throw std::string("closing paren expected");
            ++m_at;
            return result;
        }
        if (isOperand) {
            const std::string left = word(), op = word(1), right = word(2);
            m_at += 3;
            return compare(left, op, right);
        }
        if (has(1) && isBinary(word(1)))
            throw word(1) + ": argument expected";
        if (isUnary(word()) && has(1)) {
            const char op = word()[1];
            const std::string operand = word(1);
            m_at += 2;
            return check(op, operand);
        }
        return !m_words[m_at++].empty();
    }

    static std::int64_t number(const std::string &text)
    {
        const auto value = parseNumber(text, 10);
        if (!value || text.find_first_not_of(" \t\n") == std::string::npos)
            throw "Illegal number: " + text;
        return *value;
    }

    bool compare(const std::string &left, std::string_view op, const std::string &right) const
    {
        if (op == "=")
            return left == right;
        if (op == "!=")
            return left != right;
        if (op == "<" || op == ">")
            return op == "<" ? left < right : left > right;
        if (op == "-nt" || op == "-ot" || op == "-ef")
            return compareFiles(path(left), op, path(right));
        const std::int64_t a = number(left), b = number(right);
        if (op == "-eq")
            return a == b;
        if (op == "-ne")
            return a != b;
        if (op == "-gt")
            return a > b;
        if (op == "-ge")
            return a >= b;
        return op == "-lt" ? a < b : a <= b;
    }

    bool compareFiles(const std::string &left, std::string_view op, const std::string &right) const
    {
        const Files &files = m_call.interpreter.services().files;
        if (!files.exists(left) || !files.exists(right))
            return op == "-nt" ? files.exists(left) && !files.exists(right)
                               : op == "-ot" && files.exists(right) && !files.exists(left);
        if (op == "-ef")
            return left == right;
        return op == "-nt" ? files.changedAt(left) > files.changedAt(right)
                           : files.changedAt(left) < files.changedAt(right);
    }

    std::string path(std::string_view name) const { return Files::resolve(name, m_call.environment.folder); }

    bool check(char op, const std::string &operand) const
    {
        const Files &files = m_call.interpreter.services().files;
        const auto text = [&] { return files.read(path(operand), operand); };
        switch (op) {
        case 'n':
            return !operand.empty();
        case 'z':
            return operand.empty();
        case 'd':
            return files.isFolder(path(operand));
        case 'f':
            return path(operand) != "/dev/null" && text().has_value();
        case 'e':
        case 'r':
        case 'w':
            return files.exists(path(operand)) || text().has_value();
        case 'x':
            return files.isFolder(path(operand)) || files.isExecutable(path(operand)) ||
                   (operand.contains('/') && findProgram(m_call.interpreter.services(), operand) != nullptr);
        case 's':
            return files.isFolder(path(operand)) || !text().value_or("").empty();
        case 'c':
            return path(operand) == "/dev/null";
        default:
            return false; // -t, -p, -L, …: nothing here is one
        }
    }

    BuiltinCall m_call;
    std::vector<std::string> m_words;
    std::size_t m_at = 0;
};

} // namespace

client::Task<int> runTest(BuiltinCall call)
{
    std::vector<std::string> words(call.arguments.begin() + 1, call.arguments.end());
    if (call.arguments.front() == "[") {
        if (words.empty() || words.back() != "]")
            co_return call.complain("missing ]", 2);
        words.pop_back();
    }
    std::string mistake;
    try {
        co_return TestExpression(call, std::move(words)).evaluate() ? 0 : 1;
    } catch (const std::string &message) {
        mistake = message;
    }
    co_return call.complain(mistake, 2);
}

} // namespace minato::shell
