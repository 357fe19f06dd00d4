// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QString>

#include <cstdint>
#include <vector>

namespace minato::viewmodels {

/// What the charts draw, as plain values: on the screen, in a PNG and in an SVG the same.

/// Requests by Pod.
struct BarsChart {
    struct Bar {
        QString label;
        std::uint64_t answered = 0, failed = 0; ///< since the Pods last changed
        std::uint64_t earlier = 0;              ///< before
        bool isCandidate = true, isGone = false;

        [[nodiscard]] std::uint64_t now() const { return answered + failed; }
        [[nodiscard]] std::uint64_t total() const { return now() + earlier; }
    };
    std::vector<Bar> bars;
    double expected = 0;      ///< requests for each candidate
    double low = 0, high = 0; ///< between which one Pod lies in 95 % of all cases
    bool hasBand = false;
    bool isEachRequestDrawn = true; ///< else a draw brings several requests
    std::uint64_t requests = 0, candidates = 0;

    [[nodiscard]] std::uint64_t largest() const;
};

/// How many Pods got how many requests: bins of equal width, over the range in which the numbers lie and in
/// which fair choice would have them.
struct PodHistogram {
    static constexpr std::size_t kMost = 40; ///< bins that are told apart in a narrow pane

    std::uint64_t first = 0; ///< where the first bin begins; 0 unless all numbers are far from it
    std::uint64_t width = 1; ///< requests a bin: 1, 2 or 5 × 10ⁿ
    std::vector<std::uint64_t> pods;
    std::vector<double> expected; ///< under fair choice; empty where that cannot be said

    [[nodiscard]] std::uint64_t startOf(std::size_t bin) const { return first + bin * width; }
    /// The highest of all numbers of Pods.
    [[nodiscard]] double largest() const;

    /// Of the candidates; at most `most` bins, and one more for round edges.
    [[nodiscard]] static PodHistogram of(const BarsChart &chart, std::size_t most = kMost);
};

/// Each Pod's share of the requests so far, over the cluster's time in seconds.
struct SharesChart {
    struct Line {
        QString label;
        bool isGone = false;
        std::vector<QPointF> points; ///< a NaN parts the samples
    };
    struct BandPoint {
        double time = 0, expected = 0, low = 0, high = 0; ///< low > high parts the samples
    };
    double from = 0, to = 0;
    std::vector<Line> lines;
    std::vector<BandPoint> band;
    double largest = 1; ///< the highest share that is drawn
};

/// Replicas over the cluster's time in seconds, as corners of steps.
struct ReplicasChart {
    struct Point {
        double time = 0;
        int desired = 0, existing = 0, ready = 0, available = 0;
        friend bool operator==(const Point &, const Point &) = default;
    };
    struct Mark {
        double time = 0;
        bool isCommand = false, isWarning = false;
        QString text;
    };
    double from = 0, to = 0;
    double axisMaximum = 2;
    int axisTicks = 3;
    std::vector<Point> points;
    std::vector<Mark> marks;
};

} // namespace minato::viewmodels
