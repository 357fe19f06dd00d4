// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tour_texts.h"
#include "window_texts.h"

#include <QSize>
#include <QString>

#include <optional>
#include <vector>

namespace minato::app {

/// One look at a scene.
struct TourView {
    QString scene, language; ///< "pseudo" is a language, too
    QString theme;           ///< as --theme names it
    QSize size;
    double textScale = 1;

    /// "rollout/ja-light-1280x800", with "-200" at the end when the text is twice as large.
    [[nodiscard]] QString name() const;
};

/// What the tour leaves behind: beside each picture what is read in it, and one page with all pictures.
class TourReport {
public:
    explicit TourReport(const QString &folder) : m_folder(folder) {}

    [[nodiscard]] QString pictureFile(const TourView &view) const;
    // Both name the file that could not be written.
    [[nodiscard]] std::optional<QString> writePage(const TourView &view, const std::vector<SeenItem> &items,
                                                   const std::vector<TextFault> &faults,
                                                   const TourTexts &texts) const;
    /// index.json and index.html; nothing in a tour without pictures.
    [[nodiscard]] std::optional<QString> writeIndex() const;

    void add(const TourView &view, const std::vector<TextFault> &faults);
    /// Says on standard output what was found, a line a fault.
    void print() const;
    [[nodiscard]] std::size_t viewCount() const { return m_views.size(); }
    [[nodiscard]] std::size_t faultCount() const;

private:
    struct Viewed {
        TourView view;
        std::vector<TextFault> faults; ///< without those that are allowed
    };
    [[nodiscard]] QByteArray indexPage() const;

    QString m_folder;
    std::vector<Viewed> m_views;
};

} // namespace minato::app
