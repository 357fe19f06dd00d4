// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/cluster/block_image.h"

#include <QQuickWindow>
#include <QSGImageNode>

#include <algorithm>
#include <span>
#include <utility>

namespace minato::viewmodels {
namespace {

constexpr int kBlock = 160; ///< pixels: the side of what is painted again at least

/// The image on the screen, block by block.
class Blocks : public QSGNode {
public:
    Blocks(QQuickWindow &window, std::size_t count)
    {
        for (std::size_t i = 0; i < count; ++i) {
            QSGImageNode *block = window.createImageNode();
            block->setOwnsTexture(true);
            block->setFiltering(QSGTexture::Nearest);
            appendChildNode(block);
            m_blocks.push_back(block);
        }
    }
    void set(std::size_t block, const QRect &pixels, QSGTexture *texture)
    {
        m_blocks[block]->setTexture(texture);
        m_blocks[block]->setRect(pixels);
        m_blocks[block]->setSourceRect(QRectF(QPointF(0, 0), texture->textureSize()));
    }

private:
    std::vector<QSGImageNode *> m_blocks; ///< the tree's
};

} // namespace

void BlockImage::reset(const QSize &texels, int texel, QRgb ground)
{
    m_image = QImage(texels, QImage::Format_RGB32);
    m_image.fill(ground);
    m_texel = texel;
    m_side = std::max(1, kBlock / texel);
    m_columns = (texels.width() + m_side - 1) / m_side;
    const int lines = (texels.height() + m_side - 1) / m_side;
    m_isStale.assign(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(lines), true);
    m_isDivided = true;
}

void BlockImage::put(const QPoint &start, const std::vector<QRgb> &texels)
{
    auto *there = reinterpret_cast<QRgb *>(m_image.scanLine(start.y())) + start.x();
    const auto first = std::ranges::mismatch(texels, std::span(there, texels.size())).in1;
    if (first == texels.end())
        return;
    std::size_t end = texels.size();
    while (texels[end - 1] == there[end - 1])
        --end;
    std::ranges::copy(texels, there);
    const int left = start.x() + static_cast<int>(first - texels.begin());
    const int right = start.x() + static_cast<int>(end) - 1;
    const int line = start.y() / m_side * m_columns;
    for (int column = left / m_side; column <= right / m_side; ++column)
        m_isStale[static_cast<std::size_t>(line + column)] = true;
}

bool BlockImage::isStale() const
{
    return std::ranges::contains(m_isStale, true);
}

QRect BlockImage::blockRect(std::size_t block) const
{
    const int index = static_cast<int>(block);
    const QPoint corner = QPoint(index % m_columns, index / m_columns) * m_side;
    return QRect(corner, QSize(m_side, m_side)).intersected(m_image.rect());
}

QSGNode *BlockImage::show(QSGNode *old, QQuickWindow &window)
{
    if (std::exchange(m_isDivided, false)) {
        delete old;
        old = nullptr;
    }
    if (m_image.isNull())
        return nullptr;
    auto *blocks = static_cast<Blocks *>(old);
    if (!blocks) { // or the screen has lost it
        blocks = new Blocks(window, m_isStale.size());
        m_isStale.assign(m_isStale.size(), true);
    }
    m_repainted.clear();
    for (std::size_t block = 0; block < m_isStale.size(); ++block) {
        if (!m_isStale[block])
            continue;
        m_isStale[block] = false;
        const QRect texels = blockRect(block);
        const QRect pixels(texels.topLeft() * m_texel, texels.size() * m_texel);
        blocks->set(block, pixels,
                    window.createTextureFromImage(m_image.copy(texels), QQuickWindow::TextureIsOpaque));
        m_repainted.push_back(pixels);
    }
    return blocks;
}

} // namespace minato::viewmodels
