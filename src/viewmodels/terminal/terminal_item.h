// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/terminal/terminal_layout.h"
#include "viewmodels/terminal/terminal_model.h"

#include <QColor>
#include <QFont>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace minato::viewmodels {

/// Draws a TerminalModel in cells and takes its keys: history, selection and copying, input methods.
///
/// Why       Text items lay out by advance, a terminal by cell: kubectl's columns must stand under each
/// other,
///           with Japanese text between them too.
/// Motion    None: the cursor does not blink, so that an idle window draws nothing.
class TerminalItem : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(minato::viewmodels::TerminalModel *terminal READ terminal WRITE setTerminal NOTIFY
                   terminalChanged REQUIRED)
    Q_PROPERTY(QString fontFamily MEMBER m_family WRITE setFontFamily NOTIFY fontChanged)
    Q_PROPERTY(int fontSize MEMBER m_fontSize WRITE setFontSize NOTIFY fontChanged)
    Q_PROPERTY(int rowHeight MEMBER m_rowHeight WRITE setRowHeight NOTIFY fontChanged)
    Q_PROPERTY(QColor background MEMBER m_background WRITE setBackground NOTIFY fontChanged)
    Q_PROPERTY(double position READ position WRITE setPosition NOTIFY scrolled)
    Q_PROPERTY(double visibleShare READ visibleShare NOTIFY scrolled)
    Q_PROPERTY(bool hasSelection READ hasSelection NOTIFY selectionChanged)
    /// What the link under the mouse, or the one that the keyboard is at, says; empty: there is none.
    Q_PROPERTY(QString linkText READ linkText NOTIFY linkChanged)
    Q_PROPERTY(QRectF linkArea READ linkArea NOTIFY linkChanged)
    Q_PROPERTY(bool isExploring READ isExploring NOTIFY linkChanged)

public:
    explicit TerminalItem(QQuickItem *parent = nullptr);

    [[nodiscard]] TerminalModel *terminal() const { return m_terminal; }
    void setTerminal(TerminalModel *terminal);
    void setFontFamily(const QString &family);
    void setFontSize(int size);
    void setRowHeight(int height);
    void setBackground(const QColor &color);
    /// Of the first row that is seen, as a share of all: for a scroll bar.
    [[nodiscard]] double position() const;
    [[nodiscard]] double visibleShare() const;
    void setPosition(double position);
    [[nodiscard]] bool hasSelection() const { return m_anchor != m_head; }
    [[nodiscard]] QString selectedText() const;
    Q_INVOKABLE void copy();
    Q_INVOKABLE void paste();
    Q_INVOKABLE void selectAll();

    /// The keyboard goes through the links that are seen, from the last one on: arrows and Tab to the others, Enter
    /// follows, Esc ends it.
    Q_INVOKABLE void explore();
    [[nodiscard]] QString linkText() const;
    [[nodiscard]] QRectF linkArea() const;
    [[nodiscard]] bool isExploring() const { return m_isExploring; }

    void paint(QPainter *painter) override;
    [[nodiscard]] QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;

Q_SIGNALS:
    void terminalChanged();
    void fontChanged();
    void scrolled();
    void selectionChanged();
    void linkChanged();
    /// A name was followed.
    void objectChosen(const QString &kind, const QString &ns, const QString &name);
    /// Ctrl and + (1), - (-1), 0 (0).
    void zoomAsked(int steps);

protected:
    bool event(QEvent *event) override;
    void hoverEnterEvent(QHoverEvent *event) override { hoverMoveEvent(event); }
    void hoverMoveEvent(QHoverEvent *event) override;
    void hoverLeaveEvent(QHoverEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void geometryChange(const QRectF &now, const QRectF &before) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void onChanged();
    void onTrimmed();
    void onErased(qint64 from);
    void refreshFont();
    [[nodiscard]] int columns() const;
    [[nodiscard]] int visibleRows() const;
    [[nodiscard]] int maxTop() const { return std::max(0, m_layout.rowCount() - visibleRows()); }
    void scrollTo(int top);
    void followEnd();
    [[nodiscard]] TerminalLayout::Cell cursorCell() const;
    [[nodiscard]] TextPlace placeAt(QPointF point) const;
    void select(TextPlace anchor, TextPlace head);

    struct PlacedLink {
        qint64 line = 0;
        TerminalLink link;
        friend bool operator==(const PlacedLink &, const PlacedLink &) = default;
    };
    [[nodiscard]] std::optional<PlacedLink> linkAt(QPointF point) const;
    [[nodiscard]] std::vector<PlacedLink> seenLinks() const;
    [[nodiscard]] std::vector<QRectF> areasOf(qint64 line, int from, int length) const;
    void setLink(std::optional<PlacedLink> link, bool isExploring);
    void follow(const PlacedLink &link);
    bool handleExploring(const QKeyEvent &event);
    void stepLink(int by);
    void showFound();
    bool handleSearch(const QKeyEvent &event);
    bool handleShortcut(const QKeyEvent &event);
    bool handleEditing(const QKeyEvent &event);
    bool handleControl(const QKeyEvent &event);

    void paintRow(QPainter &painter, const RowRange &row, double y);
    void paintRun(QPainter &painter, const QString &text, int from, int to, QPointF at);
    void paintFound(QPainter &painter, const RowRange &row, double y);
    void paintLinks(QPainter &painter);
    void paintBulb(QPainter &painter, double y);
    void paintSelection(QPainter &painter, const RowRange &row, double y);
    void paintCursor(QPainter &painter);
    [[nodiscard]] QColor colorOf(Ink ink) const;

    TerminalModel *m_terminal = nullptr;
    TerminalLayout m_layout;
    QString m_family = QStringLiteral("monospace");
    int m_fontSize = 13, m_rowHeight = 22;
    QColor m_background{0x10, 0x1A, 0x24};
    QFont m_font;
    double m_cell = 8, m_ascent = 14;
    int m_top = 0;
    bool m_isFollowing = true; ///< the end stays in sight until the reader scrolls up
    TextPlace m_anchor, m_head;
    double m_wheelRest = 0;
    std::optional<PlacedLink> m_link; ///< under the mouse, or where the keyboard is
    bool m_isExploring = false;
    QPointF m_pressedAt;
};

} // namespace minato::viewmodels
