// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/lesson/blocks.h"

#include <QByteArray>
#include <QRegularExpression>

#include <md4c.h>

namespace minato::viewmodels {
namespace {

/// Builds blocks from md4c's callbacks.
class Builder {
public:
    int enterBlock(MD_BLOCKTYPE type, void *detail);
    int leaveBlock(MD_BLOCKTYPE type);
    int enterSpan(MD_SPANTYPE type, void *detail);
    int leaveSpan(MD_SPANTYPE type);
    int text(MD_TEXTTYPE type, const QString &text);

    std::vector<Block> blocks;

private:
    void finish(Block block);
    void finishQuote();

    QString m_html;              ///< of the leaf block that is open
    QStringList m_items;         ///< of the list or table that is open
    std::vector<Block> m_quoted; ///< of the quote that is open
    bool m_isInQuote = false, m_isInItem = false, m_isInCode = false, m_isOrdered = false;
    int m_columns = 0;
    QString m_info;
    int m_level = 0;
};

QString attributeText(const MD_ATTRIBUTE &attribute)
{
    return QString::fromUtf8(attribute.text, qsizetype(attribute.size));
}

int Builder::enterBlock(MD_BLOCKTYPE type, void *detail)
{
    switch (type) {
    case MD_BLOCK_QUOTE:
        m_isInQuote = true;
        m_quoted.clear();
        break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        m_isOrdered = type == MD_BLOCK_OL;
        m_items.clear();
        break;
    case MD_BLOCK_LI:
        m_isInItem = true;
        m_html.clear();
        break;
    case MD_BLOCK_H:
        m_level = int(static_cast<MD_BLOCK_H_DETAIL *>(detail)->level);
        m_html.clear();
        break;
    case MD_BLOCK_CODE:
        m_info = attributeText(static_cast<MD_BLOCK_CODE_DETAIL *>(detail)->info);
        m_html.clear();
        m_isInCode = true;
        break;
    case MD_BLOCK_TABLE:
        m_columns = int(static_cast<MD_BLOCK_TABLE_DETAIL *>(detail)->col_count);
        m_items.clear();
        break;
    case MD_BLOCK_P:
        if (!m_isInItem)
            m_html.clear();
        break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        m_html.clear();
        break;
    default:
        break;
    }
    return 0;
}

int Builder::leaveBlock(MD_BLOCKTYPE type)
{
    switch (type) {
    case MD_BLOCK_QUOTE:
        finishQuote();
        break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        finish({.kind = Block::Kind::List, .items = m_items, .isOrdered = m_isOrdered});
        break;
    case MD_BLOCK_LI:
        m_isInItem = false;
        m_items += m_html;
        break;
    case MD_BLOCK_H:
        finish({.kind = Block::Kind::Heading, .level = m_level, .html = m_html});
        break;
    case MD_BLOCK_CODE:
        m_isInCode = false;
        if (m_html.endsWith(u'\n'))
            m_html.chop(1);
        finish({.kind = Block::Kind::Code, .info = m_info, .code = m_html});
        break;
    case MD_BLOCK_P:
        if (!m_isInItem)
            finish({.kind = Block::Kind::Paragraph, .html = m_html});
        break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        m_items += m_html;
        break;
    case MD_BLOCK_TABLE:
        finish({.kind = Block::Kind::Table, .items = m_items, .columns = m_columns});
        break;
    default:
        break;
    }
    return 0;
}

/// The narrow blanks around code glue it to its neighbours: gives back the places where a line may end,
/// except behind an opening and before a closing bracket or point.
QString withBreaks(QString html)
{
    static const QRegularExpression before(QStringLiteral("(?<=[^\\s(\\[「『（])<tt>&nbsp;</tt><code>"));
    static const QRegularExpression after(
        QStringLiteral("</code><tt>&nbsp;</tt>(?=[^\\s.,:;!?)\\]、。」』）ー…])"));
    html.replace(before, QStringLiteral("\u200B<tt>&nbsp;</tt><code>"));
    html.replace(after, QStringLiteral("</code><tt>&nbsp;</tt>\u200B"));
    return html;
}

void Builder::finish(Block block)
{
    block.html = withBreaks(block.html);
    for (QString &item : block.items)
        item = withBreaks(item);
    (m_isInQuote ? m_quoted : blocks).push_back(std::move(block));
}

/// A quote is a callout: "[!KIND] title", then paragraphs and lists.
void Builder::finishQuote()
{
    m_isInQuote = false;
    Block callout{.kind = Block::Kind::Callout, .callout = QStringLiteral("NOTE")};
    QStringList paragraphs;
    bool isFirst = true;
    for (Block &part : m_quoted) {
        if (std::exchange(isFirst, false)) {
            static const QRegularExpression mark(QStringLiteral("^\\[!([A-Z]+)\\] *([^\\n]*)\\n?"));
            if (const auto match = mark.match(part.html); match.hasMatch()) {
                callout.callout = match.captured(1);
                callout.title = match.captured(2).trimmed();
                part.html.remove(0, match.capturedLength());
            }
        }
        if (part.kind == Block::Kind::List)
            callout.items += part.items;
        else if (!part.html.isEmpty())
            paragraphs += part.html;
    }
    callout.html = paragraphs.join(QStringLiteral("<br/>"));
    if (callout.callout == QLatin1String("PREDICT"))
        callout.kind = Block::Kind::Predict;
    blocks.push_back(std::move(callout));
}

int Builder::enterSpan(MD_SPANTYPE type, void *detail)
{
    switch (type) {
    case MD_SPAN_STRONG:
        m_html += QStringLiteral("<b>");
        break;
    case MD_SPAN_EM:
        m_html += QStringLiteral("<i>");
        break;
    case MD_SPAN_CODE:
        m_html += QStringLiteral("<tt>&nbsp;</tt><code>");
        break;
    case MD_SPAN_A:
        m_html += QStringLiteral("<a href=\"%1\">")
                      .arg(attributeText(static_cast<MD_SPAN_A_DETAIL *>(detail)->href).toHtmlEscaped());
        break;
    default:
        break;
    }
    return 0;
}

int Builder::leaveSpan(MD_SPANTYPE type)
{
    switch (type) {
    case MD_SPAN_STRONG:
        m_html += QStringLiteral("</b>");
        break;
    case MD_SPAN_EM:
        m_html += QStringLiteral("</i>");
        break;
    case MD_SPAN_CODE:
        m_html += QStringLiteral("</code><tt>&nbsp;</tt>");
        break;
    case MD_SPAN_A:
        m_html += QStringLiteral("</a>");
        break;
    default:
        break;
    }
    return 0;
}

int Builder::text(MD_TEXTTYPE type, const QString &text)
{
    switch (type) {
    case MD_TEXT_HTML:
        break; // dropped
    case MD_TEXT_BR:
        m_html += QStringLiteral("<br/>");
        break;
    case MD_TEXT_SOFTBR:
        m_html += u'\n';
        break;
    case MD_TEXT_ENTITY:
        m_html += text;
        break;
    case MD_TEXT_NULLCHAR:
        m_html += QChar(QChar::ReplacementCharacter);
        break;
    default:
        m_html += m_isInCode ? text : text.toHtmlEscaped();
        break;
    }
    return 0;
}

Builder &builder(void *self)
{
    return *static_cast<Builder *>(self);
}

} // namespace

std::vector<Block> parseBlocks(QStringView markdown)
{
    const QByteArray utf8 = markdown.toUtf8();
    Builder result;
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_NOHTMLBLOCKS | MD_FLAG_NOINDENTEDCODEBLOCKS;
    parser.enter_block = [](MD_BLOCKTYPE t, void *d, void *s) { return builder(s).enterBlock(t, d); };
    parser.leave_block = [](MD_BLOCKTYPE t, void *, void *s) { return builder(s).leaveBlock(t); };
    parser.enter_span = [](MD_SPANTYPE t, void *d, void *s) { return builder(s).enterSpan(t, d); };
    parser.leave_span = [](MD_SPANTYPE t, void *, void *s) { return builder(s).leaveSpan(t); };
    parser.text = [](MD_TEXTTYPE t, const MD_CHAR *text, MD_SIZE size, void *s) {
        return builder(s).text(t, QString::fromUtf8(text, qsizetype(size)));
    };
    md_parse(utf8.constData(), MD_SIZE(utf8.size()), &parser, &result);
    return std::move(result.blocks);
}

QString inlineHtml(QStringView markdown)
{
    const auto blocks = parseBlocks(markdown);
    return blocks.empty() ? QString() : blocks.front().html;
}

QString plainText(const QString &html)
{
    static const QRegularExpression tag(QStringLiteral("<[^>]*>"));
    QString text = html;
    text.replace(QStringLiteral("<br/>"), QStringLiteral(" "));
    text.remove(tag);
    text.replace(QStringLiteral("&nbsp;"), QString());
    text.remove(QChar(0x200B));
    text.remove(QChar(0x2060));
    text.replace(QStringLiteral("&lt;"), QStringLiteral("<"));
    text.replace(QStringLiteral("&gt;"), QStringLiteral(">"));
    text.replace(QStringLiteral("&quot;"), QStringLiteral("\""));
    text.replace(QStringLiteral("&amp;"), QStringLiteral("&"));
    return text;
}

} // namespace minato::viewmodels
