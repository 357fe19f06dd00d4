// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRect>

#include <vector>

class QQuickWindow;
class QSGNode;

namespace minato::viewmodels {

/// A picture of large pixels, texels, that is shown as a grid of blocks.
///
/// Cost      Of the blocks, only those in which a colour has changed are handed to the screen anew: without a GPU, what
///           is painted again is as small as what has changed.
/// Threads   As QQuickItem::updatePaintNode() has it: show() while the window's thread waits.
class BlockImage {
public:
    /// Another picture, of one colour. `texel`: its side in pixels.
    void reset(const QSize &texels, int texel, QRgb ground);
    /// A part of a line.
    void put(const QPoint &start, const std::vector<QRgb> &texels);
    [[nodiscard]] int height() const { return m_image.height(); }
    /// The screen does not have it as it is.
    [[nodiscard]] bool isStale() const;

    /// Brings it to the screen. `old`: what this gave the last time, or null.
    [[nodiscard]] QSGNode *show(QSGNode *old, QQuickWindow &window);

    [[nodiscard]] int blockCount() const { return static_cast<int>(m_isStale.size()); }
    /// What the last show() had painted anew, in pixels.
    [[nodiscard]] const std::vector<QRect> &repainted() const { return m_repainted; }

private:
    [[nodiscard]] QRect blockRect(std::size_t block) const; ///< texels

    QImage m_image;
    int m_texel = 1;
    int m_side = 1, m_columns = 1; ///< texels of a block, blocks of a line
    std::vector<bool> m_isStale;   ///< by block
    bool m_isDivided = false;      ///< the blocks are others than the screen has
    std::vector<QRect> m_repainted;
};

} // namespace minato::viewmodels
