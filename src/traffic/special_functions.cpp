// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/special_functions.h"

#include "base/assert.h"

#include <cmath>
#include <limits>
#include <numbers>

namespace minato::traffic {
namespace {

constexpr double kPrecision = 1e-15;
constexpr int kMostTerms = 100'000;
/// Stands in for zero in a continued fraction that is evaluated from the front.
constexpr double kTiny = 1e-300;

/// ln of x^a e^-x / Γ(a).
double logGammaWeight(double a, double x)
{
    return a * std::log(x) - x - logGamma(a);
}

/// P(a, x) as a series: quick where x is below a + 1.
double gammaSeries(double a, double x)
{
    double term = 1 / a;
    double sum = term;
    for (int i = 1; i < kMostTerms && term > sum * kPrecision; ++i) {
        term *= x / (a + i);
        sum += term;
    }
    return sum * std::exp(logGammaWeight(a, x));
}

/// A continued fraction a1 / (b1 + a2 / (b2 + …)), step by step from the front (Lentz's way).
class Fraction {
public:
    explicit Fraction(double first) : m_value(first == 0 ? kTiny : first), m_above(m_value) {}

    /// Whether the value still moved.
    bool step(double numerator, double denominator)
    {
        m_below = 1 / guarded(denominator + numerator * m_below);
        m_above = guarded(denominator + numerator / m_above);
        const double factor = m_above * m_below;
        m_value *= factor;
        return std::abs(factor - 1) > kPrecision;
    }
    [[nodiscard]] double value() const { return m_value; }

private:
    static double guarded(double x) { return std::abs(x) < kTiny ? kTiny : x; }
    double m_value, m_above, m_below = 0;
};

/// Q(a, x) as a continued fraction: quick where x is above a + 1.
double gammaFraction(double a, double x)
{
    Fraction fraction(x + 1 - a);
    for (int i = 1; i < kMostTerms && fraction.step(-i * (i - a), x + 2 * i + 1 - a); ++i) {
    }
    return std::exp(logGammaWeight(a, x)) / fraction.value();
}

/// I_x(a, b), quick where x is below the mean.
double betaFraction(double a, double b, double x)
{
    Fraction fraction(1);
    const double weight = logGamma(a + b) - logGamma(a) - logGamma(b) + a * std::log(x) + b * std::log1p(-x);
    for (int i = 1; i < kMostTerms; ++i) {
        // The odd and the even coefficient of the classical expansion.
        const double m = i - 1;
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        const double even = i * (b - i) * x / ((a + 2 * i - 1) * (a + 2 * i));
        fraction.step(odd, 1);
        if (!fraction.step(even, 1))
            break;
    }
    return std::exp(weight) / (a * fraction.value());
}

} // namespace

double logGamma(double x)
{
    MINATO_ASSERT(x > 0);
    // Stirling's series, after moving up to where a few of its terms are enough.
    constexpr double kEnough = 12;
    double product = 1;
    for (; x < kEnough; ++x)
        product *= x;
    const double y = 1 / (x * x);
    const double series =
        (1. / 12 -
         y * (1. / 360 - y * (1. / 1260 - y * (1. / 1680 - y * (1. / 1188 - y * 691. / 360'360))))) /
        x;
    return (x - 0.5) * std::log(x) - x + 0.5 * std::log(2 * std::numbers::pi) + series - std::log(product);
}

double logChoose(double n, double k)
{
    return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}

double gammaTail(double a, double x)
{
    MINATO_ASSERT(a > 0 && x >= 0);
    if (x == 0)
        return 1;
    return x < a + 1 ? 1 - gammaSeries(a, x) : gammaFraction(a, x);
}

double betaShare(double a, double b, double x)
{
    MINATO_ASSERT(a > 0 && b > 0 && x >= 0 && x <= 1);
    if (x == 0 || x == 1)
        return x;
    return x < (a + 1) / (a + b + 2) ? betaFraction(a, b, x) : 1 - betaFraction(b, a, 1 - x);
}

} // namespace minato::traffic
